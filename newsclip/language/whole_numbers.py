"""Whole numbers as a language writes them: "mindestens neun", "1.200", each as the interval it leaves open.

For languages with the table `numbers`; English has `quantities`. What is a fraction, a rate, one end of a range or a
number that the table does not hold is no number here: nothing is guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import inf

from newsclip.language.casualty_tables import NumberWords
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.quantities import NEAR, Quantity, around

_LONGEST = 2_000  # characters of a sentence
_TEN, _TWENTY = 10, 20
_NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class _Reader:
    words: dict[str, int]
    number: re.Pattern[str]
    joins: re.Pattern[str]


@cache
def number_reader(language: str) -> _Reader | None:
    """None where the language has no words for numbers."""
    known: NumberWords | None = pack(language).numbers
    if known is None:
        return None
    joins, least, most = any_of(known.joins), any_of(known.at_least), any_of(known.at_most)
    word = rf"(?>{any_of(sorted(known.words, key=len, reverse=True))})(?!\w)"
    spelled = rf"{word}(?:[ -](?:(?:{joins}) )?{word}){{0,3}}+"
    digits = r"\d{1,3}(?:[. ]\d{3}){1,2}+(?!\d)|\d{1,6}+"
    number = rf"(?:{digits}|{spelled})(?!\w|-\w|[.,:/]\d| ?%)"
    return _Reader(
        known.words,
        ignoring_case(
            rf"(?P<two>\b(?:{any_of(known.between)}) {number} (?:{joins}) {number})"
            rf"|(?:\b(?:(?P<least>{least})|(?P<most>{most})|(?P<about>{any_of(known.about)})) )?"
            rf"(?<![\w.,:/-])(?P<number>{number})"
            rf"(?P<more>(?:[-–]| [-–] ?)\d+| (?:{any_of(known.ranges)})\b(?: {number})?| (?:{any_of(known.scales)})\b)?"
        ),
        ignoring_case(rf"[ -](?:(?:{joins}) )?"),
    )


def whole_numbers(text: str, language: str) -> list[Quantity]:
    """The whole numbers of a sentence, in order; none in a language without the table."""
    known = number_reader(language[:2])
    if known is None or len(text) > _LONGEST:
        return []
    return list(_read(plain_spaces(text).replace("’", "'"), known))


def plain_spaces(text: str) -> str:
    """With the blanks that part a number from what it counts as plain ones, each where it was."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def without(text: str, numbers: Iterable[Quantity]) -> str:
    """With blanks for the words of these numbers: "plus de" denies nothing there, "mehr als" compares nothing.

    Figures stay, as some are years.
    """
    for number in numbers:
        figures = _NO_DIGIT.sub(" ", text[number.start : number.end])
        text = f"{text[: number.start]}{figures}{text[number.end :]}"
    return text


def _read(text: str, known: _Reader) -> Iterator[Quantity]:
    for found in known.number.finditer(text):
        value = None if found["two"] or found["more"] else _value(found["number"].lower(), known)
        if value is None:
            continue
        low, high = around(value, 0)
        if found["least"]:
            low, high = value, inf
        elif found["most"]:
            low = 0.0
        elif found["about"]:
            low, high = low * (1 - NEAR), high * (1 + NEAR)
        yield Quantity(*found.span(), low, high)


def _value(number: str, known: _Reader) -> float | None:
    """What it means; None where words do not add up ("quatre-vingts")."""
    if number[0].isdigit():
        return float(re.sub(r"[. ]", "", number))
    values = [known.words[word] for word in known.joins.split(number) if word in known.words]
    adds_up = all(a >= _TWENTY and not a % _TEN and b < _TEN for a, b in pairwise(values))
    return float(sum(values)) if values and adds_up else None
