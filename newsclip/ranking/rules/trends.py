"""What is talked about more than it used to be.

Poisson deviance of the last day's count against an exponentially weighted mean of the days before: it found 74 of 100
known events among its first five where the plain count found 66 (docs/why/ranking.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

DAYS = 14
FLOOR = 0.05
LEAST_VOICES, LEAST_SOURCES = 2, 2
_LARGEST_SHARE = 1 / 2


@dataclass(frozen=True, slots=True)
class Talk:
    """Who spoke of something: `voices` → how often in the last day; `before`: distinct voices a day, newest first."""

    voices: Mapping[str, int]
    before: Sequence[int]


@dataclass(frozen=True, slots=True)
class Trend:
    """`now` distinct voices where `usual` were expected; `score` is the deviance, 0 where there are not more."""

    score: float
    now: int
    usual: float


def trend(talk: Talk) -> Trend:
    now = len(talk.voices)
    usual = _expected(talk.before)
    score = _deviance(now, usual + FLOOR) if _many_enough(talk) else 0.0
    return Trend(round(score, 4), now, round(usual, 2))


def _many_enough(talk: Talk) -> bool:
    """Neither one voice nor mostly one voice makes a trend."""
    total = sum(talk.voices.values())
    return len(talk.voices) >= LEAST_VOICES and max(talk.voices.values()) <= max(1.0, _LARGEST_SHARE * total)


def _expected(before: Sequence[int]) -> float:
    """An exponentially weighted mean with a half-life of `DAYS` days."""
    if not before:
        return 0.0
    weights = [float(0.5 ** (age / DAYS)) for age in range(len(before))]
    return sum(w * count for w, count in zip(weights, before, strict=True)) / sum(weights)


def _deviance(now: float, usual: float) -> float:
    return 0.0 if now <= usual else now * log(now / usual) - (now - usual)
