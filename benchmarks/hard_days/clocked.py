"""The real worker on a simulated clock that jumps on command and skips idle time.

Reads orders as JSON lines: {"run": seconds} or {"jump": seconds}; answers each with how the process is.
"""

import json
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsclip.server.setup import prepare

prepare()

from newsclip.options import OPTIONS  # noqa: E402
from newsclip.server import logs  # noqa: E402 the settings have to be loaded first
from newsclip.wiring import tools  # noqa: E402
from newsclip.worker import loop  # noqa: E402 the settings have to be loaded first

STEP = timedelta(seconds=60)
A_LOOK = timedelta(seconds=0.05)  # asking for the time takes time: no turn can be busy for ever


class Clock:
    """The time, and the event that ends the work: set once the time is `until`; waiting for it takes no time."""

    def __init__(self, start: datetime) -> None:
        self.now = self.until = start

    def __call__(self) -> datetime:
        self.now += A_LOOK
        return self.now

    def is_set(self) -> bool:
        return self.now >= self.until

    def wait(self, timeout: float | None = None) -> bool:
        self.now += STEP
        return self.is_set()


def main(start: datetime) -> None:
    logs.configure(quiet=True)
    clock, outside = Clock(start), tools()
    for line in sys.stdin:
        order = json.loads(line)
        clock.now += timedelta(seconds=order.get("jump", 0))
        clock.until = clock.now + timedelta(seconds=order.get("run", 0))
        loop.work(outside, clock, clock)  # type: ignore[arg-type]
        print(json.dumps({"now": clock.now.isoformat()} | _state()), flush=True)


def _state() -> dict[str, float]:
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":" in line)
    wal = OPTIONS.home / "newsclip.sqlite3-wal"
    return {
        "rss": int(status["VmRSS"].split()[0]) / 1024,
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "wal": wal.stat().st_size / 2**20 if wal.exists() else 0,
    }


if __name__ == "__main__":
    main(datetime.fromisoformat(sys.argv[1]).astimezone(UTC))
