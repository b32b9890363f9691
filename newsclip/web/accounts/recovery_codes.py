"""Recovery codes are kept by their hashes alone once they were shown.

Apart from newsclip/web/accounts/mfa_adapter.py, as every process listens: passkeys take a tenth of a second to load.
"""

from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models.signals import post_save
from django.dispatch import receiver

from newsclip.accounts import actions


@receiver(post_save, sender=Authenticator)
def shown(instance: Authenticator, update_fields: Iterable[str] | None, **_: Any) -> None:
    """allauth says that codes are shown, or that one was used, by saving them: nobody has to read them any more."""
    if update_fields is None or "data" in update_fields:
        actions.hash_shown_codes(instance)
