"""Whether an account's signals count: all of them are switched at once and weighed again by the next run."""

from datetime import datetime
from itertools import batched

from newsclip.accounts.models import Reader
from newsclip.community.actions.story_counts import recount
from newsclip.community.models import Comment, CommentVote, Flag, Reading, Submission, Suggestion, Support, Vote
from newsclip.community.queries.weights import weight_of
from newsclip.community.rules.quorum import enough
from newsclip.stories.queries import stories_of

_AT_ONCE = 200  # rows in one transaction (at most 250)
# Readings count for so little that older ones may wait for their story's next recount.
_READINGS = 200
_LINKS = 200


def count_for(reader_id: int, *, counts: bool, now: datetime) -> None:
    """Count or discount everything this account did and does from now on."""
    reader = Reader.objects.get(pk=reader_id)
    Reader.objects.filter(pk=reader_id).update(counts=counts)
    for model in (Vote, Comment, CommentVote):
        given = model._default_manager.filter(reader=reader).exclude(weight=None).order_by("pk")
        for some in batched(given.values_list("pk", flat=True), _AT_ONCE, strict=False):
            model._default_manager.filter(pk__in=some).update(weight=None)
    Support.objects.filter(reader=reader, suggestion__state=Suggestion.State.OPEN).update(weight=weight_of(reader, now))
    Flag.objects.filter(reader=reader, closed_at=None).update(weight=weight_of(reader, now))
    read = Reading.objects.filter(reader=reader).order_by("-at").values_list("clip__story_id", flat=True)
    links = Submission.objects.filter(reader=reader).order_by("-at").values_list("article", flat=True)
    recount([*read[:_READINGS], *stories_of(links[:_LINKS])], now=now)


def suggestions_by(reader_id: int) -> list[Suggestion]:
    """Suggestions carried out because of this account, latest first: its own, and those that lack support without it.

    Suggestions with enough other supporters stay; otherwise an account that supports everything would, once discounted,
    revert everything. What a moderator carried out is that moderator's decision.
    """
    agreed = Support.objects.filter(reader=reader_id).values("suggestion")
    mine = Suggestion.objects.filter(reader=reader_id) | Suggestion.objects.filter(pk__in=agreed)
    by_readers = mine.filter(state=Suggestion.State.APPLIED, by_moderator=False)
    found = by_readers.select_related("story").order_by("-decided_at", "-pk")
    return [one for one in found if one.reader_id == reader_id or not _enough_without(one, reader_id)]


def _enough_without(suggestion: Suggestion, reader_id: int) -> bool:
    others = suggestion.supports.exclude(reader=reader_id).filter(reader__counts=True)
    return enough(tuple(others.values_list("weight", flat=True)))


def allow_again(suggestion: Suggestion) -> None:
    """It was undone because of its supporters, not its content: others may suggest it again."""
    Suggestion.objects.filter(pk=suggestion.pk).update(may_return=True)


def refuse_open(reader_id: int, *, now: datetime) -> None:
    """Close this account's open suggestions."""
    mine = Suggestion.objects.filter(reader=reader_id, state=Suggestion.State.OPEN)
    mine.update(state=Suggestion.State.REFUSED, decided_at=now)
