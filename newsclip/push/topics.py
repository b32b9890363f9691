"""Which feeds changed, for the hub that notifies their subscribers."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from django.db.models import Model, Q, QuerySet
from django.utils.text import slugify

from newsclip.clips import queries as clips
from newsclip.clips.models import ClipVersion
from newsclip.community import queries
from newsclip.community.models import Challenge, Collected, Comment, Submission, Suggestion
from newsclip.ranking.models import Trend
from newsclip.stories.models import Membership

_MOST = 500


def versions_since(since: datetime) -> "QuerySet[ClipVersion]":
    """Visible versions of clips written since then, oldest first, without those taken down."""
    rows = ClipVersion.objects.filter(at__gt=since, clip__hidden=False).exclude(document={}).select_related("clip")
    return rows.order_by("at", "pk")


def changed(since: datetime, now: datetime) -> list[str]:
    """The paths ("tag/sabine/") of feeds that changed since then, each once; `feeds/urls.py` lists all feeds."""
    days = ["edition/"] if since.astimezone(UTC).date() < now.astimezone(UTC).date() else []
    return list(dict.fromkeys([*_of_clips(since), *_of_people(since), *days]))


def _of_clips(since: datetime) -> Iterable[str]:
    rows = list(versions_since(since)[:_MOST])
    if rows:
        yield from ("", "edition/today/")
    for row in rows:
        document = row.document
        yield f"category/{slugify(document['category'])}/"
        yield from (f"tag/{quote(tag.removeprefix('#').lower())}/" for tag in document["hashtags"])
        yield from (f"source/{quote(source['domain'])}/" for source in document["sources"])
        yield f"s/{row.clip.story_id}/"
        yield f"edition/{row.clip.published.astimezone(UTC).date()}/"
    told = Membership.objects.filter(story__in={row.clip.story_id for row in rows if row.version == 1})
    links = Submission.objects.filter(article__in=told.values("article"), reader__isnull=False)
    yield from (f"u/{quote(name)}/links/" for name in links.values_list("reader__username", flat=True))
    if clips.corrections().filter(at__gt=since).exists():
        yield "corrections/"
    if Trend.objects.filter(at__gt=since).exists():
        yield "trending/"


def _last(model: type[Model]) -> "QuerySet[Any]":
    """The last rows of a table. For frequent callers the news is among them, without an index on time."""
    rows = model._default_manager
    return rows.filter(pk__in=rows.order_by("-pk").values("pk")[:_MOST])


def _of_people(since: datetime) -> Iterable[str]:
    said = _last(Comment).filter(Q(at__gt=since) | Q(edited_at__gt=since), state=Comment.State.SHOWN)
    for story, name in said.values_list("story_id", "reader__username"):
        yield from ("discussions/", f"s/{story}/discussion/", *([f"u/{quote(name)}/"] if name else []))
    kept = _last(Collected).filter(at__gt=since, collection__public=True)
    for name, slug in kept.values_list("collection__reader__username", "collection__slug"):
        yield from (f"collections/{quote(name)}/", f"collections/{quote(name)}/{slug}/")
    decided = Suggestion.objects.filter(decided_at__gt=since).order_by("decided_at")[:_MOST]
    for rows in (_last(Suggestion).filter(at__gt=since), decided):
        yield from (f"s/{story}/suggestions/" for story in rows.values_list("story_id", flat=True))
    doubted = _last(Challenge).filter(Q(at__gt=since) | Q(decided_at__gt=since))  # it is decided immediately
    yield from (f"s/{story}/suggestions/" for story in doubted.values_list("clip__story_id", flat=True))
    if queries.log().filter(at__gt=since).exists():
        yield "moderation/"
