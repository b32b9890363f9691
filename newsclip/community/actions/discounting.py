"""Whether what an account did counts: all of its signals at once, weighed anew by whoever weighs them."""

from datetime import datetime
from itertools import batched

from newsclip.accounts.models import Reader
from newsclip.community.actions.counting import recount
from newsclip.community.actions.weighing import weight_of
from newsclip.community.models import Comment, CommentVote, Flag, Reading, Suggestion, Support, Vote

_AT_ONCE = 200
# Readings count for so little that older ones may wait until their story is counted again.
_READINGS = 200


def count_for(reader_id: int, *, counts: bool, now: datetime) -> None:
    """From now on what this account did, and does, counts or does not."""
    reader = Reader.objects.get(pk=reader_id)
    Reader.objects.filter(pk=reader_id).update(counts=counts)
    for model in (Vote, Comment, CommentVote):
        given = model._default_manager.filter(reader=reader).exclude(weight=None).order_by("pk")
        for some in batched(given.values_list("pk", flat=True), _AT_ONCE, strict=False):
            model._default_manager.filter(pk__in=some).update(weight=None)
    Support.objects.filter(reader=reader, suggestion__state=Suggestion.State.OPEN).update(weight=weight_of(reader, now))
    Flag.objects.filter(reader=reader, closed_at=None).update(weight=weight_of(reader, now))
    read = Reading.objects.filter(reader=reader).order_by("-at").values_list("clip__story_id", flat=True)
    recount(list(read[:_READINGS]), now=now)


def suggestions_by(reader_id: int) -> list[Suggestion]:
    """What this account suggested or agreed with and was carried out, the latest first."""
    agreed = Support.objects.filter(reader=reader_id).values("suggestion")
    mine = Suggestion.objects.filter(reader=reader_id) | Suggestion.objects.filter(pk__in=agreed)
    return list(mine.filter(state=Suggestion.State.APPLIED).select_related("story").order_by("-decided_at", "-pk"))


def refuse_open(reader_id: int, *, now: datetime) -> None:
    """What this account suggested is open no more."""
    mine = Suggestion.objects.filter(reader=reader_id, state=Suggestion.State.OPEN)
    mine.update(state=Suggestion.State.REFUSED, decided_at=now)
