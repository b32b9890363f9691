"""41: a soak test of 24 hours, with news coming in and pages being read. Nothing grows that should not."""

import os
import random
import statistics
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running
from benchmarks.hard_days.simulated import simulated
from benchmarks.machine import family

HOURS, SMALL_HOURS = 24, 3
SLICES_AN_HOUR = 4
READS = 25
KEPT_PAGES = 32.0  # MiB that the site's cache of pages fills at most, see newsclip/web/caching/page_cache.py
NOISE = 8.0  # MiB that an allocator keeps now so, now so; what grows with each fetch is more in the end
_LOG, _BUSY = "log = structlog.get_logger()\n", "                    busy = True\n"
BROKEN = {
    "forgetting": [
        Edit("worker/loop.py", _LOG, f"{_LOG}KEPT = []\n"),
        Edit("worker/loop.py", _BUSY, f"{_BUSY}                    KEPT.append(bytearray(b'x' * 50_000))\n"),
    ],
}


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    hours = SMALL_HOURS if small else HOURS
    chance, pages = random.Random(41), Counter[int]()
    start = datetime.now(UTC) - timedelta(hours=hours)
    with LivingPress(papers=30) as press:
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        with simulated(product, start) as worker:
            press.clock = lambda: worker.now
            worker.order()
            product.follow(press.sources())
            product.rows(
                "UPDATE sources_source SET due_at = ? WHERE kind <> 'submissions'", f"{start:%Y-%m-%d %H:%M:%S}"
            )
            with running(product, "web"):
                told = []
                for _ in range(hours * SLICES_AN_HOUR):
                    press.publish(2)
                    state = worker.order(run=3600 / SLICES_AN_HOUR)
                    _read(product, chance, pages)
                    told.append(state | _web(product) | {"fetches": press.asked.total()})
                worker.order(run=3600)
        _tell(day, told)
        day.tells("hours of clock", hours)
        day.tells("pages read", pages.total())
        day.most("pages that failed", pages.total() - pages[200], 0, str(dict(pages)))
        day.most("articles not taken in", len(press.articles() - product.taken_in()), 0)
        day.most("rows that still wait", sum(product.backlog().values()), 0, str(product.backlog()))
        day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


def _read(product: Product, chance: random.Random, pages: Counter[int]) -> None:
    slugs = [row[0] for row in product.rows("SELECT slug FROM clips_clip WHERE state = 'published'")]
    for _ in range(READS):
        paths = ["/", "/trending", *(f"/c/{slug}" for slug in chance.sample(slugs, min(3, len(slugs))))]
        cookie = chance.choice(("", "a=b"))
        status = product.get(chance.choice(paths), Cookie=cookie)[0]
        pages[status] += 1


def _web(product: Product) -> dict[str, float]:
    """The site's processes together."""
    mine = [pid for started in product.started for pid in family(started.pid)]
    rss = (
        sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in mine) * os.sysconf("SC_PAGE_SIZE") / 2**20
    )
    return {"web rss": rss, "web files": sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in mine)}


def _tell(day: Day, told: list[dict[str, float]]) -> None:
    """Growth from the second quarter, when all is warm, to the last."""
    quarter = max(1, len(told) // 4)
    warm, last = told[quarter : 2 * quarter], told[-quarter:]

    def of(rows: list[dict[str, float]], name: str) -> float:
        return statistics.median(row[name] for row in rows)

    fetches = of(last, "fetches") - of(warm, "fetches")
    for name in ("rss", "web rss"):
        grown = of(last, name) - of(warm, name)
        whose = "worker's" if name == "rss" else "site's"
        most = NOISE + fetches / 1000 + (KEPT_PAGES if name == "web rss" else 0)
        day.most(f"MiB that the {whose} memory grew", grown, most, f"in {fetches:.0f} fetches, to {of(last, name):.0f}")
    day.most("open files that came on top, worker", of(last, "files") - of(warm, "files"), 2)
    day.most("open files that came on top, site", of(last, "web files") - of(warm, "web files"), 8)
    day.most("threads that came on top, worker", of(last, "threads") - of(warm, "threads"), 1)
    day.most("MiB of SQLite's log at its longest", max(row["wal"] for row in told), 64)
