"""A product whose worker uses a simulated clock: see `clocked`."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from benchmarks.hard_days.product import Product


class Simulated:
    def __init__(self, product: Product, start: datetime) -> None:
        self.now = start
        with product.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.hard_days.clocked", start.isoformat()], cwd=product.build,
                env=product.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip

    def order(self, **what: float) -> dict[str, float]:
        """Do it, and say how the process is after it: memory and log in MiB, open files, threads."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        self.now = datetime.fromisoformat(answer.pop("now"))
        return dict(answer)


@contextmanager
def simulated(product: Product, start: datetime) -> Iterator[Simulated]:
    worker = Simulated(product, start)
    try:
        yield worker
    finally:
        assert worker.process.stdin
        worker.process.stdin.close()
        worker.process.terminate()
        worker.process.wait()
