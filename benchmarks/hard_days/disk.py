"""31: the disk is full during intake, a backup and a migration. Pages are served, nothing is corrupted, work resumes.

And PostgreSQL's disk is full, its log included: it may stop then. Nobody gets an error of ours, each process says it
once with a remedy, and with room and a database that is started again work resumes.

The disk is a tmpfs of a few megabytes in a mount namespace of this process; where that may not be had, the figures are
not measured, which is said and counts as short.
"""

import ctypes
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.postgres import Postgres
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running, wait_until
from newsclip.terminal import UNREADABLE

_NEW_MOUNTS = 0x00020000  # CLONE_NEWNS of unshare(2)
SECONDS, SMALL_SECONDS = 20, 6
POSTGRESQL_BROKEN = {
    # Each step tells of it as of a fault of its own, in each turn.
    "telling-once": [Edit("db/availability.py", "self.is_damage(error) or self.is_full_disk(error)",
                          "self.is_damage(error)")],
}  # fmt: skip
BROKEN = {
    # What is ready does not say that the disk is full.
    "saying-so": [Edit("health/readiness.py", "    yield machine.room(OPTIONS.home)\n", "")],
}


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with _small_disk(work / "disk") as disk, LivingPress() as press:
        press.publish(6)
        product = Product(disk / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        product.log = work / "home.log"
        product.follow(press.sources())
        assert product.run("refresh") == 0
        with running(product):
            assert wait_until(lambda: product.answers("/")) is not None  # it has its database open, as on other days
            _full(day, product, press, disk, SMALL_SECONDS if small else SECONDS)
        _tables(day, product, disk)


def on_postgresql(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with _small_disk(work / "disk", "192m") as disk, LivingPress() as press:
        press.publish(6)
        server = Postgres(disk)
        server.start()
        product = Product(work / "home", database=server.address, build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port))
        product.follow(press.sources())
        assert product.run("refresh") == 0
        try:
            with running(product):
                assert wait_until(lambda: product.answers("/")) is not None
                _full_database(day, product, press, server, SMALL_SECONDS if small else SECONDS)
        finally:
            if server.is_running():
                server.stop("immediate")


def _full_database(day: Day, product: Product, press: LivingPress, server: Postgres, seconds: int) -> None:
    accepted, disk = product.taken_in(), server.work.parent
    press.publish(20)
    product.make_due()
    ballast = _fill(disk)
    pages, until = Counter[int](), time.monotonic() + seconds
    while time.monotonic() < until or not (_is_told(product) or time.monotonic() > until + 150):
        _fill(disk)
        for path in ("/", "/trending", f"/?page={time.monotonic()}"):
            pages[product.get(path, timeout=30, Cookie="a=b")[0]] += 1
        time.sleep(0.5)
    stopped = not server.is_running()
    ballast.unlink()
    if stopped:
        server.start()
    on = wait_until(lambda: _caught_up(product, press), 300, 1.0)
    log = product.log.read_text()
    day.tells("pages asked for while its disk was full", sum(pages.values()), str(dict(pages)))
    day.tells("PostgreSQL stopped", stopped)
    day.most("pages with an error of ours", sum(pages.values()) - pages[200] - pages[503], 0, str(dict(pages)))
    day.least("a process says what is the matter", _is_told(product), 1)
    day.most("faults told as the product's own", log.count("step_failed") + log.count("Traceback"), 0)
    day.most("seconds until nothing waited", 301.0 if on is None else on, 300.0)
    day.most("accepted articles lost", len(accepted - product.taken_in()), 0)
    day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


def _is_told(product: Product) -> bool:
    log = product.log.read_text()
    return "database_full" in log or "database_away" in log


def _caught_up(product: Product, press: LivingPress) -> bool:
    product.make_due()
    return press.articles() <= product.taken_in() and not any(product.backlog().values())


@contextmanager
def _small_disk(folder: Path, size: str = "64m") -> Iterator[Path]:
    """A file system of its own, seen by this process and its children alone."""
    folder.mkdir()
    if ctypes.CDLL(None, use_errno=True).unshare(_NEW_MOUNTS) != 0:
        raise OSError(ctypes.get_errno(), "no mount namespace may be had here: run it as root")
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def _fill(disk: Path) -> Path:
    """Leave no byte."""
    ballast = disk / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    return ballast


def _full(day: Day, product: Product, press: LivingPress, disk: Path, seconds: int) -> None:
    accepted = product.taken_in()
    ballast = _fill(disk)
    press.publish(20)
    pages, ready, until = Counter[int](), "", time.monotonic() + seconds
    while time.monotonic() < until:
        _fill(disk)
        for path in ("/", "/trending", f"/?page={time.monotonic()}"):
            pages[product.get(path, timeout=30, Cookie="a=b")[0]] += 1
        ready = product.get("/readyz")[1].decode()
        time.sleep(0.5)
    backup = disk / "backup.tar.gz"
    code = product.run("backup", str(backup))
    left = sorted(path.name for path in disk.glob("backup*"))
    ballast.unlink()
    freed = time.monotonic()
    product.make_due()
    on = wait_until(lambda: press.articles() <= product.taken_in() and not any(product.backlog().values()), 150, 0.5)
    day.tells("pages read while the disk was full", sum(pages.values()))
    day.most("pages that failed", sum(pages.values()) - pages[200], 0, str(dict(pages)))
    day.least("/readyz says that it is the disk", "disk" in ready, 1, ready.strip())
    day.least("a backup that found no room says so", code == UNREADABLE, 1, f"exit {code}")
    day.most("half backups left behind", len(left), 0, " ".join(left))
    day.most("seconds until it went on by itself", 150.0 if on is None else time.monotonic() - freed, 149.0)
    day.most("accepted articles lost", len(accepted - product.taken_in()), 0)
    day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


def _tables(day: Day, product: Product, disk: Path) -> None:
    """The last change of tables is taken back, and made again without room, then with it."""
    rows = product.count("SELECT count(*) FROM articles_article")
    assert product.python("-m", "benchmarks.hard_days.one_back").wait(120) == 0
    ballast = _fill(disk)
    without = product.run("migrate")
    ballast.unlink()
    with closing(sqlite3.connect(product.home / "newsclip.sqlite3")) as database:
        whole = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with_room = product.run("migrate")
    day.least("a change of tables without room fails and says so", without != 0, 1, f"exit {without}")
    day.least("the tables are whole after it", whole, 1)
    day.least(
        "with room it is made", with_room == 0 and product.count("SELECT count(*) FROM articles_article") == rows, 1
    )
