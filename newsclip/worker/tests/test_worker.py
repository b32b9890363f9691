from datetime import UTC, datetime
from threading import Event

import pytest
import structlog

from newsclip.pipeline.ports import WAITING, Outcome
from newsclip.pipeline.steps import Shared
from newsclip.worker.loop import MOST_WAITING, RunningStep, carry_out, turn, work

NOW = datetime(2026, 11, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def steps_that(*calls):
    """Steps that note their name, or break, and a stop after the last."""
    stop, seen = Event(), []

    def step(name):
        def take(tools, now):
            seen.append(name)
            if name == "breaks":
                raise RuntimeError("unexpected")
            if name == "last":
                stop.set()
            yield Outcome(name, "x", "read")

        return take

    return [step(name) for name in calls], stop, seen


@pytest.mark.django_db
def test_a_step_that_breaks_is_loud_and_does_not_stop_the_others():
    steps, stop, seen = steps_that("first", "breaks", "last")
    with structlog.testing.capture_logs() as logs:
        work(None, lambda: NOW, stop, steps)
    assert seen == ["first", "breaks", "last"]
    assert [log["event"] for log in logs if log["log_level"] == "error"] == ["step_failed"]


def test_a_worker_told_to_stop_begins_nothing_more():
    steps, stop, seen = steps_that("last", "never")
    with structlog.testing.capture_logs():
        work(None, lambda: NOW, stop, steps)
    assert seen == ["last"]


class Slow(Shared):
    """A step of batches that wait for the network until they are `answered`; counts those begun and given back."""

    __name__ = "slow"

    def __init__(self):
        self.answered, self.begun, self.given_back = False, 0, 0

    def __call__(self, tools, now):
        self.begun += 1
        try:
            while not self.answered:
                yield WAITING
            yield Outcome("slow", "x", "read")
        finally:
            self.given_back += 1


def turns(number, *steps):
    """So many, in one worker; whether each had anything to do."""
    waiting = []
    with structlog.testing.capture_logs():
        return [turn(None, lambda: NOW, Event(), steps, waiting=waiting) for _ in range(number)], waiting


def test_a_step_that_waits_for_the_network_keeps_no_other_waiting():
    slow, (steps, _, seen) = Slow(), steps_that("other")
    turns(3, slow, *steps)
    assert seen == ["other"] * 3
    assert slow.begun == 3, "nor does it keep its own next batch waiting"


def test_what_waited_is_gone_on_with_once_it_is_answered():
    slow, waiting = Slow(), []
    with structlog.testing.capture_logs() as logs:
        assert not turn(None, lambda: NOW, Event(), [slow], waiting=waiting)
        slow.answered = True
        assert turn(None, lambda: NOW, Event(), [], waiting=waiting)
    assert [log["code"] for log in logs if log.get("step") == "slow"] == ["read"]
    assert waiting == []


def test_no_more_than_a_few_batches_wait_at_once():
    slow = Slow()
    turns(MOST_WAITING + 9, slow)
    assert slow.begun == MOST_WAITING


def test_a_step_that_cannot_be_shared_is_not_begun_again_while_it_waits():
    slow = Slow()

    def alone(tools, now):
        yield from slow(tools, now)

    turns(3, alone)
    assert slow.begun == 1


def test_a_worker_that_ends_gives_back_what_waits():
    slow, (steps, stop, _) = Slow(), steps_that("last")
    with structlog.testing.capture_logs():
        work(None, lambda: NOW, stop, [slow, *steps])
    assert (slow.begun, slow.given_back) == (1, 1)


def test_what_the_queue_gives_is_left_while_it_waits_unless_too_much_does():
    slow, waiting = Slow(), []
    carry_out(RunningStep("slow", slow(None, NOW)), Event(), waiting)
    assert (len(waiting), slow.given_back) == (1, 0)
    slow.answered = True
    with structlog.testing.capture_logs():
        carry_out(RunningStep("slow", slow(None, NOW)), Event(), waiting * MOST_WAITING)
    assert slow.given_back == 1
