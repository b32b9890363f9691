"""A clip in a language model's own words: the gate asks the guards anew, and a clip must own up to its judge."""

from dataclasses import replace

import pytest

from newsclip.evidence import serialization
from newsclip.evidence.document import Document, Sentence
from newsclip.evidence.edits import JUDGED
from newsclip.evidence.slugs import slug_of
from newsclip.evidence.tests.proved import PARSER
from newsclip.evidence.tests.test_gate import COST, GIVEN, TRUE, VOTE, passage
from newsclip.evidence.tests.test_proved_clips import telling, texts
from newsclip.evidence.verifier import verify_document
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.visitor import sentences
from newsclip.kernel.reasons import Refused
from newsclip.language.syntax import NO_PARSER

pytestmark = pytest.mark.slow
OWN = "What becomes of the ferry is for the council to vote on."


def judged(text: str, words: str) -> Sentence:
    return Sentence(text, (passage(words),), (JUDGED,))


def by_a_judge(document: Document) -> Document:
    """The document of a writer that had a licensed judge."""
    mark = document.writer
    return replace(document, writer=replace(mark, settings={**mark.settings, "basis": "judged"}))


def test_a_judged_sentence_is_published_and_says_so() -> None:
    told = judged(OWN, VOTE)
    passed = supported_only(by_a_judge(telling(told)), GIVEN, PARSER)
    assert told in list(sentences(passed))
    assert told.basis == "judged"
    assert all(verdict.supported for verdict in verify_document(passed, GIVEN, PARSER))
    again = serialization.from_json(serialization.to_json(passed))
    assert again == passed
    assert '"basis": "judged"' in str(serialization.to_json(passed)).replace("'", '"')


def test_a_clip_that_names_no_judge_has_no_judged_sentence() -> None:
    with pytest.raises(Refused):
        supported_only(telling(judged(OWN, VOTE)), GIVEN, PARSER)


def test_what_a_guard_refuses_gives_way_to_its_passage_whoever_judged_it() -> None:
    lie = judged("The bridge cost 999 million crowns, Mayor Ilse Brandt said.", COST)
    passed = supported_only(by_a_judge(telling(lie)), GIVEN, PARSER)
    assert lie.text not in texts(passed)
    assert passed.receipt.refused[-1].reason.code == "figure_not_said"


def test_without_a_parser_no_judged_sentence_passes() -> None:
    assert OWN not in texts(supported_only(by_a_judge(telling(judged(OWN, VOTE))), GIVEN, NO_PARSER))


def test_a_judged_sentence_on_words_that_are_lost_is_refused() -> None:
    told = judged(OWN, VOTE)
    lost = replace(told, evidence=(replace(told.evidence[0], digest="0" * 64),))
    assert OWN not in texts(supported_only(by_a_judge(telling(TRUE, lost)), GIVEN, PARSER))


def test_a_judged_headline_and_a_judged_heading_are_guarded_too() -> None:
    top = judged("Ferry's future goes to a council vote", VOTE)
    document = by_a_judge(replace(telling(TRUE), headline=top, slug=slug_of(top.text)))
    assert supported_only(document, GIVEN, PARSER).headline == top
    below = Sentence(VOTE, (passage(VOTE),))
    heading = judged("A council vote on the ferry", VOTE)
    assert supported_only(by_a_judge(telling(below, heading=heading)), GIVEN, PARSER).sections[0].heading == heading
    wrong = judged("A council vote on the ferry in June", VOTE)
    assert supported_only(by_a_judge(telling(below, heading=wrong)), GIVEN, PARSER).sections[0].heading is None
