"""An inverted index over vectors: which ones share heavy terms with this one. Cost grows with those alone."""

import math

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.vectors import KEPT_TERMS, Numbers, Vector, Weights

POSTED_TERMS = 16
STORED_TERMS = 64
CANDIDATES = 24
COMMON_SHARE = 0.05  # A term posted for more of the vectors than this tells none from another.
_FEW = 200
_LEAST = 0.01


class _List:
    """The vectors that have one term among their heaviest, oldest first, and its weight in each."""

    __slots__ = ("rows", "size", "weights")

    def __init__(self) -> None:
        self.rows = np.empty(2, np.int32)
        self.weights = np.empty(2, np.float32)
        self.size = 0

    def add(self, row: int, weight: float) -> None:
        if self.size == len(self.rows):
            self.rows = np.resize(self.rows, 2 * self.size)
            self.weights = np.resize(self.weights, 2 * self.size)
        self.rows[self.size] = row
        self.weights[self.size] = weight
        self.size += 1


class Postings:
    """Vectors by row number, their 64 heaviest terms stored, 16 posted."""

    def __init__(self) -> None:
        self.size = 0
        self._lists: dict[int, _List] = {}
        self._numbers = np.zeros((256, STORED_TERMS), np.int32)
        self._weights = np.zeros((256, STORED_TERMS), np.float16)
        self._sums = np.zeros(256, np.float32)

    def add(self, vector: Vector) -> int:
        """Store a vector; its row number."""
        row, self.size = self.size, self.size + 1
        if row == len(self._sums):
            self._numbers = np.concatenate([self._numbers, np.zeros_like(self._numbers)])
            self._weights = np.concatenate([self._weights, np.zeros_like(self._weights)])
            self._sums = np.zeros(2 * row, np.float32)
        stored = min(STORED_TERMS, len(vector.numbers))
        self._numbers[row, :stored] = vector.numbers[:stored]
        self._weights[row, :stored] = vector.weights[:stored]
        self._post(row)
        return row

    def candidates(self, vector: Vector) -> NDArray[np.int32]:
        """Rows that share posted terms with this vector, most alike by them first; more than are wanted."""
        touched = []
        most = COMMON_SHARE * max(_FEW, self.size)
        heavy = zip(vector.numbers[:POSTED_TERMS].tolist(), vector.weights[:POSTED_TERMS].tolist(), strict=True)
        for number, weight in heavy:
            found = self._lists.get(number)
            if found is not None and found.size <= most:
                rows = found.rows[: found.size]
                self._sums[rows] += found.weights[: found.size] * weight
                touched.append(rows)
        if not touched:
            return np.empty(0, np.int32)
        seen = np.concatenate(touched)
        ordered = _best(seen, self._sums[seen])
        self._sums[seen] = 0
        return ordered

    def cosines(self, spread: Weights, rows: NDArray[np.int32]) -> Weights:
        """The cosine of a spread vector with each of these rows."""
        found: Weights = (spread[self._numbers[rows]] * self._weights[rows]).sum(axis=1)
        return found

    def row(self, row: int) -> Vector:
        used = self._weights[row] > 0
        return Vector(self._numbers[row][used], self._weights[row][used].astype(np.float32))

    def keep(self, rows: NDArray[np.int32]) -> None:
        """Keep these rows alone, which are numbered anew in this order."""
        self._numbers, self._weights = self._numbers[rows], self._weights[rows]
        self._sums = np.zeros(max(256, len(rows)), np.float32)
        missing = len(self._sums) - len(rows)
        self._numbers = np.pad(self._numbers, ((0, missing), (0, 0)))
        self._weights = np.pad(self._weights, ((0, missing), (0, 0)))
        self.size = len(rows)
        self._lists.clear()
        for row in range(self.size):
            self._post(row)

    def _post(self, row: int) -> None:
        numbers, weights = self._numbers[row, :POSTED_TERMS], self._weights[row, :POSTED_TERMS]
        for number, weight in zip(numbers.tolist(), weights.tolist(), strict=True):
            if weight:
                self._lists.setdefault(number, _List()).add(row, weight)


def _best(rows: Numbers, sums: Weights) -> Numbers:
    """Distinct rows in falling order of their sums. Rows come repeated, at most once a posted term."""
    rows, sums = rows[sums > _LEAST], sums[sums > _LEAST]
    most = 4 * CANDIDATES * POSTED_TERMS
    if len(rows) > most:
        kept = np.argpartition(-sums, most)[:most]
        rows, sums = rows[kept], sums[kept]
    distinct, first = np.unique(rows, return_index=True)
    ordered: Numbers = distinct[np.argsort(-sums[first], kind="stable")]
    return ordered


class Centre:
    """The sum of a story's vectors, cut to its heaviest terms; a cosine with it is a cosine with the story."""

    __slots__ = ("_length", "_numbers", "_weights")

    def __init__(self, vector: Vector) -> None:
        self._numbers, self._weights, self._length = vector.numbers, vector.weights, 1.0

    def cosine(self, spread: Weights) -> float:
        return float(spread[self._numbers] @ self._weights) / self._length

    def shared(self, spread: Weights, most: int) -> list[int]:
        """The terms that carry the cosine, heaviest first."""
        products = spread[self._numbers] * self._weights
        heaviest = np.argsort(-products, kind="stable")[:most]
        return [int(number) for number in self._numbers[heaviest[products[heaviest] > 0]]]

    def add(self, vector: Vector, spread: Weights) -> None:
        dot = self.cosine(spread) * self._length
        numbers, places = np.unique(np.concatenate([self._numbers, vector.numbers]), return_inverse=True)
        sums = np.bincount(places, np.concatenate([self._weights, vector.weights])).astype(np.float32)
        heaviest = np.argsort(-sums, kind="stable")[:KEPT_TERMS]
        self._numbers, self._weights = numbers[heaviest].astype(np.int32), sums[heaviest]
        self._length = math.sqrt(self._length**2 + 2 * dot + 1)
