"""The tables that sites of tests copy are those that a site makes when it is started for the first time."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.new_tables import lay_out
from tests.integration.installation import installation

pytestmark = [
    pytest.mark.integration,
    pytest.mark.once,
    pytest.mark.skipif("NEW_TABLES" not in os.environ, reason="NO TABLES were made beforehand: make test makes them"),
]


def tables(home: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(home / "newsclip.sqlite3")) as database:
        return database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_a_site_finds_nothing_to_add_to_tables_that_were_copied(tmp_path):
    copied, started = tmp_path / "copied", tmp_path / "started"
    lay_out(copied)
    with installation(started):
        assert tables(copied) == tables(started)


def test_a_site_makes_its_own_tables_where_nobody_made_some(tmp_path, monkeypatch):
    monkeypatch.delenv("NEW_TABLES")
    lay_out(tmp_path)
    assert list(tmp_path.iterdir()) == []
