"""“His” in the midst of a sentence means on the clip whom it means in its article, or the sentence is not told."""

import pytest

from newsclip.writing.extractive.antecedents import UNPUBLISHED
from newsclip.writing.extractive.needs import Known, met, unit
from newsclip.writing.tests.test_needs import read

LEAD = "The harbour of Orlo Bay was shut on Monday after a storm broke the quay."
MANAGER = "Bram Holm, who manages the harbour, told sailors to wait for a day."
RIVAL = "Tamas Kilim, who wants the post, said the harbour had no plan for storms."
SEARCHED = "Police searched his office at Velm for two hours."


@pytest.mark.parametrize(
    "line",
    [
        SEARCHED,
        "In the House, his answer to the storm divided the members.",
        "Republicans criticized his answer to the storm.",
        "The sailors have always supported him.",
    ],
)
def test_a_line_about_another_waits_for_the_one_that_tells_of_them(line: str) -> None:
    assert read(LEAD, MANAGER, "The quay has no lamps.", line)[1].antecedents == {3: 1}


@pytest.mark.parametrize(
    "line",
    [
        "Holm said he would wait, too.",
        "Asked about the quay, Kilim said it was his.",
        "In his answer, Mr. Kilim said nothing of lamps.",
        "After his arrest, the man said nothing.",
        "The mayor of Orlo Bay lost her boat.",
        "The quay has no lamps.",
    ],
)
def test_who_stands_in_the_line_itself_is_no_need(line: str) -> None:
    assert read(LEAD, MANAGER, line)[1].antecedents == {}


def test_a_common_word_that_is_somebodys_name_explains_his() -> None:
    assert read(LEAD, "Joseph Sellers, a lawyer, came by boat.", "Sellers said he was late.")[1].antecedents == {}


def test_such_a_line_brings_the_one_that_tells_of_them_along() -> None:
    material, needs = read(LEAD, MANAGER, "The quay has no lamps.", SEARCHED)
    assert unit(material, needs, 3, (), Known()) == (0, 1, 3)


def test_it_is_not_told_behind_somebody_else() -> None:
    material, needs = read(LEAD, MANAGER, SEARCHED, RIVAL)
    other, own = read(LEAD, RIVAL, MANAGER, SEARCHED)
    assert met(material, needs, [0, 1, 2, 3], Known()) == [0, 1, 2, 3]
    assert met(other, own, [0, 2, 3], Known()) == [0, 2, 3]
    assert met(other, own, [0, 1, 3], Known()) == [0, 1]


def test_it_is_not_told_where_only_a_caption_tells_of_them() -> None:
    material, needs = read(LEAD, "Bram Holm (pictured) manages the harbour.", SEARCHED)
    assert needs.antecedents == {1: UNPUBLISHED}
    assert unit(material, needs, 1, (), Known()) == ()
    assert met(material, needs, [0, 1], Known()) == [0]


def test_what_she_says_behind_a_line_about_two_firms_waits_for_her_name() -> None:
    banks = "Velm Savings and Merk Bank want to merge, and have compared the prices of loans in towns."
    expert = "Ada Quist of the savers’ centre has looked at the prices of loans in sixty towns."
    firms = "Where Velm and Merk compete, a loan costs less than where one of them has a branch."
    said = "‘On an ordinary house that is a holiday each year,’ she said."
    material, needs = read(banks, expert, firms, said, title="Two banks want to merge")
    assert needs.antecedents == {3: 1}
    assert unit(material, needs, 3, (), Known()) == (1, 2, 3)


def test_several_officers_are_not_whom_he_means() -> None:
    lines = [
        LEAD,
        MANAGER,
        "Officers hope for a new quay of stone.",
        "Although he said so before, the quay is of wood.",
    ]
    assert read(*lines)[1].antecedents == {3: 1}


def test_behind_an_office_he_is_the_one_who_holds_it() -> None:
    _, needs = read(LEAD, MANAGER, "The mayor opened the quay again on Friday.", "“It is safe,” he said of the quay.")
    assert needs.antecedents == {}


def test_a_first_line_that_somebody_unnamed_says_does_not_stand_alone() -> None:
    material, _ = read("In fact, the old quay has been a danger to ships for years, he added.", MANAGER)
    assert material.alone(0) is None
