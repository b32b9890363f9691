"""Which figure goes with which place, day or charge stays: "2 points in Velm and 4 points in Orlo"."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

SWAPPED = [
    ("The index fell 4 points in Velm.", "The index fell 2 points in Velm and 4 points in Orlo."),
    ("The index fell four points in Velm.", "The index fell two points in Velm and four points in Orlo."),
    ("The index fell 4 per cent in Velm.", "The index fell 2 points in Velm and 4 per cent in Orlo."),
    ("Sales fell 4% in Velm.", "Sales fell 2% in Velm and 4% in Orlo."),
    ("Sales rose 4 points in Velm.", "Sales rose 2 points in Velm but 4 points in Orlo."),
    ("Prices rose 3 per cent in May.", "Prices rose 5 per cent in May and 3 per cent in June."),
    ("Prices rose 3 per cent in Velm.", "In Velm, prices rose 2 per cent, and 3 per cent in Orlo."),
    ("On Monday, shares fell 9 per cent.", "Shares fell 12 per cent on Monday and 9 per cent on Friday."),
    ("Holm ran 8 km on Monday.", "Holm ran 10 km on Monday and 8 km on Friday."),
    ("The court sat 4 days in Velm.", "The court sat 2 days in Velm and 4 days in Orlo."),
    ("The ferry left on 4 June from Velm.", "The ferry left on 2 May from Velm and on 4 June from Orlo."),
    (
        "The index fell 2 points in Velm after a strike.",
        "The index fell 2 points in Velm and, after a strike, 4 points in Orlo.",
    ),
    ("The index fell 6 points in Velm.", "The index fell 2 points in Velm, 4 points in Orlo and 6 points in Reyl."),
    (
        "Shares fell 9 per cent on Monday and 12 per cent on Friday.",
        "Shares fell 12 per cent on Monday and 9 per cent on Friday.",
    ),
]
KEPT = [
    ("The index fell 2 points in Velm.", "The index fell 2 points in Velm."),
    ("On Monday, Holm sold 2 boats and 4 cars.", "Holm sold 2 boats and 4 cars on Monday."),
    ("The fund fell 4 points in Orlo.", "Sales rose 2 points in Velm, and the fund fell 4 points in Orlo."),
    ("Holm was arrested in Velm and fined 400 crowns.", "Holm was arrested in Velm and fined 400 crowns on Monday."),
    (
        "The storm killed 2 people in Velm and 4 people in Orlo, Holm said.",
        "Holm said the storm killed 2 people in Velm and 4 people in Orlo.",
    ),
]


@pytest.mark.parametrize(("text", "passage"), SWAPPED)
def test_a_figure_of_one_place_or_day_is_not_told_of_another(text: str, passage: str) -> None:
    assert not stands(text, passage)


@pytest.mark.parametrize("heading", ["A fall of 4 points in Velm", "A 4-point fall in Velm"])
def test_nor_in_a_heading(heading: str) -> None:
    assert not stands(heading, "The index fell 2 points in Velm and 4 points in Orlo.", place="heading")


@pytest.mark.parametrize(("text", "passage"), KEPT)
def test_what_goes_together_may_be_told_in_another_order(text: str, passage: str) -> None:
    assert stands(text, passage)
