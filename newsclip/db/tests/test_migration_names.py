"""Tables are told to be this release's by the names of their migrations."""

import pytest
from django.db import OperationalError, connection

from newsclip.db.migration_names import are_current, shipped_migrations

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded():
    """As a start leaves them: the migrations of this release are recorded."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS django_migrations (app varchar(255), name varchar(255))")
        cursor.execute("DELETE FROM django_migrations")
        for app, name in shipped_migrations():
            record(cursor, app, name)
        yield cursor


def record(cursor, app: str, name: str) -> None:
    cursor.execute("SELECT * FROM django_migrations LIMIT 0")
    dated = any(column[0] == "applied" for column in cursor.description)
    columns, values = ("app, name, applied", "%s, %s, '2026-01-01'") if dated else ("app, name", "%s, %s")
    cursor.execute(f"INSERT INTO django_migrations ({columns}) VALUES ({values})", [app, name])  # noqa: S608 of this test


def test_tables_with_every_migration_are_current(recorded):
    record(recorded, "of_a_package_that_went", "0001_initial")
    assert are_current(connection)


def test_tables_that_are_behind_are_not(recorded):
    recorded.execute("DELETE FROM django_migrations WHERE app = 'clips' AND name LIKE '0001%%'", [])
    assert not are_current(connection)


def test_tables_that_are_ahead_are_not(recorded):
    record(recorded, "clips", "9999_new")
    assert not are_current(connection)


class Away:
    """A database that has no tables, or does not answer."""

    def cursor(self):
        raise OperationalError


def test_a_database_that_does_not_answer_is_not():
    assert not are_current(Away())
