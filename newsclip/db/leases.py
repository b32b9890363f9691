"""Rows that one worker at a time may work on: claimed by a conditional UPDATE, free again when the lease ends.

The row is the queue: no broker is asked, nothing is lost with a crash, and any number of workers may race.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from secrets import randbelow

from django.db import models, transaction
from django.db.models import Q, QuerySet

from newsclip.options import OPTIONS

LEASE = timedelta(seconds=OPTIONS.lease)
_BEGUN = timedelta(microseconds=1)  # marks a lease as begun: no clock gives it
MOST_TRIES = 2  # once may be an accident of the machine
# Two versions a day are tried twice each: an honest page that was mended is read within the hour.
MOST_OVERRUNS = 2 * MOST_TRIES
_OVERRUNS_WITHIN = timedelta(days=1)  # older ones may have had another cause
OVERRUN = ("overruns", "overruns_since")


class Leased(models.Model):
    """A row that a worker may hold for a while."""

    leased_until = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class Overrunning(models.Model):
    """Counts how often what is worked on for it took more than one text may, within a day of the first time.

    New words are a fresh chance, but words cost their writer nothing, and each try costs a process its whole limit.
    """

    overruns = models.PositiveIntegerField(default=0, editable=False)
    overruns_since = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    def overran(self, now: datetime, times: int = 1) -> None:
        """Not saved: see OVERRUN."""
        if self.overruns_since is None or now - self.overruns_since >= _OVERRUNS_WITHIN:
            self.overruns, self.overruns_since = 0, now
        self.overruns += times

    def rests_until(self, now: datetime, *, most: int = MOST_OVERRUNS) -> datetime | None:
        """When it may be tried again, where that was too often; None where it may be now."""
        if self.overruns < most or self.overruns_since is None:
            return None
        until = self.overruns_since + _OVERRUNS_WITHIN
        return until if until > now else None


class Tried(Leased, Overrunning):
    """A row whose work may be more than a process can bear: how often it was begun and not ended is counted.

    After `MOST_TRIES` it is a dead letter: nobody works on it until it is retried, or says something new.
    """

    tries = models.PositiveSmallIntegerField(default=0, editable=False, help_text="Begun and not ended, in a row.")
    dead_letter = models.CharField(
        max_length=40, blank=True, editable=False, help_text="Why it is set aside, see kernel/reasons; '' = it is not."
    )

    class Meta:
        abstract = True

    @property
    def is_spent(self) -> bool:
        return self.tries >= MOST_TRIES


@contextmanager
def trying(row: Tried, **marks: object) -> Iterator[None]:
    """Work on one claimed row. That it was begun is written down first, so that who is killed has said so.

    `marks`: columns that are written along. Whoever ends the work saves `tries`; one that is told to stop takes the
    try back.
    """
    mine = type(row)._default_manager.filter(pk=row.pk, leased_until=row.leased_until)
    row.tries += 1
    mine.update(tries=row.tries, **marks)
    try:
        yield
    except KeyboardInterrupt:
        mine.update(tries=row.tries - 1)
        raise


def claim[Row: Leased](rows: "QuerySet[Row]", *, now: datetime, limit: int, lease: timedelta = LEASE) -> list[Row]:
    """Take up to `limit` of these rows that nobody holds; those another worker took meanwhile are left out.

    A worker that dies keeps its rows from others until `now + lease`, no longer. One UPDATE claims them all; where it
    met fewer than were seen, the end of the lease, unlike any other in its microseconds, tells which are ours. Where
    rows can be locked (PostgreSQL), those that another worker claims in this moment are passed over. A lease that ends
    later than any can was given by a clock that was wrong, and binds nobody.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + 2 * lease)
    until = now + lease - timedelta(microseconds=2 * randbelow(500_000))
    if not rows.filter(free).exists():  # no transaction is begun where there is nothing to do
        return []
    with transaction.atomic():
        seen = list(rows.filter(free).select_for_update(skip_locked=True, of=("self",))[:limit])
        same = rows.model._default_manager.filter(pk__in=[row.pk for row in seen])
        if same.filter(free).update(leased_until=until) < len(seen):
            mine = set(same.filter(leased_until=until).values_list("pk", flat=True))
            seen = [row for row in seen if row.pk in mine]
    for row in seen:
        row.leased_until = until
    return seen


def begin[Row: Leased](model: type[Row], keys: Sequence[int], until: datetime) -> list[Row]:
    """Those of these rows that are held by the very claim that ends at `until`, in the order of `keys`.

    Whoever was told of a claim may begin with it, and go on where another that began has died. That it was begun is
    written down as a microsecond more, so that `withdraw` takes back only what nobody began.
    """
    begun = until + _BEGUN
    mine = model._default_manager.filter(pk__in=keys, leased_until__in=(until, begun))
    if not mine.update(leased_until=begun):
        return []
    rows = mine.filter(leased_until=begun).in_bulk()
    return [rows[key] for key in keys if key in rows]


def withdraw(model: type[Leased], keys: Sequence[int], until: datetime) -> int:
    """Give back what nobody began of a claim that others were told of. Returns how many."""
    return model._default_manager.filter(pk__in=keys, leased_until=until).update(leased_until=None)


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
    """Claimed rows; a worker that is told to stop gives back those it has not come to."""
    with given_back(claim(rows, now=now, limit=limit, lease=lease)) as taken:
        yield taken


@contextmanager
def given_back[Row: Leased](taken: list[Row]) -> Iterator[list[Row]]:
    """Rows of a claim; a worker that is told to stop gives back those it has not come to.

    After an unexpected fault they stay held, so that it is not met again at once.
    """
    try:
        yield taken
    except (GeneratorExit, KeyboardInterrupt):
        release(taken)
        raise
