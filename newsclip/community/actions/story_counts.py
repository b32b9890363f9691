from collections.abc import Iterable
from datetime import datetime

from newsclip.community.models import Uncounted


def recount(story_ids: Iterable[int], *, now: datetime) -> None:
    """Let the standings of these stories be counted again, after what they count has changed.

    A row that is there is written anew, not left: so whoever counts it in this moment is waited for, or waits.
    """
    Uncounted.objects.bulk_create(
        [Uncounted(story_id=story_id, at=now) for story_id in sorted(set(story_ids))],
        update_conflicts=True,
        unique_fields=["story"],
        update_fields=["at"],
    )


def counted(story_id: int) -> None:
    """Say that a standing counts the story anew; to be said before looking at what it counts, in one transaction."""
    Uncounted.objects.filter(story_id=story_id).delete()
