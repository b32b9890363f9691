"""A real streaming replica: readers without a cookie are answered by it, and nobody is shown what is over.

Its replay is stopped and let go, so that it is behind for as long as a test wants.
"""

import re
import time
from collections.abc import Hashable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import django.db
import psycopg
import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import postgresql
from benchmarks.ports import free_port
from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.health import database
from newsclip.web.caching import cache_version, replica
from newsclip.web.tests import factories

pytestmark = [
    pytest.mark.integration,
    pytest.mark.django_db(transaction=True, databases=["default", "replica"]),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL: NEWSCLIP_DATABASE_URL"),
    pytest.mark.skipif(not (postgresql.PROGRAMS / "pg_basebackup").exists(), reason="NO POSTGRESQL: postgresql-17"),
]
NEVER_TOO_FAR = 1e9
PATIENCE = 120.0


class Follower(postgresql.Replica):
    """Says what it has of the tests' database."""

    def ask(self, query: str, *given: object) -> object:
        at = connection.settings_dict
        with psycopg.connect(host="127.0.0.1", port=self.port, user=at["USER"], dbname=at["NAME"]) as here:
            found = here.execute(query, given).fetchone()
        return found[0] if found else None

    def catch_up(self) -> None:
        """Wait until it has all that is written by now."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_wal_lsn()::text")
            (written,) = cursor.fetchone()
        give_up = time.monotonic() + PATIENCE
        while not self.ask("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", written):
            assert time.monotonic() < give_up, "the replica does not follow"

    def pause(self) -> None:
        """Stop it from following; asked to, it first ends what it is at."""
        self.ask("SELECT pg_wal_replay_pause()")
        give_up = time.monotonic() + PATIENCE
        while self.ask("SELECT pg_get_wal_replay_pause_state()") != "paused":
            assert time.monotonic() < give_up, "the replica does not pause"


@pytest.fixture(scope="module", autouse=True)
def server(django_db_setup):
    """A replica of the server that holds the tests' database, known to the framework under its name."""
    at = connection.settings_dict
    with TemporaryDirectory(prefix="newsclip-replica-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        primary = f"postgresql://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/postgres"
        follower = Follower(Path(name), free_port(), primary)
        follower.start()
        there = {"HOST": "127.0.0.1", "PORT": str(follower.port), "TEST": at["TEST"] | {"MIRROR": "default"}}
        connections.settings["replica"] = at | there
        yield follower
        connections["replica"].close()
        del connections["replica"], connections.settings["replica"]
        follower.stop()


@pytest.fixture
def follower(server, transactional_db, monkeypatch):
    """It is as new as the primary; each reader looks whether it still is. Other tests write meanwhile, too."""
    monkeypatch.setattr(replica, "HERE", replica.Replica(lag=PATIENCE, look=0, pause=0))
    factories.ferry()
    for clip in Clip.objects.all():
        wiring.search_index().put(clip.pk, headline=clip.headline, body=clip.summary, tags="")
    server.catch_up()
    yield server
    if server.ask("SELECT pg_is_wal_replay_paused()"):
        server.ask("SELECT pg_wal_replay_resume()")
    connections["replica"].close()
    for clip in Clip.objects.all():
        wiring.search_index().drop(clip.pk)


def is_told(browser: Client, address: str = "/", words: str = "Ferry back in port") -> bool:
    answer = browser.get(address)
    assert answer.status_code == 200
    return words in re.sub("</?mark>", "", answer.content.decode())  # search marks what it found


def of_replica() -> Hashable:
    """Its part of the version alone: what other tests write meanwhile moves the primary's."""
    _, replicas = cast(tuple[Hashable, Hashable], cache_version.version_of_tables())
    return replicas


def tell() -> None:
    Clip.objects.update(headline="Ferry back in port")


@pytest.mark.parametrize(
    "address", ["/", "/c/{slug}", "/category/{category}", "/search?q=ferry", "/search?q=fery", "/feed.atom"]
)
def test_pages_and_search_for_everybody_are_read_from_the_replica_alone(follower, address):
    clip = Clip.objects.get()
    address = address.format(slug=clip.slug, category=clip.category.lower())
    with CaptureQueriesContext(connection) as primarys, CaptureQueriesContext(connections["replica"]) as replicas:
        assert is_told(Client(), address, clip.headline)
    asked = [one["sql"] for one in primarys.captured_queries if "pg_current_wal_lsn" not in one["sql"]]
    assert (asked, len(replicas.captured_queries) > 2) == ([], True)


def test_who_just_wrote_sees_it_while_the_replica_does_not_know_it_yet(follower, monkeypatch):
    """And without the bound, a reader without a cookie would not see it for as long as the replica is behind."""
    ilse, stranger = Client(), Client()
    ilse.force_login(Reader.objects.create_user("ilse"), "allauth.account.auth_backends.AuthenticationBackend")
    follower.catch_up()
    follower.pause()
    tell()
    assert is_told(ilse)
    monkeypatch.setattr(replica, "HERE", replica.Replica(lag=NEVER_TOO_FAR, look=0))
    assert not is_told(stranger)


def test_a_replica_that_falls_behind_is_passed_over_and_read_again_when_it_has_caught_up(follower, monkeypatch):
    stranger = Client()
    follower.pause()
    tell()
    monkeypatch.setattr(replica, "HERE", replica.Replica(lag=NEVER_TOO_FAR, look=0))
    before = of_replica()
    assert of_replica() == before
    monkeypatch.setattr(replica, "HERE", replica.Replica(lag=0, look=0))
    assert of_replica() != before, "pages that are kept are made anew"
    assert is_told(stranger)
    assert "behind" in database.streaming().says
    follower.ask("SELECT pg_wal_replay_resume()")
    follower.catch_up()
    monkeypatch.setattr(replica, "HERE", replica.Replica(lag=PATIENCE, look=0))
    with CaptureQueriesContext(connections["replica"]) as replicas:
        assert is_told(stranger)
    assert len(replicas.captured_queries) > 2
    assert database.streaming().ok


def test_a_replica_that_dies_is_passed_over_without_a_reader_noticing(follower):
    stranger = Client()
    assert not is_told(stranger)
    follower.stop()
    try:
        tell()
        assert is_told(stranger)
        assert is_told(stranger, "/search?q=ferry")
        assert "away" in database.streaming().says
    finally:
        follower.start()
    follower.catch_up()
    assert database.streaming().ok


def test_a_replica_that_dies_in_the_middle_of_a_page_is_passed_over_too(follower):
    ended: list[int] = []

    def end(execute, sql, params, many, context):
        if not ended and 'FROM "clips_clip"' in sql:
            ended.append(connections["replica"].connection.info.backend_pid)
            follower.ask("SELECT pg_terminate_backend(%s)", ended[0])
        return execute(sql, params, many, context)

    with connections["replica"].execute_wrapper(end):
        assert is_told(Client(raise_request_exception=False), words=Clip.objects.get().headline)
    assert ended


def test_while_the_primary_is_away_readers_are_answered_by_the_replica(follower, monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "PORT", "1")
    stranger = Client(raise_request_exception=False)
    assert stranger.get("/").status_code == stranger.get("/search?q=ferry").status_code == 200
    monkeypatch.undo()
    connection.close()


def test_the_doctor_names_an_address_that_is_no_replica(follower, monkeypatch):
    connections["replica"].close()
    monkeypatch.setitem(connections["replica"].settings_dict, "PORT", connection.settings_dict["PORT"])
    assert "follows no other" in database.streaming().says
    assert not replica.Replica().is_current()
    connections["replica"].close()


def test_the_router_is_the_one_of_the_settings():
    assert [type(one) for one in django.db.router.routers] == [replica.Router]
