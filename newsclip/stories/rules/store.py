"""What clustering needs of the store of articles and stories: the same port for memory and for tables."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple, Protocol

from newsclip.stories.rules.centroids import Centroid
from newsclip.stories.rules.headings import Heading
from newsclip.stories.rules.near_duplicates import Fingerprint
from newsclip.stories.rules.vectors import Vector, Weights


@dataclass(slots=True, eq=False)
class Story:
    """A story: its centroid, its number of articles without copies, the days of the first and the last.

    Both days are NaN if none is dated.
    """

    key: str
    centre: Centroid
    first: float
    last: float
    articles: int = 1

    def gap(self, first: float, last: float) -> float | None:
        """Days between its time span and another; None if either is undated."""
        if isnan(first) or isnan(self.first):
            return None
        return max(0.0, first - self.last, self.first - last)

    def reach(self, first: float, last: float) -> None:
        if isnan(self.first):
            self.first, self.last = first, last
        elif not isnan(first):
            self.first, self.last = min(self.first, first), max(self.last, last)


class StoredArticle(NamedTuple):
    """An article that is no copy: the day of its publication (NaN: undated) and the day that its expiry counts from."""

    id: str
    report: str
    story: str
    day: float
    seen: float


class StoredMember(NamedTuple):
    """An article as a story's member: its row, vector and day (NaN: undated)."""

    row: int
    vector: Vector
    day: float


class NearArticle(NamedTuple):
    """An article that shares heavy terms with another: its row, its cosine, the key of its story."""

    row: int
    cosine: float
    story: str


class Words(Protocol):
    """The vocabulary of one language's stream: numbered terms and their document frequencies."""

    def vector(self, title: str, text: str, heading: Heading) -> Vector:
        """Count an article's terms, weigh them, and mark its heading."""

    def spread(self, vector: Vector) -> AbstractContextManager[Weights]:
        """The vector as a dense array of weights while the block lasts. Not reentrant."""

    def terms(self, numbers: Sequence[int]) -> list[str]: ...


class ArticleStore(Protocol):
    """One language's articles by row number, and its stories by key."""

    def same_text(self, mark: Fingerprint, day: float) -> int | None:
        """The row of an article with the same hash of text or opening, of which this is a copy."""

    def near(self, vector: Vector, spread: Weights, day: float) -> list[NearArticle]:
        """The most similar articles within the window, best first; `spread` is the same vector."""

    def copied(self, mark: Fingerprint, rows: Sequence[int]) -> int | None:
        """Of these rows, the one whose text this most certainly copies."""

    def twin(self, mark: Fingerprint, story: str) -> int | None:
        """The row of an article of this story with the same normalized text."""

    def kept(self, row: int) -> StoredArticle: ...

    def vector(self, row: int) -> Vector:
        """An article's vector with its heading bits."""

    def mark(self, row: int) -> Fingerprint: ...

    def add(self, article: StoredArticle, vector: Vector, mark: Fingerprint) -> None: ...

    def touch(self, row: int, day: float, seen: float) -> None:
        """A copy of this article arrived: the article is as recent as its latest copy."""

    def leave(self, article_id: str) -> str | None:
        """Take an article out of its story. Returns the story's key; None if the article is not stored."""

    def row(self, article_id: str) -> int | None:
        """The row of an article; None if it is not stored."""

    def members(self, key: str) -> list[StoredMember]:
        """A story's articles, oldest first."""

    def hand_over(self, rows: Sequence[int], into: str) -> None:
        """Move these articles to another story."""

    def story(self, key: str) -> Story | None: ...

    def keep(self, story: Story) -> None:
        """Store a new or changed story."""

    def drop(self, key: str) -> None:
        """Drop a story that has no articles left."""

    def move(self, gone: str, into: str) -> None:
        """Move all articles of one story to another."""

    def settle(self, key: str) -> None:
        """Exclude this story from automatic merges and splits."""

    def settled(self, key: str) -> bool: ...
