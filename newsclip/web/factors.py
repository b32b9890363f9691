"""Second factors, as they are kept: secrets of apps encrypted, recovery codes by their hashes once they were shown."""

from collections.abc import Iterable
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_save
from django.dispatch import receiver

from newsclip import encrypted
from newsclip.accounts import actions, queries


class Adapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth is not typed
    """allauth asks here how to keep what must not lie in the tables as it is."""

    def encrypt(self, text: str) -> str:
        return encrypted.cipher().encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return queries.of_factor(encrypted_text)


@receiver(post_save, sender=Authenticator)
def shown(instance: Authenticator, update_fields: Iterable[str] | None, **_: Any) -> None:
    """allauth says that codes are shown, or that one was used, by saving them: nobody has to read them any more."""
    if update_fields is None or "data" in update_fields:
        actions.hash_shown_codes(instance)
