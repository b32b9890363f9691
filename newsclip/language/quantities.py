"""Quantities as news writes them: "at least nine", "dozens", "1.2 million", each as the interval it leaves open."""

import re
from dataclasses import dataclass
from functools import reduce
from math import inf

from newsclip.language.pack import english
from newsclip.language.pattern_parts import any_of
from newsclip.language.text_analysis_tables import QuantityWords

_WORDS = english(QuantityWords)
_SMALL = {word: n for n, word in enumerate(_WORDS.units)} | {word: 10 * n for n, word in enumerate(_WORDS.tens, 2)}
_LARGE, _SHORT = _WORDS.scales, _WORDS.figure_scales
_LEAST_OF, _MOST_OF = _WORDS.vague_least, _WORDS.vague_most
_WORD = rf"(?:{any_of(_SMALL)})"
_NUMERAL = rf"(?:{_WORD}|{any_of(_LARGE)})"
_SPELLED = rf"{_WORD}(?:(?:[ -]|,? and ){_NUMERAL})*"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
_NUMBER = rf"(?:{_DIGITS})(?:[ -]?(?:{any_of(_LARGE | _SHORT)})\b)?|\b{_SPELLED}\b"
_LEAST, _MOST, _ABOUT = map(any_of, (_WORDS.at_least, _WORDS.at_most, _WORDS.about))
_QUANTITY = re.compile(
    rf"(?P<vague>\b(?:{any_of(_LEAST_OF)})\b(?! (?:of )?(?:million|billion)))"
    rf"|(?:\b(?P<how>{_LEAST}|{_MOST}|{_ABOUT}) )?(?:[£$€¥] ?)?(?:\bbetween (?P<from>{_NUMBER}) and )?"
    rf"(?<![\d.,:/-])(?P<number>{_NUMBER})(?:(?: to |[-–])(?P<to>{_NUMBER}))?(?P<more> or more| or so)?",
    re.IGNORECASE,
)
_ROUNDED = 0.05  # "20,000" is said of 19,000 to 21,000
NEAR = 0.1  # "about 50" is said of 45 to 55


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the text from `start` to `end`, qualifier and currency sign included; it lies in [low, high]."""

    start: int
    end: int
    low: float
    high: float

    def agrees(self, other: "Quantity") -> bool:
        """Whether one number could be meant by both."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> float:
        return self.low if self.high == inf else (self.low + self.high) / 2


def quantities(text: str) -> list[Quantity]:
    """The quantities of the text, in order."""
    return [found for match in _QUANTITY.finditer(text) if (found := _quantity(match))]


def _quantity(match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["vague"]:
        vague = match["vague"].lower()
        return Quantity(start, end, _LEAST_OF[vague], _MOST_OF[vague])
    low, high = _interval(match["number"])
    if first := match["from"]:
        low = _interval(first)[0]
    elif match["to"]:
        high = _interval(match["to"])[1]
        if high < low:
            return None
    how = (match["how"] or "").lower()
    if re.fullmatch(_LEAST, how) or match["more"] == " or more":
        high = inf
    elif re.fullmatch(_MOST, how):
        low = 0
    elif how or match["more"]:
        low, high = low * (1 - NEAR), high * (1 + NEAR)
    return Quantity(start, end, low, high)


def _interval(number: str) -> tuple[float, float]:
    """What it may have been rounded from: half a unit of its last digit, a twentieth of a round figure."""
    plain = re.fullmatch(rf"({_DIGITS})(?:[ -]?(\w+))?", number, re.IGNORECASE)
    if plain is None:
        value = _spelled(number.lower())
        return around(value, 0)
    digits, scale = plain[1].replace(",", ""), (plain[2] or "").lower()
    factor = _LARGE.get(scale) or _SHORT.get(scale) or 1
    decimals = len(digits.partition(".")[2])
    half = 0.5 * 10**-decimals if decimals or factor > 1 else 0.0
    return around(float(digits) * factor, half * factor)


def around(value: float, half: float) -> tuple[float, float]:
    round_figure = value >= 1_000 and value == int(value) and len(str(int(value)).rstrip("0")) <= 2
    half = max(half, _ROUNDED * value if round_figure else 0.0)
    return value - half, value + half


def _spelled(words: str) -> float:
    """ "two hundred and twelve thousand" as 212,000."""

    def add(sums: tuple[int, int], word: str) -> tuple[int, int]:
        whole, part = sums
        if word == "hundred":
            return whole, max(1, part) * 100
        if word in _LARGE:
            return whole + max(1, part) * _LARGE[word], 0
        return whole, part + _SMALL[word]

    whole, part = reduce(add, [w for w in re.split(r"[ ,-]+", words) if w and w != "and"], (0, 0))
    return float(whole + part)
