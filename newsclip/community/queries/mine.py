"""Everything a person wrote and did here, for them alone."""

from typing import Any

from django.db.models import Model, QuerySet

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import rows
from newsclip.community import models

_FIELDS: dict[type[Model], tuple[str, ...]] = {
    models.Vote: ("story", "at", "value", "reason"),
    models.Comment: ("story", "parent", "text", "anchor", "at", "edited_at", "state", "score"),
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
    models.Subscription: ("kind", "url", "events", "made_at", "ended_at", "ended_for"),
    models.Appeal: ("action", "text", "at", "answer", "answered_at"),
}


def everything_of(reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """Rows by table, oldest first; times as ISO 8601."""
    found = {
        model.__name__.lower(): rows(model._default_manager.filter(reader=reader), *fields)
        for model, fields in _FIELDS.items()
    }
    kept = models.Collected.objects.filter(collection__reader=reader)
    acted = models.Action.objects.filter(moderator=reader)
    return found | {
        "collected": rows(kept, "collection__slug", "story", "at", "note"),
        "action": rows(acted, "kind", "target", "key", "label", "reason", "until", "at"),
        "about_me": rows(_about(reader), "name", "kind", "reason", "until", "at"),
        "answered": rows(models.Appeal.objects.filter(answered_by=reader), "action", "answer", "upheld", "answered_at"),
    }


def _about(reader: Reader) -> "QuerySet[models.Action]":
    """What moderators did to the account itself."""
    return models.Action.objects.filter(target=models.Target.READER, key=str(reader.pk))
