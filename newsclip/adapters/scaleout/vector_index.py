"""Nearest neighbours by pgvector: see docs/why/vectors.md."""

from contextlib import suppress
from typing import Any

import numpy as np
from django.db import DatabaseError, connection, transaction
from numpy.typing import NDArray

from newsclip.clips.ports import Neighbour
from newsclip.kernel.trouble import Trouble
from newsclip.language.search_query import semantic_query
from newsclip.language.vectors import Embedder

LOOKED_AT = 60  # hnsw.ef_search: the size of the candidate list
_COLUMNS = {"clip_id", "minilm"}  # an embedder with other vectors needs another name for the second
_CREATE = """CREATE TABLE IF NOT EXISTS clip_vector (clip_id bigint PRIMARY KEY, minilm halfvec({}) NOT NULL);
    CREATE INDEX IF NOT EXISTS clip_vectors ON clip_vector USING hnsw (minilm halfvec_ip_ops)
    WITH (ef_construction = 160)"""
_PUT = """INSERT INTO clip_vector VALUES (%s, %s::halfvec)
    ON CONFLICT (clip_id) DO UPDATE SET minilm = excluded.minilm WHERE clip_vector.minilm <> excluded.minilm"""
# Rows are unit vectors: the inner product is the cosine, and <#> is its negative. Both statements are sent together:
# one transaction, one round trip.
_NEAR = """SELECT set_config('hnsw.ef_search', %s, true);
    SELECT clip_id, -(minilm <#> {0}) FROM clip_vector ORDER BY minilm <#> {0} LIMIT %s"""
_TO, _BESIDE = "%s::halfvec", "(SELECT minilm FROM clip_vector WHERE clip_id = %s)"


class PgvectorIndex:
    """Half-precision vectors with an HNSW index in PostgreSQL, in a table beside the clips."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def trouble(self) -> Trouble | None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regtype('halfvec') IS NOT NULL")
            if cursor.fetchone()[0]:
                return None
            cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'")
            there = cursor.fetchone()
        if there:
            says = "This database lacks the extension vector, 0.7 or newer: nothing is found by meaning."
            remedy = "As its superuser: CREATE EXTENSION vector; (or ALTER EXTENSION vector UPDATE;), and start again."
            return Trouble(says, remedy)
        says = "PostgreSQL's machine lacks pgvector: nothing is found by meaning."
        remedy = "Install it there (Debian: postgresql-17-pgvector), and start again; or set NEWSCLIP_VECTORS=off."
        return Trouble(says, remedy)

    def create(self) -> bool:
        if self.trouble():
            with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("CREATE EXTENSION IF NOT EXISTS vector")
        if self.trouble():
            return False
        with connection.cursor() as cursor:
            known = _columns(cursor)
            if known != _COLUMNS:
                cursor.execute("DROP TABLE IF EXISTS clip_vector")
            cursor.execute(_CREATE.format(self._embedder([""]).shape[1]))
        return known != _COLUMNS

    def put(self, clip_id: int, words: str) -> None:
        vector = self._vector(words)
        if not vector.any():
            self.drop(clip_id)
        elif _works():
            with connection.cursor() as cursor:
                cursor.execute(_PUT, [clip_id, _written(vector)])

    def drop(self, clip_id: int) -> None:
        if _works():
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM clip_vector WHERE clip_id = %s", [clip_id])

    def nearest(self, question: str, *, limit: int) -> list[Neighbour]:
        words = semantic_query(question)
        vector = self._vector(words)
        return _near(_TO, _written(vector), limit) if words and vector.any() and _works() else []

    def beside(self, clip_id: int, *, limit: int) -> list[Neighbour]:
        found = _near(_BESIDE, clip_id, limit + 1) if _works() else []
        return [one for one in found if one.clip_id != clip_id][:limit]

    def _vector(self, words: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._embedder([words])[0]
        return vector


def _near(what: str, value: str | int, limit: int) -> list[Neighbour]:
    with connection.cursor() as cursor:
        cursor.execute(_NEAR.format(what), [str(max(LOOKED_AT, limit)), value, value, limit])
        cursor.nextset()
        return [Neighbour(clip_id, float(likeness)) for clip_id, likeness in cursor.fetchall() if likeness is not None]


def _works() -> bool:
    """Whether the table exists: it is created at start, and dropped by a start with vectors off."""
    with connection.cursor() as cursor:
        return _columns(cursor) == _COLUMNS


def _columns(cursor: Any) -> set[str]:
    cursor.execute(  # information_schema would take a hundred times as long
        "SELECT attname FROM pg_attribute"
        " WHERE attrelid = to_regclass('clip_vector') AND attnum > 0 AND NOT attisdropped"
    )
    return {name for (name,) in cursor.fetchall()}


def _written(vector: NDArray[np.float32]) -> str:
    return "[" + ",".join(f"{number:.6g}" for number in vector.tolist()) + "]"
