"""The process that carries articles along their journey, until it is told to stop."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from threading import Event

import structlog
from django.db import close_old_connections

from newsclip import wiring
from newsclip.accounts import actions as accounts
from newsclip.articles import actions as articles
from newsclip.community import actions as community
from newsclip.db import availability
from newsclip.mail import editions, notices
from newsclip.options import OPTIONS
from newsclip.pipeline import account_deletion, retention
from newsclip.pipeline.journey import JOURNEY, Clock
from newsclip.pipeline.ports import WAITING, Outcome
from newsclip.pipeline.steps import Shared, Step
from newsclip.push import sending
from newsclip.sources import actions as sources
from newsclip.wiring import Tools
from newsclip.worker import heartbeat


def send_editions(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Send the day's and the week's news to those who asked for it by mail."""
    for reader, clips in editions.send_editions(now=now):
        yield Outcome("mail", f"edition for reader {reader.pk}", "counted", count=clips)


def send_notices(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Send notices to those who asked for them by mail."""
    for reader, told in notices.send_notices(now=now):
        yield Outcome("mail", f"notices for reader {reader.pk}", "counted", count=told)


def queue_news(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Keep what programs, browsers and the hub are to be told."""
    for to, found in sending.queue(now=now):
        yield Outcome("push", f"subscription {to.pk}", "counted", count=found)


def deliver_news(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Tell them."""
    for told in sending.deliver(send=wiring.send(), now=now):
        yield Outcome("push", f"delivery {told[0].pk}", told[1]) if told else WAITING


def wake(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Where the machine's clock was ahead and was put right, what was planned by it does not wait for its years."""
    if sources.clock_was_ahead(now):
        articles.wake(now)
        yield Outcome("clock", "It was ahead, and was put back", "counted", count=sources.wake(now))


def finish_leaving(tools: Tools, now: datetime) -> Iterator[Outcome]:
    """Who asked to be deleted is, though the process that did so was ended."""
    for number in account_deletion.go_on(now):
        yield Outcome("leaving", f"account {number}", "counted", count=1)


class Forgetting:
    """A bounded number of rows of each kind in each turn."""

    __name__ = "forget"

    def __init__(self) -> None:
        self._looked_at = 0  # the last browser that was

    def __call__(self, tools: Tools, now: datetime) -> Iterator[Outcome]:
        """Votes that were taken back, and allowances, restrictions and sessions that are over, leave no trace."""
        dropped = community.forget_taken_back(now) + community.forget_spent(now) + community.end_restrictions(now)
        dropped += accounts.forget_expired(now) + community.forget_delivered(now)
        browsers, self._looked_at = accounts.forget_browsers(self._looked_at)
        if dropped + browsers:
            yield Outcome("forgetting", f"{dropped + browsers} rows", "counted", count=dropped + browsers)


class Retention:
    """Once an hour, and as long as there is something left to do."""

    __name__ = "retention"

    def __init__(self) -> None:
        self._due: datetime | None = None

    def __call__(self, tools: Tools, now: datetime) -> Iterator[Outcome]:
        """Drop what is kept longer than the operator wants."""
        if self._due and self._due - HOUR <= now < self._due:  # a clock may have been put back
            return
        done = list(retention.tidy(OPTIONS.keep, forget=tools.pictures.forget, now=now))
        self._due = None if done else now + HOUR
        yield from done


_TOLD: tuple[Step, ...] = (send_editions, send_notices, queue_news, deliver_news)
DUTIES: tuple[Step, ...] = (wake, *JOURNEY, *_TOLD, finish_leaving, Forgetting(), Retention())

log = structlog.get_logger()
HOUR = timedelta(hours=1)
MOST_WAITING = 30  # steps of one worker: each has a thread, and costs a glance a turn
IDLE = 2.0  # seconds to wait when a turn found nothing to do


class Begun:
    """A step that has begun, and may wait for the network."""

    def __init__(self, name: str, outcomes: Iterator[Outcome]) -> None:
        self.name, self._outcomes = name, outcomes
        self.waits = False

    def go_on(self, stop: Event, database: availability.Outage, *, to_its_end: bool) -> bool:
        """Until it ends or, unless `to_its_end`, waits. Whether anything came of it.

        What was not expected is loud; that the database is away is told once.
        """
        busy, self.waits = False, False
        try:
            heartbeat.HERE.beat(self.name)
            for outcome in self._outcomes:
                self.waits = outcome is WAITING and not to_its_end and not stop.is_set()
                if self.waits:
                    return busy
                if outcome is not WAITING:
                    busy = True
                    heartbeat.HERE.beat(self.name, did=outcome.step)
                    log.info(outcome.step, subject=outcome.subject, code=outcome.code, detail=outcome.detail)
                if stop.is_set():
                    return True
        except Exception as error:
            if not database.explains(error):
                log.exception("step_failed", step=self.name)
            close_old_connections()  # one that broke with its database is never mended; the next step opens another
            return False
        finally:
            if not self.waits:
                self.close()
        return busy

    def close(self) -> None:
        """It gives back what it has not come to."""
        self._outcomes.close()  # type: ignore[attr-defined] # every step is a generator


def work(tools: Tools, clock: Clock, stop: Event, journey: Sequence[Step] = DUTIES) -> None:
    """Turn after turn. A step that breaks is loud, and does not keep the others from their work; one that waits for the
    network keeps nobody from theirs.
    """
    waiting: list[Begun] = []
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
    waiting: list[Begun] | None = None,
) -> bool:
    """Every step once. Whether there was anything to do.

    Steps that wait for the network are left in `waiting` and gone on with by the next turn; without it, each is taken
    to its end. Of a step that cannot be shared, no more is begun meanwhile.
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


def _begin(step: Step, tools: Tools, clock: Clock) -> Begun:
    return Begun(step.__name__, step(tools, clock()))


def carry_out(begun: Begun, stop: Event, waiting: list[Begun]) -> None:
    """Take this to its end, or leave it in `waiting` for a turn to go on with."""
    begun.go_on(stop, availability.HERE, to_its_end=len(waiting) >= MOST_WAITING)
    waiting += [begun] if begun.waits else []
