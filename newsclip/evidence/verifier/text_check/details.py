"""The details of a sentence that another can tell otherwise: its figures, names and dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from newsclip.evidence.tokens import TOKEN, tokens
from newsclip.evidence.verifier.source import ParsedSentence
from newsclip.language.guards import guards_of
from newsclip.language.names import find_names
from newsclip.language.pack import is_english, pack
from newsclip.language.quantities import quantities

_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?")
_BETWEEN = re.compile(r"[ ,.]{0,3}")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Detail:
    """Words of a sentence, from `start` to `end`. `values`: of a date by part, of a figure its bounds as one."""

    kind: Literal["figure", "name", "date"]
    text: str
    start: int
    end: int
    values: dict[str, tuple[float, float] | str] = field(default_factory=dict)

    def differs_from(self, other: "Detail") -> bool:
        """Whether both cannot mean the same."""
        if self.kind == "name":
            return _name_differs(self.text, other.text)
        shared = self.values.keys() & other.values.keys()
        return any(not _agree(self.values[part], other.values[part]) for part in shared)


def details_of(text: str, language: str) -> list[Detail]:
    """Its dates, then its figures, then its names."""
    dates = list(_dates(text, language))
    apart = [one for one in _figures(text, language) if not _overlaps(one, dates)]
    names = [
        Detail("name", name.text, name.start, name.end)
        for name in find_names(text, language)
        if not _DIGIT.search(name.text)
    ]
    return [*dates, *apart, *(one for one in names if not _overlaps(one, dates))]


def holds(text: str, detail: Detail, language: str) -> bool:
    """Whether the text has this detail, or one that may mean the same."""
    if detail.kind == "name":
        parsed = ParsedSentence(text)
        return all(word in parsed.low or parsed.bears(word) for word in tokens(detail.text))
    if detail.kind == "date":
        return set(tokens(detail.text)) <= set(tokens(text))
    figures = (one for one in details_of(text, language) if one.kind == "figure")
    return any(not detail.differs_from(one) for one in figures)


def _agree(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return bool(one[0] <= other[1] and other[0] <= one[1])
    return one == other


def _name_differs(one: str, other: str) -> bool:
    """Whether neither is a part or the initials of the other."""
    here, there = set(tokens(one)), set(tokens(other))
    initials = {"".join(word[0] for word in name.split() if word[0].isupper()).lower() for name in (one, other)}
    plain = {name.replace(".", "").lower() for name in (one, other)}
    return not (here <= there or there <= here) and initials.isdisjoint(plain)


def _overlaps(one: Detail, others: list[Detail]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _figures(text: str, language: str) -> Iterator[Detail]:
    if is_english(language):
        for one in quantities(text):
            yield Detail("figure", text[one.start : one.end], one.start, one.end, {"": (one.low, one.high)})
        return
    for found in TOKEN.finditer(text):
        if found.group().replace(".", "").replace(",", "").isdecimal():
            yield Detail("figure", found.group(), found.start(), found.end(), {"": found.group()})


def _dates(text: str, language: str) -> Iterator[Detail]:
    """Parts of a date that stand side by side are one."""
    run: list[tuple[str, str, int, int]] = []
    for found in TOKEN.finditer(text):
        part = _part(found.group(), language)
        if run and (not part or not _BETWEEN.fullmatch(text[run[-1][3] : found.start()])):
            yield from _date(text, run)
            run = []
        if part:
            run.append((part, found.group().lower(), *found.span()))
    yield from _date(text, run)


def _date(text: str, run: list[tuple[str, str, int, int]]) -> Iterator[Detail]:
    parts = {part for part, *_ in run}
    if "month" not in parts:
        named = [place for place, (part, *_) in enumerate(run) if part != "day"]
        run = run[named[0] : named[-1] + 1] if named else []
    if run and parts & {"weekday", "month", "year"}:
        start, end = run[0][2], run[-1][3]
        yield Detail("date", text[start:end], start, end, {part: value for part, value, *_ in run})


def _part(word: str, language: str) -> str:
    """Which part of a date the word is; "" for none."""
    days, guards, low = pack(language).days, guards_of(language), word.lower()
    if days and not (word.islower() and guards and low in (guards.hedge or ())):
        if any(low in names for names in days.months):
            return "month"
        if any(low in names for names in days.weekdays):
            return "weekday"
    if _YEAR.fullmatch(word):
        return "year"
    return "day" if _DAY.fullmatch(word) else ""
