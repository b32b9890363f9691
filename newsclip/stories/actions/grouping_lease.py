"""The grouping lease: one process at a time places articles, and everything that moves articles is serialized."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from newsclip.db.leases import claim
from newsclip.stories.models import Grouper

_ONLY = 1


@dataclass(frozen=True, slots=True)
class Turn:
    """`held`: the claim, to be renewed while the turn takes longer than a lease."""

    number: int
    held: list[Grouper]


def take(now: datetime) -> Turn | None:
    """Take the lease, or return None while another process has it."""
    Grouper.objects.get_or_create(pk=_ONLY)
    held = claim(Grouper.objects.all(), now=now, limit=1)
    if not held:
        return None
    Grouper.objects.filter(pk=_ONLY).update(turn=F("turn") + 1)
    return Turn(Grouper.objects.get(pk=_ONLY).turn, held)


def give_back(turn: Turn) -> None:
    Grouper.objects.filter(pk=_ONLY, turn=turn.number).update(leased_until=None)


def lock() -> int:
    """Inside a transaction: wait for everyone else who moves articles. Returns the current turn.
    Keeps events in order.
    """
    Grouper.objects.get_or_create(pk=_ONLY)
    return Grouper.objects.select_for_update().get(pk=_ONLY).turn
