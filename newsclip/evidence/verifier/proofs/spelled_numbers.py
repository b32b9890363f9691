"""Numbers in words as figures: "twenty-five" is 25, "two million" 2,000,000, "2 million dollars" $2,000,000.

What is a part ("half a million"), one end of a range ("two to three million"), unsure ("several hundred") or a name
("Twenty One Quays") stays as it is written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from newsclip.language.verifier_tables.proofs import ProofWords

_FIGURE = r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,6})?"
_LINK = r"[ -](?:and )?"
_NEAR = 24  # characters that a range may reach over
_MOST_WORDS, _TEN, _TWENTY, _HUNDRED, _THOUSAND = 9, 10, 20, 100, 1000

type Written = tuple[int, int, str]  # where it starts and ends, and its figures


@dataclass(frozen=True, slots=True)
class _Reader:
    number: re.Pattern[str]
    link: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


def in_figures(text: str, words: ProofWords) -> list[Written]:
    """The numbers of the text that are written in words, or with a word such as "million"."""
    reader = _reader(words)
    return [one for found in reader.number.finditer(text) if (one := _written(text, found, reader, words))]


@cache
def _reader(words: ProofWords) -> _Reader:
    small = [*words.units, *words.tens]
    named = _any_of([*small, *words.scales])
    first = rf"(?P<figure>{_FIGURE})|(?P<first>(?i:{_any_of([*small, *words.indefinite])}))"
    more = rf"(?P<more>(?:{_LINK}{named}(?!\w)){{0,{_MOST_WORDS}}}+)"
    money = rf"(?: (?P<money>{_any_of(name for row in words.currencies for name in row[1:])})(?!\w))?"
    short = rf"(?P<short>{_any_of(words.short_scales)})(?!\w)"
    joined, parts = _any_of(words.joins_ranges), _any_of(words.parts_of_numbers)
    return _Reader(
        re.compile(rf"(?<![\w.,-])(?P<sign>[$€£])?(?:{first})(?:{short}|(?!\w){more}){money}(?![\w-]|[.,]\d)"),
        re.compile(_LINK),
        re.compile(rf"(?:(?:\d|\b{named})(?: {joined} | ?[-–—] ?)|\b{parts} |\b{named} )$"),
        re.compile(rf"(?: {joined} | ?[-–—] ?)[$€£]?(?:\d|{named}\b)| {named}\b"),
    )


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda one: (-len(one), one)))})"


def _written(text: str, found: re.Match[str], reader: _Reader, words: ProofWords) -> Written | None:
    before, first, sign = text[max(0, found.start() - _NEAR) : found.start()], found["first"] or "", found["sign"] or ""
    if reader.before.search(before) or reader.behind.match(text, found.end()):
        return None
    if first and (sign or (first[0].isupper() and before.strip())):
        return None
    told, unit = _value(found, reader, words), _sign(found["money"], words)
    if told is None or (sign and unit):
        return None
    return found.start(), found.end(), f"{sign or unit}{told:,}"


def _sign(money: str | None, words: ProofWords) -> str:
    return next((row[0] for row in words.currencies if money in row), "") if money else ""


def _value(found: re.Match[str], reader: _Reader, words: ProofWords) -> int | None:
    """None where it is left as it is written."""
    more = [part for part in reader.link.split(found["more"] or "") if part]
    if figure := found["figure"]:
        scales = [words.scales.get(part, 0) for part in more]
        if found["short"]:
            scales = [words.short_scales[found["short"]] if found["sign"] or found["money"] else 0]
        single = len(scales) <= 1 and all(scales) and (bool(scales) or bool(found["money"]))
        return _times(figure, (scales or [1])[0]) if single else None
    return _counted([(found["first"]).lower(), *more], words) if more else None


def _times(figure: str, scale: int) -> int | None:
    whole, _, part = figure.replace(",", "").partition(".")
    told = int(whole + part) * scale
    return None if told % _TEN ** len(part) else told // _TEN ** len(part)


def _counted(parts: list[str], words: ProofWords) -> int | None:
    """What words count, each part smaller than the one before; None where they are no number."""
    total, current, last = 0, 0, _TEN**13
    if parts[0] in words.indefinite and parts[1] not in words.scales:
        return None
    for part in parts:
        scale = words.scales.get(part, 0)
        if scale == _HUNDRED and 0 < current < _TEN:
            current *= _HUNDRED
        elif scale >= _THOUSAND and 0 < current < _THOUSAND and scale < last:
            total, current, last = total + current * scale, 0, scale
        elif scale or not _may_follow(current, small := _small(part, words)):
            return None
        else:
            current += small
    return total + current


def _may_follow(current: int, small: int) -> bool:
    """Whether "five" may stand behind "twenty" or "two hundred"."""
    rest = current % _HUNDRED
    return rest == 0 or (rest >= _TWENTY and rest % _TEN == 0 and small < _TEN)


def _small(part: str, words: ProofWords) -> int:
    if part in words.indefinite:
        return 1
    return words.units.index(part) + 1 if part in words.units else (words.tens.index(part) + 2) * _TEN
