"""Real processes on a real database file: killed at any moment, they lose nothing and repeat nothing."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from benchmarks.new_tables import lay_out
from benchmarks.ports import free_port
from newsclip.demo.sample_publishers import Press

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="these start their own SQLite files"),
]
PATIENCE = 600.0


class Product:
    """Newsclip in a folder of its own, following the sample press."""

    def __init__(self, home: Path, press: Press) -> None:
        self.home = home
        lay_out(home)
        self.environment = {
            **os.environ,
            "NEWSCLIP_HOME": str(home),
            "NEWSCLIP_LOOPBACK_PORTS": str(press.port),
            "NEWSCLIP_LEASE": "1",
        }
        self.environment.pop("DJANGO_SETTINGS_MODULE", None)

    def newsclip(self, *words: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "newsclip", *words]
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, *words: str) -> int:
        return self.newsclip(*words).wait(PATIENCE)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        try:
            with closing(sqlite3.connect(self.home / "newsclip.sqlite3")) as database:
                return database.execute(query).fetchall()
        except sqlite3.OperationalError:
            return []

    def story_of_each_article(self) -> list[tuple[object, ...]]:
        return self.rows("SELECT url, state FROM articles_article ORDER BY url")


@pytest.fixture(scope="module")
def press():
    with Press(0) as press:
        yield press


def wait_until(true, patience: float = PATIENCE) -> None:
    give_up = time.monotonic() + patience
    while not true():
        assert time.monotonic() < give_up, "it never came true"
        time.sleep(0.1)


def test_a_worker_killed_again_and_again_ends_where_an_undisturbed_one_does(press, tmp_path):
    calm, rough = Product(tmp_path / "calm", press), Product(tmp_path / "rough", press)
    for url in press.sources():
        assert calm.run("add", url) == 0
    shutil.copyfile(calm.home / "newsclip.sqlite3", rough.home / "newsclip.sqlite3")
    assert calm.run("refresh") == 0

    for moment in (2.0, 3.0, 4.0, 5.5):
        worker = rough.newsclip("start", "worker")
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(moment)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert rough.run("refresh") == 0
    # A text in which a worker was killed twice is set aside, which may happen here on a busy machine.
    assert rough.run("retry", "--all") == 0
    assert rough.run("refresh") == 0

    assert rough.story_of_each_article() == calm.story_of_each_article()
    for table, key in (
        ("clips_clip", "story_id"),
        ("stories_membership", "article_id"),
        ("articles_revision", "article_id, number"),
    ):
        assert rough.rows(f"SELECT count(*) FROM {table}") == calm.rows(f"SELECT count(*) FROM {table}"), table
        assert rough.rows(f"SELECT {key} FROM {table} GROUP BY {key} HAVING count(*) > 1") == [], table


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
            return page.status == 200
    except OSError:
        return False


def test_the_supervisor_starts_again_what_dies_and_leaves_nothing_behind(press, tmp_path):
    product, port = Product(tmp_path / "home", press), free_port()
    supervisor = product.newsclip("start", "--port", str(port))
    try:
        wait_until(lambda: answers(port))
        os.kill(child_of(supervisor.pid, "granian"), signal.SIGKILL)
        wait_until(lambda: not answers(port))
        wait_until(lambda: answers(port))
    finally:
        supervisor.send_signal(signal.SIGKILL)
        supervisor.wait()
    wait_until(lambda: not answers(port))


def child_of(parent: int, name: str) -> int:
    """The process that the supervisor started and whose command line holds this name."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if f"PPid:\t{parent}\n" in status.read_text() and name in (status.parent / "cmdline").read_text():
                return int(status.parent.name)
        except OSError:
            continue
    raise AssertionError(f"no {name} under {parent}")


def test_a_port_that_another_program_has_is_named_at_once(press, tmp_path):
    product = Product(tmp_path / "home", press)
    assert product.run("start", "--port", str(press.port)) == 1
    assert product.run("demo", "--press-port", str(press.port)) == 1
