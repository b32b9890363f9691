"""What people decided about which articles a story has: nobody asks them the same again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsclip.stories.models import StoryEvent

if TYPE_CHECKING:
    from django.db.models import QuerySet


def placed_by_hand(story_ids: Iterable[int]) -> frozenset[tuple[int, int]]:
    """Each of these stories and an article that somebody put there, or that came back when a change was undone."""
    rows = _by_people(story_ids).values_list("story", "detail")
    return frozenset((story, article) for story, detail in rows for article in detail.get("articles", ()))


def parted_by_hand(story_ids: Iterable[int]) -> frozenset[frozenset[int]]:
    """Pairs of one of these stories and another, of which somebody made two of one."""
    rows = _by_people(story_ids).filter(kind="split").values_list("story", "detail")
    others = ((story, detail.get("into") or detail.get("from")) for story, detail in rows)
    return frozenset(frozenset((story, other)) for story, other in others if other)


def _by_people(story_ids: Iterable[int]) -> "QuerySet[StoryEvent]":
    return StoryEvent.objects.filter(story__in=set(story_ids), kind__in=("merged", "split"), detail__has_key="by")
