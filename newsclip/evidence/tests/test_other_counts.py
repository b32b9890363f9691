"""How many people another report counts where a clip says how many died, were hurt or are missing."""

import pytest

from newsclip.evidence.other_counts import counts_people, other_count

ELEVEN = "Eleven people were injured, one of them seriously, when two trams collided in Orlo on Sunday."


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Two trams collided in Orlo on Sunday, injuring at least nine people, rescuers said.", "at least nine people"),
        ("Doctors said that 14 passengers were hurt in the crash.", "14 passengers"),
        ("Dozens of people were injured at the crossing.", ""),
        ("Some 11 people were taken to hospital.", ""),
    ],
)  # fmt: skip
def test_another_number_of_people_hurt_is_given_in_the_reports_words(told: str, count: str) -> None:
    assert other_count(ELEVEN, told, "en") == count


@pytest.mark.parametrize(
    "told",
    [
        "Another nine people were injured on Monday.",  # others
        "Nine people were rescued from the second tram.",  # something else befell them
        "Nine trams were damaged.",
        "One of the nine people on board was injured; in all eleven people were hurt.",  # it has the number, too
        "In 1985 two people were injured there.",  # too far apart
        "",
    ],
)
def test_a_number_of_others_or_of_something_else_is_none(told: str) -> None:
    assert other_count(ELEVEN, told, "en") == ""


def test_a_sentence_that_counts_nobody_has_no_other_count() -> None:
    assert counts_people(ELEVEN, "en")
    assert not counts_people("Eleven people sang.", "en")
    assert not counts_people(ELEVEN, "de")
    assert other_count("Two trams collided in Orlo.", "At least nine people were injured.", "en") == ""


def test_a_text_without_end_is_not_read() -> None:
    assert other_count(ELEVEN, "nine people were injured " * 100_000, "en") == ""
