"""Whether two sentences tell the same: most content words in common, the same figures and days, both denied or not."""

from dataclasses import dataclass

from newsclip.evidence.verifier.text_check.details import Detail
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.language.content_words import same_fact
from newsclip.language.days import Day

# Of the fact's content words, and of those that are no names. On the other half, at .5 and 0, 4 of 40 passages had only
# the names of a fact, or half of it; now 2 of 30.
_LEAST_HELD, _LEAST_PLAIN = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells: content words, those of them that are no names, details, days, whether it denies.

    `around`: the words of its whole article.
    """

    text: str
    language: str
    around: frozenset[str]
    stems: frozenset[str]
    plain: frozenset[str]
    details: tuple[Detail, ...]
    days: tuple[Day, ...]
    denies: bool


def tells(fact: Told, told: Told) -> bool:
    """Whether the second sentence tells what the first does."""
    shared = fact.stems & told.stems
    return (
        same_fact(fact.stems, told.stems)
        and len(shared) >= _LEAST_HELD * len(fact.stems)
        and len(shared & fact.plain) >= _LEAST_PLAIN * len(fact.plain)
        and fact.denies == told.denies
        and may_be_of_one_day(fact, told)
        and all(_has(told, detail) for detail in fact.details)
    )


def has_figures(told: Told, other: Told) -> bool:
    """Whether the first has every figure of the second."""
    return all(_has(told, one) for one in other.details if one.kind == "figure")


def holds(fact: Told, headline: Told) -> bool:
    """Whether the fact has most of the headline's words."""
    shared = fact.stems & headline.stems
    return len(shared) >= 3 and len(shared) >= _LEAST_HELD * len(headline.stems)


def may_be_of_one_day(fact: Told, told: Told) -> bool:
    """Whether they name a day in common, or one of them names none."""
    pairs = [one.first <= other.last and other.first <= one.last for one in fact.days for other in told.days]
    return any(pairs) or not pairs


def _has(told: Told, detail: Detail) -> bool:
    """Whether the sentence has the figure, or its article the name, for which "he" or "the company" may stand."""
    if detail.kind == "figure":
        return any(other.kind == "figure" and not detail.differs_from(other) for other in told.details)
    return detail.kind == "date" or stems_of(detail.text, told.language) <= told.around
