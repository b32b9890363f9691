from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from math import inf
from typing import Any

from django.db import connection, connections, router, transaction

from newsclip.adapters import index_form, spell_suggest
from newsclip.clips.models import Clip
from newsclip.clips.ports import NO_FIELDS, Fields, Hit
from newsclip.language.search_query import SearchQuery, marks, parse_query, text_words, vocabulary
from newsclip.language.search_stems import search_stems

# Ranking every clip that contains a common word costs far more than it helps: only the newest are ranked.
RANKED = 1000
_COUNTED = 200  # document frequencies are capped here when words are compared
# `words` is large and stored out of line: only the index reads it. `head` is used for ranking and stored in the row;
# what articles quote is not in it.
_CREATE = """CREATE TABLE IF NOT EXISTS clip_search (
        clip_id bigint PRIMARY KEY, words tsvector NOT NULL, head tsvector NOT NULL, published timestamptz);
    CREATE INDEX IF NOT EXISTS clip_search_words ON clip_search USING gin(words);
    CREATE INDEX IF NOT EXISTS clip_search_days ON clip_search (published);
    CREATE TABLE IF NOT EXISTS clip_spelling (key text, word text, PRIMARY KEY (key, word))"""
_HEAD = 400  # characters: about the length of the summary, which begins the body
# Words come as stems (newsclip/language/search_stems.py): "simple" takes them as they are.
_PUT = """INSERT INTO clip_search (clip_id, words, head, published)
    SELECT %(clip)s, title || setweight(to_tsvector('simple', %(body)s), 'D') || setweight(to_tsvector('simple',
        %(marks)s), 'C') || setweight(to_tsvector('simple', %(quoted)s), 'D'),
        title || setweight(to_tsvector('simple', left(%(body)s, %(head)s)), 'D'), %(published)s
    FROM (SELECT setweight(to_tsvector('simple', %(headline)s), 'A') || setweight(to_tsvector('simple', %(tags)s), 'B')
        || setweight(to_tsvector('simple', %(speakers)s), 'D') AS title) AS told
    ON CONFLICT (clip_id) DO UPDATE SET words = excluded.words, head = excluded.head, published = excluded.published"""
_WEIGHTS = "{0.1, 0.0, 0.4, 1.0}"  # of D, C, B and A: fields only filter
_LONGEST, _QUOTED = 500_000, 100_000  # characters of a text, and of what articles quote: a tsvector holds 1 MiB


class TsvectorSearchIndex:
    """PostgreSQL's full-text search, in a table beside the clips that can be rebuilt from them."""

    def create(self) -> bool:
        anew = not index_form.is_current()
        with transaction.atomic(), connection.cursor() as cursor:
            if anew:
                cursor.execute("DROP TABLE IF EXISTS clip_search, clip_spelling")
            cursor.execute(_CREATE)
            index_form.remember()
        return anew

    def put(  # noqa: PLR0913 a field of the index each
        self, clip_id: int, *, headline: str, body: str, tags: str, speakers: str = "", quoted: str = "",
        fields: Fields = NO_FIELDS,
    ) -> None:  # fmt: skip
        row: dict[str, Any] = {
            "clip": clip_id, "headline": search_stems(headline), "tags": search_stems(tags),
            "speakers": search_stems(speakers)[:_LONGEST], "body": search_stems(body)[:_LONGEST], "head": _HEAD,
            "marks": marks(fields.categories, fields.sources, tags), "quoted": search_stems(quoted)[:_QUOTED],
            "published": fields.published,
        }  # fmt: skip
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_PUT, row)
            spell_suggest.learn(vocabulary(headline, tags))
            spell_suggest.learn_of_text(text_words(f"{speakers} {body}"), clip_id, clips=self._clips)

    def drop(self, clip_id: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM clip_search WHERE clip_id = %s", [clip_id])

    def unlearn(self, texts: Sequence[str], tags: Sequence[str]) -> None:
        words = vocabulary(" ".join(texts), " ".join(tags))
        spell_suggest.unlearn(words, clips=self._clips)

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[Hit]:
        question = parse_query(words)
        if not question:
            return []
        with _by_index() as cursor:
            cursor.execute(*_statement(question, limit, skip))
            return [Hit(clip_id, float(score)) for clip_id, score in cursor.fetchall()]

    def meant(self, words: str) -> str:
        return spell_suggest.corrected(words, clips=cache(self._clips), score=self._best_score)

    def _best_score(self, words: str) -> float:
        return max((hit.score for hit in self.search(words, limit=1)), default=-inf)

    def _clips(self, word: str) -> int:
        with _by_index() as cursor:
            cursor.execute(
                "SELECT count(*) FROM (SELECT 1 FROM clip_search"
                " WHERE words @@ phraseto_tsquery('simple', %s) LIMIT %s) AS found",
                [search_stems(word), _COUNTED],
            )
            return int(cursor.fetchone()[0])


@contextmanager
def _by_index() -> Iterator[Any]:
    """For small limits the planner prefers a sequential scan, which reads the whole table if nothing matches."""
    where = router.db_for_read(Clip)
    with transaction.atomic(where), connections[where].cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield cursor


def _statement(question: SearchQuery, limit: int, skip: int) -> tuple[str, list[Any]]:
    """Only column numbers and our own words are interpolated; the query is passed as a parameter."""
    days, values = _days(question)
    wanted = (*map(search_stems, question.terms), *question.marks)
    if not wanted:
        return (
            f"SELECT clip_id, 0 FROM clip_search WHERE {days} ORDER BY published DESC, clip_id DESC LIMIT %s OFFSET %s",  # noqa: S608
            [*values, limit, skip],
        )
    query = " && ".join(["phraseto_tsquery('simple', %s)"] * len(wanted))
    find = f"""WITH asked AS (SELECT {query} AS q),
        newest AS (SELECT clip_id, head FROM clip_search, asked WHERE words @@ q AND {days}
            ORDER BY clip_id DESC LIMIT {RANKED})
        SELECT clip_id, ts_rank('{_WEIGHTS}', head, q) FROM newest, asked ORDER BY 2 DESC, clip_id DESC
        LIMIT %s OFFSET %s"""  # noqa: S608
    return find, [*wanted, *values, limit, skip]


def _days(question: SearchQuery) -> tuple[str, list[Any]]:
    bounds = [("published >= %s", question.after), ("published < %s", question.before)]
    given = [(where, day) for where, day in bounds if day]
    return " AND ".join(where for where, _ in given) or "true", [day for _, day in given]
