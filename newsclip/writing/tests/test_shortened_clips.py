"""Sentences of a clip are shortened only where nothing else in it needs what goes."""

from dataclasses import replace

import pytest

from newsclip.adapters.embedded.extractive_writer import ExtractiveWriter
from newsclip.adapters.embedded.spacy_parser import SpacyParser
from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Sentence
from newsclip.evidence.edits import Omission
from newsclip.evidence.visitor import texts
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.writing.extractive import write
from newsclip.writing.ports import Assigned, SentenceShortener, Shorteners, Told, no_shortening
from newsclip.writing.shortening import Aim
from newsclip.writing.shortening.clip import SyntacticSentenceShortener
from newsclip.writing.tests.stories import HARBOUR, MARK, article, embed

pytestmark = pytest.mark.slow
PARSER, SHORT = SpacyParser(), Aim(most=6, good=6)
LONG = "Ada Holm, who leads the harbour board, opened the new ferry terminal in Orlo."
LEFT = "Ada Holm opened the new ferry terminal in Orlo."
ROLE = "The council thanked Ada Holm, a retired captain of the fishing fleet."


def said(text: str) -> Sentence:
    return Sentence(text, (Passage("1", 1, 0, len(text), digest_of(text)),))


def shortened(text: str, *after: str, before: str = "", parser: Parser = PARSER, stands: bool = True) -> str:
    """What becomes of the sentence between others."""
    shorten = SyntacticSentenceShortener(parser, lambda _: stands, SHORT)
    made = shorten(said(text), "en", Told(before, after[0] if after else "", " ".join(after)))
    return made.text if made else text


def test_what_nothing_else_needs_goes() -> None:
    assert shortened(LONG, "The ferry sails at noon.") == LEFT


def test_what_a_later_sentence_takes_up_stays_unless_one_before_has_it() -> None:
    assert shortened(LONG, "The ferry sails.", "The board had asked for it.") == LONG
    assert shortened(LONG, "The board had asked for it.", before="The harbour board met.") == LEFT


def test_a_name_stays_where_the_next_sentence_may_mean_it() -> None:
    text = "The storm closed the bridge, which Ilse Brandt opened in the spring."
    assert shortened(text, "She wept.") == text
    assert shortened(text, "The ferry sails.") == "The storm closed the bridge."


def test_several_stay_where_the_next_sentence_may_mean_them() -> None:
    text = "The storm closed the bridge, which divers mended in the spring."
    assert shortened(text, "They wept.") == text
    assert shortened(text, "The ferry sails.") == "The storm closed the bridge."
    one = "The storm closed the bridge, which a diver mended in the spring."
    assert shortened(one, "They wept.") == "The storm closed the bridge."


def test_what_the_rest_of_the_sentence_counts_from_stays() -> None:
    text = "Shutting its old quay on Monday, the harbour board closed the bridge two days later."
    assert shortened(text) == text


def test_of_two_omissions_one_may_be_made_where_the_other_is_needed() -> None:
    text = "Ada Holm, who leads the harbour board, opened the bridge, which leads to the old quay."
    assert shortened(text, "The quay is closed.") == "Ada Holm opened the bridge, which leads to the old quay."


def test_who_somebody_is_goes_where_the_name_stood_before() -> None:
    assert shortened(ROLE, before="The ferry sails.") == ROLE
    assert shortened(ROLE, before="Ada Holm raised the wreck.") == "The council thanked Ada Holm."


def test_in_what_something_was_said_goes() -> None:
    text = "The wreck of the ferry lies in the strait, the harbour board said in a statement."
    assert shortened(text) == "The wreck of the ferry lies in the strait, the harbour board said."


def test_what_the_verifier_would_refuse_stays_whole() -> None:
    assert shortened(LONG, stands=False) == LONG


def test_without_a_parser_clips_hold_whole_sentences() -> None:
    assert shortened(LONG, parser=NO_PARSER) == LONG


BESIDES = "which the council of Velm had asked for in a letter"


def without_besides(sentence: Sentence, language: str, told: Told) -> Sentence | None:
    """A SentenceShortener that leaves out one clause."""
    text, found, _ = sentence.text.partition(f", {BESIDES}.")
    edits = (*sentence.edits, str(Omission("relative clause", BESIDES)))
    return replace(sentence, text=f"{text}.", edits=edits) if found else None


def test_a_clip_tells_its_lines_shorter() -> None:
    first, rest = HARBOUR.split("\n\n", 1)
    text = f"{first}\n\nPolice closed the old quay of the port, {BESIDES}.\n\n{rest}"
    assigned = Assigned("1", "1", "", 1, (article(1, "Harbour bridge opens in Orlo Bay", text),))
    whole, shorter = (texts(written(assigned, shorten)) for shorten in (no_shortening, without_besides))
    assert any(BESIDES in one for one in whole)
    assert shorter == [one.replace(f", {BESIDES}", "") for one in whole]


def written(assigned: Assigned, shorten: SentenceShortener) -> Document:
    return write(assigned, embedder=embed, judge=verifier, mark=MARK, shorten=Shorteners(sentence=shorten))


def test_the_writers_mark_says_which_parser_was_used() -> None:
    embedder = StaticVectors()
    assert ExtractiveWriter(embedder, parser=PARSER).mark.settings == {"syntax": PARSER.mark}
    assert ExtractiveWriter(embedder).mark.settings == {}
