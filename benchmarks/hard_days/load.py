"""38, 39: fifty readers at once, half of lists and half of clips, while news comes in. Gated on processor time, since
wall-clock time on a shared machine says more of its neighbours.
"""

import os
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running
from benchmarks.machine import cpu_of, family

SECONDS, SMALL_SECONDS = 20, 4
CLIPS, SMALL_CLIPS = 5000, 200
CONNECTIONS = 50
CALM = 5.0  # seconds in which the questions that nobody waits for any more are answered
BROKEN = {
    "keeping-pages": [
        Edit("web/caching/page_cache.py", "if not _is_anybodys(environ):", "if True:"),
    ],
}  # fmt: skip


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    assert shutil.which("wrk"), "wrk is missing: apt-get install -y wrk"
    with LivingPress() as press:
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        clips = SMALL_CLIPS if small else CLIPS
        assert product.python("-m", "benchmarks.many_clips", str(clips)).wait(900) == 0
        press.publish(12)
        product.follow(press.sources())
        assert product.run("refresh") == 0
        seconds = SMALL_SECONDS if small else SECONDS
        over = threading.Event()
        with running(product):
            news = threading.Thread(target=_publish, args=(product, press, over))
            try:
                own = "SELECT slug FROM clips_clip WHERE id > ? AND state = 'published'"
                item = f"/c/{product.rows(own, clips)[0][0]}"
                assert product.get("/")[0] == product.get(item)[0] == 200
                _measure(day, product, "kept", "", item, seconds)
                time.sleep(CALM)
                news.start()
                _measure(day, product, "made anew", "a=b", item, seconds)
                sizes = _memory(product)
            finally:
                over.set()
                news.join()
            day.tells("articles taken in meanwhile", product.count("SELECT count(*) FROM articles_revision"))
        for name, most in (("web", 250.0), ("worker", 400.0)):
            day.most(f"MiB of the largest {name} process", sizes[name], most)


def _publish(product: Product, press: LivingPress, over: threading.Event) -> None:
    while not over.wait(1.0):
        press.publish(3)
        product.make_due()


def _measure(day: Day, product: Product, name: str, cookie: str, item: str, seconds: int) -> None:
    cost = {"kept": 1.0, "made anew": 12.0}[name]
    began, done, errors, slowest = cpu_of(*_web(product)), 0, 0, 0.0
    told = [_wrk(product, path, cookie, seconds) for path in ("/", item)]
    for process in told:
        said = process.communicate(timeout=seconds + 60)[0]
        done += int(re.search(r"(\d+) requests in", said)[1])  # type: ignore[index]
        errors += sum(map(int, re.findall(r"(?:connect|read|write|timeout|Non-2xx or 3xx responses:?) (\d+)", said)))
        slowest = max(slowest, _seconds(re.search(r"99%\s+([\d.]+)(us|ms|s)", said)))
    spent = cpu_of(*_web(product)) - began
    day.most(f"{name}: errors", errors, 0, f"{done} pages")
    day.most(f"{name}: milliseconds of CPU a page", 1000 * spent / max(done, 1), cost)
    day.tells(f"{name}: pages a second", done / seconds)
    day.tells(f"{name}: seconds, 99 of 100", slowest)


def _wrk(product: Product, path: str, cookie: str, seconds: int) -> "subprocess.Popen[str]":
    header = ["-H", f"Cookie: {cookie}"] if cookie else []
    command = ["wrk", "-t1", f"-c{CONNECTIONS // 2}", f"-d{seconds}s", "--timeout", "20s", "--latency", *header]
    return subprocess.Popen([*command, f"http://127.0.0.1:{product.port}{path}"], stdout=subprocess.PIPE, text=True)


def _seconds(found: "re.Match[str] | None") -> float:
    return float(found[1]) * {"us": 1e-6, "ms": 1e-3, "s": 1.0}[found[2]] if found else 0.0


def _web(product: Product) -> list[int]:
    return [pid for started in product.started for pid, line in family(started.pid).items() if "granian" in line]


def _memory(product: Product) -> dict[str, float]:
    found = {"web": 0.0, "worker": 0.0}
    for started in product.started:
        for pid, line in family(started.pid).items():
            kind = "web" if "granian" in line else "worker" if "start worker" in line else ""
            if kind:
                pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
                found[kind] = max(found[kind], pages * os.sysconf("SC_PAGE_SIZE") / 2**20)
    return found
