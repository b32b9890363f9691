"""The CPU that a page costs the site and nginx, which a busy machine stretches far less than the rate of pages.

On SQLite with 5,000 clips (or as many as are given), wrk with 8 connections asks for the front page in turn: kept, from
the site alone; kept by nginx in front of it as docs/how-to/nginx.conf says; and of somebody who is signed in. Counted
is what all processes of the site and of nginx used, per answer, in three rounds. Prints a JSON line for each page with
the least and the most; exits 2 where a program is missing.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

from benchmarks.machine import cpu_of_tree, family
from benchmarks.ports import free_port
from benchmarks.servers import site
from benchmarks.serving import CONNECTIONS, Case, documented, nginx, signed_in

_CLIPS, _ROUNDS, _SECONDS = 5000, 3, 5
_NEEDED = ("wrk", "nginx")


def main(clips: int) -> int:
    if lacking := [program for program in _NEEDED if not shutil.which(program)]:
        print(f"SKIPPED, missing: {' '.join(lacking)}", file=sys.stderr)
        return 2
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    with tempfile.TemporaryDirectory(prefix="newsclip-pages-") as folder, ExitStack() as stack:
        environment = kept | {"NEWSCLIP_HOME": f"{folder}/home", "NEWSCLIP_SETTINGS": os.devnull}
        build = Path(__file__).parents[1]
        fill = [sys.executable, "-m", "benchmarks.many_clips", str(clips)]
        subprocess.run(fill, check=True, env=environment, cwd=build, stdout=subprocess.DEVNULL)
        port, static, cached = free_port(), free_port(), free_port()
        stack.enter_context(site(port, environment, build=build))
        page = urlopen(f"http://127.0.0.1:{port}/").read()
        stack.enter_context(nginx(Path(folder), port, static, documented(cached), page))
        mara, _ = signed_in(environment, build)
        for case in (
            Case("kept", f"http://127.0.0.1:{port}/"),
            Case("kept by nginx", f"http://127.0.0.1:{cached}/"),
            Case("signed in", f"http://127.0.0.1:{port}/", mara),
        ):
            case.warm_up()
            costs = [_cost(case.url, case.headers) for _ in range(_ROUNDS)]
            told = {"page": case.name, "cpu_ms": [round(min(costs), 3), round(max(costs), 3)]}
            print(json.dumps(told | {"clips": clips, "load": os.getloadavg()[0]}), flush=True)
    return 0


def _cost(url: str, headers: Mapping[str, str]) -> float:
    """CPU milliseconds of all servers of this run for an answer."""
    sent = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    before = _servers()
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{_SECONDS}s", *sent, url]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    spent, asked = _servers() - before, re.search(r"(\d+) requests in", said)
    if asked is None or "Non-2xx" in said:
        raise AssertionError(f"{url}: {said}")
    return 1000 * spent / int(asked[1])


def _servers() -> float:
    """CPU seconds so far of those that this process started and that still run."""
    here = os.getpid()
    return sum(cpu_of_tree(one) for one in family(here) if one != here and _parent(one) == here)


def _parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _CLIPS))
