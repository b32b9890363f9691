"""Articles move from one story to another: split off, and merged into it, in one step that is undone as one."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from newsclip.stories.actions import manual
from newsclip.stories.models import Story, StoryEvent
from newsclip.stories.ports import Note


@transaction.atomic
def move(article_ids: Iterable[int], story: Story, into: Story, *, now: datetime, by: str, note: Note) -> Story:
    """Move some of a story's articles into another. Returns the story that they are in.

    Raises Refused("not_splittable") unless some but not all articles are named, and Refused("not_mergeable").
    """
    apart = manual.split(article_ids, story, now=now, by=by, note=note)
    return manual.merge(apart, into, now=now, by=by, note=note)


@transaction.atomic
def undo(event: StoryEvent, *, now: datetime, by: str, why: str = "") -> Story:
    """Revert a merge, a split or a move, whichever the event is of; as manual.undo does."""
    halves = _halves(event)
    if not halves:
        return manual.undo(event, now=now, by=by, why=why)
    split, merged = halves
    manual.undo(merged, now=now, by=by, why=why)
    return manual.undo(split, now=now, by=by, why=why)


def is_of_move(event: StoryEvent) -> bool:
    """Whether the split or merge is a part of a move."""
    return _halves(event) is not None


def _halves(event: StoryEvent) -> tuple[StoryEvent, StoryEvent] | None:
    """The split and the merge that a move is made of: what was split off was merged in the same step."""
    other = "into" if event.kind == "split" else "from"
    there = StoryEvent.objects.filter(story__in=[event.story_id, event.detail.get(other, 0)], at=event.at)
    # Of what grouping does by itself only moves are split off for the sake of an article that joined.
    there = there.filter(Q(detail__has_key="by") | Q(detail__receipt__has_key="bridge"))
    split = there.filter(kind="split", detail__has_key="from").first()
    merged = there.filter(kind="merged", detail__has_key="into").first()
    return (split, merged) if split and merged and split.story_id == merged.story_id else None
