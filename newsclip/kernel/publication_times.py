"""Times of publication: a date without a time is a day, stored as its midnight in UTC."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

_DAY = timedelta(days=1)
SURELY_LATER = timedelta(hours=36)
"""After it one of two articles came later, though of one only the day is known. Set by judgement."""


def is_day_only(when: datetime) -> bool:
    """Whether only the day is known: pages that name no time are stored with midnight in UTC."""
    return when.astimezone(UTC).time() == time()


def earliest(times: Iterable[datetime]) -> datetime | None:
    """The earliest of these times; None if there is none. A day yields to the first time that lies in it."""
    known = sorted(times)
    if not known or not is_day_only(known[0]):
        return known[0] if known else None
    timed = (when for when in known if not is_day_only(when) and when - known[0] < _DAY)
    return next(timed, known[0])
