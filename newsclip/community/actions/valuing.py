"""What others valued of what an account did: kept beside the account, brought up to date when it changes."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, Sum

from newsclip.accounts.models import Reader
from newsclip.community.actions.counting import recount
from newsclip.community.actions.weighing import COMMENT_VOTES, COMMENTS, Scales
from newsclip.community.models import Comment, CommentVote, Suggestion

# What was valued longer ago says little of who uses the account now.
_LATELY = timedelta(days=90)


def score(comment_ids: Collection[int], *, now: datetime) -> None:
    """Sum up the votes on these comments by their weights, whole ones; and what their authors are valued for."""
    given = CommentVote.objects.filter(comment__in=comment_ids).order_by().values_list("comment")
    sums = dict(given.annotate(sum=Sum(F("value") * F("weight"))))
    for pk in comment_ids:
        Comment.objects.filter(pk=pk).update(score=int(sums.get(pk) or 0.0))
    value(Comment.objects.filter(pk__in=comment_ids).values_list("reader_id", flat=True), now=now)


def value(reader_ids: Iterable[int | None], *, now: datetime) -> None:
    """Sum up who valued these accounts lately: everybody once by their weight, and each change that was carried out."""
    for pk in {pk for pk in reader_ids if pk is not None}:
        liked = CommentVote.objects.filter(value=1, comment__reader=pk, comment__at__gt=now - _LATELY)
        shown = liked.filter(comment__state=Comment.State.SHOWN).order_by()
        people = shown.values("reader").annotate(most=Max("weight")).values_list("most", flat=True)
        carried_out = Suggestion.objects.filter(reader=pk, state=Suggestion.State.APPLIED, at__gt=now - _LATELY)
        valued = sum(one or 0.0 for one in people) + carried_out.count()
        Reader.objects.filter(pk=pk).exclude(valued=valued).update(valued=valued)


def weigh_comments(comments: Iterable[Comment], *, now: datetime) -> Iterator[Comment]:
    """Give each comment its weight, by its account and by those who spoke of the story before; repeat it freely."""
    scales = Scales(COMMENTS)
    for one in comments:
        with transaction.atomic():
            Comment.objects.filter(pk=one.pk).update(weight=scales.weigh(one))
            recount([one.story_id], now=now)
        yield one


def weigh_comment_votes(votes: Iterable[CommentVote], *, now: datetime) -> Iterator[CommentVote]:
    """The same for votes on comments, and the comments' scores."""
    scales = Scales(COMMENT_VOTES)
    for one in votes:
        with transaction.atomic():
            CommentVote.objects.filter(pk=one.pk).update(weight=scales.weigh(one))
            score([one.comment_id], now=now)
        yield one
