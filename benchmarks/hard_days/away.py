"""33: PostgreSQL restarts, then is down for a minute. Readers are told; ten seconds later everything works again."""

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.postgres import Postgres, postgres
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running, wait_until
from benchmarks.hard_days.signed_in import Browser

SECONDS, SMALL_SECONDS = 60, 6
BACK = 10.0
BROKEN = {
    # A worker keeps the connection that broke.
    "reconnecting": [Edit("worker/loop.py", "        close_old_connections()  #", "        pass  #")],
    # Every step tells of it as of a fault of its own.
    "telling-once": [Edit("worker/loop.py", "if not database.explains(error):", "if error:")],
    # A fault of the database is a fault of ours.
    "saying-so": [Edit("urls.py", 'handler500 = "newsclip.web.error_views.internal_error"', "")],
}


def postgresql(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with postgres(work) as server, LivingPress() as press:
        press.publish(4)
        lease = {"NEWSCLIP_LEASE": "10"} if small else {}
        product = Product(
            work / "home", database=server.address, build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port), **lease
        )
        product.follow(press.sources())
        with running(product):
            assert wait_until(lambda: _caught_up(product, press)) is not None, f"see {product.log}"
            site = _Site(product, press, server, Browser(product, "ada"))
            _gone(day, "started anew", site, 0)
            _gone(day, "away", site, SMALL_SECONDS if small else SECONDS)
            day.most("tracebacks in the log", product.log.read_text().count("Traceback"), 0)
            day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


@dataclass
class _Site:
    product: Product
    press: LivingPress
    server: Postgres
    ada: Browser


def _gone(day: Day, what: str, site: _Site, seconds: int) -> None:
    product, press, server, ada = site.product, site.press, site.server, site.ada
    accepted = product.taken_in()
    press.publish(3)
    product.make_due()
    time.sleep(1.0)
    accepted |= product.taken_in()
    server.stop("immediate" if seconds else "fast")
    answers, ready, slowest = Counter[int](), Counter[int](), 0.0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for path, cookie in (("/", ""), ("/trending", ada.cookie)):
            began = time.monotonic()
            answers[product.get(path, timeout=30, Cookie=cookie)[0]] += 1
            slowest = max(slowest, time.monotonic() - began)
        ready[product.get("/readyz")[0]] += 1
        time.sleep(0.5)
    server.start()
    served = wait_until(lambda: product.get("/trending", Cookie=ada.cookie)[0] == 200, 60)
    product.make_due()
    began = time.monotonic()
    looked = "SELECT count(*) FROM sources_source WHERE looked_at > now() - interval '1 second' * %s"
    worked = wait_until(lambda: product.count(looked, time.monotonic() - began) > 0, 60)
    caught_up = wait_until(lambda: _caught_up(product, press), 120, 1.0)
    if seconds:
        day.most(f"{what}: answers that were neither a page nor 503", _odd(answers), 0, str(dict(answers)))
        day.most(f"{what}: times /readyz said it was ready", ready[200], 0)
        day.most(f"{what}: seconds that the slowest answer took", slowest, 6.0)
    day.most(f"{what}: seconds until readers were served again", 60.0 if served is None else served, BACK)
    day.most(f"{what}: seconds until the worker worked again", 60.0 if worked is None else worked, BACK)
    day.most(f"{what}: seconds until nothing waited", 121.0 if caught_up is None else caught_up, 120.0)
    day.most(f"{what}: accepted articles lost", len(accepted - product.taken_in()), 0)


def _caught_up(product: Product, press: LivingPress) -> bool:
    product.make_due()
    return press.articles() <= product.taken_in() and not any(product.backlog().values())


def _odd(answers: Counter[int]) -> int:
    return sum(number for code, number in answers.items() if code not in (200, 503))
