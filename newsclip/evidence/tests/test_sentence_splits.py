"""A sentence becomes two only where each clause stands by itself and nothing reaches from one over to the other."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Edit, Omission, Split
from newsclip.evidence.omission import parted
from newsclip.evidence.origin import Origin
from newsclip.evidence.verifier import verify_sentence
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER, Parser

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
STORM = "The storm closed the bridge"


def judged(source: str, *, made: str = "", parser: Parser = PARSER, language: str = "en") -> str:
    """Why the sentence may not be split at its bar, "" where it may. `made`: what is said instead of the two."""
    first, _, words = source.removesuffix(".").partition("|")
    text = f"{first}{words}."
    parts = parted(text, words, "and") or ("", "")
    passage = Passage("1", 1, 0, len(text), digest_of(text))
    said = Sentence(made or " ".join(parts).strip() or text, (passage,), (str(Split(words)),))
    verdict = verify_sentence(said, [text], Origin(language), parser)
    return verdict.reason.code if verdict.reason else ""


@pytest.mark.parametrize(
    ("source", "made"),
    [
        (f"{STORM}, |and the port lost two cranes.", f"{STORM}. The port lost two cranes."),
        (f"{STORM}, |but the ferry sailed at noon.", f"{STORM}. But the ferry sailed at noon."),
        (f"{STORM}; |the port lost two cranes.", f"{STORM}. The port lost two cranes."),
        (f"{STORM}, |and the mayor said the port was safe.", f"{STORM}. The mayor said the port was safe."),
        ("The mayor did not resign, |but the board left.", "The mayor did not resign. But the board left."),
    ],
)
def test_two_clauses_that_stand_by_themselves_are_two_sentences(source: str, made: str) -> None:
    assert judged(source, made=made) == ""


@pytest.mark.parametrize(
    "source",
    [
        "The police said the storm closed the bridge, |and the port lost two cranes.",
        "According to the police, the storm closed the bridge, |and the port lost two cranes.",
        f"{STORM}, |and the port lost two cranes, the police said.",
        "The ferry sails if the storm ends, |and the port opens the quay.",
        f"{STORM}, |and the ferry sails if the board agrees.",
        "The storm reportedly closed the bridge, |and the port lost two cranes.",
        "On Monday the storm closed the bridge, |and the port lost two cranes.",
        f"{STORM}, |and on Tuesday the port lost two cranes.",
        f"{STORM}, |and when the ferry sailed.",
        f"{STORM}, |or the port lost two cranes.",
        f"{STORM}, |and sank the ferry in the port.",
        f"{STORM}, |and the quay.",
        "Holm knows that the mill closed the shop, |and the bank left the town.",
        "The mill closed, the ferry stopped, |and the bank left the town.",
        "Close the bridge, |and the port saves two cranes.",
        "“The storm closed the bridge”, |and the port lost two cranes.",
        "The storm closed the 'old' bridge, |and the port lost two cranes.",
    ],
)
def test_what_reaches_over_or_does_not_stand_stays_one_sentence(source: str) -> None:
    assert judged(source) == "not_two_sentences"


@pytest.mark.parametrize(
    "source",
    [
        f"{STORM} |and the port lost two cranes.",
        "|The storm closed the bridge.",
    ],
)
def test_a_clause_behind_no_mark_is_no_sentence(source: str) -> None:
    assert judged(source) == "omission_not_held"


def test_a_clause_before_more_words_is_no_sentence() -> None:
    assert parted(f"{STORM}, and the port lost two cranes.", "and the port", "and") is None


@pytest.mark.parametrize(
    "made",
    [
        f"{STORM}.",
        f"{STORM}. The port lost cranes.",
        "The port lost two cranes. The storm closed the bridge.",
    ],
)
def test_both_clauses_are_kept_as_they_were(made: str) -> None:
    assert judged(f"{STORM}, |and the port lost two cranes.", made=made) == "split_in_part"


def test_without_a_parser_or_guards_nothing_is_split() -> None:
    source = f"{STORM}, |and the port lost two cranes."
    assert judged(source, parser=NO_PARSER) == "no_parser"
    assert judged(source, language="xx") == "omission_not_held"


def test_nothing_is_split_in_a_language_that_the_parser_does_not_know() -> None:
    source = "Der Sturm sperrte die Brücke, |aber die Fähre fuhr am Mittag."
    assert judged(source, language="de") == "not_two_sentences"


def test_a_split_comes_after_what_was_left_out_and_put_in() -> None:
    text = "Holm, who leads the board, closed the bridge, and the port lost two cranes. The board met Ada Holm."
    source = text.partition(". ")[0] + "."
    edits = (
        Omission("relative clause", "who leads the board"),
        Edit("Holm", "Ada Holm"),
        Split("and the port lost two cranes"),
    )
    evidence = (Passage("1", 1, 0, len(source), digest_of(source)), Passage("1", 1, 91, 99, digest_of("Ada Holm")))
    said = Sentence("Ada Holm closed the bridge. The port lost two cranes.", evidence, tuple(map(str, edits)))
    assert verify_sentence(said, [source, "Ada Holm"], Origin("en"), PARSER).supported
    assert said.basis == "edited"
