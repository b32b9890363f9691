"""29: kill -9 of any process at random moments of intake. Nothing accepted is lost, duplicated or stuck."""

import os
import random
import signal
import subprocess
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.postgres import Postgres, postgres
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, wait_until
from benchmarks.machine import family

KILLS, SMALL = 50, 6
PATIENCE = 120.0
ROLES = {"supervisor": "--port", "worker": "start worker", "web": "granian"}
BROKEN = {
    # What a source showed is remembered before its articles are stored, two seconds before and apart from them.
    "remembered-first": [
        Edit("sources/actions/store.py", "        new = take(shown) if take and shown else {}\n", "        new = {}\n"),
        Edit(
            "sources/actions/store.py",
            "    return results\n",
            "    __import__('time').sleep(2)\n    new = take(shown) if take and shown else {}\n    return results\n",
        ),
    ],
    # A lease of somebody who died never ends.
    "leases-for-ever": [
        Edit(
            "db/leases.py",
            "Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + 2 * lease)",
            "Q(leased_until=None)",
        )
    ],
}


def on_sqlite(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    _kill(day, work, build, None, small=small)


def on_postgresql(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with postgres(work) as server:
        _kill(day, work, build, server, small=small)


def _kill(day: Day, work: Path, build: Path | None, server: Postgres | None, *, small: bool) -> None:
    kills, lease = (SMALL, {"NEWSCLIP_LEASE": "10"}) if small else (KILLS, {})
    chance = random.Random(29)
    with LivingPress() as press:
        product = Product(
            work / "home",
            database=server.address if server else "",
            build=build,
            NEWSCLIP_LOOPBACK_PORTS=str(press.port),
            **lease,
        )
        try:
            product.follow(press.sources())
            rough = _Rough(product, press, server, chance)
            while rough.killed.total() < kills:
                rough.kill()
            _after(day, rough)
        finally:
            product.stop()


class _Rough:
    """A product that is killed again and again while the press publishes."""

    def __init__(self, product: Product, press: LivingPress, server: Postgres | None, chance: random.Random) -> None:
        self.product, self.press, self.server, self.chance = product, press, server, chance
        self.accepted: set[str] = set()
        self.killed: Counter[str] = Counter()
        self.supervisor: subprocess.Popen[bytes] = product.start()

    def kill(self) -> None:
        """One process, within a second and a half of the moment when news came in again."""
        if self.supervisor.poll() is not None:  # the port was not free yet; an operator's systemd tries again
            self.supervisor = self.product.start()
        before = len(self.accepted)
        self.press.publish(2)
        wait_until(lambda: self._look() > before, 60, 0.1)
        self.press.publish(2)
        self._look()
        time.sleep(self.chance.uniform(0, 1.5))
        kinds = [*ROLES, "worker", *(["postgres"] if self.server else [])]
        kind = self.chance.choice(kinds)
        if kind == "postgres" and self.server:
            self.killed[kind] += self.server.kill_backend(self.chance)
        else:
            first = self.supervisor.pid
            victims = [
                pid
                for pid, line in family(first).items()
                if ROLES[kind] in line and (kind != "supervisor" or pid == first)
            ]
            if victims:
                with suppress(ProcessLookupError):
                    os.kill(self.chance.choice(victims), signal.SIGKILL)
                self.killed[kind] += 1
        if kind == "supervisor":
            self.supervisor.wait()
            self.supervisor = self.product.start()

    def _look(self) -> int:
        """How many articles were accepted so far. A database that recovers is asked again later."""
        with suppress(Exception):
            self.product.make_due()
            self.accepted |= self.product.taken_in()
        return len(self.accepted)

    def done(self) -> bool:
        if self.supervisor.poll() is not None:
            self.supervisor = self.product.start()
        with suppress(Exception):
            self.product.make_due()
            return self.press.articles() <= self.product.taken_in() and not any(self.product.backlog().values())
        return False


def _after(day: Day, rough: _Rough) -> None:
    product, press = rough.product, rough.press
    took = wait_until(rough.done, PATIENCE, 1.0)
    known = product.taken_in()
    day.tells("kills", sum(rough.killed.values()), ", ".join(f"{n} {kind}" for kind, n in sorted(rough.killed.items())))
    day.tells("articles published", len(press.articles()))
    day.most("accepted articles lost", len(rough.accepted - known), 0)
    day.most("published articles never taken in", len(press.articles() - known), 0)
    day.most("seconds until nothing waited", PATIENCE if took is None else took, PATIENCE - 0.001)
    day.most("rows stuck after two minutes", sum(product.backlog().values()), 0, str(product.backlog()))
    day.most("duplicate or torn rows", sum(product.wrong().values()), 0, str(product.wrong() or ""))
    day.most("articles told by two clips", _told_twice(product), 0)
    day.least("clips published", product.count("SELECT count(*) FROM clips_clip WHERE state = 'published'"), 1)


def _told_twice(product: Product) -> int:
    """Articles that stand among the sources of more than one published clip."""
    import json

    rows = product.rows("SELECT document FROM clips_clip WHERE state = 'published'")
    documents = [json.loads(row) if isinstance(row, str) else row for (row,) in rows]
    told = Counter(source["article"] for document in documents for source in document["sources"])
    return sum(number > 1 for number in told.values())
