"""The latency of a vote while slow clients occupy an unproxied server: real server, connections from this machine.

Bodies and headers of a byte every ten seconds, connections that say nothing, readers who ask for much and take nothing;
each comes again when it is sent away. Meanwhile a reader who is signed in votes.

Prints a JSON line for each; exits 1 where the target is missed. `--broken` runs a build in which those who came first
keep their places, which has to miss it. `--build FOLDER` runs another version, for figures of before.
"""

import argparse
import json
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from statistics import median, quantiles

from benchmarks import senders
from benchmarks.hard_days.builds import Edit, broken
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running
from benchmarks.voting import Voter

TARGET = 1000.0  # milliseconds
VOTES = 40
_BODIES = "web/serving/request_bodies.py"
BROKEN = (
    Edit(_BODIES, "            self._end(next(other for other in self._coming if other.client == body.client))",
         "            raise Unread(HTTPStatus.REQUEST_TIMEOUT)"),
    Edit(_BODIES, "of_client: int = 1000", "of_client: int = 20"),
)  # fmt: skip
CASES = (
    ("nobody", 0, senders.says_nothing),
    ("bodies that dribble", 50, senders.dribbles_a_body),
    ("bodies that dribble", 200, senders.dribbles_a_body),
    ("bodies that dribble", 500, senders.dribbles_a_body),
    ("headers that dribble", 200, senders.dribbles_headers),
    ("connections that say nothing", 200, senders.says_nothing),
    ("connections that say nothing", 2000, senders.says_nothing),
    ("readers who take nothing", 200, senders.takes_nothing),
)


def measure(product: Product, voter: Voter, name: str, number: int, send: senders.Send) -> bool:
    voter.refused = failed = 0
    took: list[float] = []
    with senders.senders(product.port, number, send) if number else nullcontext():
        for _ in range(VOTES):
            try:
                took.append(voter.vote())
            except (OSError, AssertionError):
                voter.line.close()
                failed += 1
                if failed == 2:
                    break
    p95 = quantiles(took, n=20)[-1] if len(took) > 1 else 0.0
    met = len(took) == VOTES and p95 <= TARGET and not failed and not voter.refused
    line = {
        "doors held by": name, "number": number, "votes": len(took), "p50_ms": round(median(took or [0]), 1),
        "p95_ms": round(p95, 1), "longest_ms": round(max(took, default=0), 1), "refused": voter.refused,
        "failed": failed, "target_p95_ms": TARGET, "met": met,
    }  # fmt: skip
    print(json.dumps(line), flush=True)
    return met


def run(work: Path, build: Path | None) -> bool:
    with LivingPress() as press:
        press.publish(4)
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        product.follow(press.sources())
        assert product.run("refresh") == 0
        with running(product, "web"):
            voter = Voter(product)
            voter.line.timeout = 15
            met = [measure(product, voter, *case) for case in CASES]  # each is told
            return all(met)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broken", action="store_true", help="on the broken build")
    parser.add_argument("--build", type=Path, help="the folder of another version")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsclip-slow-") as folder:
        build = broken(BROKEN, Path(folder)) if asked.broken else asked.build
        sys.exit(0 if run(Path(folder), build) else 1)
