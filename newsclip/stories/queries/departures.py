"""When articles left a story for another one, and whether that took back what had brought them there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from newsclip.stories.models import StoryEvent
from newsclip.stories.queries.manual_changes import is_by_readers


@dataclass(frozen=True, slots=True)
class Departure:
    """An article's way out of a story. `undone`: a merge or a move had brought it there, and was undone. `by`: the
    moderator who did it; "" where grouping did, or readers together.
    """

    story: int
    article: int
    at: datetime
    undone: bool
    by: str = ""


def departures(story_ids: Collection[int]) -> list[Departure]:
    """All from these stories, the first first; those with a whole story that became part of another left out."""
    left = StoryEvent.objects.filter(story__in=story_ids, kind__in=("split", "moved"), detail__has_key="into")
    return [
        Departure(event.story_id, article, event.at, "undoes" in event.detail, "" if is_by_readers(by) else by)
        for event in left.order_by("at", "pk")
        for by in [event.detail.get("by", "")]
        for article in event.detail["articles"]
    ]
