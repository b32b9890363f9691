"""Heat: a sum over what happened to a story, in which everything decays with a half-life.

Stored as the logarithm of the sum at a fixed moment (forward decay: Cormode, Shkapenyuk, Srivastava and Xu, ICDE 2009),
so the order changes only when something happens, and nothing must be recomputed as time passes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import inf, log2

HOT, RISING = timedelta(hours=6), timedelta(hours=1)
LANDMARK = datetime(2026, 1, 1, tzinfo=UTC)
WEIGHTS: Mapping[str, float] = {"told": 1.0, "report": 1.0, "vote": 1.0, "comment": 0.5, "read": 0.02}
# Bounds by total weight: a quarrel of two is not news, nor is one reader's habit. These bounds are ten commenters and
# fifty readers of whom nobody has valued anything yet.
MOST: Mapping[str, int] = {"comment": 5, "read": 25}
LONG_AGO = -1e6  # half-lives: below whatever time can reach, and finite, so that it sorts and stores
# Downvotes leave at least this share of the sum.
_FLOOR = 0.01


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that happened to a story.

    `kind`: "told" (first report), "report" (another independent one), "vote", "comment" and "read" (by one more
    person). `amount`: the account's weight, from -1 to 1; negative for downvotes.
    """

    kind: str
    at: datetime
    amount: float = 1.0


def heat(signals: Iterable[Signal], half_life: timedelta = HOT) -> float:
    """The base-2 logarithm of the decayed sum, in half-lives since LANDMARK; `LONG_AGO` without signals."""
    counted = [signal for signal in _bounded(signals) if signal.amount]
    gained = [s for s in counted if s.amount > 0]
    if not gained:
        return LONG_AGO
    top = max(_height(s, half_life) for s in gained)
    plus = sum(2.0 ** (_height(s, half_life) - top) for s in gained)
    minus = sum(2.0 ** (_height(s, half_life) - top) for s in counted if s.amount < 0)
    return top + log2(max(plus - minus, plus * _FLOOR))


def _height(signal: Signal, half_life: timedelta) -> float:
    return log2(WEIGHTS[signal.kind] * abs(signal.amount)) + (signal.at - LANDMARK) / half_life


def _bounded(signals: Iterable[Signal]) -> list[Signal]:
    """At most the maximum of each kind, the first ones by weight, so that light signals displace no others."""
    kept, used = [], dict.fromkeys(WEIGHTS, 0.0)
    for signal in sorted(signals, key=lambda s: s.at):
        left = MOST.get(signal.kind, inf) - used[signal.kind]
        if left > 0:
            used[signal.kind] += abs(signal.amount)
            kept.append(signal if abs(signal.amount) <= left else replace(signal, amount=left))
    return kept


def receipt(signals: Sequence[Signal], now: datetime, half_life: timedelta | None = HOT) -> dict[str, float]:
    """Points of each kind of signal at `now`; they sum to the clip's points (see `points`). None: without decay."""
    parts = dict.fromkeys(WEIGHTS, 0.0)
    plus = 0.0
    for signal in _bounded(signals):
        left = _twofold((signal.at - now) / half_life) if half_life else 1.0
        given = WEIGHTS[signal.kind] * signal.amount * left
        parts[signal.kind] += given
        plus += max(given, 0.0)
    lifted = max(0.0, plus * _FLOOR - sum(parts.values()))
    if lifted:
        parts["floor"] = lifted
    return {kind: round(value, 6) for kind, value in parts.items()}


def left_of(counted: datetime, now: datetime, half_life: timedelta = HOT) -> float:
    """The share of earlier points that is left at `now`."""
    return _twofold((counted - now) / half_life)


def points(score: float, now: datetime, half_life: timedelta = HOT) -> float:
    """A stored score as a plain sum at `now`."""
    return _twofold(score - (now - LANDMARK) / half_life)


def _twofold(times: float) -> float:
    """Two to the power of `times`; bounded, since a clock that was years ahead would overflow a float."""
    return float(2.0 ** min(times, 1000.0))
