"""Move a large site from SQLite to PostgreSQL: time, rows, and the most memory that any process of it took.

`make bench-moving`: 100,000 clips with 300,000 articles. `--home`: a site that is filled already. `--kill-after`: the
first move is killed after so many seconds, and the second goes on.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.many_clips import CLIPS
from benchmarks.ports import free_port
from benchmarks.postgresql import postgresql


def main(home: Path, clips: int, work: Path, kill_after: float) -> int:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    environment = {**kept, "NEWSCLIP_HOME": str(home), "NEWSCLIP_SETTINGS": os.devnull}
    fill = [sys.executable, "-m", "benchmarks.many_clips", str(clips), "--texts", "--whole"]
    subprocess.run(fill, env=environment, check=True)
    subprocess.run([sys.executable, "-m", "newsclip", "migrate"], env=environment, check=True)
    with postgresql(work, free_port()) as address:
        move = [sys.executable, "-m", "newsclip", "move", "--to", address]
        if kill_after:
            print(f"Killed: {_killed(move, environment, kill_after)}", flush=True)
        began = time.monotonic()
        moving = subprocess.Popen(move, env=environment)
        _, status, used = os.wait4(moving.pid, 0)
        seconds = time.monotonic() - began
    size = (home / "newsclip.sqlite3").stat().st_size
    print(
        f"{clips:,} clips, {size / 2**20:,.0f} MiB of SQLite: {seconds:,.0f} s, {used.ru_utime + used.ru_stime:,.0f} s"
        f" of CPU without the server's, at most {used.ru_maxrss / 1024:,.0f} MiB in one process"
    )
    return os.waitstatus_to_exitcode(status)


def _killed(command: list[str], environment: dict[str, str], after: float) -> bool:
    """Whether it still ran then."""
    with subprocess.Popen(command, env=environment) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.returncode == -signal.SIGKILL


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", nargs="?", type=int, default=CLIPS)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--kill-after", type=float, default=0, metavar="SECONDS")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)  # PostgreSQL's own account goes through it
        sys.exit(main(given.home or Path(folder) / "home", given.clips, Path(folder), given.kill_after))
