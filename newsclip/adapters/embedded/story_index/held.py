"""What a stream holds of its articles and stories."""

from array import array
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules.centres import Centre
from newsclip.stories.rules.postings import Postings
from newsclip.stories.rules.prints import Prints
from newsclip.stories.rules.vectors import Numbers


@dataclass(slots=True, eq=False)
class Story:
    """Articles together: their centre, their number without copies, the days of the first and the last.

    Both days are NaN where none is dated.
    """

    key: str
    centre: Centre
    first: float
    last: float
    articles: int = 1

    def gap(self, first: float, last: float) -> float | None:
        """Days between its span and another; None where either is undated."""
        if isnan(first) or isnan(self.first):
            return None
        return max(0.0, first - self.last, self.first - last)

    def reach(self, first: float, last: float) -> None:
        self.first, self.last = float(np.fmin(self.first, first)), float(np.fmax(self.last, last))


class Row(NamedTuple):
    """An article: `day` of its publication (NaN: undated), and the day that it is forgotten by."""

    id: str
    report: str
    story: Story
    day: float
    seen: float


class Held:
    """The articles that are nobody's copies, by row number, as columns."""

    def __init__(self) -> None:
        self.postings = Postings()
        self.prints = Prints()
        self.ids: list[str] = []
        self.reports: list[str] = []
        self.stories: list[Story | None] = []
        self.days = array("d")
        self._seen = array("d")

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, row: Row) -> None:
        """The rest of an article whose vector and fingerprint were added."""
        self.ids.append(row.id)
        self.reports.append(row.report)
        self.stories.append(row.story)
        self.days.append(row.day)
        self._seen.append(row.seen)

    def rows_of(self, story: Story) -> list[int]:
        return [row for row, held in enumerate(self.stories) if held is story]

    def since(self, day: float) -> NDArray[np.int32]:
        """The rows that were seen on this day or later and did not leave."""
        late = [seen >= day and story is not None for seen, story in zip(self._seen, self.stories, strict=True)]
        return np.flatnonzero(late).astype(np.int32)

    def keep(self, rows: NDArray[np.int32]) -> None:
        """Keep these rows alone, which are numbered anew in this order."""
        self.postings.keep(rows)
        self.prints.keep(rows)
        kept = rows.tolist()
        self.ids = [self.ids[row] for row in kept]
        self.reports = [self.reports[row] for row in kept]
        self.stories = [self.stories[row] for row in kept]
        self.days = array("d", (self.days[row] for row in kept))
        self._seen = array("d", (self._seen[row] for row in kept))

    def living(self) -> dict[str, Story]:
        """The stories that have articles, by key."""
        return {story.key: story for story in self.stories if story is not None}

    def used(self, stories: dict[str, Story]) -> Numbers:
        """The terms that are stored with articles or stories."""
        centres = [story.centre.used() for story in stories.values()]
        used: Numbers = np.unique(np.concatenate([self.postings.used(), *centres]))
        return used
