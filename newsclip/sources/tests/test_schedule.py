from datetime import timedelta

import pytest

from newsclip.sources.rules import schedule
from newsclip.sources.rules.poll_hints import PollHints
from newsclip.sources.tests.fakes import NOW

HOUR = 3600


def times(every: int, last: int = 0):
    return [NOW - timedelta(seconds=last + n * every) for n in range(12)]


def learnt(interval: int, shown, looks: int = 12) -> int:
    for _ in range(looks):
        interval = schedule.after_success(interval, shown, wishes=PollHints(), now=NOW).interval
    return interval


def test_a_source_is_looked_at_twice_as_often_as_it_has_news():
    assert learnt(6 * HOUR, times(2 * HOUR)) == pytest.approx(HOUR, rel=0.01)


def test_never_oftener_than_five_minutes_nor_rarer_than_a_day():
    assert learnt(HOUR, times(1)) == schedule.SHORTEST
    assert learnt(HOUR, times(HOUR, last=90 * 24 * HOUR)) == pytest.approx(schedule.LONGEST, rel=0.01)


def test_what_the_source_asks_for_is_honoured_up_to_a_day():
    plan = schedule.after_success(HOUR, times(2 * HOUR), wishes=PollHints(3 * HOUR), now=NOW)
    assert plan.due_at == NOW + timedelta(hours=3)
    assert plan.interval == HOUR
    far = schedule.after_unchanged(HOUR, wishes=PollHints(10**9), now=NOW)
    assert far.due_at == NOW + timedelta(days=1)


def test_failures_in_a_row_double_the_time_up_to_a_day():
    hours = [(schedule.after_failure(HOUR, n, wait=None, now=NOW).due_at - NOW) / timedelta(hours=1) for n in range(7)]
    assert hours == [1, 2, 4, 8, 16, 24, 24]


def test_a_host_that_asks_for_longer_gets_it_up_to_a_week():
    assert schedule.after_failure(HOUR, 0, wait=5 * HOUR, now=NOW).due_at == NOW + timedelta(hours=5)
    assert schedule.after_failure(HOUR, 0, wait=10**12, now=NOW).due_at == NOW + timedelta(days=7)
    assert schedule.after_failure(HOUR, 0, wait=0, now=NOW).due_at == NOW + timedelta(hours=1)


def test_a_source_whose_hub_tells_us_is_asked_a_quarter_as_often_while_it_does():
    told = NOW + timedelta(days=5)
    due = schedule.after_unchanged(HOUR, wishes=PollHints(), now=NOW, pushed_until=told).due_at
    assert due == NOW + timedelta(hours=5)
    ends = NOW + timedelta(hours=3)
    assert schedule.after_unchanged(HOUR, wishes=PollHints(), now=NOW, pushed_until=ends).due_at == ends


def test_hours_and_days_that_the_source_skips_are_skipped():
    wishes = PollHints(skipped_hours=frozenset({13, 14}), skipped_days=frozenset({3}))
    # NOW is Thursday, noon
    assert wishes.first_free(NOW) == NOW.replace(hour=0) + timedelta(days=1)
    hours = PollHints(skipped_hours=frozenset({13, 14}))
    assert schedule.after_unchanged(HOUR, wishes=hours, now=NOW).due_at == NOW + timedelta(hours=3)
