"""An inverted index over vectors. The cost of a query grows only with the rows that share heavy terms."""

from collections.abc import Iterator
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.vectors import Numbers, Vector, Weights

POSTED_TERMS = 16  # of each article; measured in docs/why/grouping.md
STORED_TERMS = 64  # of an article, its heaviest (docs/why/grouping.md)
CANDIDATES = 24  # compared exactly; measured in docs/why/grouping.md
LEAST = 0.01
_UNSORTED_LEAST = 500  # rows searched one by one: cheaper than to sort for each
_UNSORTED_SHARE = 32  # 1/32 of the rows, as in hash_index
_HEAVIEST = 255  # the largest weight that fits into a byte


class InvertedIndex:
    """Vectors by row number: their 64 heaviest terms are stored, 16 of them posted.

    Most postings are in one array sorted by term; those of the newest rows are in a dictionary until they are merged
    in. So few terms need an object of their own, and nothing is sorted twice. A weight is one byte, relative to its
    row's heaviest.
    """

    def __init__(self) -> None:
        self.size = 0
        self._numbers = np.zeros((256, STORED_TERMS), np.int32)
        self._weights = np.zeros((256, STORED_TERMS), np.uint8)
        self._scales = np.zeros(256, np.float32)
        self._sums, self._places = np.zeros(256, np.float32), np.zeros(256, np.int32)
        self._sort()

    def add(self, vector: Vector) -> int:
        """Store a vector and return its row number."""
        row, self.size = self.size, self.size + 1
        if row == len(self._sums):
            self._numbers, self._weights = grown(self._numbers), grown(self._weights)
            self._scales = grown(self._scales)
            self._sums, self._places = grown(self._sums), grown(self._places)
        stored = min(STORED_TERMS, len(vector.numbers))
        if stored:
            scale = self._scales[row] = vector.weights[0] / _HEAVIEST
            self._numbers[row, :stored] = vector.numbers[:stored]
            self._weights[row, :stored] = np.rint(vector.weights[:stored] / scale)
        for number in vector.numbers[:POSTED_TERMS].tolist():
            self._newest.setdefault(number, []).append(row)
        if self.size - self._sorted.size > max(_UNSORTED_LEAST, self.size // _UNSORTED_SHARE):
            self._merge()
        return row

    def candidates(self, vector: Vector, spread: Weights) -> tuple[Numbers, Weights]:
        """Rows that share posted terms with this vector, also given as `spread`, and their similarity by those terms
        alone.
        """
        posted = vector.numbers[:POSTED_TERMS]
        rows, sums = self._sorted.alike(posted, vector.weights[:POSTED_TERMS], common(self.size))
        np.add.at(self._sums, rows, sums)
        if self._newest:
            new = np.fromiter(self._new(posted), np.int32)
            alike = spread.take(self._numbers[new, :POSTED_TERMS]) * self._weights[new, :POSTED_TERMS]
            self._sums[new] = alike.sum(axis=1) * self._scales.take(new)
            rows = np.concatenate([rows, new])
        rows = self._distinct(rows)
        sums = self._sums.take(rows)
        self._sums[rows] = 0
        return rows, sums

    def cosines(self, spread: Weights, rows: NDArray[np.int32]) -> Weights:
        """The cosine of a spread vector with each of these rows."""
        products = spread.take(self._numbers.take(rows, 0)) * self._weights.take(rows, 0)
        found: Weights = products.sum(axis=1) * self._scales.take(rows)
        return found

    def row(self, row: int) -> Vector:
        used = np.count_nonzero(self._weights[row])  # sorted: the heaviest first
        return Vector(self._numbers[row, :used].copy(), self._weights[row, :used] * self._scales[row])

    def used(self) -> Numbers:
        """The distinct numbers of the stored terms."""
        stored: Numbers = np.unique(self._numbers[: self.size])
        return stored

    def keep(self, rows: NDArray[np.int32]) -> None:
        """Keep only these rows, renumbered in this order."""
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
        """Renumber the terms: `numbers[old]` is the new number, -1 if the term is not stored."""
        if len(numbers):  # none: texts of common words alone
            self._numbers = np.maximum(numbers[self._numbers], 0)
        self._sort()

    def _new(self, numbers: Numbers) -> Iterator[int]:
        """Unmerged rows that have one of these terms among their heaviest, once per term."""
        return chain.from_iterable(map(self._newest.get, numbers.tolist(), repeat(())))

    def _distinct(self, rows: Numbers) -> Numbers:
        """Each of these rows once."""
        places = np.arange(len(rows), dtype=np.int32)
        self._places[rows] = places
        distinct: Numbers = rows[self._places.take(rows) == places]
        return distinct

    def _sort(self) -> None:
        self._sorted = _Sorted(0, np.zeros(1, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float16))
        self._merge()

    def _merge(self) -> None:
        """Merge the newest rows into the sorted array."""
        new = slice(self._sorted.size, self.size)
        self._sorted = self._sorted.merged(self._numbers[new], self._weights[new], self._scales[new])
        self._newest: dict[int, list[int]] = {}


class _Sorted:
    """Postings sorted by term: for each term the rows that have it among their heaviest, oldest first."""

    def __init__(self, size: int, starts: Numbers, rows: Numbers, weights: NDArray[np.float16]) -> None:
        """`size`: the rows included so far; the postings of term n lie from `starts[n]` to `starts[n + 1]`."""
        self.size, self._starts, self._rows, self._weights = size, starts, rows, weights

    def alike(self, numbers: Numbers, weights: Weights, most: float) -> tuple[Numbers, Weights]:
        """The rows of these terms, once per term, and the products of the two weights.

        Terms posted more than `most` times are skipped.
        """
        starts = self._starts.take(numbers, mode="clip")  # an unknown term has an empty range at the end
        lengths = self._starts.take(numbers + 1, mode="clip") - starts
        lengths[lengths > most] = 0
        places = (starts + lengths - lengths.cumsum()).repeat(lengths)
        places += np.arange(len(places))
        return self._rows.take(places), self._weights.take(places) * weights.repeat(lengths)

    def merged(self, numbers: Numbers, weights: NDArray[np.uint8], scales: Weights) -> "_Sorted":
        """These postings merged with those of the next rows, which follow at the end of each term's range."""
        flat, heavy = numbers[:, :POSTED_TERMS].ravel(), weights[:, :POSTED_TERMS].ravel()
        order = np.flatnonzero(heavy)
        order = order[flat[order].argsort(kind="stable")]
        terms, new = flat[order], (order // POSTED_TERMS).astype(np.int32)
        known = int(terms.max(initial=len(self._starts) - 2)) + 1
        starts = np.append(self._starts, np.full(known + 1 - len(self._starts), len(self._rows), np.int32))
        places = starts[terms + 1]
        starts[1:] += np.bincount(terms, minlength=known).cumsum().astype(np.int32)
        rows = np.insert(self._rows, places, new + np.int32(self.size))
        heavy_enough = (heavy[order] * scales[new]).astype(np.float16)
        return _Sorted(self.size + len(numbers), starts, rows, np.insert(self._weights, places, heavy_enough))


def common(size: int) -> float:
    """The number of postings from which a term is too common to discriminate: a twentieth, less in a very large index.

    In a small index it is as many as cost nothing: a large story's own terms are in many of its rows.
    """
    return min(max(100.0, 0.05 * size), 300 + 0.005 * size)


def grown[T: np.generic](array: NDArray[T]) -> NDArray[T]:
    """Double the rows; new ones are zero and take no memory until used."""
    bigger = np.zeros((2 * len(array), *array.shape[1:]), array.dtype)
    bigger[: len(array)] = array
    return bigger


def heaviest(rows: Numbers, sums: Weights, most: int) -> Numbers:
    """The rows with the largest sums, the older first among equals; in order of age."""
    if len(rows) > most:
        ordered = sums.copy()
        ordered.partition(len(sums) - most)
        kept = sums >= ordered[len(sums) - most]
        rows, sums = rows[kept], sums[kept]
    if len(rows) > most:
        rows = rows[np.lexsort((rows, -sums))[:most]]
    rows.sort()
    return rows
