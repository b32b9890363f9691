"""Figures with what stands beside them: "up to about 9 crowns" is 9, behind "up to"; "rose by 5" is 5, behind "by"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsclip.evidence.tokens import NUMBER_WORDS
from newsclip.evidence.verifier.hard_guards.dates import known_days
from newsclip.evidence.verifier.hard_guards.readings import Compared
from newsclip.evidence.verifier.source import figures
from newsclip.language.verifier_tables.qualifiers import QualifierWords

_WORD = re.compile(r"[A-Za-z]{0,3}[$£€¥]?\d[\d,]*(?:\.\d+)?|[^\W\d_]{1,40}(?:['’][^\W\d_]{1,9})?|[%;:,.()]")
_SIGNS = re.compile(r"^[A-Za-z]{0,3}[$£€¥]?(?=\d)")
_LONGEST = 4  # words of a phrase that tells how exact a figure is
_BEHIND = 4  # words behind a figure in which "or more" may stand
_ONE = 1.0  # "one of them"

PLAIN = ""


@dataclass(frozen=True, slots=True)
class FigureContext:
    """`word` is written for `value`. `bound`: the field of QualifierWords that tells how exact it is, PLAIN for none;
    `before`: the word before both, "" for none. `exact`: it may as well be no bound, but a place."""

    word: str
    value: float
    bound: str
    before: str
    exact: bool = False


_BEFORE = ("at_least", "at_most", "below", "nearly", "roughly", "exactly")
_AFTER = {"or_more": "at_least", "or_less": "at_most"}


def of_sentence(compared: Compared) -> list[FigureContext]:
    """Those of the sentence, without the figures of days that its passages have."""
    outside = list(compared.text)
    for start, end in known_days(compared):
        outside[start:end] = "." * (end - start)
    return contexts(compared, ("".join(outside),))


def of_passages(compared: Compared) -> list[FigureContext]:
    return contexts(compared, compared.texts)


def contexts(compared: Compared, texts: Iterable[str]) -> list[FigureContext]:
    """The figures of the texts, as they stand in these."""
    return [one for text in texts for one in _found(compared.with_magnitudes(text), compared.qualifiers)]


def _found(text: str, known: QualifierWords) -> Iterator[FigureContext]:
    words = _WORD.findall(text.replace("-", " ").replace("’", "'"))
    low = [word.lower() for word in words]
    for at, word in enumerate(words):
        plain = _SIGNS.sub("", word)
        if not plain[:1].isdigit() and low[at] not in NUMBER_WORDS:
            continue
        behind = low[at + 1] if at + 1 < len(low) else ""
        value = max(figures(f"{plain} {behind}" if plain[:1].isdigit() else plain), default=0.0)
        if not value or (value == _ONE and not plain[:1].isdigit()):
            continue
        bound, start = _before(low, at, known)
        exact = low[start] in known.where_also
        yield FigureContext(word, value, bound or _behind(low, at, known), low[start - 1] if start else "", exact)


def _before(low: list[str], at: int, known: QualifierWords) -> tuple[str, int]:
    """What the words before the figure say of it, and where they begin; the first of several counts."""
    found, start = PLAIN, at
    for _ in range(_LONGEST):
        bound, begins = _phrase(low, start, known)
        if bound:
            found, start = bound, begins
        elif start and low[start - 1] in known.fillers:
            start -= 1
        else:
            break
    return found, start


def _phrase(low: list[str], end: int, known: QualifierWords) -> tuple[str, int]:
    for length in range(min(_LONGEST, end), 0, -1):
        phrase = " ".join(low[end - length : end])
        for bound in _BEFORE:
            if phrase in getattr(known, bound):
                return bound, end - length
    return PLAIN, end


def _behind(low: list[str], at: int, known: QualifierWords) -> str:
    for start in range(at + 1, at + 1 + _BEHIND):
        for field, bound in _AFTER.items():
            if any(" ".join(low[start : start + length]) in getattr(known, field) for length in (1, 2)):
                return bound
        if low[start : start + 1] and low[start] in ",.;:":
            break
    return PLAIN
