"""One language's articles and stories, in columns in memory."""

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclip.stories.rules import near_duplicates
from newsclip.stories.rules.centroids import Centroid
from newsclip.stories.rules.hash_index import HashIndex
from newsclip.stories.rules.headings import Marks
from newsclip.stories.rules.inverted_index import CANDIDATES, LEAST, InvertedIndex, grown, heaviest
from newsclip.stories.rules.minhash import FingerprintTable
from newsclip.stories.rules.near_duplicates import Fingerprint
from newsclip.stories.rules.online_clustering import WINDOW_DAYS
from newsclip.stories.rules.store import NearArticle, StoredArticle, StoredMember, Story
from newsclip.stories.rules.vectors import Vector, Vocabulary, Weights

_DAYS = np.dtype([("day", "f8"), ("seen", "f8"), ("here", "?")])
_MARKS = np.dtype([(name, "u8") for name in Marks._fields])


class MemoryArticleStore:
    """A stories.rules.store.ArticleStore. A story of one article has no separate centroid: it is
    that article's vector.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._postings = InvertedIndex()
        self._prints = FingerprintTable()
        self._days, self._marks = np.zeros(256, _DAYS), np.zeros(256, _MARKS)
        self._ids: list[str] = []
        self._named = HashIndex()
        self._reports: list[str] = []
        self._keys: list[str] = []
        self._stories: dict[str, Story | int] = {}
        self._members: dict[str, array[int]] = {}
        self._settled: set[str] = set()
        self._begun: Story | None = None

    def same_text(self, mark: Fingerprint, day: float) -> int | None:
        if mark.minima is None:
            return None
        for digest in (mark.whole, mark.opening):
            for row in self._prints.rows(digest):
                if self._days["here"][row] and self._within(row, day):
                    return row if near_duplicates.is_copy(mark, self._prints.row(row)) else None
        return None

    def near(self, vector: Vector, spread: Weights, day: float) -> list[NearArticle]:
        rows, sums = self._postings.candidates(vector, spread)
        held = self._days.take(rows)
        there = ~(np.abs(held["day"] - day) > WINDOW_DAYS)  # NaN counts as within the window
        there &= held["here"] & (sums > LEAST)
        rows = heaviest(rows[there], sums[there], CANDIDATES)
        cosines = self._postings.cosines(spread, rows)
        order = (-cosines).argsort(kind="stable")
        best = rows[order].tolist()
        return list(map(NearArticle, best, cosines[order].tolist(), map(self._keys.__getitem__, best)))

    def copied(self, mark: Fingerprint, rows: Sequence[int]) -> int | None:
        return self._prints.copied(mark, rows)

    def twin(self, mark: Fingerprint, story: str) -> int | None:
        for row in self._prints.rows(mark.whole):
            if self._days["here"][row] and self._keys[row] == story:
                return row
        return None

    def kept(self, row: int) -> StoredArticle:
        day, seen, _ = self._days[row].item()
        return StoredArticle(self._ids[row], self._reports[row], self._keys[row], day, seen)

    def vector(self, row: int) -> Vector:
        return self._postings.row(row)._replace(marks=Marks(*self._marks[row].item()))

    def mark(self, row: int) -> Fingerprint:
        return self._prints.row(row)

    def add(self, article: StoredArticle, vector: Vector, mark: Fingerprint) -> None:
        row = self._postings.add(vector)
        self._prints.add(mark)
        self._named.add(_digest(article.id), row)
        if row == len(self._days):
            self._days, self._marks = grown(self._days), grown(self._marks)
        self._days[row], self._marks[row] = (article.day, article.seen, True), vector.marks
        self._ids.append(article.id)
        self._reports.append(article.report)
        self._keys.append(article.story)
        if self._begun is not None and self._begun.key == article.story and self._begun.articles == 1:
            self._stories[article.story] = row
        else:
            self._members.setdefault(article.story, array("i")).append(row)
        self._begun = None

    def story(self, key: str) -> Story | None:
        held = self._stories.get(key)
        if not isinstance(held, int):
            return held
        day = float(self._days["day"][held])
        return Story(key, Centroid(self._postings.row(held)), day, day)

    def keep(self, story: Story) -> None:
        known = self._stories.get(story.key)
        self._begun = story if known is None else None
        if isinstance(known, int) and story.key not in self._members:
            self._members[story.key] = array("i", [known])
        self._stories[story.key] = story

    def drop(self, key: str) -> None:
        self._stories.pop(key, None)
        if not self._members.get(key):
            self._members.pop(key, None)

    def move(self, gone: str, into: str) -> None:
        self.hand_over(self._rows_of(gone), into)

    def hand_over(self, rows: Sequence[int], into: str) -> None:
        there = self._rows_of(into)
        for row in rows:
            left = self._members.get(self._keys[row])
            if left is not None:
                left.remove(row)
            self._keys[row] = into
        self._members[into] = array("i", sorted([*there, *rows]))

    def members(self, key: str) -> list[StoredMember]:
        rows = self._rows_of(key)
        return [StoredMember(row, self._postings.row(row), float(self._days["day"][row])) for row in rows]

    def touch(self, row: int, day: float, seen: float) -> None:
        held = self._days[row]
        held["day"], held["seen"] = np.fmax(held["day"], day), np.fmax(held["seen"], seen)

    def leave(self, article_id: str) -> str | None:
        row = self.row(article_id)
        if row is None:
            return None
        key = self._keys[row]
        self._members[key] = array("i", [one for one in self._rows_of(key) if one != row])
        self._ids[row] = self._keys[row] = ""
        self._days["here"][row] = False
        return key

    def row(self, article_id: str) -> int | None:
        """The row of an article; None if it is not stored."""
        for row in self._named.rows(_digest(article_id)):
            if self._ids[row] == article_id:
                return row
        return None

    def settle(self, key: str) -> None:
        self._settled.add(key)

    def settled(self, key: str) -> bool:
        return key in self._settled

    def forget(self, before: float) -> None:
        """Drop what was seen before this day, once that is a quarter of the total: the index must be rebuilt.

        Unused terms are dropped too, so that memory does not grow for ever.
        """
        held = self._days[: len(self._ids)]
        rows = np.flatnonzero((held["seen"] >= before) & held["here"]).astype(np.int32)
        if len(rows) > 0.75 * len(self._ids):
            return
        self._keep(rows)
        living = set(self._keys)
        self._stories = {key: story for key, story in self._stories.items() if key in living}
        self._members = {key: rows for key, rows in self._members.items() if key in living}
        self._settled &= living
        centres = [story.centre for story in self._stories.values() if isinstance(story, Story)]
        used = np.unique(np.concatenate([self._postings.used(), *(centre.used() for centre in centres)]))
        numbers = self._vocabulary.trim(used)
        self._postings.renumber(numbers)
        for centre in centres:
            centre.renumber(numbers)

    def _keep(self, rows: NDArray[np.int32]) -> None:
        """Keep only these rows, renumbered in this order."""
        self._postings.keep(rows)
        self._prints.keep(rows)
        self._named.keep(rows)
        days = np.zeros(max(256, len(rows)), _DAYS)
        days[: len(rows)] = self._days[rows]
        marks = np.zeros(len(days), _MARKS)
        marks[: len(rows)] = self._marks[rows]
        self._days, self._marks = days, marks
        kept = rows.tolist()
        self._ids, self._reports, self._keys = (
            [column[row] for row in kept] for column in (self._ids, self._reports, self._keys)
        )
        number = {row: place for place, row in enumerate(kept)}
        self._stories = {
            key: number.get(held, -1) if isinstance(held, int) else held for key, held in self._stories.items()
        }
        self._members = {
            key: array("i", [number[row] for row in held if row in number]) for key, held in self._members.items()
        }

    def _rows_of(self, key: str) -> list[int]:
        """The rows of a story's articles, oldest first."""
        held = self._stories.get(key)
        if isinstance(held, int):
            return [held]
        return self._members[key].tolist() if key in self._members else []

    def _within(self, row: int, day: float) -> bool:
        return not abs(float(self._days["day"][row]) - day) > WINDOW_DAYS  # NaN counts as within the window


def _digest(article_id: str) -> int:
    return hash(article_id) % (1 << 64)
