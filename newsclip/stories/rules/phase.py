"""The phases of a story, and from when to when it was told."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from newsclip.kernel.publication_times import is_day_only

NEW = timedelta(hours=12)  # after half a day of reports a story goes on
QUIET = timedelta(days=2)  # one day without reports may be a Sunday

type Phase = Literal["new", "developing", "quiet"]


type Ends = tuple[datetime | None, datetime | None]


def told_between(times: Ends, days: Ends) -> tuple[datetime, datetime] | None:
    """From when to when a story was told: by the first and last of the `times`, and of the `days` without a time.

    A day yields to a time that lies in it, or on its outer side. None if nothing is known.
    """
    (first, last), (first_day, last_day) = times, days
    if first is None or last is None:
        return (first_day, last_day) if first_day and last_day else None
    began = first_day if first_day and _day(first_day) < _day(first) else first
    ended = last_day if last_day and _day(last_day) > _day(last) else last
    return began, ended


def report_began(first: datetime | None, first_day: datetime | None, times: Iterable[datetime]) -> datetime | None:
    """When a report was told first, by its first time and its first day without one; None if neither is known.

    A day yields to the earliest of the `times` of its story that lies in it.
    """
    told = told_between((first, first), (first_day, first_day)) if first and first_day else None
    at = told[0] if told else first or first_day
    if at is None or not is_day_only(at):
        return at
    return min((one for one in times if _day(one) == _day(at)), default=at)


def _day(when: datetime) -> date:
    return when.astimezone(UTC).date()


def within_hours(started_at: datetime, last_at: datetime) -> bool | None:
    """Whether everything came in within the first twelve hours; None where a day without a time leaves that open."""
    longest = _end(last_at) - started_at
    if longest < NEW or started_at == last_at:
        return True
    return False if last_at - _end(started_at) >= NEW else None


def _end(when: datetime) -> datetime:
    return when + timedelta(days=1) if is_day_only(when) else when


def phase(started_at: datetime, last_at: datetime, now: datetime) -> Phase:
    """Quiet: no article for two days. Developing: an article after its first twelve hours, for sure. New: neither."""
    if now - last_at >= QUIET:
        return "quiet"
    return "developing" if within_hours(started_at, last_at) is False else "new"
