"""When what was made for everybody has to be made anew."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection
from django.test import override_settings

from newsclip.accounts.models import Reader
from newsclip.web.caching.cache_version import _sqlite, version_of_tables
from newsclip.web.caching.list_cache import Shared


@override_settings(SHARES_LISTS=True)
def test_what_is_made_of_kept_parts_is_no_older_than_a_second_however_deep_it_goes():
    now = 1000.0
    shared = Shared(lambda: now)
    seen = []
    for tenth in range(40):
        now = 1000 + tenth / 10

        def whole(now=now):
            return shared("page", lambda: shared("list", lambda: shared("card", lambda: now)))

        seen.append(now - whole())
    assert max(seen) < 1
    assert len({round(tenth / 10 - age, 3) for tenth, age in enumerate(seen)}) == 4


@override_settings(SHARES_LISTS=True)
def test_a_list_is_made_again_when_something_was_written_or_what_it_says_of_ages_is_too_old():
    now, written, times = 1000.5, 0, []
    shared = Shared(lambda: now, lambda: written)

    def make():
        times.append(now)
        return len(times)

    seen = []
    for now, written in [(1000.5, 0), (1000.9, 1), (1001, 1), (1002, 1), (1030, 1), (1031, 1), (1000, 1)]:  # noqa: B007
        seen.append(shared("list", make))
    assert seen == [1, 1, 2, 2, 2, 3, 4]


@pytest.mark.integration
@pytest.mark.django_db(transaction=True)
def test_postgresql_says_when_a_transaction_became_visible_and_keeps_still_while_all_only_read():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has a test of its own")

    def keeps_still():
        before = version_of_tables()
        Reader.objects.count()
        return version_of_tables() == before

    # What is written to another database of the same server moves it as well: once is enough.
    assert any(keeps_still() for _ in range(100))
    before = version_of_tables()
    Reader.objects.create(username="mara")
    assert version_of_tables() != before


def test_sqlite_says_when_another_connection_wrote(tmp_path):
    version, name = _sqlite(), str(tmp_path / "a place with # and ?.sqlite3")
    with closing(sqlite3.connect(name)) as writer:
        writer.executescript("PRAGMA journal_mode=WAL; CREATE TABLE said (word text)")
        before = version(name)
        writer.execute("SELECT * FROM said").fetchall()
        assert version(name) == before
        writer.execute("INSERT INTO said VALUES ('harbour')")
        assert version(name) == before, "not seen by others yet"
        writer.commit()
        assert version(name) != before
