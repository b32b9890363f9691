from datetime import datetime

from django.db import transaction
from django.db.models import F

from newsclip.accounts.models import Reader
from newsclip.community.actions.counting import recount
from newsclip.community.models import (
    Action,
    Appeal,
    Challenge,
    Comment,
    CommentVote,
    Flag,
    Follow,
    Mute,
    Notice,
    Submission,
    Suggestion,
    Target,
    Topic,
    Vote,
)

_SOMEBODY = "somebody who left"


@transaction.atomic
def forget(reader: Reader, *, now: datetime) -> None:
    """A person leaves: their words and their name go, wherever they stand; what others did stays.

    What hangs on the account goes with it. The public log keeps who acted as a moderator, and why: that is its purpose.
    """
    said = Comment.objects.filter(reader=reader)
    Notice.objects.filter(comment__in=said).delete()  # they repeat the words
    voted = Vote.objects.filter(reader=reader)
    spoken_of = [*said.values_list("story", flat=True), *voted.values_list("story", flat=True)]
    _take_back_votes(reader)
    said.update(state=Comment.State.WITHDRAWN, text="", anchor=None, digest="", reader=None)
    about = Topic.PERSON, reader.username
    Follow.objects.filter(kind=about[0], key=about[1]).delete()
    Mute.objects.filter(kind=about[0], key=about[1]).delete()
    Action.objects.filter(target=Target.READER, key=str(reader.pk)).update(label=_SOMEBODY)
    named = Action.objects.filter(target=Target.COMMENT, label__endswith=f" {reader.username}")
    named.update(label=f"a comment by {_SOMEBODY}")
    Flag.objects.filter(kind=Target.READER, key=str(reader.pk)).delete()
    Flag.objects.filter(reader=reader).update(words="")
    Appeal.objects.filter(reader=reader).update(text="")
    Challenge.objects.filter(reader=reader).update(why="")
    Submission.objects.filter(reader=reader).delete()
    mine = Suggestion.objects.filter(reader=reader)
    mine.filter(state=Suggestion.State.OPEN).delete()
    mine.update(why="")
    recount(spoken_of, now=now)  # last, as everybody does who holds rows: so nobody waits in a circle


def _take_back_votes(reader: Reader) -> None:
    """What they said of stories and of comments no longer counts."""
    Vote.objects.filter(reader=reader).delete()
    for given in CommentVote.objects.filter(reader=reader).select_related("comment"):
        Comment.objects.filter(pk=given.comment_id).update(score=F("score") - given.value)
        given.delete()
