"""The placement of each copy, in columns: copies have no row in the store."""

from array import array
from typing import NamedTuple


class Place(NamedTuple):
    """An article's story and report, and the day that its expiry counts from."""

    story: str
    report: str
    seen: float


class Places:
    """Places by article ID."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._stories: list[str] = []
        self._reports: list[str] = []
        self._seen = array("d")

    def get(self, article_id: str) -> Place | None:
        row = self._rows.get(article_id)
        return None if row is None else Place(self._stories[row], self._reports[row], self._seen[row])

    def put(self, article_id: str, place: Place) -> None:
        """Set the place of an article."""
        self._rows[article_id] = len(self._seen)
        self._stories.append(place.story)
        self._reports.append(place.report)
        self._seen.append(place.seen)

    def drop(self, article_id: str) -> None:
        self._rows.pop(article_id, None)

    def forget(self, before: float) -> None:
        """Drop what was seen before this day, once that is a quarter of the total."""
        kept = [(name, row) for name, row in self._rows.items() if self._seen[row] >= before]
        if len(kept) > 0.75 * len(self._seen):
            return
        rows = [row for _, row in kept]
        self._rows = {name: place for place, (name, _) in enumerate(kept)}
        self._stories, self._reports = ([column[row] for row in rows] for column in (self._stories, self._reports))
        self._seen = array("d", (self._seen[row] for row in rows))
