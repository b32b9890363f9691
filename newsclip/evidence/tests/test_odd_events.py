"""Which events may be told with less, by parses written by hand: right but for one thing, or in another language."""

from dataclasses import replace

from newsclip.evidence.edits import DEFINING, PREDICATE
from newsclip.evidence.tests.test_odd_parses import (
    AND_SAILED,
    BUILT,
    COMMA,
    HOLM,
    SHIP,
    THAT_SANK,
    YESTERDAY,
    left,
    parsed,
)
from newsclip.evidence.verifier.syntactic_omissions.circumstances import is_circumstance
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import OmittedTokens, omitted_tokens
from newsclip.evidence.verifier.syntactic_omissions.single_events import tells_each_of_two, tells_one_event
from newsclip.language.syntax import Parse

LED = """
    Ada     PROPN NNP nsubj    helped
    Holm    PROPN NNP appos    Ada
    helped  VERB  VBD ROOT     helped
    build   VERB  VB  xcomp    helped
    co-ops  NOUN  NNS dobj     build
    and     CCONJ CC  cc       build
    sail    VERB  VB  conj     build
"""


def without(words: str, text: str, table: str, **lemmas: str) -> OmittedTokens:
    """The words cut out of the parse. `lemmas`: of words that differ from theirs."""
    parse = parsed(text, table)
    tokens = tuple(replace(token, lemma=lemmas.get(token.word, token.lemma)) for token in parse.tokens)
    made = omitted_tokens(Parse(text, tokens), words)
    assert made is not None
    return made


def test_nothing_is_one_event_in_a_language_without_words_for_it() -> None:
    cut = without("yesterday", "Ada Holm built co-ops yesterday", HOLM + BUILT + YESTERDAY)
    assert is_circumstance(cut, "en")
    assert tells_one_event(cut, 2, "en")
    assert not is_circumstance(cut, "de")
    assert not tells_one_event(cut, 2, "de")


def test_which_one_of_some_is_meant_stays() -> None:
    """A fraction of the ships that sank is no fraction of the ships."""
    of_ships = SHIP.replace("ship", "part") + "of ADP IN prep part\nships NOUN NNS pobj of"
    whole = ("Ada Holm built a part of ships that sank", HOLM + of_ships + THAT_SANK.replace("ship", "part"))
    assert left(DEFINING, "that sank", whole, ("Ada Holm built a part of ships", HOLM + of_ships)) is None


def test_what_may_be_the_last_of_three_deeds_stays_whatever_the_second_was_taken_for() -> None:
    before = HOLM + BUILT + COMMA + "won VERB VBD advcl built"
    rest = ("Ada Holm built co-ops, won", before)
    whole = (f"{rest[0]}, and sailed", before + COMMA + AND_SAILED)
    assert left(PREDICATE, "and sailed", whole, rest) is None


def test_of_two_deeds_one_is_told_only_where_the_verb_before_leads_to_both() -> None:
    text = "Ada Holm helped build co-ops and sail"
    assert tells_each_of_two(without("and sail", text, LED, helped="help"), 3, "en")
    assert not tells_each_of_two(without("and sail", text, LED.replace("xcomp", "advcl"), helped="help"), 3, "en")
