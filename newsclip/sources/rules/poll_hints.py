"""Poll hints: how often a source wants to be polled, from its document and its HTTP headers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from newsclip.language.dates import parse_date

LONGEST = 24 * 3600  # seconds; a longer pause counts as a day
_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_MUST_ASK = re.compile(r"\bno-(cache|store)\b", re.IGNORECASE)
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class PollHints:
    """`pause`: seconds for which the source stays unchanged; skipped hours and days are in UTC, days count from Monday,
    0.
    """

    pause: int = 0
    skipped_hours: frozenset[int] = frozenset()
    skipped_days: frozenset[int] = frozenset()

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "PollHints":
        hours, days = kept.get("hours", ()), kept.get("days", ())
        return cls(int(kept.get("pause", 0)), frozenset(hours), frozenset(days))

    def to_json(self) -> dict[str, Any]:
        """Empty if there are no hints."""
        said = {"pause": self.pause, "hours": sorted(self.skipped_hours), "days": sorted(self.skipped_days)}
        return {name: value for name, value in said.items() if value}

    def with_headers(self, headers: Mapping[str, str]) -> "PollHints":
        return replace(self, pause=min(max(self.pause, freshness(headers)), LONGEST))

    def first_free(self, moment: datetime) -> datetime:
        """`moment`, or the next full hour in which the source may be polled."""
        hour = moment.astimezone(UTC)
        for _ in range(8 * 24):
            if hour.hour not in self.skipped_hours and hour.weekday() not in self.skipped_days:
                return hour
            hour = hour.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        return moment


def read_hints(
    *, ttl: str = "", period: str = "", frequency: str = "", hours: Iterable[str] = (), days: Iterable[str] = ()
) -> PollHints:
    """From RSS 2.0's ttl (minutes), skipHours, skipDays, and the syndication module's period and frequency.

    Hints that leave no hour or no day are ignored (RSS 2.0 allows 0 to 23; some feeds write 24 for 0).
    """
    minutes = _number(ttl) * _MINUTE
    length = _PERIODS.get(period.strip().lower(), 0) // max(_number(frequency), 1)
    skipped_hours = frozenset(int(hour) % 24 for hour in hours if _is_number(hour) and int(hour) <= 24)
    skipped_days = frozenset(_DAYS.index(day.lower()) for day in days if day.lower() in _DAYS)
    return PollHints(
        pause=min(max(minutes, length), LONGEST),
        skipped_hours=skipped_hours if len(skipped_hours) < 24 else frozenset(),
        skipped_days=skipped_days if len(skipped_days) < 7 else frozenset(),
    )


def freshness(headers: Mapping[str, str]) -> int:
    """Seconds for which the response stays fresh (RFC 9111, section 4.2.1): max-age, else Expires, minus its Age."""
    control = headers.get("cache-control", "")
    if _MUST_ASK.search(control):
        return 0
    found = _MAX_AGE.search(control)
    lasts = int(found[1]) if found else _until_expiry(headers)
    return min(max(lasts - _number(headers.get("age", "")), 0), LONGEST)


def _until_expiry(headers: Mapping[str, str]) -> int:
    expires, sent = parse_date(headers.get("expires", "")), parse_date(headers.get("date", ""))
    return int((expires - sent).total_seconds()) if expires and sent else 0


def _number(text: str) -> int:
    return int(text) if _is_number(text) else 0


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 8
