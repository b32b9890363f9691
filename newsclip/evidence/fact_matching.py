"""Whether two sentences tell the same: most content words in common, the same figures and days, both denied or not."""

from dataclasses import dataclass
from datetime import datetime

from newsclip.evidence.tokens import negates, tokens
from newsclip.evidence.verifier.text_check.details import Detail, details_of
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.days import Day, days
from newsclip.language.names import find_names

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


def told_in(text: str, language: str, around: frozenset[str], published: datetime | None) -> Told:
    """What these words tell, of an article that has the words `around` and is of this day."""
    stems, details = content_stems(text, language), tuple(details_of(text, language))
    names = " ".join(one.text for one in details if one.kind == "name")
    return Told(
        text,
        language,
        around,
        stems,
        stems - content_stems(names, language),
        details,
        tuple(days(text, published.date(), language)) if published else (),
        any(map(negates, tokens(text))),
    )


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


def are_of_one_year(fact: Told, told: Told) -> bool:
    """Whether they name the same years: what tells no year tells of its own time."""
    return _years(fact) == _years(told)


def names_others(fact: Told, told: Told) -> bool:
    """Whether the second sentence names somebody else, or something else where it lacks a name that the first has."""
    own, others = (stems_of(one.text, one.language) for one in (fact, told))
    new = [name for name in _names(told) if not name <= own]
    # Who is called "Bo Quist" without a word for what he is may be of no known kind.
    people = (
        [one.text for one in find_names(told.text, told.language) if one.kind in {"person", "other"}] if new else []
    )
    missing = any(not name <= others for name in _names(fact))
    return bool(new and missing) or any(not stems_of(one, told.language) <= own for one in people)


def _names(told: Told) -> list[frozenset[str]]:
    return [stems_of(one.text, told.language) for one in told.details if one.kind == "name"]


def _years(told: Told) -> set[str]:
    found = (str(one.values.get("year", "")) for one in told.details if one.kind == "date")
    return {year for year in found if year}


def _has(told: Told, detail: Detail) -> bool:
    """Whether the sentence has the figure, or its article the name, for which "he" or "the company" may stand."""
    if detail.kind == "figure":
        return any(other.kind == "figure" and not detail.differs_from(other) for other in told.details)
    return detail.kind == "date" or stems_of(detail.text, told.language) <= told.around
