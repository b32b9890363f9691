"""Fingerprints of many texts in columns: one object per article would take several times the memory."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules import near_duplicates
from newsclip.stories.rules.hash_index import HashIndex
from newsclip.stories.rules.inverted_index import grown
from newsclip.stories.rules.near_duplicates import Fingerprint
from newsclip.stories.rules.origins import CREDITS, Origin

_ABOUT = np.dtype(
    [("whole", "u8"), ("opening", "u8"), ("grams", "u2"), ("origin", "u2", 3), ("credit", "u1"), ("long", "?")]
)  # 28 bytes a text; a text has at most near_duplicates.MOST_WORDS 3-grams


class FingerprintTable:
    """Fingerprints by row number, and the rows of each hash."""

    def __init__(self) -> None:
        self.size = 0
        self._minima = np.zeros((256, near_duplicates.PERMUTATIONS), np.uint8)
        self._about = np.zeros(256, _ABOUT)
        self._digests = HashIndex()

    def add(self, mark: Fingerprint) -> int:
        row, self.size = self.size, self.size + 1
        if row == len(self._about):
            self._minima, self._about = grown(self._minima), grown(self._about)
        if mark.minima is not None:
            self._minima[row] = mark.minima
        credit, *names = mark.origin
        self._about[row] = (
            mark.whole, mark.opening, mark.grams, names, CREDITS.index(credit), mark.minima is not None
        )  # fmt: skip
        for digest in {mark.whole, mark.opening}:
            self._digests.add(digest, row)
        return row

    def row(self, row: int) -> Fingerprint:
        whole, opening, grams, names, credit, long = self._about[row].item()
        origin = Origin(CREDITS[credit], *names.tolist())
        return Fingerprint(whole, opening, self._minima[row] if long else None, grams, origin)

    def rows(self, digest: int) -> Iterator[int]:
        """The rows whose text, or whose opening, has this hash, oldest first."""
        return self._digests.rows(digest)

    def copied(self, mark: Fingerprint, rows: Sequence[int]) -> int | None:
        """Of these rows, the one whose text this most certainly copies."""
        if mark.minima is None or not rows:
            return None
        there = np.array(rows)
        alike = (self._minima.take(there, 0) == mark.minima).sum(axis=1, dtype=np.int16)
        likely = alike >= near_duplicates.ALIKE_IF_TIED * near_duplicates.PERMUTATIONS
        likely |= self._about["opening"][there] == mark.opening
        if not likely.any():
            return None
        there, alike = there[likely], alike[likely]
        order: list[int] = there[(-alike).argsort(kind="stable")].tolist()
        return next((row for row in order if near_duplicates.is_copy(mark, self.row(row))), None)

    def keep(self, rows: NDArray[np.int32]) -> None:
        """Keep only these rows, renumbered in this order."""
        self._digests.keep(rows)
        self.size = len(rows)
        room = max(256, len(rows))
        minima, about = self._minima[rows], self._about[rows]
        self._minima, self._about = np.zeros((room, near_duplicates.PERMUTATIONS), np.uint8), np.zeros(room, _ABOUT)
        self._minima[: len(rows)], self._about[: len(rows)] = minima, about
