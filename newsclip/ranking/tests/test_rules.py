from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclip.ranking.rules.heat import HOT, LANDMARK, MOST, RISING, WEIGHTS, Signal, heat, left_of, points, receipt
from newsclip.ranking.rules.history import HISTORY
from newsclip.ranking.rules.variety import DISCOUNT

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
KINDS = st.sampled_from(["told", "report", "vote", "comment", "read"])
AMOUNTS = st.sampled_from([1.0, 0.3, -0.5])
AGES = st.floats(0, 400)
HISTORIES = st.lists(
    st.builds(lambda k, h, a: Signal(k, NOW - timedelta(hours=h), a), KINDS, AGES, AMOUNTS), min_size=1
).map(lambda signals: [Signal("told", NOW - timedelta(hours=300)), *signals])


def test_a_story_told_twice_is_hotter_than_one_told_once():
    assert heat([Signal("told", NOW), Signal("report", NOW)]) > heat([Signal("told", NOW)])


def test_a_signal_counts_half_after_a_half_life():
    assert points(heat([Signal("told", NOW - HOT)]), NOW) == pytest.approx(0.5)


def test_a_story_without_signals_stands_last():
    assert heat([]) < heat([Signal("told", LANDMARK)])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(HISTORIES)
def test_the_receipt_adds_up_to_the_points(history):
    assert sum(receipt(history, NOW).values()) == pytest.approx(points(heat(history), NOW), abs=1e-4)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(HISTORIES, HISTORIES, st.integers(0, 1000))
def test_the_order_never_changes_while_nothing_happens(one, other, hours):
    later = NOW + timedelta(hours=hours)
    now_first = points(heat(one), NOW) >= points(heat(other), NOW)
    assert (points(heat(one), later) >= points(heat(other), later)) == now_first or heat(one) == pytest.approx(
        heat(other)
    )


def test_a_quarrel_of_many_words_counts_as_ten_people_at_most():
    told = [Signal("told", NOW)]
    ten = [Signal("comment", NOW)] * MOST["comment"]
    assert heat([*told, *ten, *ten]) == heat([*told, *ten])


def test_it_does_not_matter_in_which_order_signals_are_read():
    heavy, light = (Signal("comment", NOW - timedelta(hours=hours), MOST["comment"]) for hours in (0, 9))
    assert heat([heavy, light]) == heat([light, heavy]) == heat([light])


def test_votes_against_cool_a_story_and_never_to_nothing():
    told = Signal("told", NOW)
    against = [Signal("vote", NOW, -1.0)] * 50
    assert heat([]) < heat([told, *against]) < heat([told])


def test_the_history_of_weights_ends_with_those_in_force():
    newest = HISTORY[-1]
    hours = timedelta(hours=newest.hot_hours), timedelta(hours=newest.rising_hours)
    assert (newest.signals, *hours, newest.repeats) == (WEIGHTS, HOT, RISING, DISCOUNT)
    assert [one.since for one in HISTORY] == sorted(one.since for one in HISTORY)


def test_points_of_a_clock_that_was_ahead_by_ten_years_break_no_page():
    ahead = LANDMARK + timedelta(days=3652)
    told = [Signal("vote", ahead, 1.0)]
    assert points(heat(told), LANDMARK) > 0
    assert receipt(told, LANDMARK)["vote"] > 0
    assert left_of(ahead, LANDMARK) > 0
