"""42: ready soon after the start, and a graceful stop that finishes every response."""

import signal
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, wait_until
from benchmarks.machine import cpu_of, family

ROUNDS, SMALL_ROUNDS = 5, 1
READY, DRAINED = 5.0, 30.0
BROKEN = {
    # The stop does not wait for what is begun.
    "draining": [Edit("server/supervisor.py", "        process.terminate()\n", "        process.kill()\n")],
}


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with LivingPress() as press:
        press.publish(12)
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        product.follow(press.sources())
        assert product.run("refresh") == 0
        slugs = [row[0] for row in product.rows("SELECT slug FROM clips_clip WHERE state = 'published'")]
        rounds = []
        try:
            for _ in range(SMALL_ROUNDS if small else ROUNDS):
                rounds.append(_round(product, slugs))
        finally:
            product.stop()
    day.most("seconds of CPU on the way to ready", max(r.cpu for r in rounds), READY, "supervisor and site")
    day.tells("seconds from start to ready", max(r.ready for r in rounds), "of a machine that is shared")
    day.most("seconds from SIGTERM to the end", max(r.stopped for r in rounds), DRAINED)
    day.most("answers that were begun and not ended", sum(r.cut for r in rounds), 0)
    day.most("processes left behind", sum(r.left for r in rounds), 0)


@dataclass(frozen=True)
class _Round:
    ready: float
    cpu: float
    stopped: float
    cut: int
    left: int


def _round(product: Product, slugs: list[object]) -> _Round:
    began = time.monotonic()
    process = product.start()
    assert wait_until(lambda: product.answers("/readyz"), 120, 0.05) is not None
    ready, cpu, mine = time.monotonic() - began, _cpu(process.pid), set(family(process.pid))
    readers = _Readers(product, slugs)
    readers.start()
    time.sleep(1.5)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.wait(60)
    stopped = time.monotonic() - began
    cut = readers.stop()
    return _Round(ready, cpu, stopped, cut, sum(_alive(pid) for pid in mine))


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _cpu(pid: int) -> float:
    """Seconds of processor time so far of this process and its descendants, but for the worker beside the site."""
    return cpu_of(*(one for one, line in family(pid).items() if "start worker" not in line))


class _Readers:
    """Four who ask for one page after the other, over connections of their own, until nothing answers."""

    def __init__(self, product: Product, slugs: list[object]) -> None:
        self.product, self.slugs = product, slugs
        self.over = threading.Event()
        self.cut = 0
        self.threads = [threading.Thread(target=self._read, args=(number,)) for number in range(4)]

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def stop(self) -> int:
        self.over.set()
        for thread in self.threads:
            thread.join()
        return self.cut

    def _read(self, number: int) -> None:
        import http.client

        while not self.over.is_set():
            connection = http.client.HTTPConnection("127.0.0.1", self.product.port, timeout=20)
            try:
                connection.connect()
            except OSError:
                return  # the house is closed: that is no answer begun
            try:
                connection.request("GET", f"/c/{self.slugs[number % len(self.slugs)]}", headers={"Cookie": "a=b"})
                connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                self.cut += 1
            finally:
                connection.close()
