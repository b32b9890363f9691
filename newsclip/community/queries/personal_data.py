"""Everything that a person wrote and did here, for their data export."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet

from newsclip.accounts.models import Reader
from newsclip.accounts.queries import one_by_one
from newsclip.community import models

FIELDS: dict[type[Model], tuple[str, ...]] = {
    models.Vote: ("story", "at", "value", "reason"),
    models.Comment: ("id", "story", "parent", "text", "anchor", "at", "edited_at", "state", "score"),
    models.CommentVote: ("comment", "at", "value", "taken_back_at"),
    models.Follow: ("kind", "key", "at"),
    models.Mute: ("kind", "key", "scope", "until", "at"),
    models.Collection: ("slug", "title", "about", "public", "made_at"),
    models.Reading: ("clip", "version", "at", "opened"),
    models.Notice: ("kind", "story", "comment", "sentence", "words", "at", "read_at", "mailed_at"),
    models.Submission: ("url", "article", "at", "code"),
    models.SourceSuggestion: ("url", "why", "at", "state", "code", "reason", "decided_at"),
    models.Suggestion: ("id", "story", "kind", "wanted", "why", "at", "state", "reasons", "decided_at"),
    models.Support: ("suggestion", "at"),
    models.Challenge: ("clip", "clip_version", "sentence", "why", "at", "upheld", "reasons", "decided_at"),
    models.Flag: ("kind", "key", "reason", "words", "at", "closed_at"),
    models.Subscription: ("kind", "url", "events", "made_at", "ended_at", "ended_for"),
    models.Appeal: ("action", "text", "at", "answer", "upheld", "answered_at"),
}


def everything_of(reader: Reader) -> dict[str, Iterator[dict[str, Any]]]:
    """Rows by table, oldest first, streamed; times as ISO 8601."""
    found = {
        model.__name__.lower(): one_by_one(model._default_manager.filter(reader=reader), *fields)
        for model, fields in FIELDS.items()
    }
    kept = models.Collected.objects.filter(collection__reader=reader)
    acted = models.Action.objects.filter(moderator=reader)
    answered = models.Appeal.objects.filter(answered_by=reader)
    return found | {
        "collected": one_by_one(kept, "collection__slug", "story", "at", "note"),
        "action": one_by_one(acted, "kind", "target", "key", "label", "reason", "until", "at"),
        "about_me": one_by_one(_about(reader), "name", "kind", "reason", "until", "at"),
        "answered": one_by_one(answered, "action", "answer", "upheld", "answered_at"),
    }


def _about(reader: Reader) -> "QuerySet[models.Action]":
    """Moderation actions on the account itself."""
    return models.Action.objects.filter(target=models.Target.READER, key=str(reader.pk))
