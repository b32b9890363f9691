from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newsclip.ranking.rules import HALF_LIFE, LANDMARK, Signal, hot, points, receipt

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
KINDS = some.sampled_from(["told", "report", "vote"])
AGES = some.floats(0, 400)
HISTORIES = some.lists(some.builds(lambda k, h: Signal(k, NOW - timedelta(hours=h)), KINDS, AGES), min_size=1)


def test_a_story_told_twice_is_hotter_than_one_told_once():
    assert hot([Signal("told", NOW), Signal("report", NOW)]) > hot([Signal("told", NOW)])


def test_a_signal_counts_half_after_a_half_life():
    assert points(hot([Signal("told", NOW - HALF_LIFE)]), NOW) == pytest.approx(0.5)


def test_a_story_without_signals_stands_last():
    assert hot([]) < hot([Signal("told", LANDMARK)])


@given(HISTORIES)
def test_the_receipt_adds_up_to_the_points(history):
    assert sum(receipt(history, NOW).values()) == pytest.approx(points(hot(history), NOW), abs=1e-4)


@given(HISTORIES, HISTORIES, some.integers(0, 1000))
def test_the_order_never_changes_while_nothing_happens(one, other, hours):
    later = NOW + timedelta(hours=hours)
    now_first = points(hot(one), NOW) >= points(hot(other), NOW)
    assert (points(hot(one), later) >= points(hot(other), later)) == now_first or hot(one) == pytest.approx(hot(other))
