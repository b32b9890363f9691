"""Several workers on PostgreSQL and RabbitMQ: killed, and left without their queue, they lose and repeat nothing."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from benchmarks.ports import free_port
from benchmarks.postgresql import PROGRAMS, postgresql
from benchmarks.rabbitmq import is_installed, rabbitmq
from newsclip.demo.sample_publishers import Press

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="these start their own PostgreSQL"),
    pytest.mark.skipif(not PROGRAMS.exists(), reason="NO POSTGRESQL: apt-get install -y postgresql-17"),
]
PATIENCE = 600.0


@dataclass(frozen=True)
class Worker:
    process: "subprocess.Popen[bytes]"
    log: Path

    def queue_is(self, state: str) -> bool:
        """Whether it last said that the queue is "away", or "back"; a broker that is slow to answer is away, too."""
        said = re.findall(r'"queue_(away|back)"', self.log.read_text())
        return said[-1:] == [state]


class Many:
    """Workers of one installation, following the sample press."""

    def __init__(self, home: Path, database: str, press: Press) -> None:
        self.home, self.database = home, database
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            "NEWSCLIP_HOME": str(home),
            "NEWSCLIP_DATABASE_URL": database,
            "NEWSCLIP_LOOPBACK_PORTS": str(press.port),
            "NEWSCLIP_LEASE": "20",
        }
        self.workers: list[Worker] = []
        self.started = 0

    def newsclip(self, *words: str, log: str = "log") -> "subprocess.Popen[bytes]":
        with (self.home / log).open("ab") as file:
            command = [sys.executable, "-m", "newsclip", *words]
            return subprocess.Popen(command, env=self.environment, stdout=file, stderr=file)

    def start_worker(self) -> None:
        self.started += 1
        log = f"log-{self.started}"
        self.workers.append(Worker(self.newsclip("start", "worker", log=log), self.home / log))

    def kill_worker(self) -> None:
        worker = self.workers.pop(0).process
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.database) as database:
            return database.execute(query).fetchall()

    def count(self, query: str) -> int:
        return int(str(self.rows(f"SELECT count(*) FROM {query}")[0][0]))

    def wait_until(self, true) -> None:
        give_up = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < give_up, "it never came true\n" + "\n".join(
                f"{log.name}: {log.read_text()[-2000:]}" for log in sorted(self.home.glob("log*"))
            )
            time.sleep(0.2)


@pytest.fixture
def press():
    with Press(0) as press:
        yield press


@pytest.fixture
def many(press):
    with TemporaryDirectory(prefix="newsclip-many-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        home.chmod(0o755)  # PostgreSQL runs as somebody else
        with postgresql(home, free_port()) as database:
            many = Many(home, database, press)
            try:
                yield many
            finally:
                for worker in many.workers:
                    worker.process.kill()
                    worker.process.wait()


@pytest.mark.skipif(not is_installed(), reason="NO RABBITMQ: apt-get install -y rabbitmq-server")
def test_workers_that_are_killed_and_a_queue_that_goes_away_lose_nothing_and_do_nothing_twice(many, press):
    with rabbitmq() as broker:
        for url in press.sources():
            assert many.newsclip("add", url).wait(PATIENCE) == 0
        many.environment["NEWSCLIP_QUEUE_URL"] = broker.url
        many.start_worker()
        many.start_worker()
        many.wait_until(lambda: many.count("articles_article") > 0)
        many.kill_worker()
        many.start_worker()
        many.wait_until(lambda: many.count("articles_article WHERE state = 'read'") > 10)
        broker.stop()
        many.wait_until(lambda: all(worker.queue_is("away") for worker in many.workers))  # however late one came
        many.wait_until(lambda: many.count("clips_clip") > 5)
        many.kill_worker()
        broker.start()
        many.wait_until(lambda: many.workers[0].queue_is("back"))
        many.wait_until(lambda: everything_is_done(many))

    assert many.rows("SELECT article_id FROM stories_membership GROUP BY 1 HAVING count(*) > 1") == []
    assert many.rows("SELECT article_id, number FROM articles_revision GROUP BY 1, 2 HAVING count(*) > 1") == []
    assert many.count("articles_revision WHERE number > 1") == 0
    assert many.rows("SELECT slug FROM clips_clip WHERE slug ~ '-2$'") == []


def everything_is_done(many) -> bool:
    """All that the press has (72 articles) is read or refused, placed and written about, and search knows it."""
    return (
        many.count("articles_article") >= 70
        and many.count("articles_article WHERE state = 'new'") == 0
        and many.count("clips_clip") >= 20
        and many.count("clips_clip WHERE indexed_version < version") == 0
        and many.count("stories_story s WHERE articles > 0 AND merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM"
                       " clips_assignment a WHERE a.story_id = s.id AND a.story_version >= s.version)") == 0
    )  # fmt: skip
