"""The latency of a vote while intake writes: real server, real worker, one SQLite file.

A press publishes more than the worker gets done during the run; meanwhile a reader who is signed in votes, takes the
vote back, and so on, by the form of the page. Milliseconds from the question to the answer, with the worker idle and
with it at work, and how much it wrote meanwhile: without that, the figure would say nothing.

Prints a JSON line; exits 1 where the target is missed. `--broken` runs a build whose steps are one transaction each,
which has to miss it.
"""

import argparse
import http.client
import json
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path
from statistics import median, quantiles

from benchmarks.hard_days.builds import Edit, broken
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running, wait_until
from benchmarks.hard_days.signed_in import Browser

TARGET = 50.0
VOTES, PAUSE = 300, 0.03
EVENTS, LEAST_WRITTEN = 120, 100
BROKEN = (
    Edit("worker/loop.py", "Begun(step.__name__, step(tools, clock()))",
         "Begun(step.__name__, _in_one(step(tools, clock())))"),
    Edit("worker/loop.py", "def _begin(",
         "def _in_one(outcomes):\n    with transaction.atomic():\n        yield from outcomes\n\n\ndef _begin("),
    Edit("worker/loop.py", "from django.db import close", "from django.db import transaction, close"),
)  # fmt: skip
WRITTEN = "SELECT (SELECT count(*) FROM articles_revision) + (SELECT count(*) FROM clips_clipversion)"


class Voter:
    """One connection, one reader, all stories in turn."""

    def __init__(self, product: Product) -> None:
        browser = Browser(product, "ada")
        product.rows("UPDATE accounts_reader SET date_joined = '2025-01-01'")  # no newcomer, who may vote 60 times
        self.stories = [row[0] for row in product.rows("SELECT story_id FROM clips_clip WHERE state = 'published'")]
        self.line = http.client.HTTPConnection("127.0.0.1", product.port, timeout=60)
        token = next(cookie.value for cookie in browser.jar if cookie.name == "csrftoken")
        self.mark = {"csrfmiddlewaretoken": token}
        form = "application/x-www-form-urlencoded"
        self.headers = {"Cookie": browser.cookie, "Referer": browser.at, "Content-Type": form}
        self.cast = self.refused = 0

    def vote(self) -> float:
        """Milliseconds."""
        turn, place = divmod(self.cast, len(self.stories))
        fields = self.mark | ({"take_back": "1"} if turn % 2 else {})
        began = time.perf_counter()
        self.line.request("POST", f"/s/{self.stories[place]}/vote", urllib.parse.urlencode(fields), self.headers)
        answer = self.line.getresponse()
        answer.read()
        took = 1000 * (time.perf_counter() - began)
        assert answer.status in (302, 503), f"a vote was answered with {answer.status}"
        self.refused += answer.status == 503
        self.cast += 1
        time.sleep(PAUSE)
        return took


def run(work: Path, build: Path | None) -> bool:
    with LivingPress() as press:
        press.publish(12)
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        product.follow(press.sources())
        assert product.run("refresh") == 0
        with running(product):
            voter = Voter(product)
            idle = [voter.vote() for _ in range(VOTES)]
            before = product.count(WRITTEN)
            press.publish(EVENTS)
            product.make_due()
            assert wait_until(lambda: product.count(WRITTEN) > before, 120) is not None, "the worker does not begin"
            before = product.count(WRITTEN)
            busy = [voter.vote() for _ in range(VOTES)]
            written = product.count(WRITTEN) - before
    p95 = quantiles(busy, n=20)[-1]
    met = p95 <= TARGET and written >= LEAST_WRITTEN and not voter.refused
    line = {
        "votes": VOTES, "p50_ms": round(median(busy), 1), "p95_ms": round(p95, 1), "longest_ms": round(max(busy), 1),
        "refused": voter.refused, "p95_ms_worker_idle": round(quantiles(idle, n=20)[-1], 1),
        "articles_and_clips_written": written, "least": LEAST_WRITTEN, "target_p95_ms": TARGET, "met": met,
    }  # fmt: skip
    print(json.dumps(line), flush=True)
    return met


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broken", action="store_true", help="on the broken build")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsclip-voting-") as folder:
        sys.exit(0 if run(Path(folder), broken(BROKEN, Path(folder)) if asked.broken else None) else 1)
