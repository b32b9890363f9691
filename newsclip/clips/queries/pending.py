"""Clips that wait to be written, and to be searchable. Each question is a walk through an index of what waits alone."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from newsclip.clips.models import HOLD, Assignment, Clip
from newsclip.stories.models import Membership, Story, StoryEvent

_LOOKED_AT = 20  # stories: some of the first may be held by other workers


def to_write(now: datetime, *, limit: int) -> list[Story]:
    """Stories that changed since they were last written about and that no writer holds; longest waiting first.

    Among them: whose articles left or are gone, so that its clip must not stay, and whose model is to be asked again.
    """
    held = Assignment.objects.filter(story=OuterRef("pk"), leased_until__gt=now, leased_until__lte=now + 2 * HOLD)
    free = _told().exclude(Exists(held))
    found = list(free.filter(_changed()).order_by("last_at", "pk")[:limit])
    # Apart from the others: asked together, the database looks through all stories for them.
    again = _gone_or_back(limit) | _to_retry(now, limit)
    if again:
        found += free.filter(pk__in=again - {one.pk for one in found})
    return sorted(found, key=lambda story: (story.last_at, story.pk))[:limit]


def count_to_write(now: datetime) -> int:
    """How many wait, held or not."""
    again = _gone_or_back() | _to_retry(now)
    return _told().filter(_changed()).count() + _told().filter(pk__in=again).exclude(_changed()).count()


def assignments() -> "QuerySet[Assignment]":
    """Every story that a writer was given, and what came of it."""
    return Assignment.objects.all()


def to_index() -> "QuerySet[Clip]":
    """Clips of whose newest version search was not told, or that it should forget."""
    return Clip.objects.filter(indexed_version__lt=F("version")).select_related("story").order_by("pk")


@dataclass(frozen=True, slots=True)
class WaitingStory:
    """`url`: of one of its articles; `tries`: how often its clip was begun and not ended; `since`: when it changed."""

    id: int
    url: str
    tries: int
    since: datetime


def longest_waiting() -> WaitingStory | None:
    """Of the stories that a worker would write first, the one that waits longest."""
    first = list(_told().filter(_changed()).order_by("last_at", "pk").values_list("pk", flat=True)[:_LOOKED_AT])
    given = {one.story_id: one for one in Assignment.objects.filter(story__in=first)}
    events = StoryEvent.objects.filter(story__in=first).order_by("-at").values_list("story", "at")
    since: dict[int, datetime] = {}
    for story, at in events:  # the earliest one after it was last worked on
        last = given[story].at if story in given else None
        if last is None or at > last:
            since[story] = at
    if not since:
        return None
    story = min(since, key=lambda one: since[one])
    url = Membership.objects.filter(story=story).order_by("pk").values_list("article__url", flat=True).first()
    return WaitingStory(story, url or "", given[story].tries if story in given else 0, since[story])


def dead_letters() -> "QuerySet[Assignment]":
    """Stories that are set aside: writing them takes more than it may, or killed who did."""
    return Assignment.objects.filter(dead_letter__gt="")  # as the index has it


def _changed() -> Q:
    return Q(written_version__lt=F("version"))


def _told() -> "QuerySet[Story]":
    """Stories that there is something to write about, or to withdraw; none that was merged."""
    shown = Clip.objects.filter(story=OuterRef("pk"), state=Clip.State.PUBLISHED)
    # Not "which have none that they were merged into": SQLite would look through all these by that index.
    live = Story.objects.alias(into=Coalesce("merged_into_id", 0)).filter(into=0)
    return live.filter(Q(articles__gt=0) | Exists(shown))


def _gone_or_back(limit: int | None = None) -> set[int]:
    rows = Membership.objects.filter(article__came_or_went=True).order_by("article")
    return set(rows.values_list("story", flat=True)[:limit])


def _to_retry(now: datetime, limit: int | None = None) -> set[int]:
    rows = Assignment.objects.filter(retry_at__lte=now).order_by("retry_at")
    return set(rows.values_list("story", flat=True)[:limit])
