"""An inverted index over vectors: which ones share heavy terms with this one. Cost grows with those alone."""

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.vectors import Numbers, Vector, Weights

POSTED_TERMS = 16
STORED_TERMS = 64
CANDIDATES = 24
LEAST = 0.01
_UNSORTED_LEAST = 500
_UNSORTED_SHARE = 32
_HEAVIEST = 255  # what a byte holds


class Postings:
    """Vectors by row number, their 64 heaviest terms stored, 16 posted.

    Most postings lie in one array sorted by term; the newest rows are compared one by one until they are sorted in.
    So a term costs no object of its own, and sorting costs little an article. A weight takes a byte, of its row's
    heaviest.
    """

    def __init__(self) -> None:
        self.size = 0
        self._numbers = np.zeros((256, STORED_TERMS), np.int32)
        self._weights = np.zeros((256, STORED_TERMS), np.uint8)
        self._scales = np.zeros(256, np.float32)
        self._sums = np.zeros(256, np.float32)
        self._sort()

    def add(self, vector: Vector) -> int:
        """Store a vector; its row number."""
        row, self.size = self.size, self.size + 1
        if row == len(self._sums):
            self._numbers, self._weights = grown(self._numbers), grown(self._weights)
            self._scales, self._sums = grown(self._scales), np.zeros(2 * row, np.float32)
        stored = min(STORED_TERMS, len(vector.numbers))
        if stored:
            scale = self._scales[row] = vector.weights[0] / _HEAVIEST
            self._numbers[row, :stored] = vector.numbers[:stored]
            self._weights[row, :stored] = np.rint(vector.weights[:stored] / scale)
        if self.size - self._sorted.size > max(_UNSORTED_LEAST, self.size // _UNSORTED_SHARE):
            self._sort()
        return row

    def candidates(self, vector: Vector, spread: Weights) -> NDArray[np.int32]:
        """Rows that share posted terms with this vector, also given spread; most alike by them first."""
        touched = []
        most = common(self.size)
        numbers = vector.numbers[:POSTED_TERMS]
        for weight, span in zip(vector.weights.tolist(), self._sorted.spans(numbers), strict=False):
            if 0 < span.stop - span.start <= most:
                rows = self._sorted.rows[span]
                self._sums[rows] += self._sorted.weights[span] * np.float32(weight)
                touched.append(rows)
        newest = slice(self._sorted.size, self.size)
        alike = spread[self._numbers[newest, :POSTED_TERMS]] * self._weights[newest, :POSTED_TERMS]
        self._sums[newest] = alike.sum(axis=1) * self._scales[newest]
        touched.append(np.arange(newest.start, newest.stop, dtype=np.int32))
        seen = np.concatenate(touched)
        ordered = _best(seen, self._sums[seen])
        self._sums[seen] = 0
        return ordered

    def cosines(self, spread: Weights, rows: NDArray[np.int32]) -> Weights:
        """The cosine of a spread vector with each of these rows."""
        found: Weights = (spread[self._numbers[rows]] * self._weights[rows]).sum(axis=1) * self._scales[rows]
        return found

    def row(self, row: int) -> Vector:
        used = self._weights[row] > 0
        return Vector(self._numbers[row][used], self._weights[row][used] * self._scales[row])

    def used(self) -> Numbers:
        """The distinct numbers of terms that are stored."""
        stored: Numbers = np.unique(self._numbers[: self.size])
        return stored

    def keep(self, rows: NDArray[np.int32]) -> None:
        """Keep these rows alone, which are numbered anew in this order."""
        room = max(256, len(rows))
        for name in ("_numbers", "_weights"):
            held = getattr(self, name)
            kept = np.zeros((room, STORED_TERMS), held.dtype)
            kept[: len(rows)] = held[rows]
            setattr(self, name, kept)
        scales, self._scales, self._sums = self._scales[rows], np.zeros(room, np.float32), np.zeros(room, np.float32)
        self._scales[: len(rows)] = scales
        self.size = len(rows)
        self._sort()

    def renumber(self, numbers: Numbers) -> None:
        """Terms got new numbers: `numbers[old]`, -1 for one that is not stored."""
        self._numbers = np.maximum(numbers[self._numbers], 0)
        self._sort()

    def _sort(self) -> None:
        size = self.size
        self._sorted = _Sorted(self._numbers[:size], self._weights[:size], self._scales[:size])


class _Sorted:
    """Postings in the order of their terms: of each term the rows that have it among their heaviest, oldest first."""

    __slots__ = ("_numbers", "_starts", "rows", "size", "weights")

    def __init__(self, numbers: Numbers, weights: NDArray[np.uint8], scales: Weights) -> None:
        self.size = len(numbers)
        flat, heavy = numbers[:, :POSTED_TERMS].ravel(), weights[:, :POSTED_TERMS].ravel()
        order = np.flatnonzero(heavy)
        order = order[np.argsort(flat[order], kind="stable")]
        self.rows = (order // POSTED_TERMS).astype(np.int32)
        self.weights = (heavy[order] * scales[self.rows]).astype(np.float16)
        self._numbers, starts = np.unique(flat[order], return_index=True)
        self._starts = np.append(starts, len(order)).astype(np.int32)

    def spans(self, numbers: Numbers) -> list[slice]:
        """Where the postings of each of these terms lie."""
        if not len(self._numbers):
            return [slice(0, 0)] * len(numbers)
        places = np.minimum(np.searchsorted(self._numbers, numbers), len(self._numbers) - 1)
        found = self._numbers[places] == numbers
        starts, stops = self._starts[places], np.where(found, self._starts[places + 1], self._starts[places])
        return [slice(start, stop) for start, stop in zip(starts.tolist(), stops.tolist(), strict=True)]


def common(size: int) -> float:
    """A term posted for more than this of so many vectors tells none from another: a twentieth, fewer of very many.

    Where few are held, as many as cost nothing: a large story's own terms are in many of them.
    """
    return min(max(100.0, 0.05 * size), 300 + 0.005 * size)


def grown[T: np.generic](array: NDArray[T]) -> NDArray[T]:
    """Twice the rows; the new ones are zero, and take no memory before they are used."""
    bigger = np.zeros((2 * len(array), *array.shape[1:]), array.dtype)
    bigger[: len(array)] = array
    return bigger


def _best(rows: Numbers, sums: Weights) -> Numbers:
    """Distinct rows in falling order of their sums. Rows come repeated, at most once a posted term."""
    rows, sums = rows[sums > LEAST], sums[sums > LEAST]
    most = 4 * CANDIDATES * POSTED_TERMS
    if len(rows) > most:
        kept = np.argpartition(-sums, most)[:most]
        rows, sums = rows[kept], sums[kept]
    distinct, first = np.unique(rows, return_index=True)
    ordered: Numbers = distinct[np.argsort(-sums[first], kind="stable")]
    return ordered
