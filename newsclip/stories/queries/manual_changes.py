"""Merges and splits that people made: what they decided, so that nobody asks again, and what can still be undone."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from newsclip.stories.models import StoryEvent

if TYPE_CHECKING:
    from django.db.models import QuerySet

_KINDS = ("merged", "split")


def is_by_readers(by: str) -> bool:
    """Whether readers decided, not a moderator: logged as "suggestion 7"; no name of an account has a space."""
    return by.startswith("suggestion ")


def made_by_people() -> "QuerySet[StoryEvent]":
    """All of them, those that undo another among them."""
    return StoryEvent.objects.filter(kind__in=_KINDS, detail__has_key="by")


def merged_into(story_id: int) -> "QuerySet[StoryEvent]":
    """The merges of other stories into this one that stand, by people and by grouping. A move of articles is none."""
    moved = StoryEvent.objects.filter(story=OuterRef("story"), kind="split", at=OuterRef("at"))
    rows = StoryEvent.objects.filter(kind="merged", story__merged_into=story_id, detail__into=story_id)
    return rows.filter(~Exists(moved))


def placed_by_hand(story_ids: Iterable[int]) -> frozenset[tuple[int, int]]:
    """Each of these stories and an article that somebody put there, or that came back when a change was undone."""
    rows = made_by_people().filter(story__in=set(story_ids)).values_list("story", "detail")
    return frozenset((story, article) for story, detail in rows for article in detail.get("articles", ()))


def parted_by_hand(story_ids: Iterable[int]) -> frozenset[frozenset[int]]:
    """Pairs of one of these stories and another, of which somebody made two of one."""
    rows = made_by_people().filter(story__in=set(story_ids), kind="split").values_list("story", "detail")
    others = ((story, detail.get("into") or detail.get("from")) for story, detail in rows)
    return frozenset(frozenset((story, other)) for story, other in others if other)


def undoable(rows: Collection[StoryEvent]) -> frozenset[int]:
    """The events among these that can still be undone. The undoing of one is an event of the same story."""
    made = [row for row in rows if row.kind in _KINDS and "before" in row.detail]
    if not made:
        return frozenset()
    ends = {_end(row) for row in made}
    there = StoryEvent.objects.filter(story__in={row.story_id for row in made}, detail__undoes__in=ends)
    undone = set(there.values_list("detail__undoes", flat=True))
    return frozenset(row.pk for row in made if _end(row) not in undone)


def undoable_at(done: Iterable[tuple[int, datetime]]) -> dict[tuple[int, datetime], int]:
    """By story and time the event of a merge or a split; 0 where somebody undid it."""
    wanted = set(done)
    rows = StoryEvent.objects.filter(kind__in=_KINDS, detail__has_key="before")
    rows = rows.filter(story__in={story for story, _ in wanted}, at__in={at for _, at in wanted})
    found = {(row.story_id, row.at): row for row in rows.order_by("pk") if (row.story_id, row.at) in wanted}
    left = undoable(found.values())
    return {key: row.pk if row.pk in left else 0 for key, row in found.items()}


def _end(row: StoryEvent) -> int:
    """The event by which it is undone: of a change in two stories, the one that both name."""
    return int(row.detail.get("with", row.pk))
