"""Whether two articles that share little are one event because a third shares the same words with both.

A portrait and a study share two words. The report on the vote shares these with either. A roundup shares other words
with the one event than with the other.
"""

from math import sqrt

from newsclip.stories.rules.vectors import Vector

_LEAST = 0.2  # of 65 roundups of two real events one has more, .206 (docs/why/grouping.md)


def joins_both(third: Vector, one: Vector, other: Vector) -> bool:
    """Whether what the third article shares with the one is much of what it shares with the other."""
    return likeness(third, one, other) >= _LEAST


def likeness(third: Vector, one: Vector, other: Vector) -> float:
    """The cosine of two vectors: what each term adds to the third article's cosine with the one, and with the other."""
    mine, theirs = _shared(third, one), _shared(third, other)
    length = sqrt(sum(each * each for each in mine.values()) * sum(each * each for each in theirs.values()))
    return sum(mine[number] * theirs[number] for number in mine.keys() & theirs.keys()) / length if length else 0.0


def _shared(one: Vector, other: Vector) -> dict[int, float]:
    """The products of the weights of the terms that both have."""
    weights: dict[int, float] = dict(zip(other.numbers.tolist(), other.weights.tolist(), strict=True))
    return {
        number: weight * weights[number]
        for number, weight in zip(one.numbers.tolist(), one.weights.tolist(), strict=True)
        if number in weights
    }
