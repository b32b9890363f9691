"""A finished clip is shortened only where nothing else in it needs what goes."""

from dataclasses import replace

import pytest

from newsclip.adapters.embedded.extractive_writer import ExtractiveWriter
from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.evidence.document import Document, Paragraph, Section, Sentence
from newsclip.evidence.visitor import sentences
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.writing.shortening import Aim
from newsclip.writing.shortening.clip import shorten_clip
from newsclip.writing.tests.stories import article, clip_of

pytestmark = pytest.mark.slow
PARSER, SHORT = SpacyParser(), Aim(most=9, good=6)
LONG = "Ada Holm, who leads the harbour board, opened the new ferry terminal in Orlo."
LEFT = "Ada Holm opened the new ferry terminal in Orlo."


def said(text: str) -> Sentence:
    return Sentence(text, (Passage("1", 1, 0, len(text), digest_of(text)),))


def shortened(*texts: str, heading: str = "", parser: Parser = PARSER, stands: bool = True) -> list[str]:
    """What a clip of these sentences in its text says there when it is shortened."""
    section = Section(said(heading) if heading else None, (Paragraph(tuple(map(said, texts))),))
    made = shorten_clip(_clip(section), parser, lambda _: stands, SHORT)
    return [one.text for one in sentences(made)][-len(texts) :]


def _clip(section: Section) -> Document:
    clip = clip_of(article(1, "The ferry sails", "The ferry sails at noon from the quay."))
    return replace(clip, headline=said("The ferry sails."), language="en", summary=(), sections=(section,), timeline=())


def test_what_nothing_else_needs_goes() -> None:
    assert shortened(LONG, "The ferry sails at noon.") == [LEFT, "The ferry sails at noon."]


def test_what_a_later_sentence_takes_up_stays() -> None:
    assert shortened(LONG, "The board had asked for it.")[0] == LONG


def test_a_name_stays_where_the_next_sentence_may_mean_it() -> None:
    text = "The storm closed the bridge, which Ilse Brandt opened in the spring."
    assert shortened(text, "She wept.")[0] == text
    assert shortened(text, "The ferry sails.")[0] == "The storm closed the bridge."


def test_several_stay_where_the_next_sentence_may_mean_them() -> None:
    text = "The storm closed the bridge, which divers mended in the spring."
    assert shortened(text, "They wept.")[0] == text
    assert shortened(text, "The ferry sails.")[0] == "The storm closed the bridge."
    one = "The storm closed the bridge, which a diver mended in the spring."
    assert shortened(one, "They wept.")[0] == "The storm closed the bridge."


def test_what_the_rest_of_the_sentence_counts_from_stays() -> None:
    text = "Shutting its old quay on Monday, the harbour board closed the bridge two days later."
    assert shortened(text)[0] == text


def test_sentences_below_a_heading_stay_whole() -> None:
    assert shortened(LONG, heading="What the board says") == [LONG]


def test_what_the_verifier_would_refuse_stays_whole() -> None:
    assert shortened(LONG, stands=False) == [LONG]


def test_without_a_parser_clips_hold_whole_sentences() -> None:
    assert shortened(LONG, parser=NO_PARSER) == [LONG]


def test_the_writers_mark_says_which_parser_was_used() -> None:
    embedder = StaticVectors()
    assert ExtractiveWriter(embedder, parser=PARSER).mark.settings == {"syntax": PARSER.mark}
    assert ExtractiveWriter(embedder).mark.settings == {}
