from dataclasses import replace
from datetime import timedelta

import pytest

from newsclip.kernel.poll_options import PollLimits
from newsclip.sources.rules import schedule
from newsclip.sources.rules.poll_hints import PollHints
from newsclip.sources.rules.schedule import Pace
from newsclip.sources.tests.fakes import NOW

HOUR = 3600


def times(every: int, last: int = 0):
    return [NOW - timedelta(seconds=last + n * every) for n in range(12)]


def learnt(interval: int, shown, looks: int = 12) -> int:
    for _ in range(looks):
        interval = schedule.after_success(Pace(interval), shown, wishes=PollHints(), now=NOW).interval
    return interval


def test_a_source_is_looked_at_twice_as_often_as_it_has_news():
    assert learnt(6 * HOUR, times(2 * HOUR)) == pytest.approx(HOUR, rel=0.01)


def test_never_oftener_than_five_minutes_nor_rarer_than_a_day():
    assert learnt(HOUR, times(1)) == PollLimits().least
    assert learnt(HOUR, times(HOUR, last=90 * 24 * HOUR)) == pytest.approx(schedule.LONGEST, rel=0.01)


def test_what_the_source_asks_for_is_honoured_up_to_a_day():
    plan = schedule.after_success(Pace(HOUR), times(2 * HOUR), wishes=PollHints(3 * HOUR), now=NOW)
    assert plan.due_at == NOW + timedelta(hours=3)
    assert plan.interval == HOUR
    far = schedule.after_unchanged(Pace(HOUR), wishes=PollHints(10**9), now=NOW)
    assert far.due_at == NOW + timedelta(days=1)


def test_failures_in_a_row_double_the_time_up_to_a_day():
    hours = [
        (schedule.after_failure(Pace(HOUR), n, wait=None, now=NOW).due_at - NOW) / timedelta(hours=1) for n in range(7)
    ]
    assert hours == [1, 2, 4, 8, 16, 24, 24]


def test_a_host_that_asks_for_longer_gets_it_up_to_a_week():
    assert schedule.after_failure(Pace(HOUR), 0, wait=5 * HOUR, now=NOW).due_at == NOW + timedelta(hours=5)
    assert schedule.after_failure(Pace(HOUR), 0, wait=10**12, now=NOW).due_at == NOW + timedelta(days=7)
    assert schedule.after_failure(Pace(HOUR), 0, wait=0, now=NOW).due_at == NOW + timedelta(hours=1)


def test_a_source_whose_hub_tells_us_is_asked_a_quarter_as_often_while_it_does():
    told = NOW + timedelta(days=5)
    due = schedule.after_unchanged(Pace(HOUR), wishes=PollHints(), now=NOW, pushed_until=told).due_at
    assert due == NOW + timedelta(hours=5)
    ends = NOW + timedelta(hours=3)
    assert schedule.after_unchanged(Pace(HOUR), wishes=PollHints(), now=NOW, pushed_until=ends).due_at == ends


def test_hours_and_days_that_the_source_skips_are_skipped():
    wishes = PollHints(skipped_hours=frozenset({13, 14}), skipped_days=frozenset({3}))
    # NOW is Thursday, noon
    assert wishes.first_free(NOW) == NOW.replace(hour=0) + timedelta(days=1)
    hours = PollHints(skipped_hours=frozenset({13, 14}))
    assert schedule.after_unchanged(Pace(HOUR), wishes=hours, now=NOW).due_at == NOW + timedelta(hours=3)


def first_day(pace: Pace) -> list[int]:
    """The minutes between the polls of a source that never changes, from the first on."""
    minutes = []
    for _ in range(4):
        plan = schedule.after_unchanged(pace, wishes=PollHints(), now=NOW)
        minutes.append(int((plan.due_at - NOW).total_seconds() // 60))
        pace = replace(pace, interval=plan.interval)
    return minutes


def test_a_new_source_is_asked_again_within_ten_minutes_until_its_pace_is_known():
    assert max(first_day(Pace(1800, is_new=True))) < 10
    assert min(first_day(Pace(1800))) > 30


@pytest.mark.parametrize(
    ("entries", "age", "new"), [(0, 0, True), (1, 0, True), (2, 5, True), (3, 0, False), (1, 24, False)]
)
def test_a_source_is_new_for_a_day_or_until_three_dates_tell_its_pace(entries, age, new):
    paced = schedule.tells_pace(times(HOUR)[:entries])
    assert schedule.is_new(added_at=NOW - timedelta(hours=age), paced=paced, now=NOW) is new


def test_a_new_source_that_asks_for_longer_gets_it():
    pace = Pace(1800, is_new=True)
    assert schedule.after_unchanged(pace, wishes=PollHints(HOUR), now=NOW).due_at == NOW + timedelta(hours=1)
    assert schedule.after_failure(pace, 0, wait=2 * HOUR, now=NOW).due_at == NOW + timedelta(hours=2)


def test_limits_bound_what_is_learnt_and_what_is_soon():
    limits = PollLimits(20 * 60, 2 * HOUR)
    assert first_day(Pace(1800, limits, is_new=True))[0] == 20
    assert schedule.after_success(Pace(HOUR, limits), times(1), wishes=PollHints(), now=NOW).interval >= 20 * 60
    rare = schedule.after_success(Pace(2 * HOUR, limits), times(HOUR, last=40 * HOUR), wishes=PollHints(), now=NOW)
    assert rare.due_at == NOW + timedelta(hours=2)


def test_what_the_source_asks_for_counts_more_than_the_most_that_is_set():
    plan = schedule.after_unchanged(Pace(HOUR, PollLimits(300, 600)), wishes=PollHints(3 * HOUR), now=NOW)
    assert plan.due_at == NOW + timedelta(hours=3)


@pytest.mark.parametrize(
    ("own", "both"),
    [
        ((None, None), (300, 3600)),
        ((60, None), (60, 3600)),
        ((7200, None), (7200, 7200)),
        ((None, 60), (60, 60)),
        ((None, 86_400), (300, 86_400)),
        ((600, 900), (600, 900)),
    ],
)
def test_a_sources_own_limits_prevail(own, both):
    assert PollLimits(300, 3600).of_source(*own) == PollLimits(*both)
