from functools import cache
from typing import Any

from django.db import connection, transaction

from newsclip.adapters import spelling
from newsclip.adapters.words import Asked, asked, marks, replaced, vocabulary
from newsclip.clips.ports import NO_FIELDS, Fields, Hit

# Ranking every clip that holds a common word costs far more than it helps: only the newest are ranked.
RANKED = 2000
_COUNTED = 200  # clips with a word, at most, when words are weighed against each other
_COLUMNS = {"clip_id", "words", "published"}
_CREATE = """CREATE TABLE IF NOT EXISTS clip_search (
        clip_id bigint PRIMARY KEY, words tsvector NOT NULL, published timestamptz);
    CREATE INDEX IF NOT EXISTS clip_search_words ON clip_search USING gin(words);
    CREATE INDEX IF NOT EXISTS clip_search_days ON clip_search (published);
    CREATE TABLE IF NOT EXISTS clip_spelling (key text, word text, PRIMARY KEY (key, word))"""
_PUT = """INSERT INTO clip_search (clip_id, words, published) VALUES (%s, setweight(to_tsvector('english', %s), 'A')
    || setweight(to_tsvector('english', %s), 'B') || setweight(to_tsvector('english', %s), 'D')
    || setweight(to_tsvector('english', %s), 'C'), %s)
    ON CONFLICT (clip_id) DO UPDATE SET words = excluded.words, published = excluded.published"""
_WEIGHTS = "{0.1, 0.0, 0.4, 1.0}"  # of D, C, B and A: fields only filter
_LONGEST = 500_000  # characters: a tsvector holds at most 1 MiB


class TsvectorSearchIndex:
    """PostgreSQL's own text search, in a table beside the clips that can be rebuilt from them."""

    def create(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT column_name FROM information_schema.columns"
                " WHERE table_name = 'clip_search' AND table_schema = current_schema()"
            )
            known = {name for (name,) in cursor.fetchall()}
            if known != _COLUMNS:
                cursor.execute("DROP TABLE IF EXISTS clip_search")
            cursor.execute(_CREATE)
        return known != _COLUMNS

    def put(self, clip_id: int, *, headline: str, body: str, tags: str, fields: Fields = NO_FIELDS) -> None:
        known_by = marks(fields.category, fields.sources, tags)
        row: list[Any] = [clip_id, headline, tags, body[:_LONGEST], known_by, fields.published]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_PUT, row)
            spelling.learn(vocabulary(headline, tags))

    def drop(self, clip_id: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM clip_search WHERE clip_id = %s", [clip_id])

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[Hit]:
        question = asked(words)
        if not question:
            return []
        with connection.cursor() as cursor:
            cursor.execute(*_statement(question, limit, skip))
            return [Hit(clip_id, float(score)) for clip_id, score in cursor.fetchall()]

    def meant(self, words: str) -> str:
        return replaced(words, lambda word: spelling.meant(word, clips=cache(self._clips)))

    def _clips(self, word: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM (SELECT 1 FROM clip_search"
                " WHERE words @@ phraseto_tsquery('english', %s) LIMIT %s) AS found",
                [word, _COUNTED],
            )
            return int(cursor.fetchone()[0])


def _statement(question: Asked, limit: int, skip: int) -> tuple[str, list[Any]]:
    """Only numbers of places and our own words are put into it; what was typed is given beside it."""
    days, values = _days(question)
    wanted = (*question.terms, *question.marks)
    if not wanted:
        return (
            f"SELECT clip_id, 0 FROM clip_search WHERE {days} ORDER BY published DESC, clip_id DESC LIMIT %s OFFSET %s",  # noqa: S608
            [*values, limit, skip],
        )
    query = " && ".join(["phraseto_tsquery('english', %s)"] * len(wanted))
    find = f"""WITH asked AS (SELECT {query} AS q),
        newest AS (SELECT clip_id, words FROM clip_search, asked WHERE words @@ q AND {days}
            ORDER BY clip_id DESC LIMIT {RANKED})
        SELECT clip_id, ts_rank('{_WEIGHTS}', words, q) FROM newest, asked ORDER BY 2 DESC, clip_id DESC
        LIMIT %s OFFSET %s"""  # noqa: S608
    return find, [*wanted, *values, limit, skip]


def _days(question: Asked) -> tuple[str, list[Any]]:
    bounds = [("published >= %s", question.after), ("published < %s", question.before)]
    given = [(where, day) for where, day in bounds if day]
    return " AND ".join(where for where, _ in given) or "true", [day for _, day in given]
