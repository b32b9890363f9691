"""Whom a pronoun means: a name takes its place only where nobody else may be meant, and the verifier holds to that."""

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.evidence.edits import Edit
from newsclip.evidence.verifier import judge_sentence
from newsclip.kernel.spans import Span
from newsclip.language.persons import agrees, leads
from newsclip.language.quotations import find_quotes
from newsclip.writing.candidates import passage, read
from newsclip.writing.tests.stories import article

LATER = "He was taken to the harbour police on Monday and later let go."
UNCLEAR = [
    "Councillor Tomas Reyl said Emil Dahl was among the men on the ferry. ",
    "Councillor Tomas Reyl said a man had been pulled out of the water. ",
    "Councillor Tomas Reyl met the driver of the lorry on the quay. ",
    "Mayor Ilse Brandt said the ferry had been searched at the quay. ",
    "Councillor Tomas Reyl, he said, was too easy to blame for the state of the ferry. ",
]


def alone(text: str) -> str | None:
    (*_, last) = read([article(1, "Ferry searched at the quay", text)], "en", verifier)[0].lines
    return last.alone.text if last.alone else None


@pytest.mark.parametrize("before", UNCLEAR)
def test_a_pronoun_stays_where_somebody_else_may_be_meant(before: str) -> None:
    assert alone(before + LATER) is None


def test_who_a_person_is_said_to_be_is_nobody_else() -> None:
    before = "Councillor Tomas Reyl, a former driver, was on the ferry when it was searched. "
    assert alone(before + LATER) == LATER.replace("He", "Tomas Reyl", 1)


VACANT = "The seat fell vacant when Tomas Reyl, who had held it for 24 years, moved to the court of audit. "
REASONS = [
    "antecedent_differs",
    "antecedent_not_alone",
    "antecedent_not_alone",
    "antecedent_differs",
    "antecedent_not_alone",
]


@pytest.mark.parametrize(
    ("before", "code"),
    [
        *zip(UNCLEAR, REASONS, strict=True),
        (VACANT, "antecedent_not_leading"),
        ("The ferry was searched at the quay. ", "antecedent_unnamed"),
    ],
)
def test_the_verifier_refuses_a_name_for_a_pronoun_that_may_mean_another(before: str, code: str) -> None:
    given: SourceArticle = article(1, "Ferry searched at the quay", f"{before}{LATER} Tomas Reyl said nothing.")
    name = "Ilse Brandt" if "Brandt" in before else "Tomas Reyl"
    at = given.text.index(name)
    evidence = (
        passage(given, Span(len(before), len(before + LATER))),
        passage(given, Span(at, at + len(name))),
    )
    told = Sentence(LATER.replace("He", name, 1), evidence, (str(Edit("He", name)),))
    reason = judge_sentence(told, {(given.id, given.revision): given}).reason
    assert reason
    assert reason.code == code


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("Councillor Tomas Reyl was on the ferry when it was searched. ", ""),
        ("Councillor Emil Reyl met Mayor Tomas Reyl. Reyl was on the ferry when it was searched. ", ""),
        ("Ilse Reyl was on the ferry when it was searched. ", "antecedent_differs"),
        ("Emil Reyl left. Tomas Reyl was on the ferry when it was searched. ", "antecedent_differs"),
    ],
)
def test_a_surname_takes_a_pronouns_place_where_it_is_one_persons_who_may_be_meant(before: str, code: str) -> None:
    given: SourceArticle = article(1, "Ferry searched at the quay", f"{before}{LATER}")
    at = given.text.index("Reyl was")
    evidence = (passage(given, Span(len(before), len(given.text))), passage(given, Span(at, at + 4)))
    told = Sentence(LATER.replace("He", "Reyl", 1), evidence, (str(Edit("He", "Reyl")),))
    reason = judge_sentence(told, {(given.id, given.revision): given}).reason
    assert (reason.code if reason else "") == code


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The governor said Hurricane Fiona flooded the bay. “We expect more rain tonight,” he said.", None),
        ("“Nobody knows what comes after Wednesday,” said Orlo Bank’s Markman.", "Markman"),
    ],
)
def test_a_storm_and_an_employer_say_nothing(text: str, speaker: str | None) -> None:
    (quote,) = find_quotes(text)
    assert quote.speaker == speaker


def test_whom_the_sentence_before_does_not_begin_with_takes_no_pronouns_place() -> None:
    before = "The seat fell vacant when Edric Maule, who had held it for 24 years, moved to the court of audit. "
    assert alone(before + LATER) is None


def test_a_title_anywhere_in_the_article_speaks_against_the_pronoun() -> None:
    before = "Robin Maule of Orlo Bay has lost the count. Mrs Maule was on the ferry when it was searched. "
    assert alone(before + LATER) is None
    assert alone(before + LATER.replace("He", "She", 1)) == LATER.replace("He", "Maule", 1)


def test_a_frame_behind_the_end_of_a_quotation_leads_its_sentence() -> None:
    assert leads("But the party will do our best,” Mr Reyl added.", "Reyl")
    assert leads('But the party will do our best," Mr Reyl added.', "Reyl")
    assert not leads('The mayor said "no" and Tomas Reyl left.', "Tomas Reyl")


def test_a_heading_in_capitals_is_nobody() -> None:
    text = "The ferry was searched at the quay by the harbour police.\n\nMAJOR PRIORITY\n\n"
    assert alone(text + LATER) is None
    assert alone(text.replace("MAJOR PRIORITY", "Major Reyl was on board.") + LATER) == LATER.replace("He", "Reyl", 1)


def test_the_members_of_a_party_are_nobody() -> None:
    text = "The ferry is too old, the Velm Dems say. The Velm Dems' new harbour spokesman is unveiling a plan. "
    assert alone(text + LATER) is None


def test_what_is_too_long_for_a_name_takes_no_pronouns_place() -> None:
    assert agrees("Tomas Reyl", "he")
    assert not agrees(f"Tomas {'Reyl-' * 50}Reyl", "he")
