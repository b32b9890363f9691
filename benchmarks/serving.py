"""Pages per second with 100,000 clips, beside nginx with the same bytes and Miniflux 2.2.6 with as many entries.

In one run, five rounds in turn, wrk with 8 connections; medians of requests a second. Anonymous: the front page from
nginx's disk, from Newsclip alone (granian, two workers), as 304, and from nginx's cache in front of it as
docs/how-to/nginx.conf says. Signed in: the front page of 30 cards on SQLite and on PostgreSQL, with cards kept and
with nothing kept, beside Miniflux's unread page of 30 entries on the same PostgreSQL. `--sqlite HOME --postgresql URL`
take sites that `benchmarks.many_clips` filled before.

Prints a JSON line for each figure; exits 1 where one falls short of its target, 2 where a program is missing.
`--broken` serves a build that keeps nothing, no SQL either, and asks for each card apart: all its figures have to fall
short.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from benchmarks.hard_days.builds import Edit, broken, whole
from benchmarks.searching import filled
from benchmarks.servers import PROXY, miniflux, running, site

BROKEN = (
    Edit("web/caching/page_cache.py", "if not _is_anybodys(environ):", "if True:"),
    Edit("web/caching/list_cache.py", "if not settings.SHARES_LISTS:", "if True:"),
    Edit("db/cached_queries.py", "lru_cache(_KEPT)(self._compose)", "self._compose"),
    Edit("web/cards/queries.py", "        if not wanted:\n            return\n",
         "        if len(wanted) != 1:\n            return [self._ask([one]) for one in wanted][:0]\n"),
)  # fmt: skip
ROUNDS, SECONDS, CONNECTIONS = 5, 3, 8
MOST_QUERIES, CARDS = 8, 30
NEEDED = {"wrk": "wrk", "nginx": "nginx", "miniflux": "miniflux", "/usr/lib/postgresql/17/bin/initdb": "postgresql-17"}


@dataclass
class Case:
    """A page to ask for again and again; `target`: how many times `peer` it must reach."""

    name: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    peer: str = ""
    target: float = 0
    rates: list[float] = field(default_factory=list)

    def warm_up(self) -> None:
        """Once for each worker and its templates."""
        for _ in range(2 * CONNECTIONS):
            with suppress(HTTPError):  # 304 is one
                urlopen(Request(self.url, headers=dict(self.headers))).close()

    def measure(self) -> None:
        sent = [part for name, value in self.headers.items() for part in ("-H", f"{name}: {value}")]
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", *sent, self.url]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if bad := re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: .*", said):
            raise AssertionError(f"{self.name}: {bad.group()}")
        found = re.search(r"Requests/sec:\s+([\d.]+)", said)
        assert found
        self.rates.append(float(found[1]))


def compare(cases: Sequence[Case]) -> bool:
    for case in cases:
        case.warm_up()
    for _ in range(ROUNDS):
        for case in cases:
            case.measure()
    rates = {case.name: median(case.rates) for case in cases}
    met = True
    for case in cases:
        line: dict[str, object] = {"page": case.name, "requests_a_second": round(rates[case.name])}
        if case.peer:
            times = rates[case.name] / rates[case.peer]
            line |= {"peer": case.peer, "times_peer": round(times, 2), "target": case.target}
            line["met"] = times >= case.target
            met = met and times >= case.target
        print(json.dumps(line), flush=True)
    return met


def signed_in(environment: Mapping[str, str], build: Path) -> tuple[dict[str, str], bool]:
    """The headers of Mara's browser, and whether her page asks the database for little enough."""
    command = [sys.executable, "-m", "benchmarks.signed_in"]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=build).stdout
    found = json.loads(said.splitlines()[-1])
    met = found["queries"] <= MOST_QUERIES and found["cards"] == CARDS
    print(json.dumps({"page": "signed in", **found, "target_queries": MOST_QUERIES, "met": met} | {"session": ""}))
    return {"Cookie": f"sessionid={found['session']}"}, met


def documented(port: int) -> str:
    """How pages are asked for and served, as documented, at a port of this run and without TLS."""
    text = (Path(__file__).parents[1] / "docs" / "how-to" / "nginx.conf").read_text()
    served = text[text.index("map ") : text.index("proxy_cache_path")] + text[text.index("server {\n    listen 443") :]
    block = re.sub(r"listen [^;]+;", f"listen 127.0.0.1:{port};", served, count=1)
    elsewhere = re.compile(r"\s*(ssl_|server_name|http2 |listen \[)")
    return "\n".join(line for line in block.splitlines() if not elsewhere.match(line))


@contextmanager
def nginx(work: Path, newsclip: int, static: int, served: str, page: bytes) -> Iterator[None]:
    """The page as a file at the one port, and Newsclip as `served` says (see documented)."""
    (work / "page").mkdir()
    (work / "page" / "index.html").write_bytes(page)
    config = work / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    config.write_text(PROXY.format(user=user, work=work, static=static, site=newsclip, documented=served))
    with running("nginx", "-c", str(config), environment=os.environ, ready=f"http://127.0.0.1:{static}/"):
        yield


def run(sides: dict[str, dict[str, str]], port: int, build: Path) -> bool:
    work = Path(tempfile.mkdtemp(prefix="newsclip-serving-"))
    lite, big, bare, static, cached, peer = range(port, port + 6)
    try:
        with ExitStack() as stack:
            stack.enter_context(site(lite, sides["sqlite"], build=build))
            stack.enter_context(site(big, sides["postgresql"], build=build))
            stack.enter_context(site(bare, sides["sqlite"], "benchmarks.uncached", build))
            answer = urlopen(f"http://127.0.0.1:{lite}/")
            stack.enter_context(nginx(work, lite, static, documented(cached), answer.read()))
            theirs = stack.enter_context(miniflux(work, sides["postgresql"]["NEWSCLIP_DATABASE_URL"], peer))
            mara, few = signed_in(sides["sqlite"], build)
            mara_there, few_there = signed_in(sides["postgresql"], build)
            files, unread = "nginx, the same bytes", "Miniflux, unread page"
            cases = [
                Case(files, f"http://127.0.0.1:{static}/"),
                Case("anonymous", f"http://127.0.0.1:{lite}/", peer=files, target=0.30),
                Case("304", f"http://127.0.0.1:{lite}/", {"If-None-Match": answer.headers["ETag"]}, files, 0.45),
                Case("behind nginx's cache", f"http://127.0.0.1:{cached}/", peer=files, target=0.90),
                Case(unread, f"http://127.0.0.1:{peer}/unread", theirs),
                Case("signed in, SQLite", f"http://127.0.0.1:{lite}/", mara, unread, 11),
                Case("signed in, PostgreSQL", f"http://127.0.0.1:{big}/", mara_there, unread, 8),
                Case("signed in, SQLite, nothing kept", f"http://127.0.0.1:{bare}/", mara, unread, 2),
            ]
            return compare(cases) and few and few_there
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sqlite", default="", help="a home that is filled already")
    parser.add_argument("--postgresql", default="", help="the address of a database that is filled already")
    parser.add_argument("--broken", action="store_true", help="on the broken build")
    parser.add_argument("--port", type=int, default=8400, help="the first of seven free ports")
    asked = parser.parse_args()
    lacking = sorted({package for program, package in NEEDED.items() if not shutil.which(program)})
    if lacking:
        print(f"SKIPPED, missing: apt-get install -y --no-install-recommends {' '.join(lacking)}", file=sys.stderr)
        sys.exit(2)
    with filled(asked.sqlite, asked.postgresql, asked.port + 6) as both, tempfile.TemporaryDirectory() as folder:
        sys.exit(0 if run(both, asked.port, broken(BROKEN, Path(folder)) if asked.broken else whole()) else 1)
