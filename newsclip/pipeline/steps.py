"""Steps whose rows many workers share, beside those that one worker at a time takes."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import update_wrapper
from typing import Protocol

from django.db.models import QuerySet

from newsclip.db.leases import LEASE, Leased, begin, claim, given_back, held
from newsclip.pipeline.ports import Outcome
from newsclip.wiring import Tools

type Due[Row: Leased] = Callable[[datetime], "QuerySet[Row]"]
type Work[Row: Leased] = Callable[[list[Row], Tools, datetime], Iterator[Outcome]]


class Step(Protocol):
    """One step of the journey: finds its own work, does a batch of it, and says what came of it."""

    __name__: str

    def __call__(self, tools: Tools, now: datetime, /) -> Iterator[Outcome]: ...


class Shared[Row: Leased]:
    """A step of rows that are claimed: any number of workers may take it at once.

    Called, it claims and works. Apart, whoever claims may leave the work to another: the keys of the rows and the end
    of their lease are all that has to be told (see newsclip.worker.dispatching).
    """

    def __init__(self, work: Work[Row], due: Due[Row], *, limit: int, share: int, lease: timedelta) -> None:
        self._work, self._due, self._limit, self._lease = work, due, limit, lease
        self.share = share
        update_wrapper(self, work)

    __name__: str

    def __call__(self, tools: Tools, now: datetime, /) -> Iterator[Outcome]:
        with held(self._due(now), now=now, limit=self._limit, lease=self._lease) as rows:
            if rows:
                yield from self._work(rows, tools, now)

    def claim(self, now: datetime, limit: int) -> list[Row]:
        """Rows that are held from now on, for `take`."""
        return claim(self._due(now), now=now, limit=limit, lease=self._lease)

    def take(self, keys: Sequence[int], until: datetime, tools: Tools, now: datetime) -> Iterator[Outcome]:
        """Work on what is left of rows that were claimed until then, by whomever."""
        with given_back(begin(self._due(now).model, keys, until)) as rows:
            yield from self._work(rows, tools, now)


def shared[Row: Leased](
    due: Due[Row], *, limit: int, share: int, lease: timedelta = LEASE
) -> Callable[[Work[Row]], Shared[Row]]:
    """Make a step of a function that works on claimed rows.

    `limit`: rows that a worker claims for itself at once; `share`: rows that are one worker's where work is dispatched.
    """
    return lambda work: Shared(work, due, limit=limit, share=share, lease=lease)
