"""Two web processes behind the documented nginx are restarted one after the other while people read and vote.

Every request must get the site's own answer: `make bench-rolling-restart`. `--broken` restarts both at once, and must
lose some.
"""

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from urllib.parse import urlencode

from benchmarks.hard_days.product import Product
from benchmarks.new_tables import lay_out
from benchmarks.ports import free_port
from benchmarks.servers import PROXY, running
from benchmarks.serving import documented

CLIPS, READERS = 60, 4
FORGOTTEN = 11.0  # seconds: nginx leaves out a server that failed for ten
PATIENCE = 600.0
_TOKEN = "t" * 32


@dataclass
class Load:
    """What was asked for through nginx, and what did not get the site's answer."""

    port: int
    session: str
    stop: Event = field(default_factory=Event)
    answers: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def read_and_vote(self, reader: int) -> None:
        number = reader
        while not self.stop.is_set():
            number += READERS
            self._ask("GET", f"/?order=new&n={number}", 200)
            if number % 3 == 0:
                self._ask("POST", f"/s/{1 + number % CLIPS}/vote", 302)

    def _ask(self, method: str, path: str, wanted: int) -> None:
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={_TOKEN}", "Host": "localhost"}
        body = urlencode({"csrfmiddlewaretoken": _TOKEN, "value": "1"}) if method == "POST" else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers)
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException) as error:
            status, path = 0, f"{path} {error!r}"
        finally:
            connection.close()
        self.answers[method] += 1
        if status != wanted:
            self.lost.append(f"{method} {path}: {status}")


def roll(work: Path, *, rounds: int = 2, together: Sequence[bool] = (False,)) -> list[Load]:
    """Restart each web process `rounds` times under load, once for each of `together`: whether both at once."""
    product = Product(work / "home")
    lay_out(product.home)
    if product.python("-m", "benchmarks.many_clips", str(CLIPS)).wait(PATIENCE):
        raise AssertionError(product.log.read_text()[-2000:])
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.signed_in"], check=True, stdout=subprocess.PIPE, text=True,
        env=product.environment,
    ).stdout  # fmt: skip
    member = json.loads(said.splitlines()[-1])["session"]
    ports = [free_port(), free_port()]
    try:
        webs = {port: _web(product, port) for port in ports}
        with _nginx(work, ports) as port:
            loads = []
            for at_once in together:
                with _under(Load(port, member)) as load:
                    for group in rounds * ([ports] if at_once else [[one] for one in ports]):
                        _restart(product, webs, group)
                loads.append(load)
        return loads
    finally:
        product.stop()


@contextmanager
def _under(load: Load) -> Iterator[Load]:
    with ThreadPoolExecutor(READERS) as pool:
        asked = [pool.submit(load.read_and_vote, reader) for reader in range(READERS)]
        try:
            yield load
        finally:
            load.stop.set()
        for one in asked:
            one.result()


def _restart(product: Product, webs: "dict[int, subprocess.Popen[bytes]]", ports: Sequence[int]) -> None:
    for port in ports:
        webs[port].terminate()
    for port in ports:
        webs[port].wait(PATIENCE)
        webs[port] = _web(product, port)
    time.sleep(FORGOTTEN)


def _web(product: Product, port: int) -> "subprocess.Popen[bytes]":
    """From when it is ready."""
    started = product.newsclip("start", "web", "--port", str(port))
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/readyz", headers={"Host": "localhost"})
            if connection.getresponse().status == 200:
                return started
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError(product.log.read_text()[-2000:])


@contextmanager
def _nginx(work: Path, ports: list[int]) -> Iterator[int]:
    """The port at which it answers."""
    served, static = free_port(), free_port()
    (work / "page").mkdir()
    (work / "page" / "index.html").write_bytes(b"ready")
    user = "user root;" if os.geteuid() == 0 else ""
    text = PROXY.format(user=user, work=work, static=static, site=ports[0], documented=documented(served))
    both = f"server 127.0.0.1:{ports[0]}; server 127.0.0.1:{ports[1]};"
    (work / "nginx.conf").write_text(text.replace(f"server 127.0.0.1:{ports[0]};", both))
    ready = f"http://127.0.0.1:{static}/"
    with running("nginx", "-c", str(work / "nginx.conf"), environment=os.environ, ready=ready):
        yield served


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--broken", action="store_true", help="both at once")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (found,) = roll(Path(folder), rounds=given.rounds, together=[given.broken])
    print(f"{found.answers['GET']:,} pages and {found.answers['POST']:,} votes asked for, {len(found.lost)} lost")
    for line in found.lost[:10]:
        print(f"  {line}")
    sys.exit(bool(found.lost) != given.broken)
