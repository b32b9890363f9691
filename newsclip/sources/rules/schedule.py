"""When to poll a source again: as often as it publishes, but not more often than it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from newsclip.kernel.poll_options import LIMITS, PollLimits
from newsclip.sources.rules.poll_hints import LONGEST, PollHints

SOON = 8 * 60  # seconds until a new source is polled again: its second entry is seen within ten minutes
LONGEST_WAIT = 7 * 24 * 3600  # seconds; bounds what Retry-After may ask for
CONFIRMED_AFTER = timedelta(days=1)
_NEW_FOR = timedelta(days=1)  # after that, silence tells something too
_ENTRIES_THAT_TELL = 3  # entries with dates: two gaps
_GAPS_THAT_TELL = 10  # newest gaps between entries: a source may have changed its pace
_LOOKS_A_GAP = 2  # polls per usual gap between entries
_RARER_WHEN_TOLD = 4  # a hub pushes, so polls are only a safeguard
_SHORTEST_WHEN_TOLD = 3600  # seconds: a hub tells us what is new, polling only makes sure


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a source is polled: `interval` in seconds, learnt so far, and its limits; see `is_new`."""

    interval: int
    limits: PollLimits = LIMITS
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`interval` in seconds is learnt from the source; `due_at` also respects its poll hints."""

    due_at: datetime
    interval: int
    failures: int


def after_success(
    pace: Pace, times: Sequence[datetime], *, wishes: PollHints, now: datetime, pushed_until: datetime | None = None
) -> Plan:
    """`times` are the publication times of the source's entries. `pushed_until`: until then a hub pushes updates.

    The target is half the usual gap between two entries; each poll moves the interval half way towards it.
    """
    gap, bound = _usual_gap(times, now), pace.limits.bound
    aim = pace.interval if gap is None else gap // _LOOKS_A_GAP
    return _plan(replace(pace, interval=bound((pace.interval + bound(aim)) // 2)), wishes, now, pushed_until)


def after_unchanged(pace: Pace, *, wishes: PollHints, now: datetime, pushed_until: datetime | None = None) -> Plan:
    """Nothing new: wait a little longer next time, unless so little is known of the source that this says nothing."""
    longer = pace.interval if pace.is_new else pace.interval * 5 // 4
    return _plan(replace(pace, interval=pace.limits.bound(longer)), wishes, now, pushed_until)


def after_failure(pace: Pace, failures: int, *, wait: int | None, now: datetime) -> Plan:
    """Double the wait with each failure in a row, up to a day, but never retry before Retry-After."""
    patience = min(pace.limits.bound(pace.interval) * 2 ** min(failures, 12), max(LONGEST, pace.limits.most))
    asked = min(wait or 0, LONGEST_WAIT)
    return Plan(now + timedelta(seconds=max(patience, asked)), pace.interval, failures + 1)


def after_waiting(interval: int, failures: int, *, wait: int, now: datetime) -> Plan:
    """The poll was postponed (another worker is asking the host, or its pause is not over): retry soon, counting
    nothing.
    """
    return Plan(now + timedelta(seconds=min(wait, LONGEST_WAIT)), interval, failures)


def is_new(*, added_at: datetime, paced: bool, now: datetime) -> bool:
    """Whether a source was added lately, and its dates do not tell yet how often it publishes."""
    return not paced and now - added_at < _NEW_FOR


def tells_pace(times: Sequence[datetime]) -> bool:
    """Whether entries with these dates tell how often a source publishes."""
    return len(times) >= _ENTRIES_THAT_TELL


def _plan(pace: Pace, wishes: PollHints, now: datetime, pushed_until: datetime | None) -> Plan:
    wait = pace.limits.bound(min(pace.interval, SOON)) if pace.is_new else pace.interval
    due = wishes.first_free(now + timedelta(seconds=max(wait, min(wishes.pause, LONGEST))))
    if pushed_until and pushed_until > now:
        rarely = min(max(pace.interval * _RARER_WHEN_TOLD, _SHORTEST_WHEN_TOLD), max(LONGEST, pace.limits.most))
        due = max(due, min(now + timedelta(seconds=rarely), pushed_until))
    return Plan(due, pace.interval, 0)


def _usual_gap(times: Sequence[datetime], now: datetime) -> int | None:
    """Seconds between the latest entries, or half the silence since if that is longer. None without dates."""
    latest = sorted(times, reverse=True)[: _GAPS_THAT_TELL + 1]
    if len(latest) < 2:
        return None
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(latest)]
    return int(max(median(gaps), (now - latest[0]).total_seconds() / _LOOKS_A_GAP))
