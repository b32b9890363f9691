"""When to poll a source again: as often as it publishes, but not more often than it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from newsclip.sources.rules.poll_hints import LONGEST, PollHints

SHORTEST = 5 * 60  # seconds between polls
LONGEST_WAIT = 7 * 24 * 3600  # seconds; bounds what Retry-After may ask for
CONFIRMED_AFTER = timedelta(days=1)
_GAPS_THAT_TELL = 10  # newest gaps between entries: a source may have changed its pace
_LOOKS_A_GAP = 2  # polls per usual gap between entries
_RARER_WHEN_TOLD = 4  # a hub pushes, so polls are only a safeguard
_SHORTEST_WHEN_TOLD = 3600  # seconds: a hub tells us what is new, polling only makes sure


@dataclass(frozen=True, slots=True)
class Plan:
    """`interval` in seconds is learnt from the source; `due_at` also respects its poll hints."""

    due_at: datetime
    interval: int
    failures: int


def after_success(
    interval: int, times: Sequence[datetime], *, wishes: PollHints, now: datetime, pushed_until: datetime | None = None
) -> Plan:
    """`times` are the publication times of the source's entries. `pushed_until`: until then a hub pushes updates.

    The target is half the usual gap between two entries; each poll moves the interval half way towards it.
    """
    gap = _usual_gap(times, now)
    aim = interval if gap is None else gap // _LOOKS_A_GAP
    return _plan(_bounded((interval + _bounded(aim)) // 2), wishes, now, pushed_until)


def after_unchanged(interval: int, *, wishes: PollHints, now: datetime, pushed_until: datetime | None = None) -> Plan:
    """Nothing new: wait a little longer next time."""
    return _plan(_bounded(interval * 5 // 4), wishes, now, pushed_until)


def after_failure(interval: int, failures: int, *, wait: int | None, now: datetime) -> Plan:
    """Double the wait with each failure in a row, up to a day, but never retry before Retry-After."""
    patience = _bounded(_bounded(interval) * 2 ** min(failures, 12))
    asked = min(wait or 0, LONGEST_WAIT)
    return Plan(now + timedelta(seconds=max(patience, asked)), interval, failures + 1)


def after_waiting(interval: int, failures: int, *, wait: int, now: datetime) -> Plan:
    """The poll was postponed (another worker is asking the host, or its pause is not over): retry soon, counting
    nothing.
    """
    return Plan(now + timedelta(seconds=min(wait, LONGEST_WAIT)), interval, failures)


def _plan(interval: int, wishes: PollHints, now: datetime, pushed_until: datetime | None) -> Plan:
    due = wishes.first_free(now + timedelta(seconds=_bounded(max(interval, wishes.pause))))
    if pushed_until and pushed_until > now:
        rarely = _bounded(max(interval * _RARER_WHEN_TOLD, _SHORTEST_WHEN_TOLD))
        due = max(due, min(now + timedelta(seconds=rarely), pushed_until))
    return Plan(due, interval, 0)


def _usual_gap(times: Sequence[datetime], now: datetime) -> int | None:
    """Seconds between the latest entries, or half the silence since if that is longer. None without dates."""
    latest = sorted(times, reverse=True)[: _GAPS_THAT_TELL + 1]
    if len(latest) < 2:
        return None
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(latest)]
    return int(max(median(gaps), (now - latest[0]).total_seconds() / _LOOKS_A_GAP))


def _bounded(seconds: int) -> int:
    return max(SHORTEST, min(seconds, LONGEST))
