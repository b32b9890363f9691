"""Newsclip on the two hosts: one site and one worker on each, with a home folder of its own."""

import json
import sys
import urllib.error
import urllib.request
from pathlib import Path
from secrets import token_hex
from typing import Any

import psycopg

from benchmarks.two_hosts.network import Machines
from benchmarks.two_hosts.servers import (
    ADDRESSES,
    BUCKET,
    CONTROL,
    HOSTS,
    KEYS,
    LIVING,
    SAMPLE,
    SITE_PORT,
    STORE,
    Brokers,
    Databases,
    start_nginx,
    start_press,
    start_store,
    wait_for,
)

LEASE = 20
NAME = "news.example"


class Site:
    """All of it. `start` waits until nginx shows the front page."""

    def __init__(self, machines: Machines, work: Path) -> None:
        self.machines, self._work = machines, work
        self.databases, self.brokers = Databases(machines, work), Brokers(machines, work)
        self._key = token_hex(30)

    def start(self) -> None:
        self.brokers.start()
        start_store(self.machines, sys.executable)
        start_press(self.machines, sys.executable, self._ask_press)
        self.databases.start()
        if self.newsclip("migrate", "host-a", "migrate").wait():
            raise RuntimeError(f"no tables: {self.machines.log('migrate')}")
        for host in HOSTS:
            self.start_web(host, wait=False)
        start_nginx(self.machines, self._work)
        self._follow()
        self.brokers.wait()
        for host in HOSTS:
            self.start_worker(host)
        wait_for(lambda: all(self.is_ready(host) for host in HOSTS), "both sites")
        wait_for(self.brokers.are_cluster, "a queue on three brokers")

    def newsclip(self, role: str, host: str, *words: str) -> Any:
        home = self._work / host
        home.mkdir(exist_ok=True)
        return self.machines.start(
            role, host, sys.executable, "-m", "newsclip", *words, NEWSCLIP_HOME=str(home),
            NEWSCLIP_DATABASE_URL=f"{self.databases.pooled}?sslmode=disable",
            NEWSCLIP_REPLICA_URL=f"{self.databases.replica}?sslmode=disable",
            NEWSCLIP_QUEUE_URL=self.brokers.url, NEWSCLIP_SECRET_KEY=self._key, NEWSCLIP_SITE_URL=f"http://{NAME}",
            NEWSCLIP_LOOPBACK_PORTS=f"{SAMPLE},{LIVING}", NEWSCLIP_PROXIES="1", NEWSCLIP_LEASE=str(LEASE),
            NEWSCLIP_SIGN_UP_RATE="100/1h", NEWSCLIP_SIGN_UP_BURST="100", NEWSCLIP_MIGRATE="off",
            NEWSCLIP_S3_ENDPOINT=STORE, NEWSCLIP_S3_BUCKET=BUCKET, NEWSCLIP_S3_KEY=KEYS["key"],
            NEWSCLIP_S3_SECRET=KEYS["secret"], NEWSCLIP_LOG_FORM="json", NEWSCLIP_SETTINGS="/dev/null",
        )  # fmt: skip

    def start_web(self, host: str, *, wait: bool = True) -> None:
        self.newsclip(f"web of {host}", host, "start", "web", "--host", ADDRESSES[host], "--port", str(SITE_PORT))
        if wait:
            wait_for(lambda: self.is_ready(host), f"the site on {host}")

    def start_worker(self, host: str) -> None:
        self.newsclip(f"worker of {host}", host, "start", "worker")

    def is_ready(self, host: str) -> bool:
        return self.status(f"http://{ADDRESSES[host]}:{SITE_PORT}/readyz") == 200

    def status(self, url: str) -> int:
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers={"Host": NAME}), timeout=20) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except OSError:
            return 0

    def _follow(self) -> None:
        file = self._work / "feeds.opml"
        rows = "".join(f'<outline type="rss" text="{url}" xmlUrl="{url}"/>' for url in self.press()["sources"])
        file.write_text(f'<opml version="2.0"><body>{rows}</body></opml>')
        if self.newsclip("import", "host-a", "import", str(file)).wait():
            raise RuntimeError(f"the sources could not be followed: {self.machines.log('import')}")

    # the press

    def publish(self, events: int) -> None:
        self._ask_press(f"/publish/{events}")
        self.make_due()

    def press(self) -> Any:
        return self._ask_press("/")

    def _ask_press(self, path: str) -> Any:
        try:
            with urllib.request.urlopen(f"http://{ADDRESSES['press']}:{CONTROL}{path}", timeout=20) as answer:
                return json.load(answer)
        except OSError:
            return None

    # the tables

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.databases.direct, autocommit=True) as database:
            found = database.execute(query.encode())
            return found.fetchall() if found.description else []

    def count(self, query: str) -> int:
        return int(self.rows(f"SELECT count(*) FROM {query}")[0][0])

    def make_due(self) -> None:
        """A press that publishes each second is not waited for; a source that a worker is at is left alone."""
        self.rows(
            "UPDATE sources_source SET due_at = now() WHERE id IN (SELECT id FROM sources_source"
            " WHERE kind <> 'submissions' AND due_at > now() FOR UPDATE SKIP LOCKED)"
        )
