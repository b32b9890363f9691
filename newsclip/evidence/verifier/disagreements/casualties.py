"""Whether two reports count the dead, the injured or the missing differently, in languages with the table `counted`.

Each passage is one sentence that gives the number as a fact; both tell of one event at nearly one time, and neither
article has the other's number for such people. What is unsure is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.tokens import UPPER
from newsclip.evidence.verifier.disagreements.counted_people import counted, kind_asked, mentioned, reader_of
from newsclip.kernel.reasons import Reason
from newsclip.language.content_words import content_stems
from newsclip.language.days import days, weekdays_of
from newsclip.language.quantities import Quantity
from newsclip.language.tokens import sentences, stem
from newsclip.language.whole_numbers import whole_numbers

# as in English: `distinct_facts._GROWS`, `_STANDS`, `_FACTOR`, `_BEGINNING`, `_FEWEST_BY_BEGINNING`
_GROWS, _STANDS = timedelta(hours=2), timedelta(days=2)
_FACTOR = 3
_BEGINNING, _FEWEST = 500, 2
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}][\w’'-]*+")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a passage counts: `text` is its sentence, of this article."""

    number: Quantity
    text: str
    article: SourceArticle


def is_known(about: str, language: str) -> bool:
    """Whether the verifier knows the question in this language."""
    return bool(kind_asked(about, language))


def read(value: str, text: str, article: SourceArticle, about: str, language: str) -> Counted | None:
    """What the value counts in the passage, which is `text`; None where not plainly what is asked."""
    spans = sentences(text)
    if article.published is None or len(spans) != 1:
        return None
    kind = kind_asked(about, language)
    found = counted(text, kind, article.published.date(), language)
    whole = [one for one in found if text[one.start : one.end] == value]
    return Counted(whole[0], text, article) if len(whole) == 1 and len(found) == 1 else None


def pair_fault(a: Counted, b: Counted, about: str, language: str) -> Reason | None:
    """Why the two do not contradict each other; None where they do."""
    if a.number.agrees(b.number):
        return Reason("one_value")
    if a.article.publisher == b.article.publisher:
        return Reason("one_article")
    kind = kind_asked(about, language)
    apart = (
        _is_news(a, b, kind)
        or _are_far(a.number, b.number)
        or _gives(a, b, kind, language)
        or _gives(b, a, kind, language)
        or _of_other_events(a, b, language)
    )
    return Reason("sides_apart") if apart else None


def _is_news(a: Counted, b: Counted, kind: str) -> bool:
    """Whether the later number may be what came after the earlier: a higher one of hours later."""
    one, other = a.article.published, b.article.published
    if one is None or other is None:
        return True
    early, late = (a, b) if one <= other else (b, a)
    apart = abs(one - other)
    grown = (late.number.middle > early.number.middle) != (kind == "missing")
    return apart > _STANDS or (grown and apart >= _GROWS)


def _are_far(a: Quantity, b: Quantity) -> bool:
    less, more = sorted((a.middle, b.middle))
    return more > _FACTOR * max(1.0, less)


def _gives(a: Counted, b: Counted, kind: str, language: str) -> bool:
    """Whether the sentence of `a` has the number of `b`, or its article has it of such people anywhere."""
    wanted = b.number
    beside = [one for one in whole_numbers(a.text, language) if one != a.number]
    told = [span.of(a.article.text) for span in sentences(a.article.text)]
    anywhere = [one for text in (a.article.title, *told) if text != a.text for one in mentioned(text, kind, language)]
    return any(one.low <= wanted.middle <= one.high for one in (*beside, *anywhere))


def _of_other_events(a: Counted, b: Counted, language: str) -> bool:
    """Whether the sentences name other places, days or kinds of event, or their articles begin with other things."""
    known = reader_of(language[:2])
    if known is None:
        return True
    places = _places(a, language), _places(b, language)
    if places[0] - _named(b) or places[1] - _named(a):
        return True
    if _at_other_sites(a, b, language) or _at_other_sites(b, a, language):
        return True
    events = [{n for n, row in enumerate(known.words.events) if _holds(one.text, row)} for one in (a, b)]
    if events[0] and events[1] and not events[0] & events[1]:
        return True
    if _of_other_days(a, b, language):
        return True
    common = {stem(word, language) for word in known.words.common}
    shared = content_stems(_opening(a), language) & content_stems(_opening(b), language) - common
    return len({one for one in shared if not one.isdigit()}) < _FEWEST


def _opening(one: Counted) -> str:
    return f"{one.article.title} {one.article.text[:_BEGINNING]} {one.text}"


def _holds(text: str, row: Sequence[str]) -> bool:
    said = text.lower()
    return any(word in said for word in row)


def _places(one: Counted, language: str) -> set[str]:
    return {found.lower() for found in place_pattern(language[:2]).findall(one.text)}


def _at_other_sites(one: Counted, other: Counted, language: str) -> bool:
    """Whether the sentence tells of a site ("in dem Hotel") of which the other article's beginning does not."""
    known = reader_of(language[:2])
    if known is None:
        return True
    opening = _opening(other).lower()
    shared = [word for row in known.words.events if _holds(opening, row) for word in row]
    sites = (found.lower() for found in site_pattern(language[:2]).findall(one.text))
    return any(
        site not in known.words.common and site not in opening and not any(word in site for word in shared)
        for site in sites
    )


@cache
def site_pattern(language: str) -> re.Pattern[str]:
    known = reader_of(language)
    before = "|".join(map(re.escape, sorted(known.words.sites))) if known else r"(?!)"
    adjectives = r"(?:[^\W\d_A-Z][\w-]* ){0,2}" if known and known.words.parted else ""
    noun = rf"[{UPPER}][\w-]*" if adjectives else r"[^\W\d_][\w-]*"
    return re.compile(rf"(?<!\w)(?i:{before})(?: |(?<=['’])){adjectives}({noun})")


def _named(one: Counted) -> set[str]:
    return {word.lower() for word in _CAPITAL.findall(_opening(one))}


@cache
def place_pattern(language: str) -> re.Pattern[str]:
    known = reader_of(language)
    before = "|".join(map(re.escape, sorted(known.words.places))) if known else r"(?!)"
    return re.compile(rf"(?<!\w)(?i:{before})(?: |(?<=['’]))([{UPPER}][\w’'-]+)")


def _of_other_days(a: Counted, b: Counted, language: str) -> bool:
    """Whether both sentences name days, and none in common; also where it is not known of which week a Monday is."""
    on, at = (_days(one, language) for one in (a, b))
    apart = on and at and not any(x <= w and v <= y for (x, y), (v, w) in product(on, at))
    weekdays, others = (
        weekdays_of(one.text, one.article.published.date(), language) if one.article.published else frozenset[int]()
        for one in (a, b)
    )
    return bool(apart or (weekdays and others and not weekdays & others))


def _days(one: Counted, language: str) -> list[tuple[date, date]]:
    published = one.article.published
    return [(day.first, day.last) for day in days(one.text, published.date(), language)] if published else []
