"""The log of merges, moves and splits: follows a report from the story it was placed in to the one it is in now."""

from collections.abc import Iterator
from typing import NamedTuple

from newsclip.stories.ports import Placement


class _Move(NamedTuple):
    """Move `number`: `reports` (all, if None) moved into story `into`."""

    number: int
    into: str
    reports: frozenset[str] | None


class MergeLog:
    """Merges, moves and splits in order; its length is their number so far. It grows with them, not with articles."""

    def __init__(self) -> None:
        self._of: dict[str, list[_Move]] = {}
        self._number = 0

    def __len__(self) -> int:
        return self._number

    def note(self, placement: Placement) -> None:
        """Log the merges, the moves and the split of a new placement."""
        for merge in placement.merges:
            self._add(merge.gone, merge.into, None)
        for move in placement.moves:
            self._add(move.story, move.into, frozenset([move.id]))
        if split := placement.split:
            self._add(split.story, split.apart, frozenset(split.ids))

    def home(self, story: str, report: str, since: int) -> str:
        """The current story of a report that was in `story` after `since` moves."""
        while move := next(self._later(story, report, since), None):
            story, since = move.into, move.number
        return story

    def _add(self, story: str, into: str, reports: frozenset[str] | None) -> None:
        self._number += 1
        self._of.setdefault(story, []).append(_Move(self._number, into, reports))

    def _later(self, story: str, report: str, since: int) -> Iterator[_Move]:
        for move in self._of.get(story, ()):
            if move.number > since and (move.reports is None or report in move.reports):
                yield move
