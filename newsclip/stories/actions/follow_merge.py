"""What hangs on a story goes along when it becomes part of another."""

from django.db.models import F

from newsclip.stories.models import Story


def went_along(story: Story) -> bool:
    """Note that all is as the story says now; whether it says so still. To be asked first, in one transaction."""
    same = Story.objects.filter(pk=story.pk, moved=True, merged_into=story.merged_into_id)
    # What is part of another is not written about.
    written = {"written_version": F("version")} if story.merged_into_id else {}
    return bool(same.update(moved=False, **written))
