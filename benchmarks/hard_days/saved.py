"""35: a backup made while news comes in and readers vote, restored on an empty machine by the documented command.

Beside it one of a site that holds 100,000 articles with their texts, which says how long that takes.
"""

import hashlib
import shutil
import time
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.postgres import Postgres, postgres
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running, wait_until
from benchmarks.hard_days.signed_in import Browser, sign_in

EVENTS, SMALL_EVENTS = 40, 5
STORIES, SMALL_STORIES = 33_334, 1_000  # of three articles each
SECONDS = 300.0
TABLES = ("articles_article", "articles_revision", "stories_membership", "clips_clip", "clips_clipversion",
          "accounts_reader", "community_vote")  # fmt: skip
BROKEN = {
    # What lies beside the database is forgotten.
    "pictures": [Edit("cli/backup.py", '_FILES = ("media", "secret-key")', '_FILES = ("secret-key",)')],
}


def on_sqlite(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    _save(day, work, build, None, SMALL_EVENTS if small else EVENTS)


def on_postgresql(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with postgres(work) as server:
        _save(day, work, build, server, SMALL_EVENTS if small else EVENTS)


def large_on_sqlite(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    _save_many(day, work, build, None, SMALL_STORIES if small else STORIES)


def large_on_postgresql(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with postgres(work) as server:
        _save_many(day, work, build, server, SMALL_STORIES if small else STORIES)


def _save_many(day: Day, work: Path, build: Path | None, server: Postgres | None, stories: int) -> None:
    file = work / "copy.tar.gz"
    first, second = (
        Product(work / name, database=address, build=build)
        for name, address in (
            ("first", server.address if server else ""),
            ("second", server.another() if server else ""),
        )
    )
    code = first.python("-m", "benchmarks.many_clips", str(stories), "--texts").wait(3600)
    day.least("articles", first.count("SELECT count(*) FROM articles_revision"), 3 * stories, f"exit {code}")
    for what, product, words in (("saved", first, ("backup", str(file))), ("restored", second, ("restore", str(file)))):
        began = time.monotonic()
        code = product.run(*words, patience=2 * SECONDS)
        took = time.monotonic() - began
        note = f"exit {code}, {file.stat().st_size if file.exists() else 0:,} bytes"
        day.most(f"seconds until they were {what}", took if code == 0 else 2 * SECONDS, SECONDS, note)
    counts = _counts(first)
    _compare(day, first, second, counts, counts, known=first.wrong())  # what was made cheaply lacks its versions


def _save(day: Day, work: Path, build: Path | None, server: Postgres | None, events: int) -> None:
    file = work / "copy.tar.gz"
    with LivingPress() as press:
        ports = str(press.port)
        first = Product(
            work / "first", database=server.address if server else "", build=build, NEWSCLIP_LOOPBACK_PORTS=ports
        )
        (first.home / "media").mkdir()
        (first.home / "media" / f"{'ab' * 20}.webp").write_bytes(b"a picture" * 1000)
        press.publish(events)
        first.follow(press.sources())
        with running(first):
            assert wait_until(lambda: first.count("SELECT count(*) FROM clips_clip") >= 2) is not None
            ada = Browser(first, "ada")
            assert ada.vote(first.rows("SELECT story_id FROM clips_clip")[0][0]) == 200
            press.publish(events)
            first.make_due()
            for (story,) in first.rows("SELECT story_id FROM clips_clip")[1:]:
                ada.post(f"/s/{story}/vote")  # what was said last, the copy must hold too
            before = _counts(first)
            began = time.monotonic()
            code = first.run("backup", str(file))
            took = time.monotonic() - began
            after = _counts(first)
        day.least("the backup was made under load", code == 0 and file.exists(), 1, f"exit {code}")
        day.most("seconds that it took", took, SECONDS, f"{file.stat().st_size if file.exists() else 0:,} bytes")
        second = Product(
            work / "second", database=server.another() if server else "", build=build, NEWSCLIP_LOOPBACK_PORTS=ports
        )
        began = time.monotonic()
        code = second.run("restore", str(file))
        day.least("it was restored on an empty machine", code == 0, 1, f"exit {code}, {time.monotonic() - began:.1f} s")
        if code == 0:
            _compare(day, first, second, before, after)
            _go_on(day, second, press)
        shutil.rmtree(second.home, ignore_errors=True)


def _counts(product: Product) -> dict[str, int]:
    return {table: product.count(f"SELECT count(*) FROM {table}") for table in TABLES}


def _compare(
    day: Day,
    first: Product,
    second: Product,
    before: dict[str, int],
    after: dict[str, int],
    known: dict[str, int] | None = None,
) -> None:
    found = _counts(second)
    short = {t: n for t, n in found.items() if not before[t] <= n <= after[t]}
    day.most("tables with other rows than when it was made", len(short), 0, str(short or found))
    wrong = second.wrong()
    day.most(
        "rows that contradict each other", 0 if wrong == (known or {}) else sum(wrong.values()), 0, str(wrong or "")
    )
    day.most("pictures that differ", len(_digests(first) ^ _digests(second)), 0)


def _digests(product: Product) -> set[tuple[str, str]]:
    media = product.home / "media"
    return {(file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in media.glob("*.webp")}


def _go_on(day: Day, product: Product, press: LivingPress) -> None:
    with running(product):
        day.least("who had an account can sign in", sign_in(product, "ada"), 1)
        slug = product.rows("SELECT slug FROM clips_clip WHERE state = 'published'")[0][0]
        day.least("a clip is read", product.get(f"/c/{slug}")[0] == 200, 1)
        press.publish(1)
        product.make_due()
        took = wait_until(lambda: press.articles() <= product.taken_in(), 120, 1.0)
        day.least("what was published since is taken in", took is not None, 1)
