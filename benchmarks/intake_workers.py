"""The speed-up of intake with 2 and 4 workers, on PostgreSQL and RabbitMQ, with pages from loopback."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pika
import psycopg

from benchmarks.machine import cpu_of_children, cpu_of_tree
from benchmarks.ports import free_port
from benchmarks.postgresql import PROGRAMS, postgresql
from benchmarks.rabbitmq import is_installed, rabbitmq
from benchmarks.real_input import SHARED, Site, serve
from newsclip.adapters.scaleout.task_queue import QUEUE
from newsclip.server.supervisor import FRUGAL

NEARLY = 0.85  # of the gain that the cores allow
_PATIENCE = 400
_TWICE = "SELECT count(*) FROM (SELECT FROM articles_revision GROUP BY article_id HAVING count(*) > 1) AS a"
_WAITING = (
    "SELECT (SELECT count(*) FROM articles_article WHERE state = 'found')"
    " + (SELECT count(*) FROM articles_article a WHERE state = 'read' AND NOT EXISTS"
    " (SELECT 1 FROM stories_membership m WHERE m.article_id = a.id))"
    " + (SELECT count(*) FROM stories_story s WHERE articles > 0 AND merged_into_id IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM clips_assignment g WHERE g.story_id = s.id AND g.story_version >= s.version))"
    " + (SELECT count(*) FROM clips_clip WHERE indexed_version < version)"
)


@dataclass(frozen=True)
class Took:
    """`seconds` from the first article read to the last clip in search; `cores` that workers, database, broker and the
    site they read kept busy meanwhile; `cpu_seconds` of the workers, their start included; what was done `twice`."""

    workers: int
    seconds: float
    cores: float
    cpu_seconds: float
    twice: int


def scales(numbers: list[int], articles: int, build: Path) -> bool:
    """With as many workers each in turn, the first of them alone. Whether the gain is near what the cores allow.

    One worker with its database and broker keeps more than one core busy, so two cores cannot give twice as much.
    """
    if not PROGRAMS.exists() or not is_installed():
        print("SKIPPED, missing: apt-get install -y postgresql-17 rabbitmq-server", file=sys.stderr)
        return False
    site = Site(SHARED / "stories-localnews", articles)
    server = serve(site)
    took = []
    for number in numbers:
        took.append(_with_workers(number, site, build))
        print(json.dumps({"figure": "intake, workers"} | vars(took[-1])), flush=True)
    server.shutdown()
    alone, *more = took
    gain = max((alone.seconds / one.seconds for one in more), default=1.0)
    possible = min(max(numbers), (os.cpu_count() or 1) / alone.cores)
    twice, told = sum(one.twice for one in took), {"gain": round(gain, 2), "possible": round(possible, 2)}
    target = round(NEARLY * possible, 2) if more else 1.0
    print(json.dumps({"figure": "intake, scale-out", **told, "target": target, "twice": twice}), flush=True)
    return gain >= target and not twice


def _with_workers(number: int, site: Site, build: Path) -> Took:
    with tempfile.TemporaryDirectory(prefix="newsclip-intake-") as name:
        work = Path(name)
        work.chmod(0o755)
        with (
            rabbitmq() as broker,
            postgresql(work, free_port()) as url,
            psycopg.connect(url, autocommit=True) as database,
        ):
            environment = {**os.environ, **FRUGAL, "NEWSCLIP_HOME": name, "NEWSCLIP_DATABASE_URL": url,
                           "NEWSCLIP_LOOPBACK_PORTS": str(site.port)}  # fmt: skip
            newsclip, before = [sys.executable, "-m", "newsclip"], cpu_of_children()
            follow = [*newsclip, "add", f"http://feed.localhost:{site.port}/feed.xml"]
            server = int((work / "pg" / "postmaster.pid").read_text().split()[0])
            ask: Callable[[str], Any] = lambda query: (database.execute(query).fetchone() or [0])[0]  # noqa: E731
            with _workers(number, environment | {"NEWSCLIP_QUEUE_URL": broker.url}, build, work / "log"):
                _wait(lambda: _served_by(broker.url) >= number)
                subprocess.run(follow, env=environment, cwd=build, check=True, stdout=subprocess.DEVNULL)
                _wait(lambda: ask("SELECT count(*) FROM articles_article WHERE state <> 'found'"))
                began, spent = time.monotonic(), cpu_of_tree(os.getpid()) + cpu_of_tree(server)
                _wait(
                    lambda: ask("SELECT count(*) FROM articles_article") >= 0.9 * len(site.rows) and not ask(_WAITING)
                )
                seconds = time.monotonic() - began
                cores = (cpu_of_tree(os.getpid()) + cpu_of_tree(server) - spent) / seconds
            spent_in_all = cpu_of_children() - before
            text = (work / "log").read_text()
            reads = text.count("code=read ") + text.count('"code": "read"')
            twice = max(0, reads - ask("SELECT count(*) FROM articles_revision")) + ask(_TWICE)
        return Took(number, round(seconds, 1), round(cores, 2), round(spent_in_all, 1), twice)


@contextmanager
def _workers(number: int, environment: dict[str, str], build: Path, log: Path):  # type: ignore[no-untyped-def]
    command = [sys.executable, "-m", "newsclip", "start", "worker"]
    with log.open("ab") as written:
        running = [
            subprocess.Popen(command, env=environment, cwd=build, stdout=written, stderr=written) for _ in range(number)
        ]
        try:
            yield
        finally:
            for worker in running:
                worker.terminate()
            for worker in running:
                worker.wait()


def _served_by(broker: str) -> int:
    """How many workers wait for tasks; 0 before the first of them made the queue."""
    try:
        with closing(pika.BlockingConnection(pika.URLParameters(broker))) as connection:
            return int(connection.channel().queue_declare(QUEUE, passive=True).method.consumer_count)
    except pika.exceptions.ChannelClosedByBroker:
        return 0


def _wait(true: Callable[[], object]) -> None:
    give_up = time.monotonic() + _PATIENCE
    while not true():
        if time.monotonic() > give_up:
            raise RuntimeError("it never came true")
        time.sleep(0.2)
