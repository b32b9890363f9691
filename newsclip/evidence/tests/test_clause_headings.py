"""A clause may head a section if one of its sentences says it, by the verifier's own parse."""

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence.document import Paragraph, Section, Sentence, SourceArticle
from newsclip.evidence.edits import Omission
from newsclip.evidence.verifier import judge_heading
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.writing.tests.stories import article

pytestmark = pytest.mark.slow
PARSER = SpacyParser()
BUDGET = "The council of Orlo approved the harbour budget after the mayor threatened to resign."
AHEAD = "The council of Orlo will approve the harbour budget after the mayor threatened to resign."
ENDS = str(Omission("circumstance", "after the mayor threatened to resign"))
HEADING = "The council of Orlo approved the harbour budget"


def is_heading(words: str, edits: tuple[str, ...] = (ENDS,), source: str = BUDGET, parser: Parser = PARSER) -> bool:
    given = article(1, "Harbour budget", f"{source}\n\nFerries sail at noon from the quay.")
    below = Sentence(source, (_passage(given, source),))
    verdict = judge_heading(
        Section(Sentence(words, below.evidence, edits), (Paragraph((below,)),)), {("1", 1): given}, parser
    )
    assert verdict is not None
    return verdict.supported


def _passage(given: SourceArticle, words: str) -> Passage:
    at = given.text.index(words)
    return Passage(given.id, given.revision, at, at + len(words), digest_of(words))


def test_a_clause_that_happened_heads_the_section_that_tells_it() -> None:
    assert is_heading(HEADING)


@pytest.mark.parametrize(
    "words",
    [
        "The mayor of Orlo approved the harbour budget",
        "The council of Orlo rejected the harbour budget",
        "The harbour budget approved the council of Orlo",
        "The council of Orlo approved the harbour",
        "The council approved the harbour budget",
    ],
)
def test_a_clause_that_its_sentence_does_not_say_heads_nothing(words: str) -> None:
    assert not is_heading(words)


def test_what_is_not_left_out_by_a_licence_heads_nothing() -> None:
    assert not is_heading(HEADING, ())
    assert not is_heading(HEADING.replace("approved", "will approve"), source=AHEAD)
    assert not is_heading("The mayor threatened to resign", ())


def test_without_a_parser_no_clause_is_a_heading() -> None:
    assert not is_heading(HEADING, parser=NO_PARSER)


def test_a_clause_of_another_section_heads_nothing() -> None:
    given = article(1, "Harbour budget", f"{BUDGET}\n\nFerries sail at noon from the quay.")
    other = Sentence("Ferries sail at noon from the quay.", (_passage(given, "Ferries sail at noon from the quay."),))
    heading = Sentence(HEADING, (_passage(given, BUDGET),), (ENDS,))
    verdict = judge_heading(Section(heading, (Paragraph((other,)),)), {("1", 1): given}, PARSER)
    assert verdict is not None
    assert not verdict.supported
