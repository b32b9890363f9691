"""Which clips lists show."""

from django.db.models import Exists, OuterRef, QuerySet

from newsclip.clips.models import Clip
from newsclip.stories.models import Story


def listed() -> "QuerySet[Clip]":
    """Clips that lists show: not withdrawn, not taken out, not of a story that was merged into another."""
    # Asked of each clip: joined, SQLite walks through all stories that are not merged to find thirty clips.
    merged = Story.objects.filter(pk=OuterRef("story")).exclude(merged_into=None)
    return Clip.objects.filter(~Exists(merged), state=Clip.State.PUBLISHED, hidden=False)


def is_listed(clip: Clip) -> bool:
    return clip.state == Clip.State.PUBLISHED and not clip.hidden and clip.story.merged_into_id is None
