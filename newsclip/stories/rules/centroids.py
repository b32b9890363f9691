"""The centroid of a story: the sum of its articles' vectors."""

import math
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from newsclip.stories.rules.vectors import Numbers, Vector, Weights

KEPT_TERMS = 128  # twice a vector's: bounds memory


class Centroid:
    """The sum of a story's vectors, cut to its heaviest terms."""

    __slots__ = ("_length", "_numbers", "_weights")

    def __init__(self, vector: Vector, length: float = 1.0) -> None:
        """From the `vector` of one article; or a stored centroid, with the length of the uncut sum."""
        self._numbers, self._weights, self._length = vector.numbers, vector.weights, length

    def kept(self) -> tuple[Vector, float]:
        """The arguments of __init__."""
        return Vector(self._numbers, self._weights), self._length

    def cosine(self, spread: Weights) -> float:
        return float(spread[self._numbers] @ self._weights) / self._length

    def direction(self) -> Vector:
        """The centroid as a unit vector."""
        return Vector(self._numbers, self._weights / np.float32(self._length))

    def shared(self, spread: Weights, most: int) -> list[int]:
        """The terms that contribute most to the cosine, heaviest first."""
        products = spread[self._numbers] * self._weights
        shared = (products > 0).nonzero()[0]
        heaviest = shared[(-products[shared]).argsort(kind="stable")[:most]]
        return [int(number) for number in self._numbers[heaviest]]

    def heaviest(self, most: int) -> list[int]:
        """Its heaviest terms, heaviest first."""
        return [int(number) for number in self._numbers[np.argsort(-self._weights, kind="stable")[:most]]]

    def add(self, vector: Vector, spread: Weights) -> None:
        """Add a vector, also given as `spread`, which is consumed."""
        theirs = spread[self._numbers]
        self._length = math.sqrt(self._length**2 + 2 * float(theirs @ self._weights) + 1)
        spread[self._numbers] = 0
        new = spread[vector.numbers] > 0
        numbers = np.concatenate([self._numbers, vector.numbers[new]])
        self._cut(numbers, np.concatenate([self._weights + theirs, vector.weights[new]]))

    def without(self, vector: Vector, spread: Weights) -> "Centroid":
        """The centroid without one of its vectors, which are several; also given as `spread`."""
        shared = spread[self._numbers]
        length = self._length**2 - 2 * float(shared @ self._weights) + 1
        return Centroid(Vector(self._numbers, np.maximum(self._weights - shared, 0)), math.sqrt(max(length, 1.0)))

    def absorb(self, other: "Centroid", cosine: float) -> None:
        """Add another story's centroid, to which the cosine is given."""
        distinct, places = np.unique(np.concatenate([self._numbers, other._numbers]), return_inverse=True)
        sums = np.bincount(places, np.concatenate([self._weights, other._weights])).astype(np.float32)
        self._cut(distinct, sums)
        self._length = math.sqrt(self._length**2 + 2 * cosine * self._length * other._length + other._length**2)

    def used(self) -> Numbers:
        return self._numbers

    def renumber(self, numbers: Numbers) -> None:
        """Renumber the terms: `numbers[old]` is the new number."""
        self._numbers = numbers[self._numbers]

    @staticmethod
    def cosines(centres: Sequence["Centroid"], spread: Weights) -> list[float]:
        """The cosines with all of these at once; each must have a term."""
        if not centres:
            return []
        products = spread.take(np.concatenate([one._numbers for one in centres]))
        products *= np.concatenate([one._weights for one in centres])
        starts = [0, *accumulate(len(one._numbers) for one in centres[:-1])]
        sums = np.add.reduceat(products, starts).tolist()
        return [one / centre._length for one, centre in zip(sums, centres, strict=True)]

    def _cut(self, numbers: Numbers, sums: Weights) -> None:
        if len(numbers) > KEPT_TERMS:
            heaviest = (-sums).argpartition(KEPT_TERMS)[:KEPT_TERMS]
            numbers, sums = numbers[heaviest], sums[heaviest]
        self._numbers, self._weights = numbers.astype(np.int32, copy=False), sums
