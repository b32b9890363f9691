"""Which merges and splits can still be undone."""

from collections.abc import Iterable
from datetime import datetime

from newsclip.stories.models import StoryEvent


def undoable_at(done: Iterable[tuple[int, datetime]]) -> dict[tuple[int, datetime], int]:
    """By story and time the event of a merge or a split; 0 where somebody undid it."""
    wanted = set(done)
    rows = StoryEvent.objects.filter(kind__in=("merged", "split"), detail__has_key="before")
    rows = rows.filter(story__in={story for story, _ in wanted}, at__in={at for _, at in wanted})
    found = {(row.story_id, row.at): row for row in rows.order_by("pk") if (row.story_id, row.at) in wanted}
    ends = {row.detail.get("with", row.pk) for row in found.values()}
    undone = set(StoryEvent.objects.filter(detail__undoes__in=ends).values_list("detail__undoes", flat=True))
    return {key: 0 if row.detail.get("with", row.pk) in undone else row.pk for key, row in found.items()}
