"""Nearest neighbours by sqlite-vec: see docs/why/vectors.md."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from typing import Any

import numpy as np
from django.db import connection, transaction
from numpy.typing import NDArray

from newsclip.clips.ports import Neighbour
from newsclip.kernel.trouble import Trouble
from newsclip.language.search_query import semantic_query
from newsclip.language.vectors import Embedder

# The bits say on which side of random hyperplanes a vector lies: their agreement estimates the angle (Charikar,
# Similarity estimation techniques from rounding algorithms, 2002).
BITS = 1024
LOOKED_AT = 80  # candidates by bits that are compared exactly
CHUNK = 4096  # rows per vec0 chunk; space is reused only when a whole chunk is deleted
_COLUMNS = {"clip_id", "minilm"}  # an embedder with other vectors needs another name for the second
_CREATE = "CREATE TABLE IF NOT EXISTS clip_vector (clip_id INTEGER PRIMARY KEY, minilm BLOB NOT NULL)"
_CREATE_BITS = f"""CREATE VIRTUAL TABLE IF NOT EXISTS clip_vector_bits
    USING vec0(clip_id INTEGER PRIMARY KEY, bits bit[{BITS}], chunk_size={{}})"""
_PUT_BITS = "INSERT INTO clip_vector_bits(clip_id, bits) VALUES (%s, vec_bit(%s))"
_NEAR = """SELECT clip_id, minilm FROM clip_vector WHERE clip_id IN (
    SELECT clip_id FROM clip_vector_bits WHERE bits MATCH vec_bit(%s) AND k = %s)"""
_WASTED = """SELECT %(chunk)s * (SELECT count(*) FROM clip_vector_bits_chunks)
    > 2 * (SELECT count(*) FROM clip_vector_bits_rowids) + 2 * %(chunk)s"""

type Load = Callable[[sqlite3.Connection], None]


def load(raw: sqlite3.Connection) -> None:
    """Load sqlite-vec into a connection. Raises ImportError, AttributeError or sqlite3.Error if that fails."""
    import sqlite_vec  # noqa: PLC0415 some machines have no wheel

    raw.enable_load_extension(True)  # noqa: FBT003 sqlite3's own signature
    try:
        sqlite_vec.load(raw)
    finally:
        raw.enable_load_extension(False)  # noqa: FBT003 the same


class SqliteVectorIndex:
    """In the same database file: candidates by bits (vec0), then exact comparison with half-precision vectors."""

    def __init__(self, embedder: Embedder, load: Load = load, *, chunk: int = CHUNK) -> None:
        self._embedder = embedder
        self._load = load
        self._chunk = chunk
        self._taught = threading.local()  # this thread's connection with the extension loaded

    def trouble(self) -> Trouble | None:
        return self._why_not

    def create(self) -> bool:
        if self.trouble():
            return False
        with self._cursor() as cursor:
            known = _columns(cursor)
            if known != _COLUMNS:
                cursor.execute("DROP TABLE IF EXISTS clip_vector")
                cursor.execute("DROP TABLE IF EXISTS clip_vector_bits")
            cursor.execute(_CREATE)
            cursor.execute(_CREATE_BITS.format(self._chunk))
        return known != _COLUMNS

    def put(self, clip_id: int, words: str) -> None:
        vector = self._vector(words)
        kept = vector.astype(np.float16).tobytes()
        if not self._works() or self._kept(clip_id) == kept:
            return
        with transaction.atomic():
            self.drop(clip_id)
            if vector.any():
                with self._cursor() as cursor:
                    cursor.execute("INSERT INTO clip_vector VALUES (%s, %s)", [clip_id, kept])
                    cursor.execute(_PUT_BITS, [clip_id, self._bits(vector)])

    def drop(self, clip_id: int) -> None:
        if not self._works():
            return
        with transaction.atomic(), self._cursor() as cursor:
            cursor.execute("DELETE FROM clip_vector WHERE clip_id = %s", [clip_id])
            if cursor.rowcount:
                cursor.execute("DELETE FROM clip_vector_bits WHERE clip_id = %s", [clip_id])
                self._tidy(cursor)

    def nearest(self, question: str, *, limit: int) -> list[Neighbour]:
        words = semantic_query(question)
        return self._near(self._vector(words), limit) if words and self._works() else []

    def beside(self, clip_id: int, *, limit: int) -> list[Neighbour]:
        kept = self._kept(clip_id) if self._works() else None
        found = self._near(_vector(kept), limit + 1) if kept else []
        return [one for one in found if one.clip_id != clip_id][:limit]

    def _near(self, vector: NDArray[np.float32], limit: int) -> list[Neighbour]:
        if not vector.any():
            return []
        with self._cursor() as cursor:
            cursor.execute(_NEAR, [self._bits(vector), max(LOOKED_AT, limit)])
            rows = cursor.fetchall()
        if not rows:
            return []
        likeness = np.stack([_vector(kept) for _, kept in rows]) @ vector
        best = np.argsort(-likeness, kind="stable")[:limit]
        return [Neighbour(rows[place][0], float(likeness[place])) for place in best]

    def _tidy(self, cursor: Any) -> None:
        """Rebuild the bits if more than half of the slots belong to deleted rows: seconds for 100,000."""
        cursor.execute(_WASTED, {"chunk": self._chunk})
        if cursor.fetchone()[0]:
            cursor.execute("CREATE TEMP TABLE clip_vector_left AS SELECT clip_id, bits FROM clip_vector_bits")
            cursor.execute("DROP TABLE clip_vector_bits")
            cursor.execute(_CREATE_BITS.format(self._chunk))
            cursor.execute("INSERT INTO clip_vector_bits SELECT clip_id, vec_bit(bits) FROM clip_vector_left")
            cursor.execute("DROP TABLE clip_vector_left")

    def _vector(self, words: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._embedder([words])[0]
        return vector

    def _bits(self, vector: NDArray[np.float32]) -> bytes:
        return np.packbits(vector @ self._planes > 0).tobytes()

    @cached_property
    def _planes(self) -> NDArray[np.float32]:
        """Hyperplane normals as columns, orthogonal in blocks as wide as a vector, which works better than random ones.

        Reproducible for ever: numpy guarantees this generator's stream, unlike its newer ones (NEP 19), and with the
        signs of the diagonal fixed, the QR decomposition is unique.
        """
        wide = self._embedder([""]).shape[1]
        chance = np.random.RandomState(BITS).standard_normal((-(-BITS // wide), wide, wide))
        turned, rest = np.linalg.qr(chance)
        signs = np.sign(np.diagonal(rest, axis1=1, axis2=2))
        return np.concatenate(list(turned * signs[:, None, :]), axis=1)[:, :BITS].astype(np.float32)

    def _kept(self, clip_id: int) -> bytes | None:
        with self._cursor() as cursor:
            cursor.execute("SELECT minilm FROM clip_vector WHERE clip_id = %s", [clip_id])
            row = cursor.fetchone()
        return row[0] if row else None

    def _works(self) -> bool:
        """Whether the tables exist: they are created at start, and dropped by a start with vectors off."""
        if self.trouble():
            return False
        with connection.cursor() as cursor:
            return _columns(cursor) == _COLUMNS

    @cached_property
    def _why_not(self) -> Trouble | None:
        try:
            with closing(sqlite3.connect(":memory:")) as raw:
                self._load(raw)
        except (ImportError, AttributeError, sqlite3.Error) as error:
            says = f"This Python cannot load sqlite-vec into SQLite ({error}): nothing is found by meaning."
            remedy = "Use a Python whose sqlite3 loads extensions, as Debian's does, or set NEWSCLIP_VECTORS=off."
            return Trouble(says, remedy)
        return None

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A cursor with the extension: it is loaded once per connection."""
        with connection.cursor() as cursor:
            if getattr(self._taught, "connection", None) is not connection.connection:
                self._load(connection.connection)
                self._taught.connection = connection.connection
            yield cursor


def _columns(cursor: Any) -> set[str]:
    cursor.execute("SELECT name FROM pragma_table_info('clip_vector')")
    return {name for (name,) in cursor.fetchall()}


def _vector(kept: bytes) -> NDArray[np.float32]:
    return np.frombuffer(kept, np.float16).astype(np.float32)
