from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet, Sum

from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.community.models import Comment, Uncounted, Vote
from newsclip.community.rules.account_weight import FULL_AFTER, FULL_VALUE
from newsclip.community.rules.trust import NEWCOMER_FOR
from newsclip.stories.models import Story


def weighed_votes_on(story_id: int) -> list[tuple[datetime, float]]:
    """When votes were cast, with their weights from -1 to 1; unweighed votes are 0."""
    rows = Vote.objects.filter(story_id=story_id).exclude(weight=None).order_by("at", "pk")
    return [(at, value * (weight or 0.0)) for at, value, weight in rows.values_list("at", "value", "weight")]


def uncounted(*, limit: int) -> list[int]:
    """Stories with activity that their clip's rank does not count yet, oldest first."""
    with_clip = Uncounted.objects.filter(Exists(Clip.objects.filter(story=OuterRef("story"))))
    return list(with_clip.order_by("pk").values_list("story_id", flat=True)[:limit])


def to_weigh() -> "QuerySet[Vote]":
    return Vote.objects.filter(weight=None).order_by("at", "pk")


def count(story_id: int) -> int:
    """Upvotes minus downvotes."""
    return int(Vote.objects.filter(story_id=story_id).aggregate(total=Sum("value"))["total"] or 0)


def voted(reader: Reader, story_ids: Collection[int]) -> set[int]:
    """Which of these stories the reader voted for."""
    return {story for story, value in my_votes(reader, story_ids).items() if value > 0}


def my_vote(reader: Reader, story_id: int) -> tuple[int, str]:
    """The reader's vote on a story, 1, -1 or 0, and the reason of a downvote (Vote.Reason)."""
    mine = Vote.objects.filter(reader=reader, story_id=story_id).values_list("value", "reason").first()
    return mine or (0, "")


def my_votes(reader: Reader, story_ids: Collection[int]) -> dict[int, int]:
    """The reader's votes on these stories: story → 1 or -1."""
    mine = Vote.objects.filter(reader=reader, story_id__in=story_ids)
    return dict(mine.values_list("story_id", "value"))


def left_behind(limit: int = 100) -> list[Story]:
    """Merged stories that received votes from pages loaded before the merge."""
    voted = set(to_weigh().values_list("story", flat=True)[:limit])
    return list(Story.objects.filter(pk__in=voted).exclude(merged_into=None))


def full_weight_after() -> timedelta:
    """The account age from which votes weigh in full."""
    return FULL_AFTER


def full_value() -> float:
    """How many people of full weight must value an account before it counts in full."""
    return FULL_VALUE


def activity_between(since: datetime, until: datetime, *, among: object) -> list[tuple[int, int, datetime, float]]:
    """(story, reader, when, weight) of upvotes and comments on these stories, without newcomers.

    Used only to compute trends, which publish counts, not names.
    """
    known = {"reader__date_joined__lt": until - NEWCOMER_FOR, "story_id__in": among, "at__gt": since, "at__lte": until}
    votes = Vote.objects.filter(value=1, weight__gt=0, **known).order_by()
    said = Comment.objects.filter(state=Comment.State.SHOWN, weight__gt=0, **known).order_by()
    wanted = "story_id", "reader_id", "at", "weight"
    return [*votes.values_list(*wanted), *said.values_list(*wanted)]
