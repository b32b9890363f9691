"""What stands beside a figure says how exact it is, and whether it is by how much or to what."""

import pytest

from newsclip.evidence.tests.test_guard_contradictions import code, fault

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("up to 12", "at least 12"), ("at least 12", "up to 12"), ("more than 12", "fewer than 12"),
        ("less than 12", "more than 12"), ("more than 12", "almost 12"), ("nearly 12", "more than 12"),
        ("nearly 12", "up to 12"), ("exactly 12", "about 12"), ("12", "nearly 12"), ("12", "almost 12"),
        ("12", "up to 12"), ("12", "fewer than 12"), ("12", "at least 12"), ("12", "more than 12"),
        ("at least 12", "12"), ("more than 12", "12"), ("12", "12 or more"), ("12 or fewer", "12 or more"),
        ("no more than 12", "no fewer than 12"), ("twelve", "nearly twelve"), ("12", "nearly a total of 12"),
    ],
)  # fmt: skip
def test_a_figure_is_as_exact_as_in_the_passages(said: str, held: str) -> None:
    assert code(f"The storm sank {said} boats.", f"The storm sank {held} boats.") == "figure_not_said"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("at least 12", "no fewer than 12"), ("more than 12", "12 or more"), ("nearly 12", "almost 12"),
        ("fewer than 12", "nearly 12"), ("12", "about 12"), ("about 12", "12"), ("about 12", "nearly 12"),
        ("more than twelve", "more than 12"), ("at least 12", "at least 12, and perhaps 40,"),
    ],
)  # fmt: skip
def test_it_may_be_said_in_other_words(said: str, held: str) -> None:
    assert fault(f"The storm sank {said} boats.", f"The storm sank {held} boats.") is None


def test_a_place_is_no_bound() -> None:
    assert fault("The school has six floors.", "The school is spread over six floors.") is None
    assert code("The road cost over 16 crowns.", "The road cost under 16 crowns.") == "figure_not_said"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Costs rose to 5 per cent.", "Costs rose by 5 per cent."),
        ("Costs rose by 5 per cent.", "Costs rose to about 5 per cent."),
        ("Costs rose to 5 per cent.", "Costs rose 5 per cent."),
        ("The fee fell to £9.", "The fee fell by £9."),
        ("Costs went from 9 crowns to 5 crowns.", "Costs went from 5 crowns to 9 crowns."),
        ("The fee was raised from 9 crowns.", "The fee was raised to 9 crowns."),
        ("The talks ended within 9 days.", "The talks ended after 9 days."),
    ],
)
def test_by_how_much_is_not_to_what(said: str, held: str) -> None:
    assert code(said, held) == "says_instead"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("Costs rose by 5 per cent.", "Costs rose 5 per cent."),
        ("Costs rose by 5 per cent to 9 crowns.", "Costs rose to 9 crowns, by 5 per cent."),
        ("The fee, 9 crowns, was raised in May.", "In May the fee was raised to 9 crowns."),
    ],
)
def test_the_same_change_may_be_told_otherwise(said: str, held: str) -> None:
    assert fault(said, held) is None
