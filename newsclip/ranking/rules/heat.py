"""How hot a clip is: a sum of what happened to its story, each thing counting half as much every half-life.

Kept as a logarithm of the sum as it would be at a fixed moment (forward decay: Cormode, Shkapenyuk, Srivastava and Xu,
ICDE 2009), so that the order of clips does not change while nothing happens, and no job has to count again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import inf, log2

HOT, RISING = timedelta(hours=6), timedelta(hours=1)
LANDMARK = datetime(2026, 1, 1, tzinfo=UTC)
WEIGHTS: Mapping[str, float] = {"told": 1.0, "report": 1.0, "vote": 1.0, "comment": 0.5, "read": 0.02}
# A quarrel of two is not news, and neither is one reader's habit: distinct people count, and only so many, by weight.
# So many of full weight are ten who comment and fifty who read of whom nobody valued anything yet.
MOST: Mapping[str, int] = {"comment": 5, "read": 25}
LONG_AGO = -1e6
# Votes against take away no more than all but this part.
_FLOOR = 0.01


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that happened to a story.

    `kind`: "told" (first), "report" (one more independent one), "vote", "comment" and "read" (by one more person).
    `amount`: what it counts for by the weight of the account, from -1 to 1; below 0 for votes against.
    """

    kind: str
    at: datetime
    amount: float = 1.0


def heat(signals: Iterable[Signal], half_life: timedelta = HOT) -> float:
    """The base-2 logarithm of the decayed sum, in half-lives since the landmark. Nothing at all gives `LONG_AGO`."""
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
    """No more of a kind than count: the first ones, by their weights, so that light ones keep no other out."""
    kept, used = [], dict.fromkeys(WEIGHTS, 0.0)
    for signal in sorted(signals, key=lambda s: s.at):
        left = MOST.get(signal.kind, inf) - used[signal.kind]
        if left > 0:
            used[signal.kind] += abs(signal.amount)
            kept.append(signal if abs(signal.amount) <= left else replace(signal, amount=left))
    return kept


def receipt(signals: Sequence[Signal], now: datetime, half_life: timedelta | None = HOT) -> dict[str, float]:
    """Points a kind of signal gives at `now`; they sum to the clip's points (see `points`). None: without decay."""
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
    """The share that is left at `now` of points counted earlier."""
    return _twofold((counted - now) / half_life)


def points(score: float, now: datetime, half_life: timedelta = HOT) -> float:
    """What a stored score is worth at `now`, as a plain sum."""
    return _twofold(score - (now - LANDMARK) / half_life)


def _twofold(times: float) -> float:
    """Doubled so often; a clock that was ahead by years and was put right leaves more than a float holds."""
    return float(2.0 ** min(times, 1000.0))
