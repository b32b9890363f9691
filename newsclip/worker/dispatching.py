"""Dispatches the pipeline's steps to free workers through the queue.

A worker claims rows and enqueues the step, the row IDs and the end of the lease; whoever receives that works on the
rows that this claim still holds. So a dying worker loses nothing: the broker redelivers its task, the lease is part of
it, and finished rows are no longer claimed. If the queue is away nothing is lost either: leases end, and until it is
back workers query the tables themselves.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import batched
from threading import Event, Lock
from typing import Any, cast

import structlog
from django.db import Error, close_old_connections
from django.tasks import task, task_backends

from newsclip import clock
from newsclip.clock import Clock
from newsclip.db import availability
from newsclip.db.leases import Leased, withdraw
from newsclip.kernel.dispatching import QueueAwayError, TaskQueue
from newsclip.pipeline.steps import Shared
from newsclip.wiring import Tools, tools
from newsclip.worker import heartbeat
from newsclip.worker.loop import DUTIES, RunningStep, carry_out, turn
from newsclip.worker.singleton_steps import shared_between_workers

log = structlog.get_logger()
ENOUGH = 8  # waiting tasks: the workers have something to do next
AT_ONCE = 4  # tasks of one step
IDLE = 1.0  # seconds between two queries for work


@dataclass(slots=True)
class Worker:
    """State shared by this process's threads: one step runs at a time, from a task or from a query.

    `waiting`: steps that wait for the network. Their task is acknowledged; if the worker dies, their rows become free
    when the leases end.
    """

    stop: Event = field(default_factory=Event)
    woken: Event = field(default_factory=Event)
    one_at_a_time: Lock = field(default_factory=Lock)
    waiting: list[RunningStep] = field(default_factory=list)

    def close(self) -> None:
        """Release the rows of waiting steps."""
        while self.waiting:
            self.waiting.pop().close()


HERE = Worker()


@task()
def carry(step: str, keys: list[int], until: str) -> None:
    """Run the step for the rows of this claim. If this worker is stopping, release them."""
    shared, end = steps()[step], datetime.fromisoformat(until)
    with HERE.one_at_a_time:
        carry_out(RunningStep(step, shared.take(keys, end, tools(), clock.now())), HERE.stop, HERE.waiting)
    HERE.woken.set()


def queue() -> TaskQueue:
    return cast(TaskQueue, task_backends["default"])


def work_with_queue(given: Tools, now: Clock, stop: Event) -> None:
    """Run the queue's tasks and keep the queue filled, until told to stop."""
    HERE.stop, order, feeder = stop, deque(steps().values()), Feeder(queue())
    with closing(HERE), feeder.queue.serving():
        while not stop.is_set():
            feeder.beat()
            _go_on(given, now)
            if feeder.feed(order, now):
                continue
            if feeder.away and _turn(given, now, order):
                continue
            HERE.woken.wait(IDLE)
            HERE.woken.clear()


def _go_on(given: Tools, now: Clock) -> None:
    """Continue waiting steps unless there is better work; the queue is filled meanwhile."""
    if HERE.waiting and HERE.one_at_a_time.acquire(blocking=False):
        try:
            turn(given, now, HERE.stop, [], waiting=HERE.waiting)
        finally:
            HERE.one_at_a_time.release()


def _turn(given: Tools, now: Clock, order: Iterable[Shared[Any]]) -> bool:
    with HERE.one_at_a_time:
        return turn(given, now, HERE.stop, list(order), waiting=HERE.waiting)


@dataclass(frozen=True, slots=True)
class EnqueuedClaim:
    """A claim that was enqueued."""

    model: type[Leased]
    keys: list[int]
    until: datetime


@dataclass(slots=True)
class Feeder:
    """Claims rows that are due and enqueues them."""

    queue: TaskQueue
    away: bool = False
    told: deque[EnqueuedClaim] = field(default_factory=lambda: deque(maxlen=1000))
    database: availability.Outage = availability.HERE
    pulse: heartbeat.Pulse = heartbeat.HERE

    def beat(self) -> None:
        """Heartbeat: this worker is alive, even if others do all the work."""
        try:
            self.pulse.beat("feeding")
        except Error as error:
            if not self.database.explains(error):
                raise
            close_old_connections()

    def feed(self, order: deque[Shared[Any]], now: Clock) -> int:
        """Enqueue tasks for the steps in turn until enough wait. Returns how many.

        Unexpected errors are logged each time; an outage of queue or database is logged once. `order` is rotated, so
        that next time other steps come first.
        """
        try:
            return self._feed(order, now)
        except Exception as error:
            if not self.database.explains(error):
                log.exception("feeding_failed", step=order[0].__name__)
            close_old_connections()  # a broken connection stays broken; the next turn opens a new one
            return 0

    def _feed(self, order: deque[Shared[Any]], now: Clock) -> int:
        sent = 0
        try:
            for _ in range(len(order)):
                if self.queue.waiting() >= ENOUGH:
                    break
                sent += self._send(order[0], now())
                order.rotate(-1)
        except QueueAwayError as error:
            self._is_away(error)
        else:
            if self.away:
                log.warning("queue_back")
            self.away = False
        return sent

    def _send(self, step: Shared[Any], now: datetime) -> int:
        """Raises QueueAwayError."""
        rows = step.claim(now, AT_ONCE * step.share)
        told = [
            EnqueuedClaim(type(rows[0]), [row.pk for row in share], rows[0].leased_until)
            for share in batched(rows, step.share)
        ]
        self.told.extend(told)
        for one in told:
            carry.enqueue(step.__name__, one.keys, one.until.isoformat())
        return len(told)

    def _is_away(self, error: QueueAwayError) -> None:
        """Release rows that were enqueued and not started, for workers that query the tables."""
        if not self.away:
            log.warning("queue_away", error=str(error), remedy="Start RabbitMQ, or check NEWSCLIP_QUEUE_URL.")
        self.away = True
        while self.told:
            one = self.told.pop()
            withdraw(one.model, one.keys, one.until)


@cache
def steps() -> Mapping[str, Shared[Any]]:
    """The worker's steps by name, as shared steps."""
    return {step.__name__: step for step in shared_between_workers(DUTIES)}
