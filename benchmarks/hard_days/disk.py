"""31: the disk is full during intake, a backup and a migration. Pages are served, nothing is corrupted, work resumes.

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
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, running, wait_until
from newsclip.terminal import UNREADABLE

_NEW_MOUNTS = 0x00020000  # CLONE_NEWNS of unshare(2)
SECONDS, SMALL_SECONDS = 20, 6
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
    without = product.run("sources")
    ballast.unlink()
    with closing(sqlite3.connect(product.home / "newsclip.sqlite3")) as database:
        whole = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with_room = product.run("sources")
    day.least("a change of tables without room fails and says so", without != 0, 1, f"exit {without}")
    day.least("the tables are whole after it", whole, 1)
    day.least(
        "with room it is made", with_room == 0 and product.count("SELECT count(*) FROM articles_article") == rows, 1
    )
