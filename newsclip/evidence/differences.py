"""What a passage tells otherwise than a fact does, where both tell of the same: a number, a day, or a denial.

"Injuring at least nine people" comes close to "eleven were injured", and that it says nine is what a reader looks for.
So it is said only where nothing but this one thing keeps the two from telling the same: whoever tells of something else
does not contradict it.
"""

from dataclasses import dataclass
from typing import Literal

from newsclip.evidence.fact_matching import Comparable, are_alike, are_of_one_year, may_be_of_one_day
from newsclip.evidence.other_counts import counts_apart
from newsclip.evidence.verifier.text_check.details import Detail
from newsclip.language.content_words import content_stems
from newsclip.language.tokens import words

# Of the content words of either, for what has no count of people to compare. At .7 "no injuries were reported, and the
# cause is under investigation" was denied by whoever said the latter: what is denied must be all that a passage tells.
_ALIKE, _ALL = 0.7, 0.9
_BESIDE = 2  # words behind a figure that tell what it counts


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: the fact's words for it (`said`) and the passage's (`told`); both "" where one denies the other.

    `kind`: the number of people whom the same befell, another figure, the day, or whether it is so at all.
    """

    kind: Literal["people", "figure", "day", "denial"]
    said: str = ""
    told: str = ""


def difference(fact: Comparable, other: Comparable) -> Difference | None:
    """The one thing that a passage of the same matter tells otherwise; None where there is none, or it is not clear."""
    if not are_of_one_year(fact, other):
        return None
    if counted := counts_people_otherwise(fact, other):
        return counted
    if not _nearly_alike(fact, other, _ALIKE):
        return None
    figure = _other_figure(fact, other)
    otherwise = [
        *([Difference("day", _day(fact), _day(other))] if not may_be_of_one_day(fact, other) else []),
        *([figure] if figure else []),
        *([Difference("denial")] if fact.denies != other.denies else []),
    ]
    if len(otherwise) != 1 or (otherwise[0].kind == "denial" and not _nearly_alike(fact, other, _ALL)):
        return None
    return otherwise[0]


def counts_people_otherwise(fact: Comparable, other: Comparable) -> Difference | None:
    """Whether they count those who died, were hurt or are missing differently: that may hide behind an "at least"."""
    counted = counts_apart(fact.text, other.text, fact.language)
    return Difference("people", *counted) if counted else None


def _nearly_alike(fact: Comparable, other: Comparable, least: float) -> bool:
    """Whether most words of either are the other's, beside figures and days."""
    own, others = _plain(fact), _plain(other)
    shared = len(own & others)
    return are_alike(fact, other) and shared >= 3 and shared >= least * max(len(own), len(others))


def _plain(other: Comparable) -> frozenset[str]:
    varying = " ".join(one.text for one in other.details if one.kind != "name")
    return other.stems - content_stems(varying, other.language)


def _other_figure(fact: Comparable, other: Comparable) -> Difference | None:
    """The only figure of each that the other lacks, of the same things."""
    own, others = _lacking(fact, other), _lacking(other, fact)
    if len(own) != 1 or len(others) != 1 or not _unit(own[0], fact) & _unit(others[0], other):
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


def _day(other: Comparable) -> str:
    first = other.days[0]
    return other.text[first.start : first.end]
