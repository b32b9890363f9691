"""Finds the best split of a story in two, and how similar the parts are.

Spherical 2-means (I. Dhillon and D. Modha, Concept decompositions for large sparse text data, 2001), started from the
article least similar to the others and the one least similar to it.
"""

from collections.abc import Sequence
from math import isnan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.vectors import Vector

_SIZES = frozenset({6, 10, 16, 26, 42, 60})  # articles; larger stories are for people to split
_ROUNDS = 8  # of two-means at most; it ends where no article moves

type _Alike = NDArray[np.float32]


class Cut(NamedTuple):
    """The positions of the articles of the larger and the smaller part; the cosines of their centroids and nearest
    pair.

    Of two parts of equal size, the one with the oldest article stays.
    """

    stay: list[int]
    leave: list[int]
    cosine: float
    nearest: float


def due(articles: int) -> bool:
    """Whether a story of this size is due for a split check: each time it grew by about half."""
    return articles in _SIZES


def cut(vectors: Sequence[Vector]) -> Cut | None:
    """The best cut in two; None if there is none."""
    alike = _alike(vectors)
    part = _two(alike)
    if part is None:
        return None
    if (part.sum(), part[0]) < ((~part).sum(), ~part[0]):
        part = ~part
    across = alike[np.ix_(part, ~part)]
    inner, outer = (float(alike[np.ix_(side, side)].sum()) for side in (part, ~part))
    cosine = float(across.sum()) / np.sqrt(inner * outer)
    places = np.arange(len(part))
    return Cut(places[part].tolist(), places[~part].tolist(), float(cosine), float(across.max()))


def gap(ones: Sequence[float], others: Sequence[float]) -> float | None:
    """Days between the spans of two parts; None if one of them has no date."""
    one, other = ([day for day in days if not isnan(day)] for days in (ones, others))
    return max(0.0, min(other) - max(one), min(one) - max(other)) if one and other else None


def _alike(vectors: Sequence[Vector]) -> _Alike:
    """The pairwise cosines."""
    numbers, columns = np.unique(np.concatenate([one.numbers for one in vectors]), return_inverse=True)
    rows = np.repeat(np.arange(len(vectors)), [len(one.numbers) for one in vectors])
    table = np.zeros((len(vectors), len(numbers)), np.float32)
    table[rows, columns] = np.concatenate([one.weights for one in vectors])
    alike: _Alike = table @ table.T
    return alike


def _two(alike: _Alike) -> NDArray[np.bool_] | None:
    """Which articles belong to one part; None if one part takes all."""
    one = int(alike.sum(axis=0).argmin())
    other = int(alike[one].argmin())
    if one == other:
        return None
    part: NDArray[np.bool_] = alike[one] > alike[other]
    part[one], part[other] = True, False
    wide = alike.astype(np.float64)
    whole: NDArray[np.float64] = wide.sum(axis=1)
    for _ in range(_ROUNDS):
        sums: NDArray[np.float64] = wide @ part
        better: NDArray[np.bool_] = _nearer(sums, part) > _nearer(whole - sums, ~part)
        if (better == part).all():
            break
        part = better
        if part.all() or not part.any():
            return None
    return part


def _nearer(sums: NDArray[np.float64], part: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The cosine of each article with the centroid of a part, itself excluded; an article alone in its part stays.

    `sums`: for each article, the sum of its cosines with the part's articles.
    """
    whole = sums[part].sum()
    if part.sum() == 1:
        return np.where(part, np.inf, sums)
    without = np.maximum(whole - 2 * sums + 1, 1e-9)
    nearer: NDArray[np.float64] = np.where(part, (sums - 1) / np.sqrt(without), sums / np.sqrt(whole))
    return nearer
