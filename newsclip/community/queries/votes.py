from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet, Sum

from newsclip.accounts.models import Reader
from newsclip.community.models import Vote


def votes_on(story_id: int) -> list[datetime]:
    """When the story's votes were given. Who gave them is told to nobody."""
    return list(Vote.objects.filter(story_id=story_id, value=1).order_by("at").values_list("at", flat=True))


def weighed_votes_on(story_id: int) -> list[tuple[datetime, float]]:
    """When votes were given and what they count for, from -1 to 1; those not weighed yet count for nothing yet."""
    rows = Vote.objects.filter(story_id=story_id).exclude(weight=None).order_by("at", "pk")
    return [(at, value * (weight or 0.0)) for at, value, weight in rows.values_list("at", "value", "weight")]


def to_weigh() -> "QuerySet[Vote]":
    return Vote.objects.filter(weight=None).order_by("at", "pk")


def count(story_id: int) -> int:
    """Votes for less votes against."""
    return int(Vote.objects.filter(story_id=story_id).aggregate(total=Sum("value"))["total"] or 0)


def voted(reader: Reader, story_ids: Collection[int]) -> set[int]:
    """Which of these stories the reader voted for."""
    return {story for story, value in my_votes(reader, story_ids).items() if value > 0}


def my_votes(reader: Reader, story_ids: Collection[int]) -> dict[int, int]:
    """The reader's own votes on these stories: story → 1 or -1."""
    mine = Vote.objects.filter(reader=reader, story_id__in=story_ids)
    return dict(mine.values_list("story_id", "value"))
