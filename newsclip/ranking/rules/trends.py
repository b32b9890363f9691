"""What is talked about more than it used to be.

Poisson deviance of the last day's count against an exponentially weighted mean of the days before: it found 74 of 100
known events among its first five where the plain count found 66 (docs/why/ranking.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

DAYS = 14
FLOOR = 0.05
LEAST_SOURCES = 2
# Readers make a trend that publishers tell of larger; they make none by themselves, however many accounts they have.
ACCOUNTS_A_SOURCE = 3
_LARGEST_SHARE = 1 / 2


@dataclass(frozen=True, slots=True)
class Talk:
    """Who spoke of something in the last day: each source and how often, and distinct `accounts` by their weights.

    `before`: distinct voices a day (see `voices`) of the days before, newest first.
    """

    sources: Mapping[str, int]
    before: Sequence[float]
    accounts: float = 0.0


@dataclass(frozen=True, slots=True)
class Trend:
    """`now` distinct voices where `usual` were expected; `score` is the deviance, 0 where there are not more."""

    score: float
    now: float
    usual: float


def trend(talk: Talk) -> Trend:
    now = voices(len(talk.sources), talk.accounts)
    usual = _expected(talk.before)
    score = _deviance(now, usual + FLOOR) if _many_enough(talk) else 0.0
    return Trend(round(score, 4), now, round(usual, 2))


def voices(sources: int, accounts: float) -> float:
    """Distinct voices of a day."""
    return sources + min(accounts, ACCOUNTS_A_SOURCE * sources)


def _many_enough(talk: Talk) -> bool:
    """Neither one source nor mostly one source makes a trend."""
    total = sum(talk.sources.values())
    return len(talk.sources) >= LEAST_SOURCES and max(talk.sources.values()) <= _LARGEST_SHARE * total


def _expected(before: Sequence[float]) -> float:
    """An exponentially weighted mean with a half-life of `DAYS` days."""
    if not before:
        return 0.0
    weights = [float(0.5 ** (age / DAYS)) for age in range(len(before))]
    return sum(w * count for w, count in zip(weights, before, strict=True)) / sum(weights)


def _deviance(now: float, usual: float) -> float:
    return 0.0 if now <= usual else now * log(now / usual) - (now - usual)
