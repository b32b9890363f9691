"""Titles of all languages with their vectors, in a table that all processes share; each compares them in its memory.

`grouping_state.titles` names the last change: a process that knows another one reads the table again. That is also so
after a change that was rolled back.
"""

import logging
import struct
from collections.abc import Iterator
from itertools import count
from math import isnan, nan
from typing import Any
from uuid import uuid4

import numpy as np

from newsclip.adapters.scaleout.story_index.tables import ask
from newsclip.stories.ports import TitleEmbedder
from newsclip.stories.rules.cross_language import CrossLanguageStories, Seconds
from newsclip.stories.rules.kept_titles import Title
from newsclip.stories.rules.online_clustering import WINDOW_DAYS
from newsclip.stories.rules.origins import CREDITS
from newsclip.stories.rules.translations import Telling

_log = logging.getLogger(__name__)
_ORIGIN = "<BHHB"  # credit, publisher, owner, quotations
_STATE = "SELECT titles FROM grouping_state WHERE id = 1"
_CHANGED = """INSERT INTO grouping_state (id, synced, titles) VALUES (1, 0, %s)
    ON CONFLICT (id) DO UPDATE SET titles = excluded.titles"""
_ADD = """INSERT INTO grouping_title AS t (id, language, title, day, seen, numbers, origin, mark)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (id) DO UPDATE SET language = excluded.language, title = excluded.title, day = excluded.day,
    seen = excluded.seen, numbers = excluded.numbers, origin = excluded.origin, mark = excluded.mark,
    vector = CASE WHEN t.title = excluded.title AND t.mark = excluded.mark THEN t.vector END
    RETURNING vector"""
_LEARN = "UPDATE grouping_title SET vector = %s, mark = %s WHERE id = %s"
_ALL = """SELECT t.id, t.language, t.title, t.day, t.seen, t.numbers, t.origin, a.story,
    CASE WHEN t.mark = %s THEN t.vector END
    FROM grouping_title t JOIN grouping_article a ON a.id = t.id ORDER BY a.number"""
_OTHER = "SELECT count(*) FROM grouping_title WHERE mark <> %s AND vector IS NOT NULL"


class TableTitles:
    """rules.kept_titles.KeptTitles, and the stories that this process compares them by."""

    def __init__(self, embed: TitleEmbedder, elapsed: Seconds) -> None:
        self._embed, self._elapsed = embed, elapsed
        self._stories = self._none()
        self._changes = (f"{uuid4().hex}.{number}" for number in count())
        self._known: str | None = None

    def current(self) -> CrossLanguageStories:
        """The titles as the table has them."""
        if (state := _state()) != self._known or self._known is None:
            self._stories = self._none()
            for title, story, vector in self._all():
                self._stories.load(title, story, vector)
            self._known = state
        return self._stories

    def changed(self) -> None:
        """Name a change of this process's titles, which are current; other processes read them again."""
        self._known = next(self._changes)
        ask(_CHANGED, self._known)

    def add(self, title: Title) -> bytes:
        day = None if isnan(title.telling.day) else title.telling.day
        kept = ask(
            _ADD, title.id, title.language, title.text.replace("\0", " "), day, title.seen,
            title.telling.numbers.astype("<u4").tobytes(), _packed(title.telling), self._embed.mark,
        )  # fmt: skip
        return bytes(kept[0][0] or b"")

    def learn(self, title: Title, vector: bytes) -> None:
        ask(_LEARN, vector, self._embed.mark, title.id)

    def drop(self, article_id: str) -> None:
        ask("DELETE FROM grouping_title WHERE id = %s", article_id)

    def tell_of_another_model(self) -> None:
        """Say that titles are embedded again, where they were compared by another model."""
        ((number,),) = ask(_OTHER, self._embed.mark)
        if number:
            _log.warning("%s titles were compared by another model: they are embedded again", number)
            ask("UPDATE grouping_title SET vector = NULL, mark = %s WHERE mark <> %s", *[self._embed.mark] * 2)

    def _none(self) -> CrossLanguageStories:
        return CrossLanguageStories(WINDOW_DAYS, self._embed, self, self._elapsed)

    def _all(self) -> Iterator[tuple[Title, str, bytes]]:
        for article, language, title, day, seen, numbers, origin, story, vector in ask(_ALL, self._embed.mark):
            telling = _telling(numbers, origin, nan if day is None else day)
            yield Title(article, language, title, telling, seen), story, bytes(vector or b"")


def _state() -> str:
    found = ask(_STATE)
    return str(found[0][0]) if found else ""


def _packed(told: Telling) -> bytes:
    return struct.pack(_ORIGIN, CREDITS.index(told.credit), told.publisher, told.owner, told.quotes)


def _telling(numbers: Any, origin: Any, day: float) -> Telling:
    credit, publisher, owner, quotes = struct.unpack(_ORIGIN, origin)
    return Telling(np.frombuffer(numbers, "<u4").astype(np.uint32), CREDITS[credit], publisher, owner, quotes, day)
