"""Steps whose rows many workers share; the other steps run in one worker at a time."""

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
    """One step of the pipeline: finds its work, does a batch of it, yields the outcomes."""

    __name__: str

    def __call__(self, tools: Tools, now: datetime, /) -> Iterator[Outcome]: ...


class Shared[Row: Leased]:
    """A step over claimed rows: any number of workers may run it at once.

    Calling it claims and works. Separately, one process may claim and another work: the row IDs and the end of their
    lease are all that must be passed on (see newsclip.worker.dispatching).
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
        """Claim rows for `take`."""
        return claim(self._due(now), now=now, limit=limit, lease=self._lease)

    def take(self, keys: Sequence[int], until: datetime, tools: Tools, now: datetime) -> Iterator[Outcome]:
        """Work on those rows of this claim that are not finished yet, whoever made it."""
        with given_back(begin(self._due(now).model, keys, until)) as rows:
            yield from self._work(rows, tools, now)


def shared[Row: Leased](
    due: Due[Row], *, limit: int, share: int, lease: timedelta = LEASE
) -> Callable[[Work[Row]], Shared[Row]]:
    """Decorator: make a step of a function that works on claimed rows.

    `limit`: rows that a worker claims for itself at once; `share`: rows per task if work is dispatched.
    """
    return lambda work: Shared(work, due, limit=limit, share=share, lease=lease)
