"""What a sentence of a model leaves out of its passage is recorded, so that a page can strike it through."""

from dataclasses import replace

import pytest

from newsclip.evidence import verifier
from newsclip.evidence.playback import played_back
from newsclip.language.syntax import NO_PARSER
from newsclip.writing.llm.answers import Said
from newsclip.writing.llm.conversation import Conversation
from newsclip.writing.llm.left_out import left_out
from newsclip.writing.llm.sentence_verifier import TEXT, SentenceVerifier
from newsclip.writing.llm.story import Means, story_of
from newsclip.writing.ports import Assigned
from newsclip.writing.tests.stories import BRIDGE, embed
from newsclip.writing.tests.test_llm_orders import silent

MEANS = Means(verifier, embed, NO_PARSER)
WHOLE = "The Orlo Harbour Trust (OHT) said the middle arch would be lit until Sunday night."
LIT = replace(BRIDGE, text=f"{BRIDGE.text}\n\n{WHOLE}")
STORY = story_of(Assigned("1", "1", "", 1, (LIT,)), "en", MEANS)
NUMBER = next(number for number, one in STORY.passages.items() if one.line.told.text == WHOLE)


def edits(text: str) -> tuple[str, ...]:
    said = Said(text=text, passages=[NUMBER])
    sentence = SentenceVerifier(STORY, MEANS, "exact", Conversation(silent)).judge(said, TEXT, ()).sentence
    assert sentence is not None
    return sentence.edits


def test_nothing_is_recorded_of_a_whole_passage() -> None:
    assert edits(WHOLE) == ()


def test_what_is_left_out_is_recorded_with_its_words_and_struck() -> None:
    assert edits(WHOLE.replace(" (OHT)", "")) == ("dropped: OHT",)
    (step,) = played_back([WHOLE], ["dropped: OHT"])
    assert ("del", "OHT") in step.parts


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("The quay closed.", ("of Orlo", "on Monday")),
        ("The quay of Orlo closed on Monday.", ()),
        ("Orlo closed.", ("The quay of", "on Monday")),
        ("Closed, the quay of Orlo.", None),
    ],
)
def test_each_gap_has_its_words(text: str, gaps: tuple[str, ...] | None) -> None:
    assert left_out(text, "The quay of Orlo closed on Monday.") == gaps
