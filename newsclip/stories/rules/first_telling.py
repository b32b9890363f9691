"""Who told a story first, and which article each report is from: as far as times and credit lines show it.

A wrong "first" is worse than none. So an article counts as first only if its latest possible time lies before the
earliest possible time of every other, or if others credit it; never if it credits another itself.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from newsclip.kernel.publication_times import is_day_only
from newsclip.language.agency_credits import is_agency
from newsclip.language.news_agencies import AGENCY
from newsclip.stories.ports import Beginning, BeginningReason
from newsclip.stories.rules.publisher_credits import Credits, Telling, credits_of, plain

# A date without a time is the day of the publisher's own clock, which is 14 hours ahead of UTC to 12 behind it.
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=36)
_EVER = datetime.min.replace(tzinfo=UTC)
_NEVER = datetime.max.replace(tzinfo=UTC)
_MARGIN = timedelta(minutes=10)  # clocks differ
_LATE = timedelta(days=1)


class Span(NamedTuple):
    """Between which times something happened."""

    earliest: datetime
    latest: datetime


Spans = Mapping[int, Span]  # by article
AllCredits = Mapping[int, Credits]  # by article


def beginning(tellings: Sequence[Telling]) -> Beginning:
    """Who told first among these articles of one story."""
    credits = credits_of(tellings)
    spans = _spans(tellings)
    groups: dict[int, list[Telling]] = {}
    for one in tellings:
        groups.setdefault(one.report, []).append(one)
    agencies = {report: name for report, group in groups.items() if (name := _agency_elsewhere(group, credits))}
    foreign = {*agencies, *(report for report, group in groups.items() if _is_elsewhere(group, credits))}
    leads = {report: None if report in foreign else _lead(group, spans, credits) for report, group in groups.items()}
    for report, lead in leads.items():  # what was copied is no younger than its copies
        if lead is not None:
            spans[lead] = Span(min(spans[one.article].earliest for one in groups[report]), spans[lead].latest)
    originals = [one for one in tellings if leads[one.report] in {None, one.article}]
    for one in originals:
        if one.article == leads[one.report] and (why := _came_first(one, originals, tellings, spans, credits)):
            return Beginning(one.article, why, leads, agencies)
    return Beginning(None, _why_unknown(tellings, agencies, spans), leads, agencies)


def _came_first(
    one: Telling, originals: Sequence[Telling], tellings: Sequence[Telling], spans: Spans, credits: AllCredits
) -> BeginningReason | None:
    """Why this lead of its report came before all the others; None if that does not show."""
    if credits[one.article].publishers:
        return None
    if len(tellings) == 1:
        return "alone"
    name, others = plain(one.publisher), [other for other in originals if other is not one]
    if not all(_before(one, other, spans) or name in credits[other.article].first for other in others):
        return None
    times_show_it = all(_before(one, other, spans) for other in tellings if other is not one)
    return "time" if times_show_it else "credit"


def _why_unknown(tellings: Sequence[Telling], agencies: Mapping[int, str], spans: Spans) -> BeginningReason:
    own = min((spans[one.article].latest for one in tellings if one.report not in agencies), default=_NEVER)
    if any(spans[one.article].earliest <= own for one in tellings if one.report in agencies):
        return "agency"
    days = {(one.published or one.found).astimezone(UTC).date() for one in tellings}
    return "same_day" if len(days) == 1 and len(tellings) > 1 else "unknown"


def _lead(group: Sequence[Telling], spans: Spans, credits: AllCredits) -> int | None:
    """The article that the others of its report copied: credited by them, or else told before them all."""
    if len(group) == 1:
        return group[0].article
    there = {plain(one.publisher) for one in group}
    named = {publisher for one in group for publisher in credits[one.article].publishers}
    credited = [one for one in group if plain(one.publisher) in named]
    if credited:
        sources = [one for one in credited if there.isdisjoint(credits[one.article].publishers)]
        known = len({one.publisher for one in sources}) == 1
        return min(sources, key=lambda one: (spans[one.article], one.article)).article if known else None
    first, second = sorted(group, key=lambda one: spans[one.article].earliest)[:2]
    early = (one for one in group if _before(one, second if one is first else first, spans))
    return next((one.article for one in early), None)


def _agency_elsewhere(group: Sequence[Telling], credits: AllCredits) -> str:
    """The agency that a text of the report credits, where none of its articles is the agency's own; or ""."""
    signs = list(dict.fromkeys(sign for one in _own(group, credits) for sign in one.agencies))
    if any(is_agency(one.publisher, sign) for one in group for sign in signs):
        return ""
    return next((sign for sign in signs if sign != AGENCY), signs[0] if signs else "")


def _is_elsewhere(group: Sequence[Telling], credits: AllCredits) -> bool:
    """Whether a text of the report was told first by somebody who is not in the story."""
    return any(one.elsewhere for one in _own(group, credits))


def _own(group: Sequence[Telling], credits: AllCredits) -> list[Credits]:
    """What those of a report credit that do not credit one another."""
    there = {plain(one.publisher) for one in group}
    return [credits[one.article] for one in group if there.isdisjoint(credits[one.article].publishers)]


def _before(one: Telling, other: Telling, spans: Spans) -> bool:
    return spans[other.article].earliest - spans[one.article].latest > _MARGIN


def _spans(tellings: Sequence[Telling]) -> dict[int, Span]:
    """When each may have been told. A time is doubted that we found a day after it while other articles were found in
    time, or before: the publisher's clock may be a day slow. Where all were found late, we only began to look late.
    """
    found = min((one.found for one in tellings), default=_NEVER)
    in_time = any(one.published is not None and not _is_late(one, one.published) for one in tellings)
    return {one.article: _span(one, watched=in_time or found < one.found - _LATE) for one in tellings}


def _span(one: Telling, *, watched: bool) -> Span:
    """When it may have been told, never after we found it. `watched`: we looked for news when it came out."""
    if one.published is None:
        return Span(_EVER, one.found)
    doubted = watched and _is_late(one, one.published)
    if is_day_only(one.published):
        latest = one.found if doubted else min(one.published + _BEHIND, one.found)
        return Span(one.published - _AHEAD, max(one.published, latest))
    at = min(one.published, one.found)
    return Span(at, one.found if doubted else at)


def _is_late(one: Telling, published: datetime) -> bool:
    return one.found - published >= (_BEHIND if is_day_only(published) else _LATE - _MARGIN)
