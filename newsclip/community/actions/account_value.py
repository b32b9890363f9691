"""How much others valued an account's contributions: stored with the account and updated on change."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, QuerySet, Sum

from newsclip.accounts.models import Reader
from newsclip.community.actions.story_counts import recount
from newsclip.community.models import Comment, CommentVote, Suggestion, Support
from newsclip.community.queries.weights import COMMENT_VOTES, COMMENTS, RowWeigher

# Older valuations say little about who uses the account now.
_LATELY = timedelta(days=90)


def score(comment_ids: Collection[int], *, now: datetime) -> None:
    """Sum up the weighted votes on these comments, and update what their authors are valued for."""
    given = CommentVote.objects.filter(comment__in=comment_ids).order_by().values_list("comment")
    sums = dict(given.annotate(sum=Sum(F("value") * F("weight"))))
    for pk in comment_ids:
        Comment.objects.filter(pk=pk).update(score=int(sums.get(pk) or 0.0))
    value(Comment.objects.filter(pk__in=comment_ids).values_list("reader_id", flat=True), now=now)


def value(reader_ids: Iterable[int | None], *, now: datetime) -> None:
    """Sum up who valued these accounts lately: each person once, by their largest weight."""
    for pk in {pk for pk in reader_ids if pk is not None}:
        people: dict[int, float] = {}
        for person, weight in [*_liked(pk, now), *_agreed(pk, now), *_decided(pk, now)]:
            people[person] = max(people.get(person, 0.0), weight or 0.0)
        valued = sum(people.values())
        Reader.objects.filter(pk=pk).exclude(valued=valued).update(valued=valued)


type _People = Iterable[tuple[int, float | None]]


def _liked(author: int, now: datetime) -> _People:
    """Who voted for one of their comments."""
    liked = CommentVote.objects.filter(value=1, comment__reader=author, comment__at__gt=now - _LATELY)
    shown = liked.filter(comment__state=Comment.State.SHOWN).order_by()
    return shown.values("reader").annotate(most=Max("weight")).values_list("reader", "most")


def _agreed(author: int, now: datetime) -> _People:
    """Who supported a suggestion of theirs that was carried out."""
    agreed = Support.objects.filter(suggestion__in=_carried_out(author, now), reader__counts=True).order_by()
    return agreed.values("reader").annotate(most=Max("weight")).values_list("reader", "most")


def _decided(author: int, now: datetime) -> _People:
    """Which moderators carried one out. Nobody values themselves."""
    by = _carried_out(author, now).exclude(decided_by=author).order_by().values_list("decided_by", flat=True)
    return [(moderator, 1.0) for moderator in by.distinct() if moderator is not None]


def _carried_out(author: int, now: datetime) -> "QuerySet[Suggestion]":
    return Suggestion.objects.filter(reader=author, state=Suggestion.State.APPLIED, at__gt=now - _LATELY)


def weigh_comments(comments: Iterable[Comment], *, now: datetime) -> Iterator[Comment]:
    """Weigh each comment, by its account and by those who spoke about the story earlier. Idempotent."""
    scales = RowWeigher(COMMENTS)
    for one in comments:
        with transaction.atomic():
            Comment.objects.filter(pk=one.pk).update(weight=scales.weigh(one))
            recount([one.story_id], now=now)
        yield one


def weigh_comment_votes(votes: Iterable[CommentVote], *, now: datetime) -> Iterator[CommentVote]:
    """The same for votes on comments, with the comments' scores."""
    scales = RowWeigher(COMMENT_VOTES)
    for one in votes:
        with transaction.atomic():
            CommentVote.objects.filter(pk=one.pk).update(weight=scales.weigh(one))
            score([one.comment_id], now=now)
        yield one
