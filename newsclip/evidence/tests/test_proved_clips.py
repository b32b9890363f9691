"""A clip that tells in other words than its passages': the gate finds each proof anew, or lets nothing pass."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import Document, Paragraph, Quote, Section, Sentence, by_revision
from newsclip.evidence.edits import PROVED
from newsclip.evidence.slugs import slug_of
from newsclip.evidence.tests.proved import PARSER
from newsclip.evidence.tests.test_gate import CLIP, COST, GIVEN, PROMISE, TOLD, TRUE, VOTE, passage
from newsclip.evidence.verifier import judge_single, verify_document
from newsclip.evidence.verifier.gate import supported_only
from newsclip.evidence.visitor import sentences
from newsclip.language.syntax import NO_PARSER

pytestmark = pytest.mark.slow
SAID = "According to Mayor Ilse Brandt, the bridge cost 212 million crowns."
AHEAD = "On 16 March the council will vote on the future of the ferry."


def proved(text: str, words: str, *, place: str = "", before: tuple[str, ...] = ()) -> Sentence:
    """The sentence with the steps of its proof, as a writer records them."""
    bare = Sentence(text, (passage(words),))
    found = judge_single(bare, place, before, by_revision(GIVEN), PARSER)
    assert found.basis == "edited", found.reason
    return replace(bare, edits=(PROVED, *found.edits))


def telling(*said: Sentence, heading: Sentence | None = None) -> Document:
    return replace(CLIP, summary=(TRUE,), sections=(Section(heading, (Paragraph(said),)),))


def texts(document: Document) -> list[str]:
    return [one.text for one in sentences(document)]


def test_a_sentence_in_other_words_is_published_with_the_steps_of_its_proof() -> None:
    told = proved(AHEAD, VOTE)
    passed = supported_only(telling(told), GIVEN, PARSER)
    assert told in list(sentences(passed))
    assert told.basis == "edited"
    assert all(verdict.supported for verdict in verify_document(passed, GIVEN, PARSER))


def test_a_headline_in_other_words_is_published() -> None:
    top = proved(SAID.rstrip("."), COST, place="headline")
    assert supported_only(replace(telling(TRUE), headline=top, slug=slug_of(top.text)), GIVEN, PARSER).headline == top


def test_a_proof_that_another_parser_does_not_find_gives_way_to_the_passage() -> None:
    passed = supported_only(telling(proved(AHEAD, VOTE)), GIVEN, NO_PARSER)
    assert AHEAD not in texts(passed)
    assert VOTE in texts(passed)


def test_a_lie_that_is_recorded_as_proved_gives_way_to_its_passage() -> None:
    lie = replace(proved(AHEAD, VOTE), text=AHEAD.replace("16", "18"))
    passed = supported_only(telling(lie), GIVEN, PARSER)
    assert lie.text not in texts(passed)
    assert passed.receipt.refused


def test_steps_that_are_not_those_of_the_proof_are_refused() -> None:
    told = proved(AHEAD, VOTE)
    passed = supported_only(telling(replace(told, edits=(PROVED, "not told: the mayor"))), GIVEN, PARSER)
    assert AHEAD not in texts(passed)
    assert passed.receipt.refused[-1].reason.code == "proof_differs"


def test_a_proof_from_words_that_are_lost_is_refused() -> None:
    told = proved(AHEAD, VOTE)
    elsewhere = replace(told, evidence=(replace(told.evidence[0], digest="0" * 64),))
    assert AHEAD not in texts(supported_only(telling(TRUE, elsewhere), GIVEN, PARSER))


def test_a_proof_is_found_behind_what_stands_before_it_and_nowhere_else() -> None:
    she = "She said the bridge cost 212 million crowns."
    quoted = Quote(PROMISE.strip("“”,"), "Ilse Brandt", (passage(PROMISE), passage(TOLD)))
    named = Sentence(TOLD, (passage(TOLD),))
    told = proved(she, COST, before=(TRUE.text, TOLD))
    assert she in texts(supported_only(telling(named, told), GIVEN, PARSER))
    alone = replace(CLIP, summary=(told, TRUE), sections=(Section(None, (quoted,)),))
    assert she not in texts(supported_only(alone, GIVEN, PARSER))


def test_a_heading_in_other_words_heads_what_rests_on_its_passage_alone() -> None:
    heading = proved("Council will vote on future of ferry", VOTE, place="heading")
    below = Sentence(VOTE, (passage(VOTE),))
    assert supported_only(telling(below, heading=heading), GIVEN, PARSER).sections[0].heading == heading
    assert supported_only(telling(TRUE, heading=heading), GIVEN, PARSER).sections[0].heading is None
