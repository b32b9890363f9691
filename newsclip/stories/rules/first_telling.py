"""Who told a story first, and which article each report is from: as far as times and credit lines show it.

A wrong "first" is worse than none. So an article counts as first only if its latest possible time lies before the
earliest possible time of every other, or if others credit it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from newsclip.kernel.publication_times import is_day_only
from newsclip.language.agency_credits import agencies_of, is_agency
from newsclip.language.news_agencies import AGENCY
from newsclip.stories.ports import Beginning, BeginningReason
from newsclip.stories.rules.origins import credit, first_publishers, sender

_MOST_WORDS = 14  # of a line that is a credit
_SHORTEST = 4  # characters of a name that is a publisher's first word alone
# A date without a time is the day of the publisher's own clock, which is 14 hours ahead of UTC to 12 behind it.
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=36)
_EVER = datetime.min.replace(tzinfo=UTC)
_MARGIN = timedelta(minutes=10)  # clocks differ
_LATE = timedelta(days=1)
_WORDS = re.compile(r"\w+")


class Telling(NamedTuple):
    """One article of a story. `head` and `tail`: the ends of its text, `agency_credits.EDGE` characters each."""

    article: int
    report: int
    publisher: str
    published: datetime | None
    found: datetime
    authors: tuple[str, ...] = ()
    head: str = ""
    tail: str = ""


class Span(NamedTuple):
    """Between which times something happened."""

    earliest: datetime
    latest: datetime


Spans = Mapping[int, Span]  # by article


class CreditLines(NamedTuple):
    """Whom an article says that it is from: who published it first, its authors and senders, short lines that may be a
    publisher's name alone, in small letters, and the signs of agencies.
    """

    firsts: tuple[str, ...]
    names: tuple[str, ...]
    lines: frozenset[str]
    agencies: tuple[str, ...]


def beginning(tellings: Sequence[Telling]) -> Beginning:
    """Who told first among these articles of one story."""
    spans = {one.article: _span(one, tellings) for one in tellings}
    groups: dict[int, list[Telling]] = {}
    for one in tellings:
        groups.setdefault(one.report, []).append(one)
    agencies = {report: name for report, group in groups.items() if (name := _agency_elsewhere(group))}
    leads = {report: None if report in agencies else _lead(group, spans) for report, group in groups.items()}
    for report, lead in leads.items():  # what was copied is no younger than its copies
        if lead is not None:
            spans[lead] = Span(min(spans[one.article].earliest for one in groups[report]), spans[lead].latest)
    originals = [one for one in tellings if leads[one.report] in {None, one.article}]
    for one in originals:
        if one.article == leads[one.report] and (why := _came_first(one, originals, tellings, spans)):
            return Beginning(one.article, why, leads, agencies)
    return Beginning(None, _why_unknown(tellings, agencies, spans), leads, agencies)


def _came_first(
    one: Telling, originals: Sequence[Telling], tellings: Sequence[Telling], spans: Spans
) -> BeginningReason | None:
    """Why this lead of its report came before all the others; None if that does not show."""
    if len(tellings) == 1:
        return "alone"
    others = [other for other in originals if other is not one]
    if not all(_before(one, other, spans) or _credits_first(other, one) for other in others):
        return None
    times_show_it = all(_before(one, other, spans) for other in tellings if other is not one)
    return "time" if times_show_it else "credit"


def _why_unknown(tellings: Sequence[Telling], agencies: Mapping[int, str], spans: Spans) -> BeginningReason:
    own = [spans[one.article].latest for one in tellings if one.report not in agencies]
    if any(all(spans[one.article].earliest <= latest for latest in own) for one in tellings if one.report in agencies):
        return "agency"
    days = {(one.published or one.found).astimezone(UTC).date() for one in tellings}
    return "same_day" if len(days) == 1 else "unknown"


def _lead(group: Sequence[Telling], spans: Spans) -> int | None:
    """The article that the others of its report copied: credited by them, or else told before them all."""
    if len(group) == 1:
        return group[0].article
    crediting = {one.article for one in group if any(_credits(one, other) for other in group)}
    credited = [one for one in group if any(_credits(other, one) for other in group)]
    if credited:
        sources = [one for one in credited if one.article not in crediting]
        known = len({one.publisher for one in sources}) == 1
        return min(sources, key=lambda one: (spans[one.article], one.article)).article if known else None
    early = (one for one in group if all(_before(one, other, spans) for other in group if other is not one))
    return next((one.article for one in early), None)


def _agency_elsewhere(group: Sequence[Telling]) -> str:
    """The agency that a text of the report credits, where none of its articles is the agency's own; or ""."""
    own = [one for one in group if not any(_credits(one, other) for other in group)]
    signs = [sign for one in own for sign in _credit_lines(one).agencies]
    if any(is_agency(one.publisher, sign) for one in group for sign in signs):
        return ""
    return next((sign for sign in signs if sign != AGENCY), signs[0] if signs else "")


def _credits_first(telling: Telling, other: Telling) -> bool:
    """Whether the article says that the other's publisher published it first."""
    whole = f"{_plain(other.publisher)} "
    firsts = _credit_lines(telling).firsts
    return telling.publisher != other.publisher and any(f"{_plain(name)} ".startswith(whole) for name in firsts)


def _credits(telling: Telling, other: Telling) -> bool:
    """Whether the article says that it is from the other's publisher: by authors, its agency or a line of credit."""
    if _plain(telling.publisher) == _plain(other.publisher):
        return False
    found = _credit_lines(telling)
    if _credits_first(telling, other) or any(is_agency(other.publisher, sign) for sign in found.agencies):
        return True
    alone = _plain(other.publisher) in found.lines
    return alone or any(_is_name_of(name, other.publisher) for name in found.names)


@lru_cache(maxsize=512)  # a page of two hundred articles compares each with many
def _credit_lines(telling: Telling) -> CreditLines:
    ends = (telling.head.strip().partition("\n")[0], telling.tail.strip().rpartition("\n")[2])
    lines = [line for line in ends if len(line.split()) <= _MOST_WORDS]
    names = [*(author.split(",")[0] for author in telling.authors), *map(sender, lines)]
    firsts = (*first_publishers(telling.head), *first_publishers(telling.tail))
    credited = (*agencies_of(telling.authors, telling.head, telling.tail), credit(f"{telling.head}\n{telling.tail}"))
    agencies = tuple(dict.fromkeys(filter(None, credited)))
    return CreditLines(firsts, tuple(names), frozenset(map(_plain, lines)), agencies)


def _is_name_of(name: str, publisher: str) -> bool:
    """Whether the words begin with the publisher's name, or are its first words."""
    said, whole = f"{_plain(name)} ", f"{_plain(publisher)} "
    return min(len(said), len(whole)) > _SHORTEST and (whole.startswith(said) or said.startswith(whole))


@lru_cache(maxsize=1 << 12)
def _plain(name: str) -> str:
    return " ".join(_WORDS.findall(name.casefold())).removeprefix("the ")


def _before(one: Telling, other: Telling, spans: Spans) -> bool:
    return spans[other.article].earliest - spans[one.article].latest > _MARGIN


def _span(one: Telling, tellings: Sequence[Telling]) -> Span:
    """When it may have been told, never after we found it.

    A time is doubted if we found the article a day after it, and after we had found others: a clock may be wrong.
    """
    if one.published is None:
        return Span(_EVER, one.found)
    if is_day_only(one.published):
        return Span(one.published - _AHEAD, max(one.published, min(one.published + _BEHIND, one.found)))
    at = min(one.published, one.found)
    late = one.found - at > _LATE and any(other.found < one.found - _LATE for other in tellings)
    return Span(at, one.found if late else at)
