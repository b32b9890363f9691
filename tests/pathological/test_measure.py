"""What a busy machine makes slow is told from what grows."""

import pytest

from tests.cpu_time import MOST_GROWTH, times


@pytest.mark.parametrize(
    "seconds",
    [
        [(1.0, 3.0), (1.5, 3.0), (1.5, 3.1)],  # one small run had luck, all others were slowed down
        [(1.0, 6.0), (1.9, 2.1), (1.0, 9.0)],  # one large run alone was not held up
    ],
)
def test_a_busy_machine_is_no_growth(seconds):
    assert times(seconds) <= MOST_GROWTH


@pytest.mark.parametrize(
    "seconds",
    [
        [(1.0, 4.0), (1.0, 4.1), (1.0, 4.0)],
        [(1.0, 5.0), (2.0, 4.4), (1.5, 6.0)],  # on a busy machine
        [(2.0, 4.0), (1.0, 4.0), (1.0, 4.0)],  # one small run was held up
    ],
)
def test_what_is_quadratic_is_growth_on_a_busy_machine_too(seconds):
    assert times(seconds) > MOST_GROWTH


def test_what_is_too_short_to_be_measured_is_no_growth():
    assert times([(0.0001, 0.004)]) <= MOST_GROWTH
