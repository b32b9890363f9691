"""Somebody whom a line calls only what they are, or who is not of "they", is told of right before it."""

import pytest

from newsclip.evidence import verifier
from newsclip.writing.extractive.material import Material, lay_out
from newsclip.writing.extractive.needs import needs_of
from newsclip.writing.extractive.summary import summarize
from newsclip.writing.ports import Assigned
from newsclip.writing.pronouns import hangs, speaks_of_others
from newsclip.writing.tests.stories import article, embed

LEAD = "The harbour of Orlo was shut on Monday after a storm broke the quay."
NAMED = "Tamas Kilim, a Democrat from Velm, came to Orlo by boat."
PEOPLE = frozenset({"Ada", "Quist", "Tamas", "Kilim"})


def read(*lines: str) -> Material:
    given = article(1, "Storm shuts harbour", "\n\n".join(lines))
    return lay_out(Assigned("c1", "1", "", 1, (given,)), "en", embed, verifier)


@pytest.mark.parametrize(
    "line",
    [
        "The striker said that boats were late.",
        "The Velm Democrat never came to Orlo before.",
        "The singer's boat was late.",
        "The mother of three says that boats were late.",
        "The former senator, once a sailor, will come in May.",
    ],
)
def test_somebody_called_what_they_are_hangs_on_who_was_named(line: str) -> None:
    assert hangs(line)


@pytest.mark.parametrize(
    "line",
    [
        "The senator from Velm said that boats were late.",
        "The striker Tamas Kilim said that boats were late.",
        "The striker, Tamas Kilim, said that boats were late.",
        "The Republican plan is late.",
        "The Velm leader said that boats were late.",
        "The star boat of the show was late.",
        "A striker said that boats were late.",
    ],
)
def test_somebody_whom_the_line_names_hangs_on_nothing(line: str) -> None:
    assert not hangs(line)


@pytest.mark.parametrize(
    "line",
    [
        "To mark his long service, Orlo Downs named a race after the old man.",
        "The wet bags stood on her desk, along with several Quist lamps.",
        "Two of his crew, Tamas Kilim and a cook, went home.",
        "Most of his boats went to Velm, and Tamas Kilim kept two.",
    ],
)
def test_a_place_or_whom_a_second_clause_names_is_nobody_whom_it_meant_before(line: str) -> None:
    assert hangs(line)


@pytest.mark.parametrize(
    "line",
    [
        "To mark his long service, Tamas Kilim named a boat.",
        "After her speech, the woman went home.",
        "One day after his speech, Kilim went home.",
    ],
)
def test_who_is_named_right_behind_what_is_put_first_is_meant(line: str) -> None:
    assert not hangs(line)


def test_a_line_about_somebody_called_what_they_are_needs_the_line_that_names_them() -> None:
    line = "The Velm Democrat has never owned a barge."
    assert needs_of(read(LEAD, NAMED, "Sailors mended three boats in May.", line)).antecedents == {3: 1}


@pytest.mark.parametrize(
    "line",
    [
        "Ms Quist said they would take at least nine days.",
        "On Monday Ada Quist sent nearly 300 of them to Velm.",
        "Quist puts their losses down to the storm.",
    ],
)
def test_they_behind_one_person_are_others(line: str) -> None:
    assert speaks_of_others(line, PEOPLE)
    assert read(LEAD, NAMED, "Ada Quist came to Orlo, too.", line).alone(3) is None


@pytest.mark.parametrize(
    "line",
    [
        "Quist told Kilim they would take at least nine days.",
        "Quist and Kilim said they would take at least nine days.",
        "Quist gave two sailors their boats.",
        "Quist said that sailors wanted their boats.",
        "Everyone said they were late.",
        "Ada Quist Tamas Kilim said they were late.",
        "Orlo said they were late.",
        "Quist is late.",
    ],
)
def test_they_behind_several_or_a_body_may_be_those(line: str) -> None:
    assert not speaks_of_others(line, PEOPLE)


def test_somebody_called_what_they_are_does_not_lead() -> None:
    lines = (
        "Will Ada Quist of Orlo sell her nuts until midnight?",
        "The mother of three says that lamps keep the storm of boats from the quay of Orlo.",
        "Lamps that the sun feeds stand on the quay of Orlo since May, and boats come at night.",
    )
    material = read(*lines)
    assert summarize(material, needs_of(material), "Lamps on the quay of Orlo", 0).lines[0] == 1


def test_a_first_sentence_leads_whatever_it_calls_somebody() -> None:
    material = read("The singer of Orlo's anthem and the striker came to the quay.", LEAD)
    assert 0 not in needs_of(material).antecedents
