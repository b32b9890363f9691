"""Newsclip as an operator runs it: real processes in a folder of their own, with access to their tables."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from benchmarks.hard_days.builds import whole
from benchmarks.new_tables import lay_out, lay_out_static
from benchmarks.ports import free_port

type Rows = list[tuple[object, ...]]
PATIENCE = 180.0
AT_LENGTH = 900.0  # seconds for a command that ends by itself, on a machine however busy
BACKLOG = {  # step → how many rows wait for it, whether due or held
    "articles to read": "SELECT count(*) FROM articles_article WHERE state = 'found'",
    "articles to place": "SELECT count(*) FROM articles_article a WHERE a.state = 'read' AND NOT EXISTS"
    " (SELECT 1 FROM stories_membership m WHERE m.article_id = a.id AND m.revision = a.revisions)",
    "clips to write": "SELECT count(*) FROM stories_story s WHERE s.merged_into_id IS NULL AND s.articles > 0"
    " AND NOT EXISTS (SELECT 1 FROM clips_assignment g WHERE g.story_id = s.id AND g.story_version = s.version)",
    "clips to index": "SELECT count(*) FROM clips_clip WHERE indexed_version < version AND state = 'published'",
}
WRONG = {  # name → rows that contradict each other; none may be there at any moment
    "articles read without their text": "SELECT a.id FROM articles_article a WHERE a.state = 'read' AND a.revisions <>"
    " (SELECT count(*) FROM articles_revision r WHERE r.article_id = a.id)",
    "stories with two clips": "SELECT story_id FROM clips_clip GROUP BY story_id HAVING count(*) > 1",
    "articles in two stories": "SELECT article_id FROM stories_membership GROUP BY article_id HAVING count(*) > 1",
    "articles kept twice": "SELECT url FROM articles_article GROUP BY url HAVING count(*) > 1",
    "texts kept twice": "SELECT article_id FROM articles_revision GROUP BY article_id, digest HAVING count(*) > 1",
    "clips without their newest version": "SELECT c.id FROM clips_clip c WHERE NOT EXISTS"
    " (SELECT 1 FROM clips_clipversion v WHERE v.clip_id = c.id AND v.version = c.version AND v.digest = c.digest)",
    "versions written twice": "SELECT clip_id FROM clips_clipversion GROUP BY clip_id, version HAVING count(*) > 1",
    "placements of no article": "SELECT m.id FROM stories_membership m LEFT JOIN articles_article a"
    " ON a.id = m.article_id WHERE a.id IS NULL",
}  # fmt: skip


class Product:
    """One installation. Everything that it starts ends with `stop`."""

    def __init__(self, home: Path, *, database: str = "", build: Path | None = None, **options: str) -> None:
        self.home, self.database, self.build = home, database, build or whole()
        home.mkdir(parents=True, exist_ok=True)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("NEWSCLIP_", "DJANGO_"))}
        self.environment = kept | {"NEWSCLIP_HOME": str(home), "NEWSCLIP_DATABASE_URL": database} | options
        self.port = free_port()
        self.log = home.parent / f"{home.name}.log"
        self.started: list[subprocess.Popen[bytes]] = []

    def newsclip(self, *words: str) -> "subprocess.Popen[bytes]":
        return self.python("-m", "newsclip", *words)

    def python(self, *words: str, **environment: str) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, *words], cwd=self.build, env=self.environment | environment,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.started.append(process)
        return process

    def run(self, *words: str, patience: float = AT_LENGTH) -> int:
        return self.newsclip(*words).wait(patience)

    def start(self, *which: str) -> "subprocess.Popen[bytes]":
        """`newsclip start` (or start web, start worker) on this product's port."""
        return self.newsclip("start", *which, *(() if "worker" in which else ("--port", str(self.port))))

    def stop(self) -> None:
        for process in self.started:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGTERM)
        for process in self.started:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.started = []

    def get(self, path: str = "/", timeout: float = 10, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
        """Status, body and headers; status 0 where nothing answers."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            with urlopen(Request(f"http://127.0.0.1:{self.port}{path}", headers=told), timeout=timeout) as answer:
                return answer.status, answer.read(), dict(answer.headers)
        except HTTPError as error:
            with error:
                return error.code, error.read(), dict(error.headers)
        except OSError:
            return 0, b"", {}

    def answers(self, path: str = "/healthz") -> bool:
        return self.get(path)[0] == 200

    # its tables

    def rows(self, query: str, *values: object) -> Rows:
        if self.database:
            return _ask_postgresql(self.database, query, values)
        with closing(sqlite3.connect(self.home / "newsclip.sqlite3", timeout=30)) as database, database:
            return database.execute(query, values).fetchall()

    def count(self, query: str, *values: object) -> int:
        return int(self.rows(query, *values)[0][0])  # type: ignore[call-overload]

    def follow(self, urls: Sequence[str]) -> None:
        """Follow these feeds in a new site, as an import of an OPML file does."""
        (lay_out_static if self.database else lay_out)(self.home)
        file = self.home.parent / "feeds.opml"
        outlines = "".join(f'<outline type="rss" text="{url}" xmlUrl="{url}"/>' for url in urls)
        file.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
        code = self.run("import", str(file))
        assert code == 0, f"the feeds could not be followed, see {self.log}: exit {code}"

    def make_due(self) -> None:
        """Every source is due, as after `newsclip refresh`: a press that publishes each second is not waited for."""
        place = "%s" if self.database else "?"
        now = datetime.now(UTC)
        value = now if self.database else now.strftime("%Y-%m-%d %H:%M:%S.%f")
        self.rows(f"UPDATE sources_source SET due_at = {place} WHERE kind <> 'submissions'", value)

    def backlog(self) -> dict[str, int]:
        return {step: self.count(query) for step, query in BACKLOG.items()}

    def wrong(self) -> dict[str, int]:
        """What contradicts itself in the tables, and how many rows of each kind."""
        found = {name: len(self.rows(query)) for name, query in WRONG.items()}
        if not self.database:
            found["integrity"] = int(self.rows("PRAGMA integrity_check") != [("ok",)])
            found["foreign keys"] = len(self.rows("PRAGMA foreign_key_check"))
        return {name: number for name, number in found.items() if number}

    def taken_in(self) -> set[str]:
        """The addresses of all accepted articles."""
        return {str(url) for (url,) in self.rows("SELECT url FROM articles_article")}


def _ask_postgresql(address: str, query: str, values: Sequence[object]) -> Rows:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute(query.encode(), values)
        return found.fetchall() if found.description else []


def wait_until(true: Callable[[], object], patience: float = PATIENCE, every: float = 0.2) -> float | None:
    """Seconds until it was true; None where it never was."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > patience:
            return None
        time.sleep(every)
    return time.monotonic() - began


@contextmanager
def running(product: Product, *which: str) -> Iterator[Product]:
    """The product, from when its site answers (or its tables are there) until the block ends."""
    product.start(*which)
    try:
        if "worker" not in which:
            assert wait_until(product.answers) is not None, f"it does not start, see {product.log}"
        yield product
    finally:
        product.stop()
