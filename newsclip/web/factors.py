"""Second factors, as they are kept: secrets of apps encrypted, recovery codes by their hashes once they were shown."""

from collections.abc import Iterable
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.safestring import mark_safe

from newsclip import encrypted
from newsclip.accounts import actions, queries


class Adapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth is not typed
    """allauth asks here how to keep what must not lie in the tables as it is."""

    def encrypt(self, text: str) -> str:
        return encrypted.cipher().encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return queries.of_factor(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """As a part of the page: as a picture of its own in the address the Content-Security-Policy would refuse it."""
        drawn: str = super().build_totp_svg(url)
        return mark_safe(drawn[drawn.index("<svg") :])  # noqa: S308 -- drawn here of squares alone


@receiver(post_save, sender=Authenticator)
def shown(instance: Authenticator, update_fields: Iterable[str] | None, **_: Any) -> None:
    """allauth says that codes are shown, or that one was used, by saving them: nobody has to read them any more."""
    if update_fields is None or "data" in update_fields:
        actions.hash_shown_codes(instance)
