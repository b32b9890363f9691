"""37: the machine's clock jumps, by an hour, a day and ten years, ahead and back."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running
from benchmarks.hard_days.simulated import Simulated, simulated

HOUR, DAY, YEARS = 3600, 86_400, 3652 * 86_400
JUMPS = (0, HOUR, -HOUR, DAY, -DAY, YEARS, -YEARS)
SMALL_JUMPS = (0, DAY, -DAY)
SLICE = 20 * 60
MOST_AN_HOUR = 3600 / 300 + 1  # a source is asked every five minutes at most, and once for the jump
BROKEN = {
    "waking": [Edit("worker/loop.py", "(wake, *JOURNEY", "(*JOURNEY")],
}


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    start = datetime.now(UTC) - timedelta(hours=12)
    with LivingPress(papers=6) as press:
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        with simulated(product, start) as worker:
            press.clock = lambda: worker.now
            worker.order()
            product.follow(press.sources())
            product.rows("UPDATE sources_source SET due_at = added_at WHERE kind <> 'submissions'")
            worker.order(jump=12 * HOUR)
            for jump in SMALL_JUMPS if small else JUMPS:
                _jump(day, product, press, worker, jump)
        day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))
        with running(product, "web"):
            pages = [product.get(path) for path in ("/", "/trending", "/?order=new")]
        day.least("pages looked at", sum(status == 200 for status, _, _ in pages), len(pages))
        ages = [
            age for _, page, _ in pages for age in re.findall(r"-\d+\s*(?:second|minute|hour|day)\w*", page.decode())
        ]
        day.most("negative ages on pages", len(ages), 0, " ".join(ages[:5]))


def _jump(day: Day, product: Product, press: LivingPress, worker: Simulated, jump: int) -> None:
    name = f"{'ahead' if jump > 0 else 'back'} {timedelta(seconds=abs(jump))}" if jump else "no jump"
    feeds = [key for key in press.asked if key.endswith("feed.xml")]
    before = {key: press.asked[key] for key in feeds}
    worker.order(jump=jump)
    for _ in range(3):
        press.publish(6)  # so often that nobody learns to look seldom
        worker.order(run=SLICE)
    worker.order(run=SLICE)  # what came last has its time too
    asked = [press.asked[key] - before.get(key, 0) for key in press.asked if key.endswith("feed.xml")]
    day.most(f"{name}: times the most asked source was asked", max(asked), MOST_AN_HOUR * 4 / 3 + 1)
    day.least(f"{name}: times the least asked source was asked", min(asked), 1)
    day.most(f"{name}: articles not taken in", len(press.articles() - product.taken_in()), 0)
    day.most(f"{name}: rows that still wait", sum(product.backlog().values()), 0, str(product.backlog()))
