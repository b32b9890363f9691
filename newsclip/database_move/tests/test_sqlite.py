"""The database that rows come from is read as it was at one moment, and never written to."""

import sqlite3
from contextlib import closing

import pytest

from newsclip.database_move.columns import Kind
from newsclip.database_move.row_copy import compare
from newsclip.database_move.sqlite import SqliteFile
from newsclip.database_move.tables import Table

VOTES = Table("votes", ("id", "given", "at"), (Kind.WHOLE, Kind.BOOL, Kind.TIME))


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "a ferry?.sqlite3"
    with closing(sqlite3.connect(made)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE votes (id integer PRIMARY KEY AUTOINCREMENT, given bool, at datetime)")
        database.execute("INSERT INTO votes VALUES (2, 1, '2026-11-24 12:00:00'), (9, NULL, NULL)")
        database.execute("DELETE FROM votes WHERE id = 9")
        database.commit()
    return made


@pytest.fixture
def source(file):
    with closing(SqliteFile(file)) as opened:
        yield opened


def write(file) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("INSERT INTO votes VALUES (1, 0, NULL)")
        database.commit()


def test_what_others_write_meanwhile_is_not_read_but_noticed(file, source):
    assert not list(source.rows(VOTES, after=2))
    write(file)
    assert list(source.rows(VOTES)) == [(2, True, "2026-11-24 12:00:00")]
    assert source.was_written_to()


def test_where_nobody_wrote_nothing_is_noticed(source):
    list(source.rows(VOTES))
    assert not source.was_written_to()


def test_the_number_of_a_row_that_is_gone_counts(source):
    assert source.highest(VOTES) == 9


def test_nothing_can_be_written(source):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        source._database.execute("DELETE FROM votes")


def test_a_row_that_differs_changes_the_digest(file, source):
    here, there = compare(VOTES, source, source)
    assert here == there
    write(file)
    with closing(SqliteFile(file)) as other:
        here, there = compare(VOTES, source, other)
    assert (here.rows, there.rows, here.digest == there.digest) == (1, 2, False)
