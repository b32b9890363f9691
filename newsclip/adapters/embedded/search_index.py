from django.db import connection, transaction

from newsclip.adapters.words import terms
from newsclip.clips.ports import Hit

# Ranking every clip that holds a common word costs far more than it helps: only the newest are ranked.
RANKED = 5000
_CREATE = """CREATE VIRTUAL TABLE IF NOT EXISTS clip_search USING fts5(
    headline, tags, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')"""
_FIND = f"""SELECT rowid, bm25(clip_search, 8.0, 4.0, 1.0) FROM clip_search WHERE rowid IN (
    SELECT rowid FROM clip_search WHERE clip_search MATCH %s ORDER BY rowid DESC LIMIT {RANKED})
    AND clip_search MATCH %s ORDER BY 2, rowid DESC LIMIT %s OFFSET %s"""  # noqa: S608 no input of anybody is in it


class FtsSearchIndex:
    """SQLite's FTS5, contentless: it keeps words and places, the tables keep the text. In the same database file."""

    def create(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_CREATE)

    def put(self, clip_id: int, *, headline: str, body: str, tags: str) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM clip_search WHERE rowid = %s", [clip_id])
            cursor.execute(
                "INSERT INTO clip_search(rowid, headline, tags, body) VALUES (%s, %s, %s, %s)",
                [clip_id, headline, tags, body],
            )

    def drop(self, clip_id: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM clip_search WHERE rowid = %s", [clip_id])

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[Hit]:
        asked = " AND ".join(f'"{term}"' for term in terms(words))
        if not asked:
            return []
        with connection.cursor() as cursor:
            cursor.execute(_FIND, [asked, asked, limit, skip])
            return [Hit(clip_id, -score) for clip_id, score in cursor.fetchall()]
