"""A year, a decade or how many years ago stays: without it a sentence tells of another time."""

import pytest

from newsclip.adapters.embedded.spacy_parser import is_installed
from newsclip.evidence.tests.proved import stands

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not is_installed(), reason="needs the extra syntax")]

TOLD_OF_OTHER_YEARS = [
    "Holm built the quay in the 1990s.",
    "In the 1990s, Holm built the quay.",
    "Holm built the quay in the early 1980s.",
    "Holm built the quay in '27.",
    "Holm built the quay in May ’27.",
    "Holm built the quay in the late ’90s.",
    "Holm built the quay in the nineties.",
    "Holm built the quay in mid-1987.",
    "Holm built the quay in 1987–88.",
    "Holm built the quay in the spring of 1987.",
    "Holm built the quay on 3 March, 1987.",
    "Holm built the quay in the 19th century.",
    "Holm built the quay in 900 BC.",
    "Holm built the quay two years ago.",
    "Holm built the quay a decade ago.",
    "Holm built the quay last year.",
    "Holm built the quay that year.",
    "Holm built the quay the following year.",
    "Holm built the quay in years past.",
    "Holm built the quay long ago.",
    "Holm built the quay in the Middle Ages.",
]
TOLD_OF_THE_SAME = [
    "Holm built the quay on Monday.",
    "Holm built the quay after two years.",
    "Holm built the quay with 25 others.",
    "Holm built the quay with the crew of a boat that sank in 1987.",
]


@pytest.mark.parametrize("passage", TOLD_OF_OTHER_YEARS)
def test_a_year_stays(passage: str) -> None:
    assert not stands("Holm built the quay.", passage)


@pytest.mark.parametrize("passage", TOLD_OF_THE_SAME)
def test_a_day_or_a_figure_may_go(passage: str) -> None:
    assert stands("Holm built the quay.", passage)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Holm, the mayor, built the quay.", "Holm, the mayor in the 1990s, built the quay."),
        ("Holm left after the strike.", "Holm left after the strike of the 1980s."),
        ("Holm bought a car.", "Holm bought a 1990s car."),
    ],
)
def test_a_year_stays_with_what_it_tells_of(text: str, passage: str) -> None:
    assert not stands(text, passage)
