"""After a merge, votes, comments and other rows of a story follow it to the other story."""

from django.db.models import F

from newsclip.stories.models import Story


def mark_followed(story: Story) -> bool:
    """Mark the story's rows as moved. False if it was merged again meanwhile. Call first, in the same transaction."""
    same = Story.objects.filter(pk=story.pk, moved=True, merged_into=story.merged_into_id)
    # Nothing is written about a story that was merged into another.
    written = {"written_version": F("version")} if story.merged_into_id else {}
    return bool(same.update(moved=False, **written))
