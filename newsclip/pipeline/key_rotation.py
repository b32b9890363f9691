"""Key rotation: re-encrypt all encrypted columns with the current key, and count unreadable ones."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast

from newsclip.accounts import actions, queries
from newsclip.db import encrypted_fields


def keep_secrets() -> None:
    """Encrypt values that are plain or encrypted with the former key. Idempotent."""
    actions.reencrypt_factors()
    for model, name, number, kept in _kept(but=encrypted_fields.cipher().begins):
        if encrypted_fields.anew(kept):
            model._default_manager.filter(pk=number).update(**{name: encrypted_fields.decrypt(kept)})


def unreadable() -> tuple[int, int]:
    """How many second factors, and how many other secrets, are encrypted with an unknown key."""
    return queries.unreadable_factors(), sum(not encrypted_fields.readable(kept) for *_, kept in _kept())


def _kept(*, but: str = "") -> Iterator[tuple[type[models.Model], str, int, str]]:
    """Model, field, row ID and stored value; `but` excludes values with this prefix, in the query."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, encrypted_fields.EncryptedField):
                raw = model._default_manager.annotate(kept=Cast(field.name, models.TextField())).exclude(kept="")
                if but:
                    raw = raw.exclude(kept__startswith=but)
                for number, kept in raw.values_list("pk", "kept"):
                    yield model, field.name, number, kept
