"""Weekdays as papers shorten them are read like those with a preposition."""

import pytest

from newsclip.language.undated_weekdays import with_prepositions


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The clerk resigned Monday after a vote.", "The clerk resigned on Monday after a vote."),
        ("The board met Tuesday.", "The board met on Tuesday."),
        ("The clerk said Friday it was over.", "The clerk said on Friday it was over."),
    ],
)
def test_a_bare_weekday_of_a_verb_gets_its_preposition(text: str, read: str) -> None:
    assert with_prepositions(text, "en") == read


def test_the_date_in_brackets_behind_a_weekday_is_blank() -> None:
    assert with_prepositions("The board met on Monday (Sep 19).", "en") == "The board met on Monday         ."


@pytest.mark.parametrize(
    "text",
    [
        "The Black Friday sale began.",
        "The sale was a Friday event.",
        "The club met Monday night.",
        "The board met on Tuesday.",
        "Nobody came.",
    ],
)
def test_a_weekday_within_a_name_stays(text: str) -> None:
    assert with_prepositions(text, "en") == text


def test_a_language_without_a_tagger_stays() -> None:
    assert with_prepositions("Der Rat tagte Montag.", "de") == "Der Rat tagte Montag."
