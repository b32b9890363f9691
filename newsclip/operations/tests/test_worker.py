from datetime import UTC, datetime
from threading import Event

import pytest
import structlog

from newsclip.operations.worker import work
from newsclip.pipeline.ports import Outcome

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
