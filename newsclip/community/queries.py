from collections.abc import Collection
from datetime import datetime

from newsclip.accounts.models import Reader
from newsclip.community.models import Vote


def votes_on(story_id: int) -> list[datetime]:
    """When the story's votes were given. Who gave them is told to nobody."""
    return list(Vote.objects.filter(story_id=story_id).order_by("at").values_list("at", flat=True))


def count(story_id: int) -> int:
    return Vote.objects.filter(story_id=story_id).count()


def voted(reader: Reader, story_ids: Collection[int]) -> set[int]:
    """Which of these stories the reader voted for."""
    mine = Vote.objects.filter(reader=reader, story_id__in=story_ids)
    return set(mine.values_list("story_id", flat=True))
