"""40: a spike of ten times the readers. Excess requests are refused at once; soon after, everything is normal."""

import statistics
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running

USUAL, TEN_FOLD = 8, 80
SECONDS, SMALL_SECONDS = 60, 8
CALM, SMALL_CALM = 10, 3
RECOVERS = 10.0
BROKEN = {
    "shedding": [
        Edit("web/serving/load_shedding.py", "= (2, 50), (2, 6), (1, 3)", "= (72, 10_000), (72, 10_000), (1, 3)")
    ],
}


@dataclass
class Readers:
    """So many readers at once, each asking for one page after the other; none of their pages is kept for others."""

    product: Product
    pages: dict[str, bytes]
    answers: list[tuple[float, float, str]] = field(default_factory=list)  # when, seconds, what

    def read(self, number: int, seconds: float) -> None:
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=self._one, args=(reader, until)) for reader in range(number)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _one(self, reader: int, until: float) -> None:
        paths = list(self.pages)
        turn = reader
        while time.monotonic() < until:
            path, began = paths[turn % len(paths)], time.monotonic()
            status, body, headers = self.product.get(path, timeout=30, Cookie=f"reader={reader}")
            self.answers.append((began, time.monotonic() - began, self._judged(path, status, body, headers)))
            turn += 1
            if status == 503:
                time.sleep(0.5)  # a browser waits longer

    def _judged(self, path: str, status: int, body: bytes, headers: object) -> str:
        if status == 200:
            return "page" if self.pages[path] in body else "wrong page"
        if status == 503:
            told = dict(headers)  # type: ignore[call-overload]
            return "shed" if any(name.lower() == "retry-after" for name in told) else "503 without Retry-After"
        return f"status {status}"

    def since(self, moment: float) -> list[tuple[float, float, str]]:
        return [answer for answer in self.answers if answer[0] >= moment]


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with LivingPress() as press:
        press.publish(12)
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        product.follow(press.sources())
        assert product.run("refresh") == 0
        with running(product, "web"):
            _spike(day, product, *((SMALL_SECONDS, SMALL_CALM) if small else (SECONDS, CALM)))


def _spike(day: Day, product: Product, seconds: int, calm_seconds: int) -> None:
    clips = product.rows("SELECT slug, headline FROM clips_clip WHERE state = 'published'")
    pages = {f"/c/{slug}": f"/c/{slug}".encode() for slug, _ in clips}
    readers = Readers(product, pages)
    readers.read(USUAL, calm_seconds)
    calm = [took for _, took, what in readers.answers if what == "page"]
    began, probes = time.monotonic(), Counter[int]()
    crowd = threading.Thread(target=readers.read, args=(TEN_FOLD, seconds))
    crowd.start()
    while crowd.is_alive():
        probes[product.get("/healthz", timeout=5)[0]] += 1
        crowd.join(0.5)
    over = time.monotonic()
    usual = 4 * statistics.median(calm) + 0.5
    bad = _until_calm(readers, over, usual, calm_seconds)
    what = Counter(kind for _, _, kind in readers.answers)
    during = [took for _, took, kind in readers.since(began) if kind == "page"]
    day.tells("pages read", what["page"])
    day.least("readers told to come back", what["shed"], 1)
    day.most("wrong pages", what["wrong page"], 0)
    day.most(
        "other failures", sum(what.values()) - what["page"] - what["shed"] - what["wrong page"], 0, str(dict(what))
    )
    day.most("health answers that failed", sum(probes.values()) - probes[200], 0)
    day.most("seconds that a served reader waited, 99 of 100", _percentile(during, 0.99), 8.0)
    day.most("seconds until all is as before", max(bad, default=0.0), RECOVERS)


def _until_calm(readers: Readers, over: float, usual: float, calm_seconds: int) -> list[float]:
    """When, since the spike was over, somebody was not served as usual. Reads until nobody was for so many seconds, and
    no longer than is enough to tell that it takes too long.
    """
    bad: list[float] = []
    while time.monotonic() - over < RECOVERS + calm_seconds:
        began = time.monotonic() - over
        readers.read(USUAL, calm_seconds)
        bad = [at - over for at, took, kind in readers.since(over) if kind != "page" or took > usual]
        if max(bad, default=0.0) < began:
            break
    return bad


def _percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0
