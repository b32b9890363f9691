"""Two real workers on one PostgreSQL ask one host: never at once, never closer than the pause, whoever of them asks.

A build whose workers do not know of each other does both, and the host sees it.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import psycopg
import pytest

from newsclip.adapters.egress import Bounds
from tests.integration.installation import installation, run, running
from tests.loopback import Loopback, reply, serving

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" not in os.environ, reason="needs PostgreSQL: NEWSCLIP_DATABASE_URL"),
]
PATIENCE = 600.0
PAUSE = Bounds().pause
EACH = 4  # articles found at a time
MANY = 60  # articles at the most
SLOW = 0.3  # seconds that the host takes for an answer
FOUND = """
from django.utils import timezone
from newsclip.server.setup import ready
ready()
from newsclip.articles.models import Article
from newsclip.sources.models import Publisher, Source
now = timezone.now()
outlet, _ = Publisher.objects.get_or_create(domain="gazette.example", defaults={"name": "Gazette"})
feed, _ = Source.objects.get_or_create(url="http://gazette.example/feed", defaults={"kind": "feed",
    "publisher": outlet, "added_at": now, "due_at": now + timezone.timedelta(days=9)})
Article.objects.bulk_create(Article(url=f"http://gazette.example/{number}", source=feed, publisher=outlet,
    found_at=now, due_at=None) for number in range(MANY))
"""
DUE = """UPDATE articles_article SET due_at = now()
    WHERE id IN (SELECT id FROM articles_article WHERE due_at IS NULL LIMIT %s)"""


@dataclass
class Host:
    """One host's own record: when each ask came, when it was answered, and by whom it was asked."""

    server: Loopback
    asks: list[tuple[float, float, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, line) -> None:
        came = time.monotonic()
        asked = self.server.requests[-1]
        threading.Event().wait(SLOW)
        with self.lock:
            self.asks.append((came, time.monotonic(), asked.headers["user-agent"]))
        line.sendall(reply(404))

    def asked_by(self) -> set[str]:
        return {name for _, _, name in self.asks}

    def closest(self) -> float:
        """Seconds between an answer and the next ask; less than nothing if two were asked at once."""
        asks = sorted(self.asks)
        return min(later[0] - before[1] for before, later in pairwise(asks))


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as server:
        host = Host(server)
        server.answers = {f"/{number}": host.answer for number in range(MANY)}
        yield host


def ask_by_two_workers(host: Host, tmp_path, manners: str, enough: Callable[[], bool]) -> None:
    """More is found while one of them still asks, so that the other one takes it; which of them does is chance."""
    with installation(tmp_path) as surroundings:
        run(FOUND.replace("MANY", str(MANY)), surroundings)
        worker = [sys.executable, "-m", "tests.integration.polite", str(host.server.port), manners]
        with running([[*worker, "One"], [*worker, "Two"]], [surroundings] * 2, tmp_path / "log"):
            wait_for(lambda: workers(surroundings) >= 2, tmp_path)
            for asked in range(0, MANY, EACH):
                find(surroundings)
                wait_for(lambda asked=asked: len(host.asks) > asked - EACH, tmp_path)
                if enough():
                    return


def find(surroundings) -> None:
    with psycopg.connect(surroundings["NEWSCLIP_DATABASE_URL"]) as database:
        database.execute(DUE, [EACH])


def workers(surroundings) -> int:
    """Sessions of the database beside this one."""
    with psycopg.connect(surroundings["NEWSCLIP_DATABASE_URL"]) as database:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        return int(database.execute(asked).fetchone()[0])


def wait_for(true, folder) -> None:
    give_up = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < give_up, (folder / "log").read_text()[-3000:]
        time.sleep(0.05)


def test_workers_leave_a_host_its_pause_between_them_and_never_ask_it_at_once(host, tmp_path):
    ask_by_two_workers(host, tmp_path, "shared", lambda: len(host.asked_by()) == 2)
    assert host.asked_by() == {"One/1", "Two/1"}
    assert host.closest() >= PAUSE
    assert sum(request.path == "/robots.txt" for request in host.server.requests) == 1


def test_the_host_would_see_workers_that_do_not_know_of_each_other(host, tmp_path):
    ask_by_two_workers(host, tmp_path, "alone", lambda: len(host.asked_by()) == 2 and host.closest() < PAUSE)
    assert host.closest() < PAUSE
