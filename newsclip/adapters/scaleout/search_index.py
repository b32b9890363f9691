from django.db import connection

from newsclip.adapters.words import terms
from newsclip.clips.ports import Hit

# Ranking every clip that holds a common word costs far more than it helps: only the newest are ranked.
RANKED = 5000
_CREATE = """CREATE TABLE IF NOT EXISTS clip_search (clip_id bigint PRIMARY KEY, words tsvector NOT NULL);
    CREATE INDEX IF NOT EXISTS clip_search_words ON clip_search USING gin(words)"""
_PUT = """INSERT INTO clip_search (clip_id, words) VALUES (%s, setweight(to_tsvector('english', %s), 'A')
    || setweight(to_tsvector('english', %s), 'B') || setweight(to_tsvector('english', %s), 'D'))
    ON CONFLICT (clip_id) DO UPDATE SET words = excluded.words"""
_LONGEST = 500_000  # characters: a tsvector holds at most 1 MiB


class TsvectorSearchIndex:
    """PostgreSQL's own text search, in a table beside the clips that can be rebuilt from them."""

    def create(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_CREATE)

    def put(self, clip_id: int, *, headline: str, body: str, tags: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_PUT, [clip_id, headline, tags, body[:_LONGEST]])

    def drop(self, clip_id: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM clip_search WHERE clip_id = %s", [clip_id])

    def search(self, words: str, *, limit: int, skip: int = 0) -> list[Hit]:
        asked = terms(words)
        if not asked:
            return []
        query = " && ".join(["phraseto_tsquery('english', %s)"] * len(asked))
        find = f"""WITH asked AS (SELECT {query} AS q),
            newest AS (
                SELECT clip_id, words FROM clip_search, asked WHERE words @@ q ORDER BY clip_id DESC LIMIT {RANKED})
            SELECT clip_id, ts_rank(words, q) FROM newest, asked ORDER BY 2 DESC, clip_id DESC
            LIMIT %s OFFSET %s"""  # noqa: S608 only the number of terms is put in
        with connection.cursor() as cursor:
            cursor.execute(find, [*asked, limit, skip])
            return [Hit(clip_id, float(score)) for clip_id, score in cursor.fetchall()]
