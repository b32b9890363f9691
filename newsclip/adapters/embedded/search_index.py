from collections.abc import Sequence
from functools import cache
from math import inf
from typing import Any

from django.db import connection, transaction

from newsclip.adapters import index_form, spell_suggest
from newsclip.clips.ports import NO_FIELDS, Fields, Hit
from newsclip.language.search_query import SearchQuery, marks, parse_query, text_words, vocabulary
from newsclip.language.search_stems import search_stems

# Ranking every clip that contains a common word costs far more than it helps: only the newest are ranked.
RANKED = 1000
_COUNTED = 200  # document frequencies are capped here when words are compared
# Words come as stems (newsclip/language/search_stems.py): the tokenizer only parts them at spaces.
_CREATE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS clip_search USING fts5(
    headline, tags, speakers, body, fields, quoted, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 0')""",
    "CREATE TABLE IF NOT EXISTS clip_search_day (clip_id INTEGER PRIMARY KEY, published INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS clip_search_days ON clip_search_day (published)",
    "CREATE TABLE IF NOT EXISTS clip_spelling (key TEXT, word TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID",
)
# The rowid bound makes FTS5 scan once; with one lookup per row it would start over for each.
_FIND = f"""SELECT rowid, bm25(clip_search, 8.0, 4.0, 2.0, 1.0, 0.0, 0.2) FROM clip_search WHERE clip_search MATCH %s
    AND rowid >= (SELECT min(rowid) FROM (
        SELECT rowid FROM clip_search WHERE clip_search MATCH %s {{days}} ORDER BY rowid DESC LIMIT {RANKED}))
    {{days}} ORDER BY 2, rowid DESC LIMIT %s OFFSET %s"""  # noqa: S608 no input of anybody is in it
_TABLES = ("clip_search", "clip_search_day", "clip_spelling")
_BETWEEN = "published >= %s AND published < %s"
_ON_DAYS = f"AND EXISTS (SELECT 1 FROM clip_search_day WHERE clip_id = clip_search.rowid AND {_BETWEEN})"  # noqa: S608
_DAYS = f"SELECT clip_id, 0 FROM clip_search_day WHERE {_BETWEEN} ORDER BY published DESC, clip_id DESC"  # noqa: S608
_EVER = 2**62  # seconds: beyond every date, within 64 bits


class FtsSearchIndex:
    """SQLite's FTS5, contentless: it stores words and positions, the tables store the text. In the
    same database file.
    """

    def create(self) -> bool:
        anew = not index_form.is_current()
        with transaction.atomic(), connection.cursor() as cursor:
            for table in _TABLES if anew else ():
                cursor.execute(f"DROP TABLE IF EXISTS {table}")  # one of ours
            for statement in _CREATE:
                cursor.execute(statement)
            index_form.remember()
        return anew

    def put(  # noqa: PLR0913 a field of the index each
        self, clip_id: int, *, headline: str, body: str, tags: str, speakers: str = "", quoted: str = "",
        fields: Fields = NO_FIELDS,
    ) -> None:  # fmt: skip
        row: list[Any] = [
            clip_id,
            *map(search_stems, (headline, tags, speakers, body)),
            marks(fields.categories, fields.sources, tags),
            search_stems(quoted),
        ]
        with transaction.atomic(), connection.cursor() as cursor:
            _forget(clip_id)
            cursor.execute(
                "INSERT INTO clip_search(rowid, headline, tags, speakers, body, fields, quoted)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s)",
                row,
            )
            if fields.published:
                day = [clip_id, int(fields.published.timestamp())]
                cursor.execute("INSERT INTO clip_search_day VALUES (%s, %s)", day)
            spell_suggest.learn(vocabulary(headline, tags))
            spell_suggest.learn_of_text(text_words(f"{speakers} {body}"), clip_id, clips=self._clips)

    def drop(self, clip_id: int) -> None:
        with transaction.atomic():
            _forget(clip_id)

    def unlearn(self, texts: Sequence[str], tags: Sequence[str]) -> None:
        words = vocabulary(" ".join(texts), " ".join(tags))
        with transaction.atomic(), connection.cursor() as cursor:
            spell_suggest.unlearn(words, clips=self._clips)
            # FTS5 keeps words of deleted rows in its segments until these are merged.
            cursor.execute("INSERT INTO clip_search(clip_search) VALUES ('optimize')")

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[Hit]:
        question = parse_query(words)
        if not question:
            return []
        with connection.cursor() as cursor:
            cursor.execute(*_statement(question, limit, skip))
            return [Hit(clip_id, -score) for clip_id, score in cursor.fetchall()]

    def meant(self, words: str) -> str:
        return spell_suggest.corrected(words, clips=cache(self._clips), score=self._best_score)

    def _best_score(self, words: str) -> float:
        return max((hit.score for hit in self.search(words, limit=1)), default=-inf)

    def _clips(self, word: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM (SELECT 1 FROM clip_search WHERE clip_search MATCH %s LIMIT %s)",
                [f'"{search_stems(word)}"', _COUNTED],
            )
            return int(cursor.fetchone()[0])


def _forget(clip_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM clip_search WHERE rowid = %s", [clip_id])
        cursor.execute("DELETE FROM clip_search_day WHERE clip_id = %s", [clip_id])


def _statement(question: SearchQuery, limit: int, skip: int) -> tuple[str, list[Any]]:
    after = int(question.after.timestamp()) if question.after else -_EVER
    before = int(question.before.timestamp()) if question.before else _EVER
    match = " AND ".join(f'"{term}"' for term in (*map(search_stems, question.terms), *question.marks))
    if not match:
        return f"{_DAYS} LIMIT %s OFFSET %s", [after, before, limit, skip]
    if question.after or question.before:
        values = [match, match, after, before, after, before, limit, skip]
        return _FIND.format(days=_ON_DAYS), values
    return _FIND.format(days=""), [match, match, limit, skip]
