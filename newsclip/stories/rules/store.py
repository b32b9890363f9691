"""What placing needs of wherever articles and stories are kept: the same for memory and for tables."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple, Protocol

from newsclip.stories.rules.centroids import Centre
from newsclip.stories.rules.headings import Heading
from newsclip.stories.rules.near_duplicates import Fingerprint
from newsclip.stories.rules.vectors import Vector, Weights


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
        if isnan(self.first):
            self.first, self.last = first, last
        elif not isnan(first):
            self.first, self.last = min(self.first, first), max(self.last, last)


class Kept(NamedTuple):
    """An article that is nobody's copy: the days of its publication (NaN: undated) and that it is forgotten by."""

    id: str
    report: str
    story: str
    day: float
    seen: float


class Held(NamedTuple):
    """An article as one of a story's: its row, vector and day (NaN: undated)."""

    row: int
    vector: Vector
    day: float


class Near(NamedTuple):
    """An article that shares heavy terms with a telling: its row, its cosine, the key of its story."""

    row: int
    cosine: float
    story: str


class Words(Protocol):
    """The terms of one language's stream, numbered, with the count of texts that hold each."""

    def vector(self, title: str, text: str, heading: Heading) -> Vector:
        """Count a telling, then weigh it, and mark its heading."""
        ...

    def spread(self, vector: Vector) -> AbstractContextManager[Weights]:
        """The vector as one weight a term, for as long as the block lasts. Not to be nested."""
        ...

    def terms(self, numbers: Sequence[int]) -> list[str]: ...


class ArticleStore(Protocol):
    """One language's articles by row number, and its stories by key."""

    def same_text(self, mark: Fingerprint, day: float) -> int | None:
        """The row of an article whose text or opening has the same hash and of which this is a copy."""
        ...

    def near(self, vector: Vector, spread: Weights, day: float) -> list[Near]:
        """The articles within the window that share most with a telling, which is also given spread; best first."""
        ...

    def copied(self, mark: Fingerprint, rows: Sequence[int]) -> int | None:
        """Of these rows, the one of whose text this is most surely a copy."""
        ...

    def twin(self, mark: Fingerprint, story: str) -> int | None:
        """The row of an article of this story with the same normalised text."""
        ...

    def kept(self, row: int) -> Kept: ...

    def vector(self, row: int) -> Vector:
        """An article's vector with its marks."""
        ...

    def mark(self, row: int) -> Fingerprint: ...

    def add(self, article: Kept, vector: Vector, mark: Fingerprint) -> None: ...

    def touch(self, row: int, day: float, seen: float) -> None:
        """A copy of this article came: what is told again is as new as its latest telling."""
        ...

    def leave(self, article_id: str) -> str | None:
        """Take an article out of its story, whose key this gives; None where it is not held."""
        ...

    def row(self, article_id: str) -> int | None:
        """Where an article is held; None: nowhere."""
        ...

    def members(self, key: str) -> list[Held]:
        """A story's articles, oldest first."""
        ...

    def hand_over(self, rows: Sequence[int], into: str) -> None:
        """These articles belong to another story from now on."""
        ...

    def story(self, key: str) -> Story | None: ...

    def keep(self, story: Story) -> None:
        """Take in a story that is new or was changed."""
        ...

    def drop(self, key: str) -> None:
        """Drop a story that has no article left."""
        ...

    def move(self, gone: str, into: str) -> None:
        """All articles of one story belong to another from now on."""
        ...

    def settle(self, key: str) -> None:
        """This story is neither to be merged with another nor split."""
        ...

    def settled(self, key: str) -> bool: ...
