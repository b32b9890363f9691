"""Handing the journey's steps to whichever worker is free, through the queue.

A worker claims rows and tells the queue the step, their keys and the end of the lease; whoever gets that works on the
rows still held by that very claim. So a worker that dies loses nothing: the broker hands its task to another at once,
the lease goes along, and rows that were done are held by nobody. A queue that is away loses nothing either: leases end,
and until it is back workers ask the tables themselves.
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
from newsclip.db import availability
from newsclip.db.leases import Leased, withdraw
from newsclip.kernel.dispatching import QueueAwayError, TaskQueue
from newsclip.pipeline.journey import Clock
from newsclip.pipeline.steps import Shared
from newsclip.wiring import Tools, tools
from newsclip.worker import heartbeat
from newsclip.worker.loop import DUTIES, Begun, carry_out, turn
from newsclip.worker.singleton_steps import shared_between_workers

log = structlog.get_logger()
ENOUGH = 8  # tasks that wait: workers have what to do next
AT_ONCE = 4  # tasks of one step
IDLE = 1.0  # seconds between two looks at the tables


@dataclass(slots=True)
class Worker:
    """What the threads of this process share: one step at a time is taken, whether a task or by asking the tables.

    `waiting`: steps that wait for the network. Their task is done for the queue; with a worker that dies they come back
    to the tables when their leases end.
    """

    stop: Event = field(default_factory=Event)
    woken: Event = field(default_factory=Event)
    one_at_a_time: Lock = field(default_factory=Lock)
    waiting: list[Begun] = field(default_factory=list)

    def close(self) -> None:
        """What waits gives back its rows."""
        while self.waiting:
            self.waiting.pop().close()


HERE = Worker()


@task()
def carry(step: str, keys: list[int], until: str) -> None:
    """Take the step for the rows of this claim. One that begins while this worker ends gives them back."""
    shared, end = steps()[step], datetime.fromisoformat(until)
    with HERE.one_at_a_time:
        carry_out(Begun(step, shared.take(keys, end, tools(), clock.now())), HERE.stop, HERE.waiting)
    HERE.woken.set()


def queue() -> TaskQueue:
    return cast(TaskQueue, task_backends["default"])


def work_with_queue(given: Tools, now: Clock, stop: Event) -> None:
    """Carry out what the queue gives, and keep it fed, until told to stop."""
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
    """With what waits for the network, unless this worker has something better to do; the queue is fed meanwhile."""
    if HERE.waiting and HERE.one_at_a_time.acquire(blocking=False):
        try:
            turn(given, now, HERE.stop, [], waiting=HERE.waiting)
        finally:
            HERE.one_at_a_time.release()


def _turn(given: Tools, now: Clock, order: Iterable[Shared[Any]]) -> bool:
    with HERE.one_at_a_time:
        return turn(given, now, HERE.stop, list(order), waiting=HERE.waiting)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that the queue was told of."""

    model: type[Leased]
    keys: list[int]
    until: datetime


@dataclass(slots=True)
class Feeder:
    """Claims what is due and hands it on."""

    queue: TaskQueue
    away: bool = False
    told: deque[Told] = field(default_factory=lambda: deque(maxlen=1000))
    database: availability.Outage = availability.HERE
    pulse: heartbeat.Pulse = heartbeat.HERE

    def beat(self) -> None:
        """It moves, though all its work may be done by others."""
        try:
            self.pulse.beat("feeding")
        except Error as error:
            if not self.database.explains(error):
                raise
            close_old_connections()

    def feed(self, order: deque[Shared[Any]], now: Clock) -> int:
        """Tasks for steps in turn, as long as not enough waits; how many. What is not expected is loud; that the queue
        or the database is away is told once.

        `order` is turned, so that next time the others come first.
        """
        try:
            return self._feed(order, now)
        except Exception as error:
            if not self.database.explains(error):
                log.exception("feeding_failed", step=order[0].__name__)
            close_old_connections()  # one that broke with its database is never mended; the next turn opens another
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
            Told(type(rows[0]), [row.pk for row in share], rows[0].leased_until) for share in batched(rows, step.share)
        ]
        self.told.extend(told)
        for one in told:
            carry.enqueue(step.__name__, one.keys, one.until.isoformat())
        return len(told)

    def _is_away(self, error: QueueAwayError) -> None:
        """What was told and nobody began is given back, for whoever asks the tables."""
        if not self.away:
            log.warning("queue_away", error=str(error), remedy="Start RabbitMQ, or check NEWSCLIP_QUEUE_URL.")
        self.away = True
        while self.told:
            one = self.told.pop()
            withdraw(one.model, one.keys, one.until)


@cache
def steps() -> Mapping[str, Shared[Any]]:
    """The worker's duties by name, as many workers take them."""
    return {step.__name__: step for step in shared_between_workers(DUTIES)}
