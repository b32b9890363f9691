"""Dates shown beside the heading, for pages that declare none, in many languages."""

import math
import re
from datetime import UTC, datetime, time, timedelta, timezone

from newsclip.articles.rules.byline_area import BylineArea
from newsclip.articles.rules.head import one_line
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.relative_dates import ago
from newsclip.language.page_words import months

_FIGURES = re.compile(r"\b(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})\b")
_LONGEST = 120  # characters; a longer text is no dateline of a page
_FIRST_YEAR, _LAST_YEAR = 1995, 2100  # other numbers are not read as years
_MIDNIGHT = time()
_HOUR, _QUARTER, _FARTHEST = timedelta(hours=1), timedelta(minutes=15), timedelta(hours=14)


def date_beside(heading: BylineArea, *, of_update: bool = False) -> datetime | None:
    """The first date in a short text after the heading, else in one just before it.

    A date marked as an update is the publication time only if there is no other.
    """
    dated = [(found, piece) for piece in (*heading.after, *heading.before) if (found := date_in(piece))]
    updates = [found for found, piece in dated if page_patterns().updated.match(piece)]
    if of_update:
        return max(updates, default=None)
    return next(
        (found for found, piece in dated if not page_patterns().updated.match(piece)), min(updates, default=None)
    )


def date_ago(heading: BylineArea, asked: datetime) -> datetime | None:
    """The relative time in date elements after the heading, counted from `asked`, the time of the request.

    If they show several times, none is used: any of them might be another article's.
    """
    told = {found for text in heading.dates if not page_patterns().updated.search(text) and (found := ago(text, asked))}
    return told.pop() if len(told) == 1 else None


def date_in(text: str) -> datetime | None:
    """The date in a short text. Ambiguous figures (03/04/2020) are read day first."""
    text, known = one_line(text), page_patterns()
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    for pattern in (known.year_first, known.day_first, known.month_first, _FIGURES):
        for match in pattern.finditer(text):
            found = _moment(match, known.clock.match(text, match.end()))
            if found:
                return found
    return None


def on_the_shown_day(moment: datetime, shown: datetime | None) -> datetime:
    """The same moment in the zone in which it falls on the day that the page shows, if it is given in UTC.

    A clock time beside the day determines the zone; without one it is the nearest zone that fits.
    """
    if shown is None or moment.utcoffset() or abs((shown.date() - moment.date()).days) != 1:
        return moment
    ahead = shown.replace(tzinfo=UTC) - moment
    if shown.time() == _MIDNIGHT:  # no clock is shown
        hours = math.ceil(ahead / _HOUR) if ahead > timedelta(0) else math.floor((ahead + timedelta(days=1)) / _HOUR)
        offset = hours * _HOUR
    else:
        offset = round(ahead / _QUARTER) * _QUARTER
    return moment.astimezone(timezone(offset)) if abs(offset) <= _FARTHEST else moment


def _moment(match: re.Match[str], clock: re.Match[str] | None) -> datetime | None:
    if not _FIRST_YEAR <= int(match["year"]) <= _LAST_YEAR:
        return None
    year, day, named = int(match["year"]), int(match["day"]), match["month"].lower()
    month = int(named) if named.isdigit() else months().get(named, 0)
    if month > 12 >= day:
        day, month = month, day
    hour = minute = ahead = 0
    if clock:
        hour, minute, ahead = int(clock[1]), int(clock[2]), int(clock[4] or 0)
        hour = hour % 12 + 12 * (clock[3].lower() == "p") if clock[3] else hour
    try:
        return datetime(year, month, day, hour, minute, tzinfo=timezone(timedelta(hours=ahead)))
    except ValueError:
        return None
