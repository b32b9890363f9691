"""Nouns that a line uses as if its reader knew them: "the caller", "this rule", "der Fund", "ce plan"."""

import re
from collections.abc import Iterator, Sequence, Set

from newsclip.language.nouns import capital_nouns
from newsclip.language.pack import ENGLISH, pack
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, Tagged, tag_words
from newsclip.language.tokens import stem
from newsclip.language.writer_tables import NeedWords
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line, Reading, content_stems

_INSIDE = ("JJ", "VBN", "VBG", "NN", "CD")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
_ADJECTIVES = 2  # at most, between a pointer and a noun with a capital


def known_nouns(line: Line, reading: Reading, language: str) -> frozenset[str]:
    """The stems of the nouns of "the", "this" … that its article told before, but for those that the sentence explains
    ("the vote on …"). `language`: of the clip.
    """
    known = _needs_of(reading)
    if known is None:
        return frozenset()
    nouns = {
        noun
        for noun, behind in _behind(line, reading, known.pointers)
        if behind not in known.explains and noun.lower() not in known.familiar
    }
    stems = frozenset(stem(noun, reading.language or ENGLISH) for noun in nouns)
    return stems & content_stems(reading.article.text[: line.span.start], language) if stems else stems


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
    """The noun that each pointer of the line leads to, outside quotations, and the word behind it; "" for none."""
    text = cleaning.outside_quotes(line.told.text)
    if reading.language[:2] in TAGGED_LANGUAGES:
        return _by_tags(tag_words(text), pointers)
    named = {part for name in reading.names for part in name.text.split()}
    found = _by_capitals if capital_nouns(reading.language) else _next_words
    return ((noun, behind) for noun, behind in found(_WORD.findall(text), pointers) if noun not in named)


def _by_tags(tagged: Sequence[Tagged], pointers: Set[str]) -> Iterator[tuple[str, str]]:
    """No noun with a name before it."""
    for at, (word, _, _) in enumerate(tagged):
        if word.lower() not in pointers:
            continue
        end = at + 1
        while end < len(tagged) and tagged[end][1].startswith(_INSIDE):
            end += 1
        named = any(word[:1].isupper() for word, _, _ in tagged[at + 1 : end])
        if tagged[end - 1][1].startswith("NN") and not named:
            yield tagged[end - 1][0] if end > at + 1 else "", tagged[end][0].lower() if end < len(tagged) else ""


def _by_capitals(found: Sequence[str], pointers: Set[str]) -> Iterator[tuple[str, str]]:
    """Nouns have capitals, and adjectives before them none."""
    for at, word in enumerate(found):
        inside = found[at + 1 : at + 2 + _ADJECTIVES] if word.lower() in pointers else []
        noun = next((k for k, other in enumerate(inside) if other[:1].isupper()), None)
        if noun is not None and all(other.isalpha() for other in inside[:noun]):
            yield inside[noun], _goes_on(found, at + noun + 2)


def _next_words(found: Sequence[str], pointers: Set[str]) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(found[:-1]):
        if word.lower() in pointers and found[at + 1][:1].islower():
            yield found[at + 1], _goes_on(found, at + 2)


def _goes_on(found: Sequence[str], at: int) -> str:
    """The word here, or behind a comma, where a clause may say which one is meant."""
    behind = [word for word in found[at : at + 2] if word != ","]
    return behind[0].lower() if behind else ""
