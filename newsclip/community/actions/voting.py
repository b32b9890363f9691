from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from newsclip.accounts.models import Reader
from newsclip.community.actions.rate_limits import permit
from newsclip.community.actions.story_counts import recount
from newsclip.community.models import CommentVote, Flag, Target, Vote
from newsclip.community.queries.weights import VOTES, RowWeigher
from newsclip.community.rules import trust
from newsclip.db.batches import drop
from newsclip.kernel.reasons import Refused
from newsclip.stories import queries as stories

_RUSH = timedelta(hours=1)  # the first hour of a story
# How long a retracted vote is remembered. If votes were forgotten after a day, a ring could start anew each day.
_KEPT_BACK = timedelta(days=30)
_MOST_IN_A_RUSH = 500  # votes of the first hour of a story that are looked at: bounds the work


def vote(reader: Reader, story_id: int, *, now: datetime, value: int = 1, reason: str = "") -> None:
    """Vote on a story. Idempotent. A vote in the other direction replaces the first and keeps its date.

    Otherwise voting again would keep a story hot, and a ring could choose when its members met.

    Raises Refused("reason_missing") for a downvote without a reason, and what `permit` raises.
    """
    if value < 0 and reason not in Vote.Reason.values:
        raise Refused("reason_missing")
    wanted = {"value": 1 if value > 0 else -1, "reason": reason if value < 0 else ""}
    if Vote.objects.filter(reader=reader, story_id=story_id, **wanted).exists():
        return
    given = Vote(reader=reader, story_id=story_id, at=now, **wanted)
    with transaction.atomic():  # a single wait for the write lock
        permit(reader, "votes", now=now)
        Vote.objects.bulk_create(
            [given],
            update_conflicts=True,
            unique_fields=["reader", "story"],
            update_fields=["value", "reason", "weight"],
        )


def take_back(reader: Reader, story_id: int, *, now: datetime) -> None:
    """Retract a vote. Idempotent. The row stays: see forget_taken_back."""
    there = stories.parts(stories.story(story_id).pk)  # the page may be from before a merge
    given = Vote.objects.filter(reader=reader, story__in=there).exclude(value=0)
    given.update(value=0, reason="", weight=None, weighed_at=now)


def forget_taken_back(now: datetime) -> int:
    """Delete a batch of votes retracted long ago."""
    before = now - _KEPT_BACK
    dropped = drop(Vote.objects.filter(value=0, weighed_at__lt=before).order_by("weighed_at"))
    return dropped + drop(CommentVote.objects.filter(value=0, taken_back_at__lt=before).order_by("taken_back_at"))


def weigh(votes: Iterable[Vote], *, now: datetime) -> Iterator[Vote]:
    """Weigh votes, by account and by those who cast the same vote earlier. Idempotent."""
    weighed, scales = set(), RowWeigher(VOTES)
    for one in votes:
        one.weight = scales.weigh(one)
        with transaction.atomic():
            Vote.objects.filter(pk=one.pk, value=one.value).update(weight=one.weight, weighed_at=now)
            recount([one.story_id], now=now)
        weighed.add(one.story_id)
        yield one
    for story_id in sorted(weighed):
        _look_at_rush(story_id, now=now)


def _look_at_rush(story_id: int, *, now: datetime) -> None:
    """Ask a moderator, once, to review a story that accounts with hardly any earlier votes upvoted
    in its first hour.
    """
    first = Vote.objects.filter(story_id=story_id, value=1).order_by("at").values_list("at", flat=True).first()
    if first is None:
        return
    rush = Vote.objects.filter(story_id=story_id, value=1, at__lt=first + _RUSH).exclude(weight=None)
    before = Vote.objects.filter(reader=OuterRef("reader"), at__lt=OuterRef("at")).exclude(value=0).order_by()
    number = Coalesce(Subquery(before.values("reader").annotate(number=Count("pk")).values("number")), 0)
    rows = rush.annotate(before=number).values_list("weight", "before")[:_MOST_IN_A_RUSH]
    votes = [(weight or 0.0, before) for weight, before in rows]
    if not trust.wants_a_look(votes):
        return
    flags = Flag.objects.filter(kind=Target.STORY, key=str(story_id), reason=Flag.Reason.HELD)
    if flags.exists():
        return
    words = "most of its first votes are of accounts that hardly ever voted"
    weight = min(1.0, sum(given for given, _ in votes))  # bounded: rushing many stories must not fill the queue
    held = {"reason": Flag.Reason.HELD, "words": words, "at": now, "weight": weight}
    Flag.objects.create(kind=Target.STORY, key=str(story_id), **held)
