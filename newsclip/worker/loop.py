"""The worker loop: runs the pipeline's steps until told to stop."""

import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from threading import Event

import structlog
from django.db import close_old_connections

from newsclip import wiring
from newsclip.accounts import actions as accounts
from newsclip.articles import actions as articles
from newsclip.clock import Clock
from newsclip.community import actions as community
from newsclip.db import availability
from newsclip.mail import editions, notices
from newsclip.options import OPTIONS
from newsclip.pipeline import account_deletion, retention
from newsclip.pipeline.journey import JOURNEY
from newsclip.pipeline.ports import WAITING, Outcome
from newsclip.pipeline.steps import Shared, Step
from newsclip.push import sending
from newsclip.sources import actions as sources
from newsclip.wiring import Tools
from newsclip.worker import heartbeat, outcome_log, step_metrics


def send_editions(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Send the daily and weekly editions by mail."""
    for reader, clips in editions.send_editions(now=now):
        yield Outcome("mail", f"edition for reader {reader.pk}", "counted", count=clips)


def send_notices(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Send notices by mail."""
    for reader, told in notices.send_notices(now=now):
        yield Outcome("mail", f"notices for reader {reader.pk}", "counted", count=told)


def queue_news(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Queue messages for webhooks, browsers and the hub."""
    for to, found in sending.queue(now=now):
        yield Outcome("push", f"subscription {to.pk}", "counted", count=found)


def deliver_news(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Send the queued messages."""
    for told in sending.deliver(send=wiring.send(), now=now):
        yield Outcome("push", f"delivery {told[0].pk}", told[1]) if told else WAITING


def wake(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """After the clock was ahead and was corrected, reschedule what was planned for the far future."""
    if sources.has_future_polls(now):
        articles.wake(now)
        yield Outcome("clock", "It was ahead, and was put back", "counted", count=sources.wake(now))


def finish_leaving(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Finish account deletions that were interrupted."""
    for number in account_deletion.go_on(now):
        yield Outcome("leaving", f"account {number}", "counted", count=1)


class Forgetting:
    """Deletes a bounded number of expired rows of each kind per turn."""

    __name__ = "forget"

    def __init__(self) -> None:
        self._looked_at = 0  # the key of the last browser checked

    def __call__(self, tools: Tools, now: datetime) -> Iterator[Outcome]:
        """Delete old retracted votes, and expired rate limits, restrictions and sessions."""
        dropped = community.forget_taken_back(now) + community.forget_consumed(now) + community.end_restrictions(now)
        dropped += accounts.forget_expired(now) + community.forget_delivered(now)
        browsers, self._looked_at = accounts.forget_browsers(self._looked_at)
        if dropped + browsers:
            yield Outcome("forgetting", f"{dropped + browsers} rows", "counted", count=dropped + browsers)


class Retention:
    """Runs once an hour, and again while something is left to do."""

    __name__ = "retention"

    def __init__(self) -> None:
        self._due: datetime | None = None

    def __call__(self, tools: Tools, now: datetime) -> Iterator[Outcome]:
        """Delete what exceeds the operator's retention limits."""
        if self._due and self._due - HOUR <= now < self._due:  # also run if the clock was put back
            return
        done = list(retention.tidy(OPTIONS.keep, forget=tools.pictures.forget, now=now))
        self._due = None if done else now + HOUR
        yield from done


_TOLD: tuple[Step, ...] = (send_editions, send_notices, queue_news, deliver_news)
DUTIES: tuple[Step, ...] = (wake, *JOURNEY, *_TOLD, finish_leaving, Forgetting(), Retention())

log = structlog.get_logger()
HOUR = timedelta(hours=1)
MOST_WAITING = 30  # steps per worker: each has a thread and costs a check per turn
IDLE = 2.0  # seconds to wait after a turn that found nothing to do


class RunningStep:
    """A step in progress, which may wait for the network."""

    def __init__(self, name: str, outcomes: Iterator[Outcome]) -> None:
        self.name, self._outcomes = name, outcomes
        self.waits = False

    def go_on(self, stop: Event, database: availability.Outage, *, to_its_end: bool) -> bool:
        """Continue until it ends or, unless `to_its_end`, waits. Returns whether it had an outcome.

        Unexpected errors are logged each time; an outage of the database is logged once.
        """
        busy, self.waits, began = False, False, time.monotonic()
        try:
            heartbeat.HERE.beat(self.name)
            for outcome in self._outcomes:
                self.waits = outcome is WAITING and not to_its_end and not stop.is_set()
                if self.waits:
                    return busy
                if outcome is not WAITING:
                    busy = True
                    _note(self.name, outcome)
                if stop.is_set():
                    return True
        except Exception as error:
            if not database.explains(error):
                log.exception("step_failed", step=self.name)
                step_metrics.count_failure(self.name)
            close_old_connections()  # a broken connection stays broken; the next step opens a new one
            return False
        finally:
            step_metrics.count_step(self.name, time.monotonic() - began if busy else None)
            if not self.waits:
                self.close()
        return busy

    def close(self) -> None:
        """Release the rows that it has not processed."""
        self._outcomes.close()  # type: ignore[attr-defined] # every step is a generator


def _note(step: str, outcome: Outcome) -> None:
    heartbeat.HERE.beat(step, did=outcome.step)
    outcome_log.tell(outcome)
    step_metrics.count_outcome(outcome)


def work(tools: Tools, clock: Clock, stop: Event, journey: Sequence[Step] = DUTIES) -> None:
    """Run turns until stopped. A failing step is logged and does not affect the others; nor does one that waits for the
    network.
    """
    waiting: list[RunningStep] = []
    try:
        while not stop.is_set():
            if not turn(tools, clock, stop, journey, waiting=waiting):
                stop.wait(IDLE)
    finally:
        for begun in waiting:
            begun.close()


def turn(
    tools: Tools,
    clock: Clock,
    stop: Event,
    journey: Sequence[Step],
    database: availability.Outage = availability.HERE,
    waiting: list[RunningStep] | None = None,
) -> bool:
    """Run every step once. Returns whether there was anything to do.

    Steps that wait for the network are left in `waiting` and continued by the next turn; without it each runs to its
    end. A step that cannot be shared is not started again while it waits.
    """
    left, busy = [] if waiting is None else waiting, False
    for begun in [*left]:
        busy |= begun.go_on(stop, database, to_its_end=False)
    left[:] = [begun for begun in left if begun.waits]
    for step in journey:
        waits = any(begun.name == step.__name__ for begun in left)
        if stop.is_set() or (waits and not (isinstance(step, Shared) and len(left) < MOST_WAITING)):
            continue
        begun = _begin(step, tools, clock)
        busy |= begun.go_on(stop, database, to_its_end=waiting is None)
        left += [begun] if begun.waits else []
    return busy


def _begin(step: Step, tools: Tools, clock: Clock) -> RunningStep:
    return RunningStep(step.__name__, step(tools, clock()))


def carry_out(begun: RunningStep, stop: Event, waiting: list[RunningStep]) -> None:
    """Run this to its end, or put it into `waiting` for a later turn."""
    begun.go_on(stop, availability.HERE, to_its_end=len(waiting) >= MOST_WAITING)
    waiting += [begun] if begun.waits else []
