"""What a passage tells otherwise than a fact does, where both tell of the same: a number or a day.

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

from newsclip.evidence.fact_matching import Comparable, are_alike, are_of_one_time, may_be_of_one_day, names_others
from newsclip.evidence.other_counts import counts_apart
from newsclip.evidence.verifier.text_check.details import Detail
from newsclip.kernel.publication_times import is_day_only
from newsclip.language.content_words import content_stems
from newsclip.language.tokens import words

_ALIKE = 0.7  # of the content words of either, for what has no count of people to compare
_BESIDE = 2  # words behind a figure that tell what it counts
_GROWS = timedelta(hours=2)  # a number that is higher after this time is news, as with disagreements
_STANDS = timedelta(days=2)  # what is announced so much later is another occasion
_CLOCKS = timedelta(minutes=10)  # by which publishers' clocks differ
_GROWS_BY_DAY = timedelta(hours=36)  # where one has a day alone
_LETTERS = re.compile(r"[A-Z]{0,3}$")

type Update = Literal["", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: the fact's words for it (`said`) and the passage's (`told`).

    `kind`: the number of people whom the same befell, another figure, or the day. `update`: of a number of people
    that grew with time, whether the passage has the "earlier" or the "later" one; "" where both cannot be right.
    """

    kind: Literal["people", "figure", "day"]
    said: str
    told: str
    update: Update = ""


def difference(fact: Comparable, other: Comparable) -> Difference | None:
    """The one thing that a passage of the same matter tells otherwise; None where there is none, or it is not clear."""
    if not _may_be_compared(fact, other):
        return None
    one_day = may_be_of_one_day(fact, other)
    if counted := counts_people_otherwise(fact, other):
        return counted if one_day else None
    if not _nearly_alike(fact, other) or names_others(fact, other):
        return None
    figure = _other_figure(fact, other)
    day = None if one_day else _other_day(fact, other)
    return None if day and figure else day or figure


def other_number_of_people(fact: Comparable, other: Comparable) -> Difference | None:
    """Another number of those who died, were hurt or are missing, where both may tell of one event."""
    one_time = _may_be_compared(fact, other) and may_be_of_one_day(fact, other)
    return counts_people_otherwise(fact, other) if one_time else None


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
    least = _GROWS_BY_DAY if by_day else _CLOCKS if soon else _GROWS
    return late.published - early.published >= least


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
    """The only figure of each that the other lacks, of the same things."""
    own, others = _lacking(fact, other), _lacking(other, fact)
    if len(own) != 1 or len(others) != 1 or not _unit(own[0], fact) & _unit(others[0], other):
        return None
    if _currency(own[0], fact) != _currency(others[0], other):
        return None
    return Difference("figure", own[0].text, others[0].text)


def _lacking(one: Comparable, other: Comparable) -> list[Detail]:
    figures = [detail for detail in other.details if detail.kind == "figure"]
    return [
        detail
        for detail in one.details
        if detail.kind == "figure" and all(detail.differs_from(figure) for figure in figures)
    ]


def _unit(figure: Detail, other: Comparable) -> frozenset[str]:
    behind = words(other.text[figure.end : figure.end + 60])[:_BESIDE]
    return content_stems(" ".join(behind), other.language)


def _currency(figure: Detail, other: Comparable) -> str:
    """The sign of a sum and the letters before it: neither "£34" nor "S$34" may be compared with "$24"."""
    sign = next((char for char in other.text[figure.start : figure.end + 2] if category(char) == "Sc"), "")
    found = _LETTERS.search(other.text, 0, figure.start)
    letters = found.group() if found else ""
    return ("" if letters == "US" else letters) + sign


def _has_passed(fact: Comparable, other: Comparable) -> bool:
    """Whether one announced a day that was past when the other announced its own: both tell of "the next draw"."""
    return _was_before(fact, other) or _was_before(other, fact)


def _was_before(early: Comparable, late: Comparable) -> bool:
    if early.published is None or late.published is None:
        return False
    then, now, day, later_day = early.published.date(), late.published.date(), early.days[0], late.days[0]
    return then <= day.first and day.last < now <= later_day.first and now - then >= _STANDS


def _other_day(fact: Comparable, other: Comparable) -> Difference | None:
    """The same words for a day name no other one, whichever "Friday" they were taken for."""
    said, told = _day(fact), _day(other)
    return None if said == told or _has_passed(fact, other) else Difference("day", said, told)


def _day(other: Comparable) -> str:
    first = other.days[0]
    return other.text[first.start : first.end]
