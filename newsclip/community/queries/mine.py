"""Everything a person wrote and did here, for them alone."""

from typing import Any

from django.db.models import Model, QuerySet

from newsclip.accounts.models import Reader
from newsclip.community import models

_FIELDS: dict[type[Model], tuple[str, ...]] = {
    models.Vote: ("story", "at", "value", "reason"),
    models.Comment: ("story", "parent", "text", "at", "edited_at", "state", "score"),
    models.CommentVote: ("comment", "at", "value"),
    models.Follow: ("kind", "key", "at"),
    models.Mute: ("kind", "key", "scope", "until", "at"),
    models.Collection: ("slug", "title", "about", "public", "made_at"),
    models.Reading: ("clip", "version", "at"),
    models.Notice: ("kind", "story", "words", "at", "read_at"),
    models.Submission: ("url", "at", "code"),
    models.Suggestion: ("story", "kind", "wanted", "why", "at", "state", "outcome"),
    models.Support: ("suggestion", "at"),
    models.Challenge: ("clip", "clip_version", "sentence", "why", "at", "upheld", "outcome"),
    models.Flag: ("kind", "key", "reason", "words", "at"),
    models.Appeal: ("action", "text", "at", "answer", "answered_at"),
}


def everything_of(reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """Rows by table, oldest first; times as ISO 8601."""
    found = {model.__name__.lower(): _rows(model, fields, reader) for model, fields in _FIELDS.items()}
    kept = models.Collected.objects.filter(collection__reader=reader).order_by("pk")
    found["collected"] = _plain(kept, ("collection", "story", "at", "note"))
    return found


def _rows(model: type[Model], fields: tuple[str, ...], reader: Reader) -> list[dict[str, Any]]:
    return _plain(model._default_manager.filter(reader=reader).order_by("pk"), fields)


def _plain(rows: "QuerySet[Any]", fields: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}
        for row in rows.values(*fields)
    ]
