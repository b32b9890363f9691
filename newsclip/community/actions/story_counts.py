from collections.abc import Iterable
from datetime import datetime

from newsclip.community.models import Uncounted


def recount(story_ids: Iterable[int], *, now: datetime) -> None:
    """Mark these stories for a recount of their rank, after a change in what it counts.

    An existing row is rewritten, not left alone: so a recount in progress is waited for, or waits.
    """
    Uncounted.objects.bulk_create(
        [Uncounted(story_id=story_id, at=now) for story_id in sorted(set(story_ids))],
        update_conflicts=True,
        unique_fields=["story"],
        update_fields=["at"],
    )


def counted(story_id: int) -> None:
    """Mark the story as counted. Call before reading what it counts, in the same transaction."""
    Uncounted.objects.filter(story_id=story_id).delete()
