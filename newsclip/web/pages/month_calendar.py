"""A calendar of one month, each day leading to its edition: for who looks for the news of a day."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_SUNDAY = 6  # as the calendar counts days; formats count from Sunday


@dataclass(frozen=True, slots=True)
class Day:
    """A day; `is_there`: it may have an edition."""

    day: date
    is_there: bool


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """`shown`: the day whose page this is. `weeks`: None where a week has days of another month. `before` and `after`:
    the nearest day of the months beside it that may have an edition.
    """

    shown: date
    weekdays: tuple[int, ...]
    weeks: tuple[tuple[Day | None, ...], ...]
    before: date | None
    after: date | None


def month_calendar(shown: date, *, oldest: date, newest: date, first_weekday: int) -> MonthCalendar:
    """The month of this day; editions are from `oldest` to `newest`. `first_weekday`: 0 for Sunday, as in formats."""
    month = Calendar((first_weekday + _SUNDAY) % 7)
    weeks = month.monthdays2calendar(shown.year, shown.month)

    def cell(number: int) -> Day | None:
        day = shown.replace(day=number) if number else None
        return Day(day, oldest <= day <= newest) if day else None

    return MonthCalendar(
        shown,
        tuple(month.iterweekdays()),
        tuple(tuple(cell(number) for number, _ in week) for week in weeks),
        _within(shown.replace(day=1), -1, oldest, newest),
        _within(_last_of(weeks, shown), 1, oldest, newest),
    )


def _last_of(weeks: Sequence[Sequence[tuple[int, int]]], shown: date) -> date:
    return shown.replace(day=max(number for number, _ in weeks[-1]))


def _within(edge: date, step: int, oldest: date, newest: date) -> date | None:
    """The day beyond the edge of the month, or the nearest to it that may have an edition; None where none is there."""
    if step < 0:
        return min(edge - timedelta(days=1), newest) if oldest < edge else None
    return max(edge + timedelta(days=1), oldest) if newest > edge else None
