"""Nouns that a line uses as if its reader knew them, and lines that sum up the one before by such a noun."""

import re

from newsclip.language import definite_nouns
from newsclip.language.pack import ENGLISH, pack
from newsclip.language.tokens import stem
from newsclip.language.writer_tables import NeedWords
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line, Reading


def known_nouns(line: Line, reading: Reading, language: str) -> frozenset[str]:
    """The stems of the nouns of "the", "this" … that its article told before. `language`: of the clip."""
    before = reading.article.text[: line.span.start]
    own = cleaning.outside_quotes(line.told.text)
    return definite_nouns.known_nouns(own, before, _named(reading), reading.language, language)


def nouns_of_kinds(line: Line, reading: Reading) -> frozenset[str]:
    """The stems of its nouns of "such"."""
    known = _needs_of(reading)
    own = cleaning.outside_quotes(line.told.text)
    found = definite_nouns.pointed_at(own, known.kinds, _named(reading), reading.language) if known else ()
    return frozenset(stem(one.noun, reading.language or ENGLISH) for one in found)


def sums_up(line: Line, reading: Reading) -> bool:
    """Whether "this rule" or an opening "The statements" means what the sentence before tells: nothing earlier has the
    noun. "The thriller" calls a name by another word, "The reaction" comes of what was told.
    """
    known = _needs_of(reading)
    if known is None:
        return False
    before = f"{reading.article.title}\n{reading.article.text[: line.span.start]}"

    def is_told(noun: str) -> bool:
        return re.search(re.escape(noun), before, re.IGNORECASE) is not None

    own = cleaning.outside_quotes(line.told.text)
    found = definite_nouns.pointed_at(own, known.close | known.kinds, _named(reading), reading.language)
    close = {one.noun.lower() for one in found if not _sums_up_here(one, known, reading.language)} - known.now
    if any(noun and not is_told(noun) for noun in close):
        return True
    opening = _opening(line, reading, known)
    return bool(opening) and not any(map(is_told, opening))


def _sums_up_here(one: definite_nouns.PointedNoun, known: NeedWords, language: str) -> bool:
    """Whether "such efforts" may mean what the sentence itself tells before."""
    return one.pointer in known.kinds and ("," in one.lead or one.is_told_here(language))


def opens_as_known(line: Line, reading: Reading) -> bool:
    """Whether it opens with a thing as if its reader knew which: "The driver", not "The driver of …", "The police"."""
    known = _needs_of(reading)
    return known is not None and bool(_opening(line, reading, known))


def _opening(line: Line, reading: Reading, known: NeedWords) -> frozenset[str]:
    """The nouns that it opens with so."""
    nouns = definite_nouns.opening_nouns(cleaning.outside_quotes(line.told.text), known, reading.language)
    familiar = {*nouns, *(noun.removesuffix("s") for noun in nouns)} & known.familiar  # "the days", too
    return frozenset() if familiar else nouns


def _needs_of(reading: Reading) -> NeedWords | None:
    return pack(reading.language or ENGLISH).needs


def _named(reading: Reading) -> frozenset[str]:
    return frozenset(part for name in reading.names for part in name.text.split())
