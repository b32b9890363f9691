"""What sites of tests copy, tables and static files, is what a site makes when it is started for the first time."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from secrets import token_hex

import psycopg
import pytest
from django.db.migrations.loader import MigrationLoader

from benchmarks.new_tables import lay_out, new_database
from tests.integration.installation import PREPARE, installation, run

pytestmark = pytest.mark.integration
made_in_a_file = pytest.mark.skipif(
    "NEW_TABLES" not in os.environ, reason="NO TABLES were made beforehand: make test makes them"
)
made_in_a_database = pytest.mark.skipif(
    "NEW_DATABASE" not in os.environ, reason="NO DATABASE was made beforehand on PostgreSQL: make test makes one"
)
made_in_a_folder = pytest.mark.skipif(
    "NEW_STATIC" not in os.environ, reason="NO STATIC FILES were made beforehand: make test makes them"
)


def names(home: Path) -> set[str]:
    return {str(file.relative_to(home)) for file in home.rglob("*")}


def tables(home: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(home / "newsclip.sqlite3")) as database:
        return database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


@made_in_a_file
@pytest.mark.once
def test_a_site_finds_nothing_to_add_to_tables_that_were_copied(tmp_path):
    copied, started = tmp_path / "copied", tmp_path / "started"
    lay_out(copied)
    with installation(started) as surroundings:
        run(PREPARE, surroundings)
        assert tables(copied) == tables(started)


@made_in_a_file
@pytest.mark.once
def test_a_site_makes_its_own_tables_where_nobody_made_some(tmp_path, monkeypatch):
    for made in ("NEW_TABLES", "NEW_STATIC"):
        monkeypatch.delenv(made, raising=False)
    lay_out(tmp_path)
    assert list(tmp_path.iterdir()) == []


@made_in_a_folder
@pytest.mark.once
def test_a_site_collects_no_static_files_where_they_were_copied(tmp_path):
    """Their mark is as it was: a site that collects them writes it anew."""
    copied, started = tmp_path / "copied", tmp_path / "started"
    lay_out(copied)
    with installation(started) as surroundings:
        run(PREPARE, surroundings)
        assert [name for name in names(copied) if name not in names(started)] == []
        assert (started / ".gathered").stat().st_mtime_ns == (copied / ".gathered").stat().st_mtime_ns


@made_in_a_database
def test_a_site_finds_every_migration_done_in_a_database_that_was_copied():
    address, name = os.environ["NEWSCLIP_DATABASE_URL"], f"newsclip_{token_hex(4)}"
    with psycopg.connect(address, autocommit=True) as server:
        new_database(server, name)
        with psycopg.connect(f"{address.rpartition('/')[0]}/{name}") as copied:
            done = copied.execute("SELECT app, name FROM django_migrations").fetchall()
        server.execute(f'DROP DATABASE "{name}"')
    assert set(done) == MigrationLoader(None).graph.nodes.keys()
