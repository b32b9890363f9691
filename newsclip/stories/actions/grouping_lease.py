"""One grouper at a time: who may place articles, and how everything that moves articles waits for each other."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from newsclip.db.leases import claim
from newsclip.stories.models import Grouper

_ONLY = 1


@dataclass(frozen=True, slots=True)
class Turn:
    """`held`: the claim, to be kept while the turn takes longer than a lease."""

    number: int
    held: list[Grouper]


def take(now: datetime) -> Turn | None:
    """Our turn, or None while somebody else has theirs."""
    Grouper.objects.get_or_create(pk=_ONLY)
    held = claim(Grouper.objects.all(), now=now, limit=1)
    if not held:
        return None
    Grouper.objects.filter(pk=_ONLY).update(turn=F("turn") + 1)
    return Turn(Grouper.objects.get(pk=_ONLY).turn, held)


def give_back(turn: Turn) -> None:
    Grouper.objects.filter(pk=_ONLY, turn=turn.number).update(leased_until=None)


def lock() -> int:
    """Within a transaction: wait until nobody else moves articles; the turn that runs. Events are in order thereby."""
    Grouper.objects.get_or_create(pk=_ONLY)
    return Grouper.objects.select_for_update().get(pk=_ONLY).turn
