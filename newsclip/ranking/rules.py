"""How hot a clip is: a sum of what happened to its story, each thing counting half as much every six hours.

Kept as a logarithm of the sum as it would be at a fixed moment (forward decay: Cormode, Shkapenyuk, Srivastava and Xu,
ICDE 2009), so that the order of clips does not change while nothing happens, and no job has to count again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import log2

HALF_LIFE = timedelta(hours=6)
LANDMARK = datetime(2026, 1, 1, tzinfo=UTC)
WEIGHTS: Mapping[str, float] = {"told": 1.0, "report": 1.0, "vote": 1.0}
LONG_AGO = -1e6


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that happened to a story: "told" (first), "report" (one more independent one), "vote"."""

    kind: str
    at: datetime


def hot(signals: Iterable[Signal]) -> float:
    """The base-2 logarithm of the decayed sum, in half-lives since the landmark. Nothing at all gives `LONG_AGO`."""
    heights = [log2(WEIGHTS[s.kind]) + (s.at - LANDMARK) / HALF_LIFE for s in signals]
    if not heights:
        return LONG_AGO
    top = max(heights)
    return top + log2(sum(2.0 ** (height - top) for height in heights))


def receipt(signals: Sequence[Signal], now: datetime) -> dict[str, float]:
    """Points a kind of signal gives at `now`; they sum to the clip's points (see `points`)."""
    parts = dict.fromkeys(WEIGHTS, 0.0)
    for signal in signals:
        parts[signal.kind] += WEIGHTS[signal.kind] * 2.0 ** ((signal.at - now) / HALF_LIFE)
    return {kind: round(value, 6) for kind, value in parts.items()}


def points(score: float, now: datetime) -> float:
    """What a stored score is worth at `now`, as a plain sum."""
    return float(2.0 ** (score - (now - LANDMARK) / HALF_LIFE))
