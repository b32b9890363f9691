"""What a clip was written for, or set aside with, waits no more."""

from django.db import transaction

from newsclip.articles import actions as articles
from newsclip.clips.actions.writer_inputs import WriterInputs
from newsclip.clips.models import Assignment
from newsclip.stories.models import Story
from newsclip.stories.ports import StoryMembers


@transaction.atomic
def settle(assignment: Assignment, members: StoryMembers, here: WriterInputs) -> None:
    """Nothing of the story waits any more, unless it is to be written again, or an article went or came back since."""
    done = Assignment.objects.select_for_update().filter(pk=assignment.pk, story_version__gte=members.version)
    if not done.exists():
        return
    Story.objects.filter(pk=members.id, written_version__lt=members.version).update(written_version=members.version)
    articles.mark_noticed([member.article_id for member in members.members], here.there, gone=here.away)
