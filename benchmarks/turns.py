"""The cost of an idle worker turn as finished rows grow: readers, votes, notices, clips, …

A site of 20,000 rows a table and one of ten times as many (`benchmarks.people`), each in a throw-away home; in each the
worker takes turns two seconds apart, as `newsclip start worker` does. Told are milliseconds of CPU, the database's with
them, of each step, the dearest first, on average over half a minute; apart from it the first turn of an hour, in which
everything is due that is done by the hour; and how many statements that write an idle turn asks.

An idle turn may not cost more because more was done before: at ten times the rows 1.5 times as much at most, each of
its steps but for a millisecond, and no more than so many milliseconds; and it writes nothing. Exits 1 where that is
missed; `--broken` runs a build that looks through all votes in each turn, which has to miss it. `--postgresql` measures
there; it needs PostgreSQL 17.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from benchmarks.hard_days.builds import ROOT, Edit, broken
from benchmarks.ports import free_port
from benchmarks.postgresql import postgresql

ROWS, MORE = 20_000, 10
GROWTH, SLACK, TURN, FIRST_TURN = 1.5, 1.0, 50.0, 150.0
TURNS, PAUSE = 30, timedelta(seconds=2)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN")
BROKEN = (Edit("community/actions/voting.py", "filter(value=0,", "exclude(value__in=(1, -1)).filter("),)

type Spent = dict[str, float]


class Clock:
    """CPU seconds of this process and of the server process behind its connection, where there is one."""

    def __init__(self) -> None:
        from django.db import connection

        self.server = Path("/dev/null")
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                self.server = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")

    def __call__(self) -> float:
        return time.process_time() + int((self.server.read_text() or "0").split()[0]) / 1e9


class Timed:
    """A step that says what it took, and what it found to do."""

    def __init__(self, step: Any, cpu: Clock, spent: Spent, found: list[str]) -> None:
        self.__name__, self._step, self._cpu, self._spent, self._found = step.__name__, step, cpu, spent, found

    def __call__(self, tools: Any, now: datetime) -> Iterator[Any]:
        began = self._cpu()
        try:
            for outcome in self._step(tools, now):
                self._found.append(f"{self.__name__}: {outcome.subject}")
                yield outcome
        except Exception as error:
            self._found.append(f"{self.__name__}: {error!r}")
            raise
        finally:
            self._spent[self.__name__] += self._cpu() - began


class Writes:
    """How many statements that write were asked, and the last few of them."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 Django's own
        if sql.startswith(WRITES):
            self.asked.append(" ".join(sql.split()[:3]))
        return execute(sql, params, many, context)


def within(rows: int) -> int:
    """With the product's own environment: fill, take turns, say what they took."""
    from newsclip.server.setup import prepare

    prepare()
    from django.db import connection

    from benchmarks.people import fill
    from newsclip import wiring
    from newsclip.worker.loop import DUTIES, turn

    began = time.perf_counter()
    fill(rows)
    filled = time.perf_counter() - began
    spent: Spent = defaultdict(float)
    found: list[str] = []
    steps = [Timed(step, Clock(), spent, found) for step in DUTIES]
    tools, writes, stop = wiring.tools(), Writes(), Event()
    turn(tools, partial(_same, NOW), stop, steps)  # what a process does once is no turn's
    found.clear()
    seen: dict[str, Any] = {"rows": rows, "filled_in_seconds": round(filled), "found": found}
    for name, turns, at in (("turn", TURNS, NOW + PAUSE), ("first turn of an hour", 1, NOW + timedelta(hours=2))):
        spent.clear()
        with connection.execute_wrapper(writes):
            for place in range(turns):
                turn(tools, partial(_same, at + PAUSE * place), stop, steps)
        seen[name] = {step: round(1000 * took / turns, 3) for step, took in spent.items()}
        seen[f"writes: {name}"] = dict(Counter(writes.asked))
        writes.asked = []
    print(json.dumps(seen), flush=True)
    return 0


def _same(at: datetime) -> datetime:
    return at


def site(rows: int, build: Path, *, on_postgresql: bool) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        work.chmod(0o755)
        with postgresql(work, free_port(), wanted=on_postgresql) as url:
            surroundings = {**os.environ, "NEWSCLIP_HOME": str(work / "home"), "NEWSCLIP_DATABASE_URL": url}
            again = [sys.executable, "-m", "benchmarks.turns", "--within", str(rows)]
            done = subprocess.run(again, env=surroundings, cwd=build, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def compare(few: dict[str, Any], many: dict[str, Any], database: str) -> bool:
    """Whether turns are cheap and stay so. Says all figures."""
    found = few["found"] + many["found"]
    say(database=database, found_to_do=len(found), target=0, such_as=found[:5], short=bool(found))
    good = not found
    for name, most in (("turn", TURN), ("first turn of an hour", FIRST_TURN)):
        before, after = few[name], many[name]
        for step in sorted(after, key=lambda step: -after[step]):
            if after[step] >= 0.1:
                grew = after[step] > GROWTH * before[step] + SLACK and name == "turn"
                good = good and not grew
                say(database=database, of=name, step=step, milliseconds=after[step], before=before[step], short=grew)
        whole, grown = sum(after.values()), sum(after.values()) / sum(before.values())
        ok = whole <= most and grown <= GROWTH
        good = good and ok
        say(database=database, whole=name, rows=many["rows"], milliseconds=round(whole, 2), target=most,
            growth_from_a_tenth_of_the_rows=round(grown, 2), target_of_growth=GROWTH, short=not ok)  # fmt: skip
    written = many["writes: turn"]
    say(database=database, statements_that_write=sum(written.values()) / TURNS, target=0, such_as=sorted(written),
        short=bool(written))  # fmt: skip
    return good and not written


def say(**figures: Any) -> None:
    print(json.dumps(figures), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS, help="a table, of the smaller site")
    parser.add_argument("--postgresql", action="store_true", help="instead of SQLite")
    parser.add_argument("--broken", action="store_true", help="a build that looks through all votes; it has to miss")
    parser.add_argument("--within", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.within:
        return within(options.within)
    with tempfile.TemporaryDirectory() as folder:
        build = broken(BROKEN, Path(folder)) if options.broken else ROOT
        few, many = (
            site(rows, build, on_postgresql=options.postgresql) for rows in (options.rows, MORE * options.rows)
        )
    met = compare(few, many, "postgresql" if options.postgresql else "sqlite")
    return int(met == options.broken)


if __name__ == "__main__":
    sys.exit(main())
