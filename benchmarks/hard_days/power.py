"""30: a power cut. Every state of SQLite's files that a disk may be left with opens, is sound, and work resumes.

At random moments of intake the worker is held still and the files are copied. What SQLite has not asked the disk to
keep (synchronous=NORMAL: the end of the log since the last checkpoint began) is then cut at a random byte, or is
garbage. A database that keeps no log may lose any page that it wrote.
"""

import os
import random
import shutil
import signal
import sqlite3
import struct
import time
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, wait_until

MOMENTS, SMALL_MOMENTS = 50, 8
GO_ON = 2
_HEADER, _FRAME_HEADER, _ATTEMPTED = 32, 24, 128  # bytes; see wal.c: WalCkptInfo.nBackfillAttempted
BROKEN = {
    "a-log": [
        Edit("settings.py", "journal_mode=WAL;PRAGMA synchronous=NORMAL", "journal_mode=OFF;PRAGMA synchronous=OFF"),
    ],
}  # fmt: skip


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    chance = random.Random(30)
    with LivingPress() as press:
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port), NEWSCLIP_LEASE="5")
        press.publish(4)
        product.follow(press.sources())
        worker = product.start("worker")
        try:
            assert wait_until(lambda: product.count("SELECT count(*) FROM articles_article") > 0) is not None
            cut = _Cut(product, worker.pid, work / "cuts", chance)
            moments = SMALL_MOMENTS if small else MOMENTS
            for moment in range(moments):
                press.publish(1)
                if moment % 4 == 0:
                    product.make_due()
                time.sleep(chance.uniform(0.05, 0.6))
                cut.now(moment)
        finally:
            product.stop()
        day.tells("copies", cut.copies, f"{cut.cut_short} with a log cut short or spoilt")
        day.most("copies that do not open or are torn", len(cut.torn), 0, "; ".join(cut.torn)[:400])
        day.most("copies that lost what the disk had", cut.lost, 0)
        _go_on(day, press, cut, build)


class _Cut:
    def __init__(self, product: Product, pid: int, folder: Path, chance: random.Random) -> None:
        self.product, self.pid, self.folder, self.chance = product, pid, folder, chance
        self.copies = self.cut_short = self.lost = 0
        self.torn: list[str] = []
        self.last: list[Path] = []
        self._before: bytes = b""
        self._kept = 0

    def now(self, moment: int) -> None:
        os.kill(self.pid, signal.SIGSTOP)
        try:
            data, log, index = (self._read(end) for end in ("", "-wal", "-shm"))
        finally:
            os.kill(self.pid, signal.SIGCONT)
        self._look(moment, "as it is", data, log, whole=True)
        safe = self._safe(data, log, index)
        if len(log) > safe:
            at = self.chance.randrange(safe, len(log))
            self._look(moment, "cut", data, log[:at])
            self._look(moment, "spoilt", data, log[:at] + self.chance.randbytes(len(log) - at))
        if not log and self._before:
            self._look(moment, "pages lost", self._mixed(self._before, data), b"")
        self._before = data

    def _read(self, end: str) -> bytes:
        file = self.product.home / f"newsclip.sqlite3{end}"
        return file.read_bytes() if file.exists() else b""

    @staticmethod
    def _safe(data: bytes, log: bytes, index: bytes) -> int:
        """Bytes of the log that the disk has: a checkpoint asks for them before it writes any of them elsewhere."""
        if len(index) < _ATTEMPTED + 4 or len(log) < _HEADER:
            return len(log)
        page = struct.unpack(">H", data[16:18])[0]
        frames = struct.unpack("=I", index[_ATTEMPTED : _ATTEMPTED + 4])[0]
        return min(_HEADER + frames * ((65536 if page == 1 else page) + _FRAME_HEADER), len(log))

    def _mixed(self, before: bytes, after: bytes, page: int = 4096) -> bytes:
        """Each page as it is now, or as it was."""
        return b"".join(
            old if old and old != new and self.chance.random() < 0.5 else new
            for old, new in ((before[at : at + page], after[at : at + page]) for at in range(0, len(after), page))
        )

    def _look(self, moment: int, what: str, data: bytes, log: bytes, *, whole: bool = False) -> None:
        home = self.folder / f"{moment} {what}"
        copy = Product(home)
        (home / "newsclip.sqlite3").write_bytes(data)
        if log:
            (home / "newsclip.sqlite3-wal").write_bytes(log)
        self.copies += 1
        self.cut_short += not whole
        try:
            wrong = copy.wrong()
            known = copy.count("SELECT count(*) FROM articles_article")
        except sqlite3.Error as error:
            wrong, known = {str(error): 1}, 0
        if wrong:
            self.torn.append(f"{home.name}: {wrong}")
        if whole:
            self.lost += known < self._kept
            self._kept = max(known, self._kept)
        if what == "cut" and not wrong:
            self.last = [*self.last, home][-GO_ON:]
        for old in self.folder.iterdir():
            if old not in (*self.last, home):
                shutil.rmtree(old)


def _go_on(day: Day, press: LivingPress, cut: _Cut, build: Path | None) -> None:
    """From copies that lost the end of their log, all that was published is told again, once."""
    behind = 0
    for home in cut.last:
        product = Product(home, build=build, NEWSCLIP_LOOPBACK_PORTS=str(press.port), NEWSCLIP_LEASE="5")
        (home / "secret-key").unlink(missing_ok=True)
        time.sleep(5)  # what the worker held is free after its lease
        product.run("refresh")
        behind += len(press.articles() - product.taken_in()) + sum(product.backlog().values())
        behind += sum(product.wrong().values())
    day.least("copies from which work went on", len(cut.last), 1)
    day.most("rows that were still missing, waiting or wrong after it", behind, 0)
