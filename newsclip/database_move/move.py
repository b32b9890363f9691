"""From a file of SQLite to an empty database of PostgreSQL, step by step; each step may be broken off and run again."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from newsclip.database_move import move_state
from newsclip.database_move.child_environment import child_environment
from newsclip.database_move.move_state import Phase, Unfinished
from newsclip.database_move.postgresql import PostgresqlDatabase
from newsclip.database_move.row_copy import Sum, compare, copy
from newsclip.database_move.sqlite import SqliteFile
from newsclip.database_move.tables import Table, all_tables
from newsclip.db.errors import explain_error
from newsclip.db.location import location
from newsclip.settings import postgresql
from newsclip.terminal import UNREADABLE, USAGE, CommandError

type Say = Callable[[str], None]

_STOPPED = "The move stopped."
_AGAIN = "Run the same command again: it goes on where it stopped. The old database is as it was."
_EMPTY = "Name an empty one: runuser -u postgres -- createdb …, as at the installation. The old database is as it was."


def move(file: Path, url: str, say: Say, *, vectors: bool = False, named: str = "--to") -> str:
    """Copy every row of the SQLite file into the database at `url`, and compare each with its copy.

    `vectors`: the site finds clips by meaning. `named`: what the operator named the address by.
    Returns what was done, in words. Raises CommandError.
    """
    began = time.monotonic()
    settings = _place(url, named)
    say(f"From SQLite {file} to {location(settings)}.")
    with _explained(named):
        target, source = PostgresqlDatabase(settings), SqliteFile(file)
    try:
        with _explained(named):
            _must_fit(target, vectors=vectors)
            sums = _step_by_step(source, target, url, say)
    finally:
        source.close()
        target.close()
    rows = sum(one.rows for one in sums.values())
    return (
        f"Moved: {rows:,} rows of {len(sums)} tables in {time.monotonic() - began:,.0f} s;"
        " each was read again from both databases and is the same."
    )


def _step_by_step(source: SqliteFile, target: PostgresqlDatabase, url: str, say: Say) -> dict[str, Sum]:
    tables = all_tables()
    state = _begin(source, target)
    if state.phase is Phase.TABLES:
        say("Making the tables.")
        run_there("tables", url, _STOPPED, _AGAIN)
        move_state.begin_rows(target, tables)
    state = move_state.read(target) or state
    sums = state.sums
    if state.phase is not Phase.INDEX:
        sums = dict(_rows(source, target, tables, say))
        for table in tables:
            if table.is_numbered:
                target.number_from(table, source.highest(table))
        if source.was_written_to():
            raise CommandError("Newsclip wrote to the old database meanwhile.", f"Stop all its processes. {_AGAIN}")
        say("Putting the references between tables back.")
        move_state.begin_index(target, state.later, sums)
    say("Making the search index.")
    run_there("index", url, _STOPPED, _AGAIN)
    move_state.end(target)
    target.ask("ANALYZE")
    return sums


def _place(url: str, named: str) -> dict[str, object]:
    try:
        return postgresql(url)
    except SystemExit as error:
        remedy = "In a password, write %40 for @, %2F for /, %23 for #, %3F for ?, %5B for [."
        raise CommandError(f"{named} must be postgresql://USER:PASSWORD@HOST:PORT/NAME.", remedy, USAGE) from error


def _begin(source: SqliteFile, target: PostgresqlDatabase) -> Unfinished:
    """Raises CommandError for a database that holds anything but what this move put there."""
    state, origin = move_state.read(target), source.origin()
    if state is None:
        if target.table_names():
            raise CommandError("The database to move to holds tables already.", _EMPTY)
        move_state.begin(target, origin)
        return Unfinished(origin, Phase.TABLES)
    if state.origin != origin:
        raise CommandError("The database to move to holds an unfinished move of another site.", _EMPTY)
    return state


def _rows(source: SqliteFile, target: PostgresqlDatabase, tables: list[Table], say: Say) -> Iterator[tuple[str, Sum]]:
    """Copy and compare. A table that differs, because the old database changed since, is copied once more."""
    for table in tables:
        began = time.monotonic()
        here, there = _copied(table, source, target)
        if here != there:
            target.empty([table])
            here, there = _copied(table, source, target)
        if here != there:
            cause = f"The copy of {table.name} differs: {here.rows:,} and {there.rows:,} rows."
            raise CommandError(cause, f"Please report it. {_EMPTY}", UNREADABLE)
        if here.rows:
            say(f"  {table.name}: {here.rows:,} rows, digest {here.digest}, {time.monotonic() - began:,.0f} s")
        yield table.name, here


def _copied(table: Table, source: SqliteFile, target: PostgresqlDatabase) -> tuple[Sum, Sum]:
    try:
        copy(table, source, target)
    except psycopg.DataError as error:
        cause = f"{table.name} has a value that PostgreSQL does not take: {error.diag.message_primary or error}."
        where = (error.diag.context or "").partition(":")[0]
        raise CommandError(cause, f"Correct it in the old database ({where}). {_AGAIN}", UNREADABLE) from error
    return compare(table, source, target)


def _must_fit(target: PostgresqlDatabase, *, vectors: bool) -> None:
    """Raises CommandError for a database that could not hold the site."""
    encoding = str(target.ask("SHOW server_encoding")[0][0])
    if encoding != "UTF8":
        raise CommandError(f"The database to move to stores text as {encoding}.", "Make one with ENCODING 'UTF8'.")
    if vectors and not _has_vectors(target):
        raise CommandError(
            "NEWSCLIP_VECTORS is on, and the database to move to lacks the extension vector, 0.7 or newer.",
            "Install it there (Debian: postgresql-17-pgvector) and, as superuser: CREATE EXTENSION vector;"
            " or set NEWSCLIP_VECTORS=off. Nothing was moved.",
        )


def _has_vectors(target: PostgresqlDatabase) -> bool:
    try:
        target.ask("CREATE EXTENSION IF NOT EXISTS vector")
    except psycopg.Error:
        return False
    return bool(target.ask("SELECT to_regtype('halfvec') IS NOT NULL")[0][0])


def run_there(what: str, url: str, cause: str, remedy: str, **more: str) -> None:
    """Run .target_process with this database. It says why it fails; raises CommandError with the rest."""
    command = [sys.executable, "-m", "newsclip.database_move.target_process", what, str(os.getpid())]
    done = subprocess.run(command, env=child_environment(NEWSCLIP_DATABASE_URL=url, **more), check=False)  # noqa: S603 ours
    if done.returncode:
        raise CommandError(cause, remedy, UNREADABLE)


@contextmanager
def _explained(named: str) -> Iterator[None]:
    """What the databases say, with a remedy."""
    try:
        yield
    except psycopg.Error as error:
        cause, remedy = explain_error(error)
        remedy = remedy.replace("NEWSCLIP_DATABASE_URL", named)
        raise CommandError(f"The database to move to: {cause}", f"{remedy} {_AGAIN}", UNREADABLE) from error
    except sqlite3.Error as error:
        cause, remedy = explain_error(error)
        raise CommandError(f"The old database: {cause}", f"{remedy} {_AGAIN}", UNREADABLE) from error
