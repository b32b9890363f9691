"""32: SQLite's write lock is held for half a minute. Pages are served, writes are postponed, work resumes."""

import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running, wait_until
from benchmarks.hard_days.signed_in import Browser

SECONDS, SMALL_SECONDS = 30, 8
BROKEN = {
    # Changes wait where readers do, and for as long as a worker would.
    "changes-apart": [
        Edit("web/serving/load_shedding.py", "self._readers if environ", "self._readers if True or environ"),
        Edit("server/start.py", '"NEWSCLIP_DATABASE_TIMEOUT", "3"', '"NEWSCLIP_DATABASE_TIMEOUT", "60"'),
    ],
    # Nobody waits for a lock at all: what meets it fails.
    "busy-timeout": [Edit("settings.py", '"timeout": options.database_timeout', '"timeout": 0')],
}


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with LivingPress() as press:
        press.publish(6)
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        product.follow(press.sources())
        assert product.run("refresh") == 0
        with running(product):
            ada = Browser(product, "ada")
            _under_load(day, product, press, 3)
            _locked(day, product, press, ada, SMALL_SECONDS if small else SECONDS)


def _under_load(day: Day, product: Product, press: LivingPress, events: int) -> None:
    """Intake and changes side by side, nothing held: nobody meets a lock."""
    press.publish(events)
    product.make_due()
    assert (
        wait_until(lambda: press.articles() <= product.taken_in() and not any(product.backlog().values())) is not None
    )
    day.most("words of a lock in the log without a reason", _said(product), 0)


def _locked(day: Day, product: Product, press: LivingPress, ada: Browser, seconds: int) -> None:
    reads, changes, slowest = Counter[int](), Counter[int](), 0.0
    story = product.rows("SELECT story_id FROM clips_clip WHERE state = 'published'")[0][0]
    press.publish(2)
    with closing(sqlite3.connect(product.home / "newsclip.sqlite3", timeout=30)) as other:
        product.make_due()
        other.execute("BEGIN IMMEDIATE")
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            changes[ada.vote(story)] += 1
            for path, cookie in (("/", ""), ("/?page=1", ada.cookie), ("/trending", ada.cookie)):
                began = time.monotonic()
                reads[product.get(path, timeout=30, Cookie=cookie)[0]] += 1
                slowest = max(slowest, time.monotonic() - began)
            time.sleep(0.2)
        other.execute("ROLLBACK")
    released = time.monotonic()
    wait_until(lambda: ada.vote(story) == 200, 30)
    changed = time.monotonic() - released
    caught_up = wait_until(
        lambda: press.articles() <= product.taken_in() and not any(product.backlog().values()), 120, 1.0
    )
    day.tells("pages read while the lock was held", sum(reads.values()))
    day.most("pages that failed", sum(reads.values()) - reads[200], 0, str(dict(reads)))
    day.most("seconds that the slowest page took", slowest, 5.0)
    day.most("changes answered with a fault", sum(n for code, n in changes.items() if code not in (200, 503)), 0,
             str(dict(changes)))  # fmt: skip
    day.most("seconds until a change was taken again", changed, 10.0)
    day.most("seconds until the worker had caught up", 121.0 if caught_up is None else caught_up, 120.0)
    day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


def _said(product: Product) -> int:
    return product.log.read_text(errors="replace").count("database is locked")
