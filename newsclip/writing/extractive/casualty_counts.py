"""How many were hurt, died or are missing: a count that grows as news comes in, so that the newest one holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from newsclip.language.pack import english, is_english
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.writer_tables import ClipWords
from newsclip.writing import casualties
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.selection import Matrix

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()  # noqa: SIM905
)
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|{'|'.join(_WORDS[2:])})"
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_WORD = 12  # characters beside a count
_ALIKE = 0.2  # half or double: nothing (docs/why/writer.md, "How much the limits matter")

type Tolls = dict[str, int]


def tolls(text: str, language: str = "en") -> Tolls:
    """The counts that the text gives, by kind: "injured", "dead", "missing"; the first of each kind, the toll itself
    before all. Not how many more they are ("two more died").

    None where it names a year: then it tells of another event. None in a language that has no words for it.
    """
    if not is_english(language):
        told = reversed(casualties.counts(text, language))
        return {count.kind: round(count.quantity.middle) for count in told}
    found: Tolls = {}
    if _YEAR.search(text):
        return found
    known = _counts()
    if total := known.total.search(text):
        found["dead"] = _value(total["number"].lower())
    for pattern in known.told:
        for match in pattern.finditer(text):
            if not known.is_growth(text, match):
                found.setdefault(known.kinds[match["state"].lower()], _value(match["number"].lower()))
    return found


@dataclass(frozen=True, slots=True)
class _Counts:
    """How a text counts people, and of what `kinds` each word of that is. `total`: how many died in all."""

    told: tuple[re.Pattern[str], ...]
    kinds: dict[str, str]
    total: re.Pattern[str]
    growth: re.Pattern[str]
    before_growth: re.Pattern[str]

    def is_growth(self, text: str, match: re.Match[str]) -> bool:
        """Whether these come to others: "two more people died", "another two", "killed two others"."""
        near = f"{match.group()}{text[match.end() : match.end() + _WORD]}"
        return bool(self.growth.search(near) or self.before_growth.search(text[: match.start()][-_WORD:]))


@cache
def _counts() -> _Counts:
    words = english(ClipWords)
    kinds = {word: kind for kind, some in words.tolls.items() for word in some}
    state, about = rf"(?P<state>{'|'.join(kinds)})", "|".join(words.approximations)
    told = (
        rf"\b{_NUMBER} (?:(?!and\b|but\b)[a-z\-]+ ){{0,4}}{state}",
        rf"\b{state}\w*,? (?:(?:{about}) ){{0,2}}{_NUMBER}\b",
        rf"\bnumber of (?:the )?{state}\w* (?:\w+ ){{0,3}}?(?:to|at|is|was) {_NUMBER}\b",
    )
    growth, before = any_of(words.growth), any_of(words.before_growth)
    return _Counts(
        tuple(ignoring_case(pattern) for pattern in told),
        kinds,
        ignoring_case(
            rf"\b(?:{any_of(words.totals)})(?: [\w'’\-]+){{0,12}}? (?:{any_of(words.reaches)}) {_NUMBER}\b(?![.,]?\d)"
        ),
        ignoring_case(rf"\b(?:{growth})\b(?! than)"),
        ignoring_case(rf"\b(?:{before})\s*$"),
    )


def newest(readings: Sequence[Reading]) -> dict[str, tuple[int, int]]:
    """For each kind of count the number of the reading published last that gives it, and what it gives."""
    found: dict[str, tuple[int, int]] = {}
    dated = [i for i, reading in enumerate(readings) if reading.article.published]
    for i in sorted(dated, key=lambda i: (readings[i].article.published, i)):
        given: Tolls = {}
        for line in readings[i].lines:
            given = tolls(line.told.text, readings[i].language) | given
        found |= {kind: (i, count) for kind, count in given.items()}
    return found


def outdated(readings: Sequence[Reading], lines: Sequence[Line], alike: Matrix) -> frozenset[int]:
    """The lines whose count is not the newest one, where a later article's line that is like them gives that."""
    latest = newest(readings)
    given = [tolls(line.told.text, readings[line.article].language) for line in lines]
    found: set[int] = set()
    for i, line in enumerate(lines):
        for kind, count in given[i].items():
            holds = latest[kind][1] if kind in latest else count
            right = [j for j, other in enumerate(given) if other.get(kind) == holds and alike[i, j] >= _ALIKE]
            if count != holds and any(_later(readings, lines[j].article, line.article) for j in right):
                found.add(i)
    return frozenset(found)


def _later(readings: Sequence[Reading], article: int, other: int) -> bool:
    a, b = readings[article].article.published, readings[other].article.published
    return a is not None and b is not None and a > b


def _value(number: str) -> int:
    return _WORDS.index(number) if number in _WORDS else int(number.replace(",", ""))
