"""One grouper at a time: who may place articles, and how everything that moves articles waits for each other."""

from datetime import datetime

from django.db.models import F

from newsclip.leases import claim
from newsclip.stories.models import Grouper

_ONLY = 1


def take(now: datetime) -> int | None:
    """The number of our turn, or None while somebody else has theirs."""
    Grouper.objects.get_or_create(pk=_ONLY)
    if not claim(Grouper.objects.all(), now=now, limit=1):
        return None
    Grouper.objects.filter(pk=_ONLY).update(turn=F("turn") + 1)
    return Grouper.objects.get(pk=_ONLY).turn


def give_back(turn: int) -> None:
    Grouper.objects.filter(pk=_ONLY, turn=turn).update(leased_until=None)


def lock() -> int:
    """Within a transaction: wait until nobody else moves articles; the turn that runs. Events are in order thereby."""
    Grouper.objects.get_or_create(pk=_ONLY)
    return Grouper.objects.select_for_update().get(pk=_ONLY).turn
