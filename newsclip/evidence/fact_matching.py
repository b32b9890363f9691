"""Whether two sentences tell the same: most content words in common, the same figures and days, both denied or not."""

from dataclasses import dataclass
from datetime import datetime

from newsclip.evidence.tokens import negates, tokens
from newsclip.evidence.verifier.text_check.details import Detail, details_of
from newsclip.evidence.verifier.text_check.near_passages import stems_of
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.days import Day, days
from newsclip.language.names import find_names
from newsclip.language.other_times import other_times

# Of the fact's content words, and of those that are no names. On the other half, at .5 and 0, 4 of 40 passages had only
# the names of a fact, or half of it; now 2 of 30.
_LEAST_HELD, _LEAST_PLAIN = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Comparable:
    """What of a sentence can be compared with another: content words, those of them that are no names, details, days,
    whether it denies.

    `around`: the words of its whole article; `published`: when that was; `times`: what leads to another time; None in a
    language of unknown days.
    """

    text: str
    language: str
    around: frozenset[str]
    stems: frozenset[str]
    plain: frozenset[str]
    details: tuple[Detail, ...]
    days: tuple[Day, ...]
    denies: bool
    times: frozenset[str] | None
    published: datetime | None = None


def comparable(text: str, language: str, around: frozenset[str], published: datetime | None) -> Comparable:
    """Of these words, of an article that has the words `around` and was published then."""
    stems, details = content_stems(text, language), tuple(details_of(text, language))
    names = " ".join(one.text for one in details if one.kind == "name")
    named = tuple(days(text, published.date(), language)) if published else ()
    return Comparable(
        text,
        language,
        around,
        stems,
        stems - content_stems(names, language),
        details,
        named,
        any(map(negates, tokens(text))),
        other_times(text, language, named),
        published,
    )


def tells(fact: Comparable, other: Comparable) -> bool:
    """Whether the second sentence tells what the first does."""
    return (
        are_alike(fact, other)
        and fact.denies == other.denies
        and may_be_of_one_day(fact, other)
        and not is_half(other, fact)
        and all(_has(other, detail) for detail in fact.details)
    )


def are_alike(fact: Comparable, other: Comparable) -> bool:
    """Whether the second sentence has most of the first one's words, whatever it tells by them."""
    shared = fact.stems & other.stems
    return (
        same_fact(fact.stems, other.stems)
        and len(shared) >= _LEAST_HELD * len(fact.stems)
        and len(shared & fact.plain) >= _LEAST_PLAIN * len(fact.plain)
    )


def has_figures(one: Comparable, other: Comparable) -> bool:
    """Whether the first has every figure of the second."""
    return all(_has(one, detail) for detail in other.details if detail.kind == "figure")


def has_names(one: Comparable, other: Comparable) -> bool:
    """Whether the first, or its article, has every name of the second."""
    return all(_has(one, detail) for detail in other.details if detail.kind == "name")


def is_half(one: Comparable, other: Comparable) -> bool:
    """Whether the first has some of the second one's figures or days, and lacks others: it tells one of two things.

    Who has none of them may leave out a small thing, as at what time it was.
    """
    figures = [_has(one, detail) for detail in other.details if detail.kind == "figure"]
    days = [any(_meet(day, own) for own in one.days) for day in other.days]
    return any(any(had) and not all(had) for had in (figures, days))


def holds(fact: Comparable, headline: Comparable) -> bool:
    """Whether the fact has most of the headline's words."""
    shared = fact.stems & headline.stems
    return len(shared) >= 3 and len(shared) >= _LEAST_HELD * len(headline.stems)


def may_be_of_one_day(fact: Comparable, other: Comparable) -> bool:
    """Whether they name a day in common, or one of them names none."""
    pairs = [_meet(a, b) for a in fact.days for b in other.days]
    return any(pairs) or not pairs


def _meet(one: Day, other: Day) -> bool:
    return one.first <= other.last and other.first <= one.last


def are_of_one_time(fact: Comparable, other: Comparable) -> bool:
    """Whether they name the same years, months and other times: what tells none tells of its own time."""
    return _years(fact) == _years(other) and fact.times == other.times


def names_others(fact: Comparable, other: Comparable) -> bool:
    """Whether the second sentence names somebody else, or something else where it lacks a name that the first has."""
    own, others = (stems_of(one.text, one.language) for one in (fact, other))
    new = [name for name in _names(other) if not name <= own]
    # Who is called "Bo Quist" without a word for what he is may be of no known kind.
    text = other.text.replace("US$", "$")  # no name
    people = [one.text for one in find_names(text, other.language) if one.kind in {"person", "other"}] if new else []
    missing = any(not name <= others for name in _names(fact))
    return bool(new and missing) or any(not stems_of(one, other.language) <= own for one in people)


def are_elsewhere(fact: Comparable, other: Comparable) -> bool:
    """Whether each names somebody or something that the other's whole article does not: they tell of two events."""
    return any(not name <= other.around for name in _names(fact)) and any(
        not name <= fact.around for name in _names(other)
    )


def name_the_same(fact: Comparable, other: Comparable) -> bool:
    """Whether either's article has every name of the other."""
    return all(name <= other.around for name in _names(fact)) and all(name <= fact.around for name in _names(other))


def share_names(fact: Comparable, other: Comparable) -> bool:
    """Whether they have a name in common."""
    return any(name <= other.stems for name in _names(fact))


def _names(sentence: Comparable) -> list[frozenset[str]]:
    """The words of each; that of "US$" is none."""
    named = (one for one in sentence.details if one.kind == "name" and sentence.text[one.end : one.end + 1] != "$")
    return [stems_of(one.text, sentence.language) for one in named]


def _years(sentence: Comparable) -> set[str]:
    found = (str(one.values.get("year", "")) for one in sentence.details if one.kind == "date")
    return {year for year in found if year}


def _has(sentence: Comparable, detail: Detail) -> bool:
    """Whether the sentence has the figure, or its article the name, for which "he" or "the company" may stand."""
    if detail.kind == "figure":
        return any(other.kind == "figure" and not detail.differs_from(other) for other in sentence.details)
    return detail.kind == "date" or stems_of(detail.text, sentence.language) <= sentence.around
