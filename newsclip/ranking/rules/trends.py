"""Trends: what is mentioned more than usual.

The Poisson deviance of the last day's count from an exponentially weighted mean of the days before. It found 74 of 100
known events among its first five; the plain count found 66 (docs/why/ranking.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

DAYS = 14  # half-life of what is usual: one odd week does not decide
FLOOR = 0.05  # voices a day of what was never mentioned: keeps the deviance of a first mention finite
LEAST_SOURCES = 2  # one source alone makes no trend
# Readers strengthen a trend of publishers; they make none on their own, however many accounts they have.
ACCOUNTS_A_SOURCE = 3
_LARGEST_SHARE = 1 / 2  # no source makes a trend by repeating itself


@dataclass(frozen=True, slots=True)
class Mentions:
    """Who mentioned something in the last day: each source with its count, and the total weight of `accounts`.

    `before`: voices a day (see `voices`) on the days before, newest first.
    """

    sources: Mapping[str, int]
    before: Sequence[float]
    accounts: float = 0.0


@dataclass(frozen=True, slots=True)
class Trend:
    """`now` voices when `usual` were expected; `score` is the deviance, 0 if there are not more than usual."""

    score: float
    now: float
    usual: float


def trend(talk: Mentions) -> Trend:
    now = voices(len(talk.sources), talk.accounts)
    usual = _expected(talk.before)
    score = _deviance(now, usual + FLOOR) if _many_enough(talk) else 0.0
    return Trend(round(score, 4), now, round(usual, 2))


def voices(sources: int, accounts: float) -> float:
    """The distinct voices of a day."""
    return sources + min(accounts, ACCOUNTS_A_SOURCE * sources)


def _many_enough(talk: Mentions) -> bool:
    """One source does not make a trend, nor do several of which one dominates."""
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
