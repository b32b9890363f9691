"""Steps that cannot be shared run in one worker at a time."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from newsclip.db.leases import kept
from newsclip.pipeline.ports import Outcome
from newsclip.pipeline.steps import Shared, Step, shared
from newsclip.wiring import Tools
from newsclip.worker.models import Duty

PAUSE = timedelta(seconds=2)  # for all workers, after a turn that found nothing to do


def shared_between_workers(steps: Sequence[Step]) -> list[Shared[Any]]:
    """The steps for a worker that is not alone: unshared ones are guarded by a claimed Duty."""
    alone = [step for step in steps if not isinstance(step, Shared)]
    Duty.objects.bulk_create([Duty(name=step.__name__) for step in alone], ignore_conflicts=True)
    return [step if isinstance(step, Shared) else _duty(step) for step in steps]


def _duty(step: Step) -> Shared[Duty]:
    def take(turn: list[Duty], tools: Tools, now: datetime) -> Iterator[Outcome]:
        for duty in turn:
            busy = False
            for outcome in kept(turn, step(tools, now), now=now):
                busy = True
                yield outcome
            mine = Duty.objects.filter(pk=duty.pk, leased_until=duty.leased_until)
            mine.update(leased_until=None if busy else now + PAUSE)

    take.__name__, take.__doc__ = step.__name__, step.__doc__
    return shared(lambda _: Duty.objects.filter(name=step.__name__), limit=1, share=1)(take)
