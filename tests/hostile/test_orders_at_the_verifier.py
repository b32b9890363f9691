"""Every known attack text, all of it and each of its sentences, offered for every place of a clip, on every basis.

The judge says yes to everything. Whole clips with such a model are in `test_instructions`: they take longer, so that
only a part of the texts is played there with a judge.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.evidence import verifier
from newsclip.evidence.document import Paragraph, Section
from newsclip.language.tokens import sentences
from newsclip.writing.llm import BASES
from newsclip.writing.llm.answers import Said
from newsclip.writing.llm.conversation import Conversation
from newsclip.writing.llm.sentence_verifier import FACT, HEADLINE, TEXT, Judged, SentenceVerifier
from newsclip.writing.llm.story import Means, Story, story_of
from newsclip.writing.ports import Answered, Assigned, Question
from newsclip.writing.prompt_injection import without_orders
from newsclip.writing.tests.stories import embed
from tests.hostile.rows import rows, text_of
from tests.hostile.test_instructions import beside_news, plain

pytestmark = [pytest.mark.slow, pytest.mark.once]
MEANS = Means(verifier, embed, SpacyParser())
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
LONGEST = 600


def yes(_: Question) -> Answered:
    return Answered(json.dumps({"differs": None, "supported": "yes"}), cut=False, digest="yes")


def offered(story: Story, basis: str, text: str) -> Iterator[Judged]:
    """The text for each place, with the passages nearest to it, those furthest from it, and the nearest alone."""
    words = set(text.lower().split())
    held = {number: set(one.line.told.text.lower().split()) for number, one in story.passages.items()}
    near = sorted(held, key=lambda number: -len(words & held[number]))
    printed = tuple(one.line.told for one in story.passages.values() if one.index is not None)
    for numbers in (near[:3], near[-3:], near[:1]):
        judge = SentenceVerifier(story, MEANS, basis, Conversation(yes))  # a new one: each has so many questions
        said = Said(text=text, passages=numbers)
        yield judge.judge_heading(said, Section(None, (Paragraph(printed),)))
        yield from (judge.judge(said, place, printed[:1] if place == TEXT else ()) for place in (HEADLINE, TEXT, FACT))


def test_no_sentence_of_a_known_attack_is_published_that_orders_something(hostile_data):
    published, tried = set(), 0
    for row in rows(hostile_data, "injection-texts"):
        attack = text_of(row)
        left = without_orders(attack)
        statements = {plain(span.of(left)) for span in sentences(left)} - {plain(attack)}
        story = story_of(Assigned("c", "s", "", 1, (beside_news(attack),), at=NOON), "en", MEANS)
        bits = {bit[:LONGEST] for bit in (attack, *(span.of(attack) for span in sentences(attack))) if bit.strip()}
        for judged in (judged for basis in BASES for bit in bits for judged in offered(story, basis, bit)):
            tried += 1
            if judged.sentence and plain(judged.sentence.text) not in statements:
                published.add((row["id"], judged.sentence.text))
    assert tried > 100
    assert published == set()
