"""What every VectorIndex must do, whoever wrote it: sqlite-vec as it is, pgvector with PostgreSQL's address set."""

import sqlite3

import numpy as np
import pytest
from django.db import connection, transaction

from newsclip.adapters.embedded import vector_index
from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.adapters.embedded.vector_index import SqliteVectorIndex
from newsclip.adapters.no_vectors import NoVectors
from newsclip.adapters.scaleout.vector_index import PgvectorIndex

pytestmark = pytest.mark.django_db

MEANINGS = ("ferry", "strike", "museum", "map", "storm")
CLIPS = {1: "ferry strike", 2: "ferry strike strike", 3: "museum map", 4: "ferry", 5: "storm"}


def counted(texts):
    """An embedder by hand: a direction for each of a few words, and no meaning in any other."""
    rows = np.array([[text.split().count(word) for word in MEANINGS] for text in texts], np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths == 0, 1, lengths)


def made(embedder=counted):
    return (PgvectorIndex if connection.vendor == "postgresql" else SqliteVectorIndex)(embedder)


@pytest.fixture
def index():
    index = made()
    assert index.create() is True
    assert index.trouble() is None
    for clip_id, words in CLIPS.items():
        index.put(clip_id, words)
    return index


def ids(neighbours):
    return [one.clip_id for one in neighbours]


def test_the_nearest_come_first_with_their_cosine(index):
    found = index.nearest("ferry strike", limit=3)
    assert ids(found) == [1, 2, 4]
    assert [one.likeness for one in found] == pytest.approx([1, 3 / 10**0.5, 0.5**0.5], abs=0.002)


def test_a_clip_is_not_its_own_neighbour(index):
    assert ids(index.beside(1, limit=2)) == [2, 4]


def test_no_more_are_given_than_asked_for(index):
    assert ids(index.beside(2, limit=1)) == [1]


def test_a_clip_that_is_not_kept_has_no_neighbours(index):
    assert index.beside(99, limit=3) == []


def test_a_clip_put_again_is_found_by_its_new_meaning_alone(index):
    index.put(1, "museum")
    index.put(1, "museum")
    assert ids(index.nearest("museum", limit=2)) == [1, 3]
    assert index.nearest("ferry strike", limit=1)[0].clip_id == 2


@pytest.mark.parametrize("forget", [lambda index: index.drop(1), lambda index: index.put(1, "of no meaning")])
def test_a_clip_that_is_dropped_or_means_nothing_is_not_found(index, forget):
    forget(index)
    forget(index)
    found = ids(index.nearest("ferry strike", limit=9))
    assert found[:2] == [2, 4]
    assert 1 not in found
    assert index.beside(1, limit=3) == []


@pytest.mark.parametrize(
    "typed", ["", "   ", '"', "\x00", "nothing known", "ferry category:general", "ferry after:2026-01-01", "#ferry"]
)
def test_nothing_is_near_to_nothing_nor_to_a_question_that_a_filter_narrows(index, typed):
    assert index.nearest(typed, limit=3) == []


def test_making_it_again_keeps_what_it_holds_and_says_so(index):
    assert index.create() is False
    assert ids(index.nearest("map", limit=1)) == [3]


def test_after_a_time_without_vectors_all_is_to_be_told_again(index):
    NoVectors().create()
    assert index.nearest("map", limit=1) == []
    index.put(7, "map")
    index.drop(7)
    assert index.create() is True
    assert index.nearest("map", limit=1) == []


def test_vectors_of_an_earlier_embedder_are_forgotten_and_all_is_to_be_told_again(index):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE clip_vector RENAME COLUMN minilm TO vector")
    assert index.nearest("map", limit=1) == []
    assert index.create() is True
    assert index.nearest("map", limit=1) == []
    index.put(3, "museum map")
    assert ids(index.nearest("map", limit=1)) == [3]


def test_without_vectors_nothing_is_kept_or_found():
    none = NoVectors()
    none.put(1, "map")
    none.drop(1)
    assert (none.create(), none.nearest("map", limit=1), none.beside(1, limit=1), none.trouble()) == (
        False,
        [],
        [],
        None,
    )


def test_what_a_transaction_took_back_is_not_found(index):
    with transaction.atomic():
        index.put(8, "storm map")
        transaction.set_rollback(True)
    assert 8 not in ids(index.nearest("storm map", limit=9))


@pytest.mark.slow
def test_of_many_the_ten_nearest_are_found_as_by_comparing_with_all():
    chance = np.random.default_rng(3)
    rows = chance.standard_normal((40, 64))[chance.integers(0, 40, 2000)] + 0.6 * chance.standard_normal((2000, 64))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    def numbered(texts):
        return np.stack([rows[int(text)] if text else np.zeros(64, np.float32) for text in texts])

    index = made(numbered)
    index.create()
    for place in range(len(rows)):
        index.put(place, str(place))
    found = 0
    for place in range(0, 2000, 50):
        alike = rows @ rows[place]
        alike[place] = -2
        found += len(set(ids(index.beside(place, limit=10))) & set(np.argsort(-alike)[:10].tolist()))
    assert found >= 0.95 * 400


@pytest.mark.slow
def test_the_embedder_that_is_shipped_fits():
    index = made(StaticVectors())
    index.create()
    index.put(1, "The council resumes talks on the ferry.")
    index.put(2, "The striker scored twice.")
    assert ids(index.nearest("ferry negotiations", limit=1)) == [1]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="of SQLite alone")
class TestSqlite:
    @pytest.mark.parametrize(
        "error", [ImportError("no wheel"), AttributeError("no loading"), sqlite3.OperationalError("no vec0")]
    )
    def test_a_python_that_cannot_load_it_is_named_and_nothing_breaks(self, error):
        def load(_):
            raise error

        index = SqliteVectorIndex(counted, load)
        assert "NEWSCLIP_VECTORS=off" in index.trouble().remedy
        assert str(error) in index.trouble().says
        assert index.create() is False
        index.put(1, "map")
        index.drop(1)
        assert index.nearest("map", limit=1) == index.beside(1, limit=1) == []

    def test_a_connection_is_taught_again_where_it_was_opened_again(self):
        taught = []

        def load(raw):
            taught.append(raw)
            vector_index.load(raw)

        index = SqliteVectorIndex(counted, load)
        index.create()
        index.put(1, "map")
        assert taught[1:] == [connection.connection]

    def test_places_of_what_was_written_anew_are_taken_back(self):
        index = SqliteVectorIndex(counted, chunk=256)
        index.create()
        for clip_id, words in CLIPS.items():
            index.put(clip_id, words)
        for turn in range(1_500):
            index.put(1, ("map", "storm", "ferry")[turn % 3])
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM clip_vector_bits_chunks")
            assert cursor.fetchone()[0] <= 3
        assert ids(index.nearest("museum", limit=1)) == [3]
        assert len(index.nearest("ferry", limit=99)) == len(CLIPS)

    def test_bits_are_the_same_for_ever(self):
        """What a database holds is compared with what a later version asks for."""
        index = SqliteVectorIndex(counted)
        index.create()
        index.put(1, "map")
        with connection.cursor() as cursor:
            cursor.execute("SELECT bits FROM clip_vector_bits")
            kept = cursor.fetchone()[0]
        assert (len(kept), kept[:4].hex()) == (128, "beeb7fb9")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL alone")
class TestPostgresql:
    def test_a_database_without_the_extension_says_what_to_do_and_nothing_breaks(self, index):
        index = PgvectorIndex(counted)
        with connection.cursor() as cursor:
            cursor.execute("DROP EXTENSION vector CASCADE")
        assert "CREATE EXTENSION vector" in index.trouble().remedy
        index.put(1, "map")
        index.drop(1)
        assert index.nearest("map", limit=1) == index.beside(1, limit=1) == []

    def test_the_graph_is_walked_not_the_table(self, index):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("EXPLAIN SELECT clip_id FROM clip_vector ORDER BY minilm <#> '[1,0,0,0,0]'::halfvec LIMIT 3")
            assert "clip_vectors" in "".join(line for (line,) in cursor.fetchall())
