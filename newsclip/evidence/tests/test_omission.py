"""What a sentence says without some of its words: its marks are still those of a sentence."""

import pytest

from newsclip.evidence.edits import CIRCUMSTANCE, Omission
from newsclip.evidence.omission import rest_of, without


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Holm, the mayor of Orlo, resigned.", "the mayor of Orlo", "Holm resigned."),
        ("Police held Holm, the mayor of Orlo.", "the mayor of Orlo", "Police held Holm."),
        ("Holm – a builder – resigned.", "a builder", "Holm resigned."),
        ("Holm—a builder—resigned.", "a builder", "Holm resigned."),
        ("Holm (the mayor) resigned.", "the mayor", "Holm resigned."),
        ("Police held Holm (the mayor).", "the mayor", "Police held Holm."),
        ("Born in Orlo, Holm resigned.", "Born in Orlo", "Holm resigned."),
        ("Holm came, and Brandt left.", "and Brandt left", "Holm came."),
        ("Holm came, and Brandt left.", "Holm came, and", "Brandt left."),
        ("It sails at 5 p.m., which is late.", "which is late", "It sails at 5 p.m."),
    ],
)
def test_the_marks_around_what_goes_go_with_it(text: str, words: str, left: str) -> None:
    assert without(text, words) == left


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The old mayor resigned.", "old"),  # no marks part it
        ("Holm, a builder – resigned.", "a builder"),  # not a pair
        ("Holm, a builder and Brandt, a clerk, met.", "a builder"),
        ("Holm, a clerk, and Brandt, a clerk, met.", "a clerk"),  # stands there twice
        ("Andrews, and Brandt, left.", "And"),
        ("Holm resigned.", "Holm resigned."),
        ("Holm resigned.", ""),
        ("Holm, the mayor, resigned.", " the mayor"),
        ("(the mayor) resigned.", "the mayor"),
    ],
)
def test_what_no_marks_part_from_the_rest_cannot_go(text: str, words: str) -> None:
    assert without(text, words) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Holm called the plan unfair, after it was told.", "Holm called the plan unfair."),
        ("Holm called the plan ‘unfair’ after it was told.", "Holm called the plan ‘unfair’."),
        ("Holm called the plan ‘unfair,’ after it was told.", None),
        ('Holm called the plan "unfair," after it was told.', None),
    ],
)
def test_no_headline_ends_in_a_comma_within_a_quotation(text: str, left: str | None) -> None:
    assert rest_of(text, Omission(CIRCUMSTANCE, "after it was told")) == left
