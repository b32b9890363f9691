"""All secrets that are encrypted in the tables, wherever they are: brought to the key of now, and counted."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast

from newsclip.accounts import actions, queries
from newsclip.db import encrypted_fields


def keep_secrets() -> None:
    """Encrypt by the key of now what lies there as it was, or by the former key. Repeat it freely."""
    actions.keep_factors()
    for model, name, number, kept in _kept(but=encrypted_fields.cipher().begins):
        if encrypted_fields.anew(kept):
            model._default_manager.filter(pk=number).update(**{name: encrypted_fields.decrypt(kept)})


def unreadable() -> tuple[int, int]:
    """How many second factors, and how many other secrets, were encrypted by a key that is not here."""
    return queries.unreadable_factors(), sum(not encrypted_fields.readable(kept) for *_, kept in _kept())


def _kept(*, but: str = "") -> Iterator[tuple[type[models.Model], str, int, str]]:
    """Model, field, row and what lies in the column; `but`: what does not begin so, which the database looks for."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, encrypted_fields.EncryptedField):
                raw = model._default_manager.annotate(kept=Cast(field.name, models.TextField())).exclude(kept="")
                if but:
                    raw = raw.exclude(kept__startswith=but)
                for number, kept in raw.values_list("pk", "kept"):
                    yield model, field.name, number, kept
