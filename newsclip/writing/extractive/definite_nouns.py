"""Nouns that a line uses as if its reader knew them, and lines that sum up the one before by such a noun."""

import re
from collections.abc import Iterator, Set

from newsclip.language import definite_nouns
from newsclip.language.pack import ENGLISH, pack
from newsclip.language.writer_tables import NeedWords
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line, Reading


def known_nouns(line: Line, reading: Reading, language: str) -> frozenset[str]:
    """The stems of the nouns of "the", "this" … that its article told before. `language`: of the clip."""
    before = reading.article.text[: line.span.start]
    own = cleaning.outside_quotes(line.told.text)
    return definite_nouns.known_nouns(own, before, _named(reading), reading.language, language)


def sums_up(line: Line, reading: Reading) -> bool:
    """Whether "this rule" or "The statements" sums up the sentence before: nothing earlier has the noun."""
    known = _needs_of(reading)
    if known is None:
        return False
    before = reading.article.text[: line.span.start]
    nouns = {noun.lower() for noun, _ in _behind(line, reading, known.close)} - known.now
    nouns |= _opening_shell(line, reading, known)
    return any(noun and not re.search(re.escape(noun), before, re.IGNORECASE) for noun in nouns)


def _opening_shell(line: Line, reading: Reading, known: NeedWords) -> set[str]:
    """The shell noun that the sentence opens with behind a pointer, where nothing goes on to explain it."""
    opener = line.told.text.split(maxsplit=1)[0].lower()
    if not known.shells or opener not in known.pointers:
        return set()
    noun, behind = next(iter(_behind(line, reading, known.pointers)), ("", ""))
    return {noun.lower()} & known.shells if behind not in known.explains else set()


def _needs_of(reading: Reading) -> NeedWords | None:
    return pack(reading.language or ENGLISH).needs


def _behind(line: Line, reading: Reading, pointers: Set[str]) -> Iterator[tuple[str, str]]:
    return definite_nouns.pointed_at(
        cleaning.outside_quotes(line.told.text), pointers, _named(reading), reading.language
    )


def _named(reading: Reading) -> frozenset[str]:
    return frozenset(part for name in reading.names for part in name.text.split())
