"""What a passage tells otherwise than a fact does, where both tell of the same: a number.

"Injuring at least nine people" comes close to "eleven were injured", and that it says nine is what a reader looks for.
So it is said only where nothing but this one thing keeps the two from telling the same: whoever tells of something
else, or of another time, does not contradict it. A number of people that grew from one report to a later one is news:
the older one was right when it was told. Ages, sums and votes do not grow. Nor is it said that a passage denies
something: "was not found" is "still missing" in other words.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from unicodedata import category

from newsclip.evidence.fact_matching import (
    Comparable,
    are_alike,
    are_elsewhere,
    are_of_one_time,
    may_be_of_one_day,
    name_the_same,
    share_names,
)
from newsclip.evidence.other_counts import counts_apart
from newsclip.evidence.verifier.text_check.details import Detail
from newsclip.kernel.publication_times import SURELY_LATER, is_day_only
from newsclip.language.content_words import content_stems
from newsclip.language.tokens import words

_ALIKE = 0.7  # of the content words of either, for what has no count of people to compare
_BESIDE = 2  # words behind a figure that tell what it counts
_GROWS = timedelta(hours=2)  # a number that is higher after this time is news, as with disagreements
_STANDS = timedelta(days=2)  # a figure that is told so much later may have changed
_CLOCKS = timedelta(minutes=10)  # by which publishers' clocks differ
_LETTERS = re.compile(r"[A-Z]{0,3}$")
_PART = re.compile(r"[-.)]")  # behind a figure that is a part of a word, or the number of a paragraph

type Update = Literal["", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: the fact's words for it (`said`) and the passage's (`told`).

    `kind`: the number of people whom the same befell, or another figure. `update`: of a number of people
    that grew with time, whether the passage has the "earlier" or the "later" one; "" where both cannot be right.
    """

    kind: Literal["people", "figure"]
    said: str
    told: str
    update: Update = ""


def difference(fact: Comparable, other: Comparable) -> Difference | None:
    """The one thing that a passage of the same matter tells otherwise; None where there is none, or it is not clear."""
    if not _may_be_compared(fact, other):
        return None
    if counts_people_otherwise(fact, other):
        return other_number_of_people(fact, other)
    if not _nearly_alike(fact, other) or not may_be_of_one_day(fact, other) or not name_the_same(fact, other):
        return None
    return _other_figure(fact, other)


def other_number_of_people(fact: Comparable, other: Comparable) -> Difference | None:
    """Another number of those who died, were hurt or are missing, where both may tell of one event.

    Where nobody knows which report was first, the number may have grown from either to the other: no contradiction.
    """
    if not _may_be_compared(fact, other) or not may_be_of_one_day(fact, other) or are_elsewhere(fact, other):
        return None
    counted = counts_people_otherwise(fact, other)
    return counted if counted and (counted.update or _order_is_known(fact, other)) else None


def counts_people_otherwise(fact: Comparable, other: Comparable) -> Difference | None:
    """Whether they count those who died, were hurt or are missing differently: that may hide behind an "at least"."""
    counted = counts_apart(fact.text, other.text, fact.language)
    if counted is None:
        return None
    update = _update(fact, other, has_grown=counted.has_grown, soon=counted.is_open)
    return Difference("people", counted.said, counted.told, update)


def _update(fact: Comparable, other: Comparable, *, has_grown: bool, soon: bool) -> Update:
    """Whether the number grew from one of them to the other; of an article without a date nobody knows that.

    `soon`: the earlier number leaves that open, as "at least nine" does, so it may have grown within minutes.
    """
    if has_grown:
        return "later" if _is_later(other, fact, soon=soon) else ""
    return "earlier" if _is_later(fact, other, soon=soon) else ""


def _is_later(late: Comparable, early: Comparable, *, soon: bool) -> bool:
    if late.published is None or early.published is None:
        return False
    by_day = is_day_only(late.published) or is_day_only(early.published)
    least = SURELY_LATER if by_day else _CLOCKS if soon else _GROWS
    return late.published - early.published >= least


def _order_is_known(fact: Comparable, other: Comparable) -> bool:
    """Whether it is known which of them was published first, or that it was at about the same time."""
    if fact.published is None or other.published is None:
        return False
    by_day = is_day_only(fact.published) or is_day_only(other.published)
    return not by_day or abs(fact.published - other.published) >= SURELY_LATER


def _may_be_compared(fact: Comparable, other: Comparable) -> bool:
    """Whether neither tells of another time, such as last year's accident, nor denies what the other does not."""
    return fact.times is not None and fact.denies == other.denies and are_of_one_time(fact, other)


def _nearly_alike(fact: Comparable, other: Comparable) -> bool:
    """Whether most words of either are the other's, beside figures and days."""
    own, others = _plain(fact), _plain(other)
    shared = len(own & others)
    return are_alike(fact, other) and shared >= 3 and shared >= _ALIKE * max(len(own), len(others))


def _plain(other: Comparable) -> frozenset[str]:
    varying = " ".join(one.text for one in other.details if one.kind != "name")
    return other.stems - content_stems(varying, other.language)


def _other_figure(fact: Comparable, other: Comparable) -> Difference | None:
    """The only figure of each that the other lacks, of the same things: of what has a name, or another figure."""
    own, others = _lacking(fact, other), _lacking(other, fact)
    if len(own) != 1 or len(others) != 1 or not _unit(own[0], fact) & _unit(others[0], other):
        return None
    if _currency(own[0], fact) != _currency(others[0], other) or not _at_one_time(fact, other):
        return None
    is_named = share_names(fact, other) or any(one.kind == "figure" and one != own[0] for one in fact.details)
    return Difference("figure", own[0].text, others[0].text) if is_named else None


def _at_one_time(fact: Comparable, other: Comparable) -> bool:
    """Whether they were published so near to each other that a sum or a share cannot have changed meanwhile."""
    if fact.published is None or other.published is None:
        return False
    return abs(fact.published - other.published) <= _STANDS


def _lacking(one: Comparable, other: Comparable) -> list[Detail]:
    figures = [detail for detail in other.details if detail.kind == "figure"]
    return [
        detail
        for detail in one.details
        if detail.kind == "figure" and all(detail.differs_from(figure) for figure in figures)
    ]


def _unit(figure: Detail, other: Comparable) -> frozenset[str]:
    if _PART.match(other.text, figure.end):
        return frozenset()
    behind = words(other.text[figure.end : figure.end + 60])[:_BESIDE]
    return content_stems(" ".join(behind), other.language)


def _currency(figure: Detail, other: Comparable) -> str:
    """The sign of a sum and the letters before it: neither "£34" nor "S$34" may be compared with "$24"."""
    sign = next((char for char in other.text[figure.start : figure.end + 2] if category(char) == "Sc"), "")
    found = _LETTERS.search(other.text, 0, figure.start)
    letters = found.group() if found else ""
    return ("" if letters == "US" else letters) + sign
