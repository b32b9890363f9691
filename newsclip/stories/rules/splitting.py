"""Whether a story's articles turned out to tell two events: the best cut of them in two, and how alike the parts are.

Spherical 2-means (I. Dhillon and D. Modha, Concept decompositions for large sparse text data, 2001), from the article
that is least like the others and the one least like it.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.vectors import Vector

MOST = 60  # Articles of a story that are looked at; a larger one is for people to split.
_SIZES = frozenset({6, 10, 16, 26, 42, 60})
_ROUNDS = 8

type _Alike = NDArray[np.float32]


class Cut(NamedTuple):
    """The places of the articles of the larger and of the smaller part; their centres' cosine, their nearest pair's.

    Of two parts of one size, that with the oldest article stays.
    """

    stay: list[int]
    leave: list[int]
    cosine: float
    nearest: float


def due(articles: int) -> bool:
    """Whether a story that has grown to so many articles is to be looked at: each time it grew by about half."""
    return articles in _SIZES


def cut(vectors: Sequence[Vector]) -> Cut | None:
    """The best cut in two; None where there is none."""
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


def _alike(vectors: Sequence[Vector]) -> _Alike:
    """The cosine of each pair."""
    numbers, columns = np.unique(np.concatenate([one.numbers for one in vectors]), return_inverse=True)
    rows = np.repeat(np.arange(len(vectors)), [len(one.numbers) for one in vectors])
    table = np.zeros((len(vectors), len(numbers)), np.float32)
    table[rows, columns] = np.concatenate([one.weights for one in vectors])
    alike: _Alike = table @ table.T
    return alike


def _two(alike: _Alike) -> NDArray[np.bool_] | None:
    """Which articles are of one part; None where one part takes all."""
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
    """The cosine of each article with the centre of a part, itself left out; one that is a part alone stays it.

    `sums`: of each article's cosines with those of the part.
    """
    whole = sums[part].sum()
    if part.sum() == 1:
        return np.where(part, np.inf, sums)
    without = np.maximum(whole - 2 * sums + 1, 1e-9)
    nearer: NDArray[np.float64] = np.where(part, (sums - 1) / np.sqrt(without), sums / np.sqrt(whole))
    return nearer
