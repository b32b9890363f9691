"""When to look at a source again: as often as it has something new, never oftener than it wants."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from newsclip.sources.ports import Entry

SHORTEST = 5 * 60
LONGEST = 24 * 3600
LONGEST_WAIT = 7 * 24 * 3600
_GAPS_THAT_TELL = 10
_LOOKS_A_GAP = 2
_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plan:
    """`interval` in seconds is what was learnt; `due_at` also minds what the host asked for."""

    due_at: datetime
    interval: int
    failures: int


def after_success(interval: int, entries: Sequence[Entry], *, asked_pause: int, now: datetime) -> Plan:
    """`asked_pause`: seconds for which the source says it stays as it is (ttl, max-age).

    Half the usual time between two entries is aimed at, and half the way to it is gone with each look.
    """
    gap = _usual_gap(entries, now)
    aim = interval if gap is None else gap // _LOOKS_A_GAP
    learnt = _bounded((interval + _bounded(aim)) // 2)
    return Plan(now + timedelta(seconds=_bounded(max(learnt, asked_pause))), learnt, 0)


def after_unchanged(interval: int, *, asked_pause: int, now: datetime) -> Plan:
    """Nothing new: come a little later next time."""
    learnt = _bounded(interval * 5 // 4)
    return Plan(now + timedelta(seconds=_bounded(max(learnt, asked_pause))), learnt, 0)


def after_failure(interval: int, failures: int, *, wait: int | None, now: datetime) -> Plan:
    """Twice as long with each failure in a row, a day at most; but never before the host said (Retry-After)."""
    patience = _bounded(_bounded(interval) * 2 ** min(failures, 12))
    asked = min(wait or 0, LONGEST_WAIT)
    return Plan(now + timedelta(seconds=max(patience, asked)), interval, failures + 1)


def max_age(headers: Mapping[str, str]) -> int:
    """Cache-Control's max-age in seconds (RFC 9111, section 5.2.2.1), a day at most; 0 without one."""
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    return min(int(found[1]), LONGEST) if found else 0


def _usual_gap(entries: Sequence[Entry], now: datetime) -> int | None:
    """Seconds between two of the latest entries; half the silence since, where that is longer. None without dates."""
    times = sorted((moment for e in entries if (moment := e.published or e.updated)), reverse=True)
    if len(times) < 2:
        return None
    latest = times[: _GAPS_THAT_TELL + 1]
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(latest)]
    return int(max(median(gaps), (now - latest[0]).total_seconds() / _LOOKS_A_GAP))


def _bounded(seconds: int) -> int:
    return max(SHORTEST, min(seconds, LONGEST))
