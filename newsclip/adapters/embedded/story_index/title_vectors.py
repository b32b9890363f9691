"""Vectors of titles in a table of SQLite: after a restart none is computed again."""

import logging

from django.db import connection

from newsclip.stories.rules.kept_titles import Title

_CREATE = (
    """CREATE TABLE IF NOT EXISTS grouping_title_vector (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, mark TEXT NOT NULL, seen REAL NOT NULL, vector BLOB NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS grouping_title_vector_seen ON grouping_title_vector (seen)",
)
_FIND = "SELECT vector FROM grouping_title_vector WHERE id = %s AND title = %s AND mark = %s"
_KEEP = """INSERT INTO grouping_title_vector (id, title, mark, seen, vector) VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, mark = excluded.mark, seen = excluded.seen,
    vector = excluded.vector"""


_log = logging.getLogger(__name__)


class TitleVectors:
    """rules.kept_titles.KeptTitles for one embedder: a vector by another is computed again when it is needed."""

    def __init__(self, mark: str) -> None:
        """`mark`: the embedder's."""
        self._mark = mark

    def create(self) -> None:
        with connection.cursor() as cursor:
            for statement in _CREATE:
                cursor.execute(statement)
            if self._mark:
                cursor.execute("DELETE FROM grouping_title_vector WHERE mark <> %s", [self._mark])
                if cursor.rowcount > 0:
                    _log.warning("%s titles were compared by another model: they are embedded again", cursor.rowcount)

    def add(self, title: Title) -> bytes:
        with connection.cursor() as cursor:
            cursor.execute(_FIND, [title.id, title.text, self._mark])
            found = cursor.fetchone()
        return bytes(found[0]) if found else b""

    def learn(self, title: Title, vector: bytes) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_KEEP, [title.id, title.text, self._mark, title.seen, vector])

    def drop(self, article_id: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM grouping_title_vector WHERE id = %s", [article_id])

    def forget(self, before: float) -> None:
        """Drop what was seen before this day."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM grouping_title_vector WHERE seen < %s", [before])
