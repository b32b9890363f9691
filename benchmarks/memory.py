"""The memory of the whole embedded product: supervisor, web server and worker, after work and after pages.

The sample press is read in first; then the product is started, looks at its sources and is asked for pages.
Proportional set size (PSS) of every process, in MB, from /proc. Prints a JSON line for each process and one for all;
exits 1 where all together exceed the target. `--broken` runs a build that is not frugal, which has to exceed it.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from benchmarks.hard_days.builds import Edit, broken
from benchmarks.servers import running

TARGET = 250.0
BROKEN = (
    Edit("server/start.py", "    _trim_heap()\n", ""),
    Edit("server/supervisor.py", '"MALLOC_ARENA_MAX": "1"', '"MALLOC_ARENA_MAX": "64"'),
    Edit("adapters/embedded/static_vectors.py", 'np.load(folder / ROWS, mmap_mode="r", allow_pickle=False)',
         "np.load(folder / ROWS, allow_pickle=False).astype(np.float32)"),
)  # fmt: skip
PAGES = ("/", "/trending", "/search?q=harbour", "/feed.atom", "/about", "/api/clips")


def pss(pid: int) -> float:
    """In MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def below(pid: int) -> list[int]:
    """The process and all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in below(int(child)))]


def named(pid: int) -> str:
    return " ".join(Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ").split()[1:6])


def run(port: int, press: int) -> bool:
    home = Path(tempfile.mkdtemp(prefix="newsclip-memory-"))
    environment = {**os.environ, "NEWSCLIP_HOME": str(home), "NEWSCLIP_LOOPBACK_PORTS": f"{press},{port}"}
    newsclip = [sys.executable, "-m", "newsclip"]
    start = [*newsclip, "start", "--port", str(port)]
    try:
        demo = [*newsclip, "demo", "--no-stay", "--port", str(port), "--press-port", str(press)]
        subprocess.run(demo, env=environment, check=True, stdout=sys.stderr)
        with running(*start, environment=environment, ready=f"http://127.0.0.1:{port}/readyz"):
            for path in PAGES * 20:
                urlopen(f"http://127.0.0.1:{port}{path}").close()
            time.sleep(10)  # a few turns of the worker
            held = {pid: pss(pid) for pid in below(os.getpid())[1:]}
            for pid, size in held.items():
                print(json.dumps({"process": named(pid), "pss_mb": round(size, 1)}), flush=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    whole = sum(held.values())
    print(json.dumps({"whole_product_pss_mb": round(whole, 1), "target_mb": TARGET, "met": whole <= TARGET}))
    return whole <= TARGET


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8480)
    parser.add_argument("--press-port", type=int, default=8481)
    parser.add_argument("--broken", action="store_true", help="on the broken build")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsclip-build-") as folder:
        if asked.broken:
            os.chdir(broken(BROKEN, Path(folder)))  # what is started from there is that build
        sys.exit(0 if run(asked.port, asked.press_port) else 1)
