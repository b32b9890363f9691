"""Row numbers by hash, in arrays: a dictionary would take ten times the memory."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_UNSORTED_LEAST = 1_000  # rows searched one by one: cheaper than to sort for each
_UNSORTED_SHARE = 64  # 1/64 of the rows: with more, searches take longer; with less, it sorts more often


class HashIndex:
    """Row numbers by 64-bit hash. Most are in a sorted array, the newest in a dictionary until they are merged in."""

    def __init__(self) -> None:
        self._hashes = np.zeros(0, np.uint64)
        self._rows = np.zeros(0, np.int32)
        self._newest: dict[int, list[int]] = {}
        self._unsorted = 0

    def add(self, digest: int, row: int) -> None:
        self._newest.setdefault(digest, []).append(row)
        self._unsorted += 1
        if self._unsorted > max(_UNSORTED_LEAST, len(self._rows) // _UNSORTED_SHARE):
            self._sort_in()

    def rows(self, digest: int) -> Iterator[int]:
        """The rows with this hash, oldest first."""
        hashed = np.uint64(digest)
        place = int(self._hashes.searchsorted(hashed))
        while place < len(self._hashes) and self._hashes[place] == hashed:
            yield int(self._rows[place])
            place += 1
        yield from self._newest.get(digest, ())

    def keep(self, rows: NDArray[np.int32]) -> None:
        """Keep only these rows, renumbered in this order."""
        self._sort_in()
        numbers = np.full(int(max(self._rows.max(initial=0), rows.max(initial=0))) + 1, -1, np.int32)
        numbers[rows] = np.arange(len(rows), dtype=np.int32)
        renumbered = numbers[self._rows]
        kept = renumbered >= 0
        self._hashes, self._rows = self._hashes[kept], renumbered[kept]

    def _sort_in(self) -> None:
        hashes = np.repeat(
            np.fromiter(self._newest, np.uint64, len(self._newest)), list(map(len, self._newest.values()))
        )
        rows = np.fromiter((row for rows in self._newest.values() for row in rows), np.int32)
        order = hashes.argsort(kind="stable")
        places = self._hashes.searchsorted(hashes[order], "right")
        self._hashes = np.insert(self._hashes, places, hashes[order])
        self._rows = np.insert(self._rows, places, rows[order])
        self._newest.clear()
        self._unsorted = 0
