"""PgBouncer in transaction mode before a real PostgreSQL: all of the product goes through it.

It has four sessions and gives them out in turn: what one transaction leaves behind in its session (a cursor, a
prepared statement, a lock) is missing in the next.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from benchmarks import pgbouncer
from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.adapters.scaleout.story_index import tables
from newsclip.articles.models import Article
from newsclip.clips.models import Clip
from newsclip.community.models import Vote
from newsclip.demo.sample_publishers import Press
from newsclip.health import database
from newsclip.sources import actions as sources
from newsclip.stories.models import Membership
from newsclip.worker import loop
from newsclip.worker.singleton_steps import PAUSE, shared_between_workers
from tests.contracts.empty_index import empty_tables
from tests.integration import test_limits
from tests.integration.crowd import let_through
from tests.journeys.test_sample_press import make_tools

pytestmark = [
    pytest.mark.integration,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL: NEWSCLIP_DATABASE_URL"),
    pytest.mark.skipif(not pgbouncer.is_installed(), reason="NO PGBOUNCER: apt-get install -y pgbouncer"),
]


def address(name: str) -> str:
    at = connection.settings_dict
    return f"postgresql://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{name}"


@contextmanager
def through(mode: str) -> Iterator[None]:
    """This process and all its threads reach the tests' database by a pooler."""
    at, directly = connection.settings_dict, connection.settings_dict["PORT"]
    with pgbouncer.pgbouncer(address(at["NAME"]), mode) as url:
        connection.close()
        at["PORT"] = url.rsplit(":", 1)[1].partition("/")[0]
        try:
            yield
        finally:
            connection.close()
            at["PORT"] = directly


@pytest.fixture
def pooled(transactional_db):
    with through("transaction"):
        yield


def session() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_one_transaction_has_one_session_and_the_next_has_another(pooled):
    with transaction.atomic():
        assert session() == session()
    assert len({session() for _ in range(8)}) > 1


def test_the_pooler_takes_away_what_is_left_in_a_session(pooled, monkeypatch):
    """A build whose cursors outlive their transaction, as the framework's do by default."""
    Reader.objects.bulk_create(Reader(username=f"reader {n}") for n in range(5))
    assert len(list(Reader.objects.iterator(chunk_size=1))) == 5
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", False)
    with pytest.raises(DatabaseError, match="does not exist"):
        _ = [list(Reader.objects.iterator(chunk_size=1)) for _ in range(8)]


def test_from_a_source_to_a_clip_in_search_that_somebody_votes_for(pooled, tmp_path):
    with Press(0) as press:
        tools = replace(make_tools(press.port, tmp_path), stories=empty_tables())
        for url in sorted(press.sources())[:2]:
            list(sources.add(url, fetch=tools.fetch, now=clock.now()))
        steps = shared_between_workers(loop.DUTIES)
        while loop.turn(tools, clock.now, Event(), steps):
            pass
        clips = Clip.objects.all()
        assert clips.count() >= 5
        assert [clip.slug for clip in clips if clip.indexed_version < clip.version] == []
        assert not Article.objects.filter(leased_until__gt=clock.now()).exists()
        assert tables.ask("SELECT count(*) FROM grouping_place") == [(Membership.objects.count(),)]
        vote_is_counted(clips[0], steps, tools)
    for clip in clips:
        tools.search.drop(clip.pk)


def vote_is_counted(clip, steps, tools) -> None:
    Reader.objects.create_user("ilse", password="a long word of Ilse's own")
    browser = Client()
    assert browser.get("/").status_code == browser.get(f"/c/{clip.slug}").status_code == 200
    assert f"/c/{clip.slug}" in browser.get("/search", {"q": clip.headline}).content.decode()
    signed_in = browser.post("/accounts/login/", {"login": "ilse", "password": "a long word of Ilse's own"})
    assert signed_in.status_code == 302
    assert browser.post(f"/s/{clip.story_id}/vote").status_code == 302
    while loop.turn(tools, lambda: clock.now() + 2 * PAUSE, Event(), steps):  # duties rest after an empty turn
        pass
    (vote,) = Vote.objects.all()
    assert (vote.story_id, vote.weight is not None) == (clip.story_id, True)


def test_limits_are_exact_however_many_ask_at_once(pooled):
    """Forty transactions wait for four sessions; none waits for what another holds."""
    assert let_through().items() >= test_limits.EXACT.items()


def test_tables_are_made_through_the_pooler(tmp_path):
    name = f"{connection.settings_dict['NAME']}_pooled"
    with psycopg.connect(address(connection.settings_dict["NAME"]), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(f'CREATE DATABASE "{name}"')
        with pgbouncer.pgbouncer(address(name)) as url:
            surroundings = {**os.environ, "NEWSCLIP_HOME": str(tmp_path), "NEWSCLIP_DATABASE_URL": url}
            surroundings["DJANGO_SETTINGS_MODULE"] = "newsclip.settings"
            command = [sys.executable, "-c", "from newsclip.server.setup import prepare; prepare()"]
            subprocess.run(command, env=surroundings, check=True, timeout=600)
            with psycopg.connect(url) as made:
                assert made.execute("SELECT count(*) FROM clips_clip").fetchone() == (0,)
        server.execute(f'DROP DATABASE "{name}"')


def test_the_doctor_knows_a_pooler_that_suits_and_names_the_mode_that_does_not(transactional_db):
    with through("transaction"):
        assert (database.sessions().ok, "pooler" in database.sessions().says) == (True, True)
    with through("statement"):
        found = database.sessions()
        assert (found.ok, "pool_mode = transaction" in found.remedy) == (False, True)
    with through("session"):
        found = database.sessions()
        assert (found.ok, "pool_mode = transaction" in found.remedy) == (False, True)
    assert "pooler" not in database.sessions().says
