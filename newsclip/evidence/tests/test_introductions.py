"""A role is put beside a name only where the article says it of this very person, and nobody doubts it."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence, by_revision
from newsclip.evidence.edits import Edit
from newsclip.evidence.verifier import judge_sentence
from newsclip.kernel.spans import Span
from newsclip.language.syntax import Parser
from newsclip.writing.candidates import passage
from newsclip.writing.tests.stories import article

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
NAME = "Orsolya Holm"
LINE = "Orsolya Holm opened the new ferry terminal in the spring."


def judged(
    told: str, words: str, role: str, *, line: str = LINE, name: str = NAME, more: str = "", other: str = "",
    parser: Parser = PARSER,
) -> str:  # fmt: skip
    """Why the role may not stand beside the name in `line`, "" where it may.

    `told`: how the article introduces the name, `words` of it the passage. `role`: "midwife _" or "_, a nurse,".
    """
    own = article(1, "The ferry in the harbour", f"{told}\n\n{line}\n\n{more}".strip())
    known = by_revision((own, article(2, "The board of the town", other)))
    edit = Edit(name, role.replace("_", name))
    at, there = own.text.index(line), own.text.index(words)
    evidence = (passage(own, Span(at, at + len(line))), passage(own, Span(there, there + len(words))))
    verdict = judge_sentence(Sentence(line.replace(name, edit.new, 1), evidence, (str(edit),)), known, parser)
    return verdict.reason.code if verdict.reason else ""


@pytest.mark.parametrize(
    ("told", "words", "role"),
    [
        ("Sailors met midwife Orsolya Holm on Monday.", "midwife Orsolya Holm", "Midwife _"),
        ("Orlo harbour pilot Orsolya Holm met the sailors.", "Orlo harbour pilot Orsolya Holm", "Orlo harbour pilot _"),
        ("Former mayor Orsolya Holm met the sailors.", "Former mayor Orsolya Holm", "Former mayor _"),
        (
            "Orsolya Holm, a midwife at Orlo Hospital, met us.",
            "Orsolya Holm, a midwife at Orlo Hospital",
            "_, a midwife at Orlo Hospital,",
        ),
        ("Orsolya Holm, 54, a midwife, met the sailors.", "Orsolya Holm, 54, a midwife", "_, a midwife,"),
        ("The sailors met Orsolya Holm, a midwife.", "Orsolya Holm, a midwife", "_, a midwife,"),
        (
            "The mayor of Orlo, Orsolya Holm, met the sailors.",
            "The mayor of Orlo, Orsolya Holm",
            "_, the mayor of Orlo,",
        ),
    ],
)  # fmt: skip
def test_a_role_stands_beside_a_name_as_the_article_has_it(told: str, words: str, role: str) -> None:
    assert judged(told, words, role) == ""


@pytest.mark.parametrize(
    "line",
    [
        "The council thanked Orsolya Holm.",
        "The council has heard of a plan by Orsolya Holm.",
        "The council met Orsolya Holm’s lawyers.",
    ],
)
def test_a_calling_stands_before_it_anywhere(line: str) -> None:
    assert judged("Sailors met midwife Orsolya Holm on Monday.", "midwife Orsolya Holm", "midwife _", line=line) == ""


def test_an_apposition_ends_a_sentence() -> None:
    told = "Orsolya Holm, a midwife at Orlo Hospital, met the sailors."
    words, line = "Orsolya Holm, a midwife at Orlo Hospital", "The council thanked Orsolya Holm."
    assert judged(told, words, "_, a midwife at Orlo Hospital", line=line) == ""


@pytest.mark.parametrize(
    ("told", "words", "role"),
    [
        # somebody else's
        ("Orsolya Holm, who met Mayor Ilse Brandt, left.", "Mayor Ilse Brandt", "Mayor _"),
        ("Orsolya Holm met Ilse Brandt, a midwife.", "Ilse Brandt, a midwife", "_, a midwife,"),
        ("The lawyer of Orsolya Holm, a midwife, left.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("A lawyer, Orsolya Holm and a nurse left.", "A lawyer, Orsolya Holm", "_, a lawyer,"),
        ("Ilse Brandt, Orsolya Holm, a midwife, and Jan Reyl left.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("The sailors met Orsolya Holm, a midwife, a pilot and a nurse.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("Orsolya Holm, a midwife, a pilot and a nurse left.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("Orsolya Holm, a midwife, and Jan Reyl left.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("Ilse Brandt and Orsolya Holm, a midwife, left.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("The firm’s midwife, Ilse Brandt, met Orsolya Holm.", "midwife, Ilse Brandt", "_, midwife,"),
        ("Midwives Orsolya Holm and Ilse Brandt left.", "Midwives Orsolya Holm", "Midwives _"),
        # not all of it, or not beside the name
        ("Sailors met deputy mayor Orsolya Holm.", "mayor Orsolya Holm", "Mayor _"),
        ("The deputy mayor of Orlo, Orsolya Holm, left.", "mayor of Orlo, Orsolya Holm", "_, mayor of Orlo,"),
        ("Orsolya Holm, a midwife at Orlo Hospital, left.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("Orsolya Holm left. A midwife stayed.", "Orsolya Holm left. A midwife", "_, a midwife,"),
        ("Sailors met midwife Orsolya Holm on Monday.", "met midwife Orsolya Holm", "Midwife _"),
        (
            "The wife of Orlo’s mayor, Orsolya Holm, left.",
            "The wife of Orlo’s mayor, Orsolya Holm",
            "_, the wife of Orlo’s mayor,",
        ),
        # denied, doubted, accused, played, told by others
        ("Sailors met self-styled midwife Orsolya Holm.", "self-styled midwife Orsolya Holm", "Self-styled midwife _"),
        ("Sailors met midwife Orsolya Holm, an alleged liar.", "midwife Orsolya Holm", "Midwife _"),
        ("Sailors met car dealer Orsolya Holm.", "car dealer Orsolya Holm", "Car dealer _"),
        ("Ilse Brandt plays midwife Orsolya Holm.", "midwife Orsolya Holm", "Midwife _"),
        ("Police say midwife Orsolya Holm fled.", "midwife Orsolya Holm", "Midwife _"),
        ("Police say Orsolya Holm, a midwife, fled.", "Orsolya Holm, a midwife", "_, a midwife,"),
        ("“Sailors met midwife Orsolya Holm on Monday.”", "midwife Orsolya Holm", "Midwife _"),
        ("Orsolya Holm, a probable midwife, left.", "Orsolya Holm, a probable midwife", "_, a probable midwife,"),
        ("Sailors met 'midwife Orsolya Holm' on Monday.", "midwife Orsolya Holm", "Midwife _"),
        ("Ilse Brandt poses as midwife Orsolya Holm.", "midwife Orsolya Holm", "Midwife _"),
        (
            "Orsolya Holm, a midwife without a licence, left.",
            "Orsolya Holm, a midwife without a licence",
            "_, a midwife without a licence,",
        ),
        # of another time
        ("Midwife Orsolya Holm left the island in 1998.", "Midwife Orsolya Holm", "Midwife _"),
        ("Sailors met then mayor Orsolya Holm.", "then mayor Orsolya Holm", "Then mayor _"),
        ("Sailors met new mayor Orsolya Holm.", "new mayor Orsolya Holm", "New mayor _"),
        ("Orsolya Holm, mayor now, left.", "Orsolya Holm, mayor now", "_, mayor now,"),
        # that leans on what is not there
        ("Orsolya Holm, a friend of his, left.", "Orsolya Holm, a friend of his", "_, a friend of his,"),
        ("Orsolya Holm, a coach of hers, left.", "Orsolya Holm, a coach of hers", "_, a coach of hers,"),
        ("Orsolya Holm, a pilot of 20 boats, left.", "Orsolya Holm, a pilot of 20 boats", "_, a pilot of 20 boats,"),
        ("Her lawyer, Orsolya Holm, left.", "Her lawyer, Orsolya Holm", "_, her lawyer,"),
        ("Sailors met his lawyer Orsolya Holm.", "his lawyer Orsolya Holm", "His lawyer _"),
        (
            "Orsolya Holm, the mayor of the town, left.",
            "Orsolya Holm, the mayor of the town",
            "_, the mayor of the town,",
        ),
        ("Orsolya Holm, the mayor, left.", "Orsolya Holm, the mayor", "_, the mayor,"),
        ("Orsolya Holm, this mayor, left.", "Orsolya Holm, this mayor", "_, this mayor,"),
        ("Sailors met fellow pilot Orsolya Holm.", "fellow pilot Orsolya Holm", "Fellow pilot _"),
        ("Sailors met widow Orsolya Holm.", "widow Orsolya Holm", "Widow _"),
        ("Sailors met director Orsolya Holm.", "director Orsolya Holm", "Director _"),
        ("Sailors met former member Orsolya Holm.", "former member Orsolya Holm", "Former member _"),
        # no calling
        (
            "Orsolya Holm, a mystery to the town, left.",
            "Orsolya Holm, a mystery to the town",
            "_, a mystery to the town,",
        ),
        ("Sailors met Mrs Orsolya Holm.", "Mrs Orsolya Holm", "Mrs _"),
        ("Orsolya Holm, one of the midwives, left.", "Orsolya Holm, one of the midwives", "_, one of the midwives,"),
        (
            "Orsolya Holm, a midwife known to sailors, left.",
            "Orsolya Holm, a midwife known to sailors",
            "_, a midwife known to sailors,",
        ),
        (
            "The sailors met Orsolya Holm, a midwife and a pilot.",
            "Orsolya Holm, a midwife and a pilot",
            "_, a midwife and a pilot,",
        ),
        ("Orsolya Holm, a midwife and pilots, left.", "Orsolya Holm, a midwife and pilots", "_, a midwife and pilots,"),
        (
            "Orsolya Holm, the midwife leading the Orlo board, left.",
            "Orsolya Holm, the midwife leading the Orlo board",
            "_, the midwife leading the Orlo board,",
        ),
        # too long
        (
            "Orsolya Holm, a midwife at the old red hospital of Orlo near Velm, left.",
            "Orsolya Holm, a midwife at the old red hospital of Orlo near Velm",
            "_, a midwife at the old red hospital of Orlo near Velm,",
        ),
    ],
)  # fmt: skip
def test_no_other_words_do(told: str, words: str, role: str) -> None:
    assert judged(told, words, role) == "role_not_introduced"


MET = ("Sailors met midwife Orsolya Holm on Monday.", "midwife Orsolya Holm", "Midwife _")


@pytest.mark.parametrize(
    "more",
    [
        "Tomas Holm left.",
        "Orsolya Holm Jr and Orsolya Holm Sr left.",
        "The former midwife Holm left.",
        "Ex-midwife Holm left.",
        "Holm, a former midwife, left.",
    ],
)
def test_a_namesake_or_a_change_forbids_it(more: str) -> None:
    assert judged(*MET, more=more) == "role_not_introduced"
    assert judged(*MET, other=more) == "role_not_introduced"


def test_a_word_before_the_name_makes_no_namesake() -> None:
    assert judged(*MET, more="Despite Orsolya Holm the ferry was late.") == ""


def test_a_member_named_by_the_surname_alone_is_not_known() -> None:
    told, words = "Ilse Brandt left. Sailors met Brandt adviser Orsolya Holm.", "Brandt adviser Orsolya Holm"
    assert judged(told, words, "Brandt adviser _") == "role_not_introduced"


def test_a_short_form_that_the_article_explains_is_not_known() -> None:
    told = "The Orlo Harbour Board (OHB) met. Sailors met OHB pilot Orsolya Holm."
    assert judged(told, "OHB pilot Orsolya Holm", "OHB pilot _") == "role_not_introduced"
    assert judged(told.replace(" (OHB)", ""), "OHB pilot Orsolya Holm", "OHB pilot _") == ""


def test_the_end_of_another_name_is_no_beginning_of_a_role() -> None:
    told = "Gate of the Winds singer Tomas Reyl has said that it will be late."
    line = "Tomas Reyl is thought to have secured the deal."
    words, role = "the Winds singer Tomas Reyl", "The Winds singer _"
    assert judged(told, words, role, line=line, name="Tomas Reyl") == "role_not_introduced"


def test_a_name_that_ends_before_a_calling_is_not_cut() -> None:
    told = "Sailors met Made in Velm star Orsolya Holm on Monday."
    assert judged(told, "Velm star Orsolya Holm", "Velm star _") == "role_not_introduced"
    assert judged(told.replace("Made in ", ""), "Velm star Orsolya Holm", "Velm star _") == ""


def test_a_name_may_begin_with_a_word_of_time() -> None:
    told = "New Zealand midwife Orsolya Holm met the sailors."
    assert judged(told, "New Zealand midwife Orsolya Holm", "New Zealand midwife _") == ""


def test_a_higher_office_is_not_made_of_a_lower_one() -> None:
    told = "Orlo Lt. Gov. Orsolya Holm met the sailors."
    assert judged(told, "Gov. Orsolya Holm", "Gov. _") == "role_not_introduced"
