"""newsclip group: clusters articles by event and finds copies, in the order of time."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from errno import EDQUOT, EFBIG, ENOSPC
from tempfile import TemporaryFile, gettempdir
from typing import Any, NamedTuple

from newsclip import wiring
from newsclip.cli import filters
from newsclip.kernel.reasons import Refused
from newsclip.stories.ports import IncomingArticle, StoryIndex
from newsclip.stories.rules.merge_log import MergeLog

_WINDOW = timedelta(days=8)  # a day more than the clusterer's window
_EVERY = 500  # rows between two cleanups
_RECENT = 101  # publication times that the median is taken of; odd
_NAMES = 100_000  # IDs remembered; bounds memory on endless streams
_FAILED = "-"
_NO_ROOM = {ENOSPC, EDQUOT, EFBIG}


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{id, title, text, published?, language?, publisher?, owner?}` gives `{story, report}` at once."""
    return Group(wiring.passing_story_index(wiring.title_embedder()))


def in_the_end(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """As filters.run, after all lines are read: later lines merge and split the stories of earlier ones.

    Lines wait in a temporary file. Raises OSError if the disk is full.
    """
    moves = MergeLog()
    try:
        with TemporaryFile("w+", encoding="utf-8") as waiting:
            for line, answered in filters.run(Group(wiring.passing_story_index(wiring.title_embedder()), moves), lines):
                waiting.write(f"{len(moves) if answered else _FAILED} {line}\n")
            waiting.seek(0)
            for held in waiting:
                since, line = held.rstrip("\n").split(" ", 1)
                yield (line, False) if since == _FAILED else (_settled(line, moves, int(since)), True)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        says = f"{error.strerror}: lines wait there until the input ends (TMPDIR says where; with --at-once none wait)"
        raise OSError(error.errno, says, gettempdir()) from error


def _settled(line: str, moves: MergeLog, since: int) -> str:
    row = json.loads(line)
    row["story"] = moves.home(row["story"], row["report"], since)
    return filters.to_line(row)


class _Said(NamedTuple):
    """A text's hash, and its placement when there had been `since` moves."""

    text: int
    story: str
    report: str
    since: int


class Group:
    """Remembers the rows within the window."""

    def __init__(self, index: StoryIndex, moves: MergeLog | None = None) -> None:
        """`moves` logs merges and splits; without it, an endless stream needs no more memory than its window."""
        self._index = index
        self._moves = moves
        self._told: deque[datetime] = deque(maxlen=_RECENT)
        self._rows = 0
        self._said: dict[str, _Said] = {}

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        incoming = self._named(incoming_of(row))
        said = self._said.get(incoming.id) or self._place(incoming)
        if self._moves is None:
            return {"story": said.story, "report": said.report}
        return {"story": self._moves.home(said.story, said.report, said.since), "report": said.report}

    def _named(self, incoming: IncomingArticle) -> IncomingArticle:
        """A different text with a known ID is another article; the same text is the same article."""
        name, number = incoming.id, 1
        while (said := self._said.get(name)) and said.text != _text(incoming):
            number += 1
            name = f"{incoming.id}~{number}"
        return replace(incoming, id=name)

    def _place(self, incoming: IncomingArticle) -> _Said:
        placement, since = self._index.place(incoming), 0
        if self._moves is not None:
            self._moves.note(placement)
            since = len(self._moves)
        self._forget(incoming.published)
        said = self._said[incoming.id] = _Said(_text(incoming), placement.home, placement.report, since)
        if len(self._said) > _NAMES:
            del self._said[next(iter(self._said))]
        return said

    def _forget(self, published: datetime | None) -> None:
        """Every _EVERY rows, forget what is older than the window."""
        self._rows += 1
        if published:
            self._told.append(published)
        if self._told and self._rows % _EVERY == 0:
            self._index.forget(
                sorted(self._told)[len(self._told) // 2] - _WINDOW
            )  # the median: one wrong clock has no effect


def _text(incoming: IncomingArticle) -> int:
    return hash((incoming.title, incoming.text))


def incoming_of(row: dict[str, Any]) -> IncomingArticle:
    """A row as the clusterer's input. Raises Refused("bad_row")."""
    title, text = row.get("title") or "", row.get("text") or ""
    if not isinstance(title, str) or not isinstance(text, str):
        raise Refused("bad_row", "title and text must be strings.")
    if not (title or text).strip():
        raise Refused("bad_row", "It needs a title or a text.")
    return IncomingArticle(
        id=str(row["id"]),
        title=title,
        text=text,
        published=_published(row.get("published")),
        language=str(row.get("language") or ""),
        publisher=str(row.get("publisher") or ""),
        owner=str(row.get("owner") or ""),
    )


def _published(given: object) -> datetime | None:
    """A time; a day alone counts as its noon, and a time without an offset as UTC."""
    if given is None or given == "":
        return None
    try:
        moment = datetime.fromisoformat(str(given))
        if len(str(given)) == len("2026-01-02"):
            moment = datetime.combine(date.fromisoformat(str(given)), time(12))
    except ValueError as error:
        raise Refused("bad_row", f"published is not a date in ISO 8601: {given}") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
