"""How many people another report counts: "at least nine people", where a sentence says that eleven were injured."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from newsclip.language.disagreement_tables import DisagreementWords
from newsclip.language.pack import english, is_english
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.quantities import Quantity, quantities

_PEOPLE = re.compile(r" (?:people|persons|passengers|residents|victims)\b")
_MORE = re.compile(r"\b(?:another|other|further|more|of (?:the|them)) ?$", re.IGNORECASE)
_BESIDE = 40  # characters on each side of a count, where the word stands that says what befell them
# Rescued and arrested are counted by groups: four who left, then sixty neighbours (17 of 18 pairs of local news)
_KINDS = ("died", "injured", "missing")
_FACTOR = 3  # what is further apart counts other people, as with disagreements
_LONGEST = 1_500  # characters; what is longer counts nothing that is found here


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of people: in the sentence's `words`, and the kinds of what befell them."""

    number: Quantity
    words: str
    befell: frozenset[str]


@dataclass(frozen=True, slots=True)
class OtherCount:
    """How many people either sentence counts, in its words; `has_grown`: the second has what time makes of the first,
    more who died or were hurt, or fewer who are missing; `is_open`: the earlier number is a least one.
    """

    said: str
    told: str
    has_grown: bool
    is_open: bool


def counts_people(text: str, language: str) -> bool:
    """Whether it says how many died, were hurt or are missing, so that others may count them otherwise."""
    return is_english(language) and any(one.befell for one in _counts(text))


def counts_apart(said: str, told: str, language: str) -> OtherCount | None:
    """How many people either sentence counts, if the second one's number is another; None otherwise.

    Both count people whom the same befell. "About 50" is no other number than 52. "At least nine" is another than
    eleven, although both may be true: it tells how much was known. Nothing is compared where one of them tells of the
    killer's death, too, of a part of the people or of the dead and the hurt together.
    """
    if not is_english(language) or any(mark.search(one) for mark in _marks() for one in (said, told)):
        return None
    mine = [one for one in _counts(said) if one.befell]
    theirs = list(_counts(told)) if mine else []
    others = (
        _other_count(one, other)
        for one in mine
        for other in theirs
        if not one.befell.isdisjoint(other.befell) and all(_is_another(known.number, other.number) for known in mine)
    )
    return next(others, None)


def _other_count(one: _Count, other: _Count) -> OtherCount:
    more = other.number.low > one.number.low
    has_grown = more != ("missing" in one.befell & other.befell)
    earlier = one if has_grown else other
    return OtherCount(one.words, other.words, has_grown, earlier.number.high == inf)


def _counts(text: str) -> Iterator[_Count]:
    for number in quantities(text) if len(text) <= _LONGEST else ():
        people, hurt = _PEOPLE.match(text, number.end), _befallen().match(text, number.end)
        counted = people or hurt
        before = text[max(0, number.start - _BESIDE) : number.start]
        if counted and not _MORE.search(before):
            beside = counted.group() if hurt else f"{before} {text[counted.end() : counted.end() + _BESIDE]}"
            befell = frozenset(kind for kind, told in _states().items() if told.search(beside))
            yield _Count(number, text[number.start : counted.end()], befell)


@cache
def _befallen() -> re.Pattern[str]:
    """What headlines put behind a number alone: "eleven injured", "three slightly hurt"."""
    known = english(DisagreementWords).values.states
    told = "|".join(pattern for kind in _KINDS for pattern in known[kind])
    return ignoring_case(rf" (?:[a-z]{{2,14}}ly )?(?:{told})\b")


@cache
def _marks() -> tuple[re.Pattern[str], ...]:
    known = english(DisagreementWords).others.marks
    patterns = (any_of(known[name]) for name in ("killer", "part", "rest", "union"))
    return tuple(map(re.compile, patterns))


@cache
def _states() -> dict[str, re.Pattern[str]]:
    """By what befell them, what says so."""
    known = english(DisagreementWords).values
    told = {kind: [*known.states[kind], *known.active.get(kind, ())] for kind in _KINDS}
    return {kind: ignoring_case(rf"\b(?:{'|'.join(patterns)})\b") for kind, patterns in told.items()}


def _is_another(one: Quantity, other: Quantity) -> bool:
    """Whether the numbers cannot be one, or only one of them is open ("at least", "dozens") with another least.

    Numbers that are further apart count other people.
    """
    near = max(one.low, other.low) <= _FACTOR * min(one.low, other.low)
    open_ended = (one.high == inf) != (other.high == inf)
    return near and (not one.agrees(other) or (open_ended and one.low != other.low))
