"""How many people another report counts where a clip says how many died, were hurt or are missing."""

import pytest

from newsclip.evidence.other_counts import counts_apart, counts_people

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
    found = counts_apart(ELEVEN, told, "en")
    assert (found.told if found else "") == count


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
    assert counts_apart(ELEVEN, told, "en") is None


def test_a_sentence_that_counts_nobody_has_no_other_count() -> None:
    assert counts_people(ELEVEN, "en")
    assert not counts_people("Eleven people sang.", "en")
    assert not counts_people(ELEVEN, "de")
    assert counts_apart("Two trams collided in Orlo.", "At least nine people were injured.", "en") is None


def test_a_text_without_end_is_not_read() -> None:
    assert counts_apart(ELEVEN, "nine people were injured " * 100_000, "en") is None


@pytest.mark.parametrize(
    ("headline", "told", "counts"),
    [
        ("Eleven injured in crash", "It injured at least nine people.", ("Eleven injured", "at least nine people")),
        ("Two dead after crash at Orlo", "Two men died at Orlo, and three injured people were freed.", None),
        ("Six slightly hurt in Orlo fire", "Four people were injured.", ("Six slightly hurt", "Four people")),
    ],
)  # fmt: skip
def test_a_headline_that_names_no_people_counts_them_too(headline: str, told: str, counts: tuple[str, str]) -> None:
    found = counts_apart(headline, told, "en")
    assert (found and (found.said, found.told)) == counts


@pytest.mark.parametrize(
    ("said", "told", "has_grown"),
    [
        ("Nine people were injured.", "Eleven people were injured.", True),
        ("Eleven people were injured.", "Nine people were injured.", False),
        ("Nine people are missing.", "Six people are missing.", True),
        ("Six people are missing.", "Nine people are missing.", False),
    ],
)
def test_the_hurt_grow_in_number_and_the_missing_are_found(said: str, told: str, *, has_grown: bool) -> None:
    found = counts_apart(said, told, "en")
    assert found is not None
    assert found.has_grown is has_grown


@pytest.mark.parametrize(
    ("said", "told", "is_open"),
    [
        ("At least nine people were injured.", "Eleven people were injured.", True),
        ("Nine people were injured.", "At least eleven people were injured.", False),
        ("At least nine people are missing.", "Six people are missing.", True),
        ("Nine people are missing.", "At least six people are missing.", False),
        ("At least six people are missing.", "Nine people are missing.", False),
    ],
)
def test_only_an_earlier_number_that_is_a_least_one_is_open(said: str, told: str, *, is_open: bool) -> None:
    found = counts_apart(said, told, "en")
    assert found is not None
    assert found.is_open is is_open


@pytest.mark.parametrize(
    "told",
    [
        "Four people were killed, including the gunman.",
        "Four people were killed, counting the shooter.",
        "Four dead in Velm; gunman killed by police.",
        "Four people were killed; the attacker himself died.",
        "Four people were killed or injured.",
        "In Velm alone four people were killed.",
        "The other four people were killed at sea.",
    ],
)
def test_who_counts_the_killer_a_part_or_the_hurt_too_has_no_other_number(told: str) -> None:
    three = "Three people were killed in Velm on Sunday."
    assert counts_apart(three, told, "en") is None
    assert counts_apart(told, three, "en") is None
    assert counts_apart(three, "Four people were killed in Velm on Sunday.", "en") is not None
