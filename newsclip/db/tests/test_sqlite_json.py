"""A thread whose first page comes while another process writes knows JSON all the same."""

import sqlite3
from contextlib import closing

import pytest
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from newsclip.db import sqlite_json

pytestmark = pytest.mark.django_db


@pytest.fixture
def locked(tmp_path):
    """A connection to a database in which somebody else is writing."""
    file = tmp_path / "tables.sqlite3"
    given = connections[DEFAULT_DB_ALIAS].settings_dict | {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {"timeout": 0, "transaction_mode": "IMMEDIATE"},
    }
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE harbour (name)")
        other.execute("BEGIN IMMEDIATE")
        mine = DatabaseWrapper(given, "locked")
        mine.inc_thread_sharing()
        yield mine
        mine.close()


def test_a_connection_made_while_another_process_writes_knows_json(locked):
    sqlite_json.remember()
    locked.ensure_connection()
    assert locked.features.has_json_object_function
