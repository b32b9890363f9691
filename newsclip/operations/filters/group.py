"""newsclip group: which articles tell the same event, and which are the same text, in the order of time."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from newsclip import wiring
from newsclip.kernel.reasons import Refused
from newsclip.stories.ports import StoryIndex, Telling

_WINDOW = timedelta(days=8)
_EVERY = 500
_RECENT = 101
_NAMES = 100_000


def make() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The filter: `{id, title, text, published?, language?, publisher?, owner?}` gives `{story, report}`."""
    return Group(wiring.passing_story_index())


class Group:
    """Remembers what went by, within the window."""

    def __init__(self, index: StoryIndex) -> None:
        self._index = index
        self._told: deque[datetime] = deque(maxlen=_RECENT)
        self._rows = 0
        self._texts: dict[str, int] = {}

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        telling = self._named(telling_of(row))
        placement = self._index.place(telling)
        self._rows += 1
        if telling.published:
            self._told.append(telling.published)
        if self._told and self._rows % _EVERY == 0:
            self._index.forget(sorted(self._told)[len(self._told) // 2] - _WINDOW)  # no single wrong clock decides
        return {"story": placement.home, "report": placement.report}

    def _named(self, telling: Telling) -> Telling:
        """Another text under an id that was given before is another article; the same one is the same."""
        text, name, number = hash((telling.title, telling.text)), telling.id, 1
        while self._texts.get(name, text) != text:
            number += 1
            name = f"{telling.id}~{number}"
        self._texts[name] = text
        if len(self._texts) > _NAMES:
            del self._texts[next(iter(self._texts))]
        return replace(telling, id=name)


def telling_of(row: dict[str, Any]) -> Telling:
    """A row as the stories know it. Raises Refused("bad_row")."""
    title, text = row.get("title") or "", row.get("text") or ""
    if not isinstance(title, str) or not isinstance(text, str):
        raise Refused("bad_row", "title and text must be strings.")
    if not (title or text).strip():
        raise Refused("bad_row", "It needs a title or a text.")
    return Telling(
        id=str(row["id"]),
        title=title,
        text=text,
        published=_published(row.get("published")),
        language=str(row.get("language") or ""),
        publisher=str(row.get("publisher") or ""),
        owner=str(row.get("owner") or ""),
    )


def _published(given: object) -> datetime | None:
    """A moment; a day alone counts as its noon, and a moment without an offset as UTC."""
    if given is None or given == "":
        return None
    try:
        moment = datetime.fromisoformat(str(given))
        if len(str(given)) == len("2026-01-02"):
            moment = datetime.combine(date.fromisoformat(str(given)), time(12))
    except ValueError as error:
        raise Refused("bad_row", f"published is not a date in ISO 8601: {given}") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
