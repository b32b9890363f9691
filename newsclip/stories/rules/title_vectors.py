"""One language's titles as vectors of an embedder across languages, with their running mean.

What all texts of a language have in common is the language, not what they tell; it is subtracted as their mean. Without
that, B³ F1 across languages was .76 (docs/why/grouping.md).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.inverted_index import grown
from newsclip.stories.rules.translations import Telling

type Dense = NDArray[np.float32]

_ASSUMED = 2.0  # articles: how much the mean of all languages counts in the mean of one
_WORTH = 4  # titles are moved together once one in so many is gone


class TitleRow(NamedTuple):
    """An article: its title, the number of its story, the day of its expiry, and what its translations share."""

    id: str
    title: str
    story: int
    seen: float
    telling: Telling


class LanguageTitles:
    """Articles by row. Vectors are kept as floats of four bytes: half of that would be widened for each comparison.

    A title has no vector until one is needed: in a stream of one language none is made.
    """

    def __init__(self) -> None:
        self.sum: Dense = np.zeros(0, np.float32)
        self.counted = 0
        self.waiting: dict[int, str] = {}
        self._vectors = np.zeros((16, 0), np.float32)
        self._known = np.zeros(16, np.bool_)
        self.stories = np.zeros(16, np.int32)
        self._days, self._seen = np.zeros(16), np.zeros(16)
        self.here = np.zeros(16, np.bool_)
        self.rows: list[TitleRow] = []

    def __len__(self) -> int:
        return len(self.rows)

    def of(self, story: int) -> NDArray[np.bool_]:
        """Which rows are articles of this story."""
        size = len(self.rows)
        rows: NDArray[np.bool_] = (self.stories[:size] == story) & self.here[:size]
        return rows

    def add(self, row: TitleRow) -> int:
        """Store an article. Returns its row."""
        place = len(self.rows)
        if place == len(self.here):
            for name in ("_vectors", "_known", "stories", "_days", "_seen", "here"):
                setattr(self, name, grown(getattr(self, name)))
        self.rows.append(row)
        self.waiting[place] = row.title
        self.stories[place], self._days[place], self._seen[place] = row.story, row.telling.day, row.seen
        self.here[place] = True
        return place

    def learn(self, row: int, vector: Dense) -> None:
        """Store the vector of a title; an empty one says that it has none."""
        self.waiting.pop(row, None)
        if not len(vector):
            return
        if not len(self.sum):
            self.sum = np.zeros(len(vector), np.float32)
            self._vectors = np.zeros((len(self.here), len(vector)), np.float32)
        self._vectors[row], self._known[row] = vector, True
        self.sum = self.sum + vector
        self.counted += 1

    def vector(self, row: int) -> Dense:
        """The vector of a row; empty without one."""
        return self._vectors[row].copy() if self._known[row] else np.zeros(0, np.float32)

    def mean(self, everywhere: Dense) -> Dense:
        """The mean of the language, near that of all languages while few titles are known."""
        told = (self.sum + _ASSUMED * everywhere) / (self.counted + _ASSUMED)
        return told.astype(np.float32)

    def direction(self, vector: Dense, everywhere: Dense) -> Dense:
        """A vector that counts in the mean less that mean, of unit length."""
        without = vector - self.mean(everywhere)
        return (without / max(1e-6, float(np.linalg.norm(without)))).astype(np.float32)

    def cosines(self, direction: Dense, everywhere: Dense, day: float, window: float) -> Dense:
        """The cosine of a direction with each title less the mean; -1 for rows that are gone or out of the window."""
        size, mean = len(self.rows), self.mean(everywhere)
        products = self._vectors[:size] @ np.stack([direction, mean], axis=1)
        lengths = np.sqrt(np.maximum(1e-6, 1 - 2 * products[:, 1] + float(mean @ mean)))
        found: Dense = (products[:, 0] - float(mean @ direction)) / lengths
        far = np.abs(self._days[:size] - day) > window  # NaN counts as within the window
        found[far | ~self.here[:size] | ~self._known[:size]] = -1
        return found

    def drop(self, row: int) -> None:
        """Forget an article, also that it waits for a vector: what is kept of it elsewhere is gone, too."""
        self.here[row] = False
        self.waiting.pop(row, None)

    def forget(self, before: float) -> "LanguageTitles":
        """Drop what was seen before that day. Returns this, or a smaller one where that is worth it."""
        size = len(self.rows)
        self.here[:size] &= self._seen[:size] >= before
        self.waiting = {row: title for row, title in self.waiting.items() if self.here[row]}
        gone = size - int(np.count_nonzero(self.here[:size]))
        return self._compact() if gone and gone * _WORTH >= size else self

    def _compact(self) -> "LanguageTitles":
        """A copy of what is here."""
        made = LanguageTitles()
        for row in np.flatnonzero(self.here[: len(self.rows)]).tolist():
            new = made.add(self.rows[row]._replace(story=int(self.stories[row])))
            if row not in self.waiting:
                made.learn(new, self.vector(row))
        return made
