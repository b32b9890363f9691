"""Secrets that have to be read again (so that a hash will not do), encrypted in their column by the site's key."""

from base64 import b32encode
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.crypto import salted_hmac

from newsclip.kernel.encryption import MARK, Cipher, UnreadableError


def cipher() -> Cipher:
    return _made(settings.SECRET_KEY, settings.FORMER_SECRET_KEY)


@lru_cache(maxsize=4)
def _made(*keys: str) -> Cipher:
    return Cipher(*keys)


def decrypt(kept: str) -> str:
    """What it says; as it is where it was kept before there was encryption.

    Of another key, it becomes a word that nobody can guess: an empty one would be a secret that everybody knows.
    """
    if not kept.startswith(MARK):
        return kept
    try:
        return cipher().decrypt(kept)
    except UnreadableError:
        return b32encode(salted_hmac("unreadable", kept, algorithm="sha256").digest()[:20]).decode()  # an app's length


def readable(kept: str) -> bool:
    try:
        return not kept.startswith(MARK) or cipher().decrypt(kept) is not None
    except UnreadableError:
        return False


def anew(kept: str) -> str:
    """By the key of now, what was kept as it was or by a former key; "" where there is nothing to do."""
    if kept.startswith(cipher().begins) or not readable(kept):
        return ""
    return cipher().encrypt(decrypt(kept))


class EncryptedField(models.TextField):  # type: ignore[type-arg] # not generic at run time
    """A text that is encrypted in its column alone. Nothing can be looked up by it."""

    def get_prep_value(self, value: Any) -> Any:
        return cipher().encrypt(value) if value else value

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return decrypt(value) if value else value
