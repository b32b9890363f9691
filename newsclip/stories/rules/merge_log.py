"""Where articles are in the end, from where they were placed and the merges and splits that came after."""

from collections.abc import Iterator
from typing import NamedTuple

from newsclip.stories.ports import Placement


class _Move(NamedTuple):
    """`reports` went from a story into another (None: all of them did), as the so-manieth move."""

    number: int
    into: str
    reports: frozenset[str] | None


class Moves:
    """Merges and splits in their order; its length is their number so far. It grows with them, not with articles."""

    def __init__(self) -> None:
        self._of: dict[str, list[_Move]] = {}
        self._number = 0

    def __len__(self) -> int:
        return self._number

    def note(self, placement: Placement) -> None:
        """Take in what a new placement merged and split."""
        for merge in placement.merges:
            self._add(merge.gone, merge.into, None)
        if split := placement.split:
            self._add(split.story, split.apart, frozenset(split.ids))

    def home(self, story: str, report: str, since: int) -> str:
        """The story that a report is in now which was in this one after so many moves."""
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
