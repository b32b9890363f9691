"""33: the workers' queue is down, comes back, and comes back empty. The tables are the truth: work always continues."""

import time
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.postgres import postgres
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, wait_until
from benchmarks.rabbitmq import Rabbitmq, rabbitmq

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
            empty = _without_what_it_was_given(product, press, broker)
        finally:
            product.stop()
        for name, seconds in (("without the queue", without), ("with it again", again), ("with an empty one", empty)):
            day.most(f"seconds until nothing waited, {name}", 121.0 if seconds is None else seconds, 120.0)
        day.most("accepted articles lost", len(accepted - product.taken_in()), 0)
        day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


def _without_what_it_was_given(product: Product, press: LivingPress, broker: Rabbitmq) -> float | None:
    """As after the loss of the broker's disk: it comes back at once, and knows of no task and no queue."""
    press.publish(3)
    product.make_due()
    broker.stop()
    broker.forget()
    broker.start()
    press.publish(3)
    return wait_until(lambda: _caught_up(product, press), 120, 1.0)


def _caught_up(product: Product, press: LivingPress) -> bool:
    product.make_due()
    return press.articles() <= product.taken_in() and not any(product.backlog().values())
