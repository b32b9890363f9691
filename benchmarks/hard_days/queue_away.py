"""33: the workers' queue is down. The tables are the truth: work continues without it, and with it again."""

import time
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.postgres import postgres
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, wait_until
from benchmarks.rabbitmq import rabbitmq

SECONDS, SMALL_SECONDS = 60, 8
BROKEN = {
    # Who fed the queue waits until it is back.
    "asking-the-tables": [Edit("worker/dispatching.py", "if feeder.away and _turn(given, now, order):", "if False:")],
}


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with postgres(work) as server, rabbitmq() as broker, LivingPress() as press:
        press.publish(3)
        product = Product(
            work / "home", database=server.address, build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port),
            NEWSCLIP_QUEUE_URL=broker.url,
        )  # fmt: skip
        product.follow(press.sources())
        product.start("worker")
        product.start("worker")
        try:
            assert wait_until(lambda: _caught_up(product, press)) is not None, f"see {product.log}"
            accepted = product.taken_in()
            press.publish(3)
            product.make_due()
            time.sleep(1.0)
            broker.stop()
            press.publish(3)
            without = wait_until(lambda: _caught_up(product, press), 120, 1.0)
            time.sleep(SMALL_SECONDS if small else SECONDS)
            broker.start()
            press.publish(3)
            again = wait_until(lambda: _caught_up(product, press), 120, 1.0)
        finally:
            product.stop()
        day.most("seconds until nothing waited, without the queue", 121.0 if without is None else without, 120.0)
        day.most("seconds until nothing waited, with it again", 121.0 if again is None else again, 120.0)
        day.most("accepted articles lost", len(accepted - product.taken_in()), 0)
        day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


def _caught_up(product: Product, press: LivingPress) -> bool:
    product.make_due()
    return press.articles() <= product.taken_in() and not any(product.backlog().values())
