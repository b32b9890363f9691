"""The cost of a refresh beside Miniflux 2.2.6: 500 feeds of 50 full-text entries at 500 loopback addresses.

Three states are refreshed by both, one after the other in one run: nothing changed (304), 5 new of 50, all 50 new; by
Newsclip on SQLite and on PostgreSQL, by Miniflux on the same PostgreSQL. Both sides sanitise (Newsclip to plain words),
notice edits and index the full text; Newsclip minds robots.txt besides. One process each, in sessions of their own, so
that a busy machine is shared by sides and not by threads. CPU is that of the program and of its database together.
PostgreSQL does not wait for the disk (fsync off), nor does SQLite (synchronous NORMAL).

Prints a JSON line for each figure; exits 1 where one falls short of its target, 2 where a program is missing.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import cpu_of_tree
from benchmarks.refresh_feeds import FEEDS, address

POSTGRESQL = Path("/usr/lib/postgresql/17/bin")
SCENARIOS = {"unchanged": 0, "5 new of 50": 1, "all new": 2}
SPEED = {  # our feeds a second, in times of Miniflux's
    "sqlite": {"unchanged": 2.5, "5 new of 50": 20.0, "all new": 8.0},
    "postgresql": {"unchanged": 1.4, "5 new of 50": 12.0, "all new": 4.0},
}
FRUGALITY = {"sqlite": 20.0, "postgresql": 15.0}  # Miniflux's CPU a feed, in times of ours, at 5 new of 50
FEED_ROWS = """
    INSERT INTO users (username, password, is_admin) VALUES ('bench', '', false);
    INSERT INTO categories (user_id, title) SELECT id, 'All' FROM users;
    INSERT INTO feeds (user_id, category_id, title, feed_url, site_url)
    SELECT user_id, id, url, url, url FROM categories, unnest(string_to_array('{urls}', ',')) AS url"""


@dataclass(frozen=True)
class Cost:
    """Seconds of one refresh, on the clock and of the processors."""

    seconds: float
    cpu: float


@dataclass(frozen=True)
class Bench:
    """The two throw-away services of a run."""

    work: Path
    database_port: int
    feed_port: int
    feeds: int

    def sql(self, database: str, statements: str) -> str:
        command = ["psql", "-h", "127.0.0.1", "-p", str(self.database_port), "-U", "newsclip", "-qAt", "-d", database]
        return subprocess.run([*command, "-c", statements], check=True, capture_output=True, text=True).stdout.strip()

    def show(self, state: int) -> None:
        urllib.request.urlopen(f"http://{address(0)}:{self.feed_port}/state/{state}").close()

    def database_cpu(self) -> float:
        """Seconds that PostgreSQL's processes have spent, those that ended included."""
        return cpu_of_tree(int((self.work / "pg" / "postmaster.pid").read_text().split()[0]))


class Miniflux:
    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        bench.sql("postgres", "CREATE DATABASE miniflux")
        at = f"postgres://newsclip@127.0.0.1:{bench.database_port}/miniflux?sslmode=disable"
        self.file = bench.work / "miniflux.conf"
        self.file.write_text(f"DATABASE_URL={at}\nBATCH_SIZE={bench.feeds}\nDISABLE_HTTP_SERVICE=1\n")
        self.run("-migrate")
        urls = ",".join(f"http://{address(feed)}:{bench.feed_port}/feed.xml" for feed in range(bench.feeds))
        bench.sql("miniflux", FEED_ROWS.format(urls=urls))

    def run(self, what: str) -> None:
        subprocess.run(["miniflux", "-c", self.file, what], check=True, capture_output=True, start_new_session=True)

    def refresh(self) -> Cost:
        self.bench.sql("miniflux", "UPDATE feeds SET next_check_at = now() - interval '1 hour'")
        before, began, database = sum(os.times()[2:4]), time.perf_counter(), self.bench.database_cpu()
        self.run("-refresh-feeds")
        seconds, cpu = time.perf_counter() - began, sum(os.times()[2:4]) - before
        errors = self.bench.sql("miniflux", "SELECT count(*) FROM feeds WHERE parsing_error_count > 0")
        assert errors == "0", f"Miniflux failed to read {errors} feeds"
        return Cost(seconds, cpu + self.bench.database_cpu() - database)

    def entries(self) -> int:
        return int(self.bench.sql("miniflux", "SELECT count(*) FROM entries"))


class Newsclip:
    def __init__(self, bench: Bench, engine: str) -> None:
        self.bench = bench
        self.taken = 0
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
        self.environment = kept | {"NEWSCLIP_HOME": str(bench.work / engine)}
        if engine == "postgresql":
            bench.sql("postgres", "CREATE DATABASE newsclip")
            at = f"postgresql://newsclip@127.0.0.1:{bench.database_port}/newsclip"
            self.environment["NEWSCLIP_DATABASE_URL"] = at
        self.run("prepare")

    def run(self, what: str) -> str:
        command = [sys.executable, "-m", "benchmarks.refresh_ours", what, str(self.bench.feed_port)]
        command.append(str(self.bench.feeds))
        return subprocess.run(
            command, check=True, stdout=subprocess.PIPE, text=True, env=self.environment, start_new_session=True
        ).stdout

    def refresh(self) -> Cost:
        database = self.bench.database_cpu()
        found = json.loads(self.run("refresh"))
        assert found["looks"] == self.bench.feeds, found
        self.taken += int(found["new"])
        return Cost(found["seconds"], found["cpu"] + self.bench.database_cpu() - database)

    def entries(self) -> int:
        return self.taken


def compare(bench: Bench) -> bool:
    """Both sides in every state; whether all targets are met."""
    peer, engines = Miniflux(bench), {engine: Newsclip(bench, engine) for engine in SPEED}
    bench.show(0)
    for side in (peer, *engines.values()):
        side.refresh()
    fine = True
    for scenario, state in SCENARIOS.items():
        bench.show(state)
        theirs = peer.refresh()
        for engine, ours in engines.items():
            fine = _told(scenario, engine, ours.refresh(), theirs, bench.feeds) and fine
            assert ours.entries() == peer.entries(), "both must have taken the same entries"
    return fine


def _told(scenario: str, engine: str, ours: Cost, theirs: Cost, feeds: int) -> bool:
    faster, frugal = theirs.seconds / ours.seconds, theirs.cpu / ours.cpu
    targets = {"times_faster": SPEED[engine][scenario]}
    if scenario == "5 new of 50":
        targets["times_less_cpu"] = FRUGALITY[engine]
    figures: Mapping[str, float] = {"times_faster": round(faster, 1), "times_less_cpu": round(frugal, 1)}
    met = all(figures[name] >= target for name, target in targets.items())
    line = {
        "scenario": scenario,
        "database": engine,
        "feeds_a_second": round(feeds / ours.seconds),
        "miniflux_feeds_a_second": round(feeds / theirs.seconds, 1),
        "cpu_ms_a_feed": round(1000 * ours.cpu / feeds, 2),
        "miniflux_cpu_ms_a_feed": round(1000 * theirs.cpu / feeds, 1),
    }
    print(json.dumps(line | dict(figures) | {"targets": targets, "met": met}), flush=True)
    return met


@contextmanager
def services(first_port: int, feeds: int) -> Iterator[Bench]:
    work = Path(tempfile.mkdtemp(prefix="newsclip-refresh-"))
    work.chmod(0o755)
    bench = Bench(work, first_port, first_port + 1, feeds)
    command = [sys.executable, "-m", "benchmarks.refresh_feeds", str(bench.feed_port), str(work / "ready"), str(feeds)]
    server = subprocess.Popen(command)
    try:
        _start_postgresql(work, first_port)
        while not (work / "ready").exists():
            assert server.poll() is None, "the feeds could not be served"
            time.sleep(0.1)
        yield bench
    finally:
        server.terminate()
        server.wait()
        if (work / "pg" / "postmaster.pid").exists():
            _as_postgres(POSTGRESQL / "pg_ctl", "-D", work / "pg", "-m", "fast", "-w", "stop")
        shutil.rmtree(work, ignore_errors=True)


def _start_postgresql(work: Path, port: int) -> None:
    (work / "pg").mkdir()
    if os.geteuid() == 0:
        shutil.chown(work / "pg", "postgres")
    _as_postgres(POSTGRESQL / "initdb", "-D", work / "pg", "-U", "newsclip", "--auth=trust", "--locale=C.UTF-8")
    options = f"-p {port} -k {work / 'pg'} -c listen_addresses=127.0.0.1 -c fsync=off"
    _as_postgres(POSTGRESQL / "pg_ctl", "-D", work / "pg", "-l", work / "pg" / "log", "-w", "-o", options, "start")


def _as_postgres(*command: str | Path) -> None:
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*who, *command], check=True, stdout=subprocess.DEVNULL)


def missing() -> list[str]:
    needed = {"miniflux": shutil.which("miniflux"), "postgresql-17": (POSTGRESQL / "initdb").exists()}
    return [package for package, there in needed.items() if not there]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=FEEDS, help="how many feeds, %(default)s at most")
    parser.add_argument("--port", type=int, default=8160, help="the first of two free ports")
    asked = parser.parse_args()
    if missing():
        print(f"SKIPPED, {' and '.join(missing())} missing: apt-get install -y {' '.join(missing())}", file=sys.stderr)
        sys.exit(2)
    with services(asked.port, min(asked.feeds, FEEDS)) as run:
        sys.exit(0 if compare(run) else 1)
