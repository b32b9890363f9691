"""Rows that one worker at a time may work on: claimed by a conditional UPDATE, free again when the lease ends.

The row is the queue: no broker is asked, nothing is lost with a crash, and any number of workers may race.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from secrets import randbelow

from django.db import models
from django.db.models import Q, QuerySet

from newsclip.options import OPTIONS

LEASE = timedelta(seconds=OPTIONS.lease)


class Leased(models.Model):
    """A row that a worker may hold for a while."""

    leased_until = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


def claim[Row: Leased](rows: "QuerySet[Row]", *, now: datetime, limit: int, lease: timedelta = LEASE) -> list[Row]:
    """Take up to `limit` of these rows that nobody holds; those another worker took meanwhile are left out.

    A worker that dies keeps its rows from others until `now + lease`, no longer. One UPDATE claims them all; where it
    met fewer than were seen, the end of the lease, unlike any other in its microseconds, tells which are ours. A lease
    that ends later than any can was given by a clock that was wrong, and binds nobody.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + 2 * lease)
    until = now + lease - timedelta(microseconds=randbelow(1_000_000))
    seen = list(rows.filter(free)[:limit])
    if not seen:
        return []
    same = type(seen[0])._default_manager.filter(pk__in=[row.pk for row in seen])
    if same.filter(free).update(leased_until=until) < len(seen):
        mine = set(same.filter(leased_until=until).values_list("pk", flat=True))
        seen = [row for row in seen if row.pk in mine]
    for row in seen:
        row.leased_until = until
    return seen


def release[Row: Leased](rows: Sequence[Row]) -> int:
    """Give back what is still held of a claim, so that nobody waits for its lease to end. Returns how many."""
    given = 0
    for row in rows:
        mine = type(row)._default_manager.filter(pk=row.pk, leased_until=row.leased_until)
        given += mine.exclude(leased_until=None).update(leased_until=None)
    return given


def kept[Row: Leased, Result](
    rows: Sequence[Row], results: Iterable[Result], *, now: datetime, elapsed: Callable[[], float] = time.monotonic
) -> Iterator[Result]:
    """These results, one after the other; what is not done of the claimed rows is claimed anew as time goes by.

    So that a lease may be short, and a batch of sources that hang may yet take longer. `now` is when the rows were
    claimed, `elapsed` counts seconds.
    """
    began = renewed = elapsed()
    for result in results:
        if elapsed() - renewed > LEASE.total_seconds() / 3:
            renewed = elapsed()
            _renew(rows, now + timedelta(seconds=renewed - began) + LEASE)
        yield result


def _renew[Row: Leased](rows: Sequence[Row], until: datetime) -> None:
    mine = [row for row in rows if row.leased_until is not None]
    for before in {row.leased_until for row in mine}:
        same = [row for row in mine if row.leased_until == before]
        manager = type(same[0])._default_manager
        manager.filter(pk__in=[row.pk for row in same], leased_until=before).update(leased_until=until)
    for row in mine:
        row.leased_until = until


@contextmanager
def held[Row: Leased](
    rows: "QuerySet[Row]", *, now: datetime, limit: int, lease: timedelta = LEASE
) -> Iterator[list[Row]]:
    """Claimed rows; a worker that is told to stop gives back those it has not come to.

    After an unexpected fault they stay held, so that it is not met again at once.
    """
    taken = claim(rows, now=now, limit=limit, lease=lease)
    try:
        yield taken
    except (GeneratorExit, KeyboardInterrupt):
        release(taken)
        raise
