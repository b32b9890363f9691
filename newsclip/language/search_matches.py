"""Where a text holds what was searched for."""

import re
from collections.abc import Iterator

from newsclip.kernel.spans import Span
from newsclip.language.search_query import SearchQuery
from newsclip.language.search_stems import search_stem, search_stems
from newsclip.language.unspaced import is_in

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 220  # characters of an excerpt
_BEFORE = 80  # of them, before the first word that was found
_SHORT = 3  # letters of words that are no reason, where longer ones were asked, too
_LOOKED_AT = 5000  # characters of a text


def asked_stems(question: SearchQuery) -> frozenset[str]:
    """The stems of its words, without short ones ("the") where there are longer."""
    stems = {stem for term in question.terms for stem in search_stems(term).split()}
    long = {stem for stem in stems if len(stem) > _SHORT or is_in(stem)}
    return frozenset(long or stems)


def matches(text: str, stems: frozenset[str]) -> list[Span]:
    """The words of the text that have one of these stems, in their order."""
    return [span for span, _ in _found(text[:_LOOKED_AT], stems)]


def matched_stems(text: str, stems: frozenset[str]) -> frozenset[str]:
    """Which of these stems the text has words of."""
    return frozenset(stem for _, held in _found(text[:_LOOKED_AT], stems) for stem in held)


def excerpt(text: str, stems: frozenset[str]) -> str:
    """The text, or, if it is long, what stands around the first word that has one of these stems."""
    if len(text) <= _LONGEST:
        return text
    first = next(iter(matches(text, stems)), Span(0, 0))
    start = 0 if first.start <= _BEFORE else text.rfind(" ", 0, first.start - _BEFORE // 2) + 1
    end = len(text) if len(text) - start <= _LONGEST else text.rfind(" ", first.end, start + _LONGEST)
    end = end if end > first.start else start + _LONGEST
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _found(text: str, stems: frozenset[str]) -> Iterator[tuple[Span, frozenset[str]]]:
    first = {stem[0] for stem in stems}  # a stem begins as its word does: most words need not be cut
    for word in _WORD.finditer(text) if stems else ():
        if is_in(word.group()):
            yield from _of_unspaced(word, stems)
        elif (letter := word.group()[0].lower()).isascii() and letter not in first:
            continue
        elif (stem := search_stem(word.group())) in stems:
            yield Span(*word.span()), frozenset({stem})


def _of_unspaced(run: re.Match[str], stems: frozenset[str]) -> Iterator[tuple[Span, frozenset[str]]]:
    """Of Chinese and Japanese two characters or more that were asked and stand together; one where one was asked."""
    start = run.start()
    for at, letter in enumerate(f"{run.group()} ", run.start()):
        if letter in stems:
            continue
        held = frozenset(run.string[start:at])
        if at - start >= min(2, len(stems)):
            yield Span(start, at), held
        start = at + 1
