"""The whole product on sample publishers: the code of production, with the press on this machine.

The publishers begin two hours ago. After everything was read once, one of them corrects an article, and the journey is
taken again with today's clock, as a worker would two hours later.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.request import Request, urlopen

from newsclip.operations import clock, logs, setup

HOME = Path(".demo")
EARLIER = timedelta(hours=2)
READY_WITHIN = 20.0  # seconds


def run(*, port: int, press_port: int, stay: bool) -> None:
    """Take the whole journey, then serve the site until Ctrl-C (unless `stay` is false)."""
    os.environ.setdefault("NEWSCLIP_HOME", str(HOME))
    os.environ.setdefault("NEWSCLIP_LOOPBACK_PORTS", str(press_port))
    os.environ.setdefault("NEWSCLIP_SITE_URL", f"http://localhost:{port}")
    logs.configure(quiet=True)
    setup.prepare()
    from newsclip.operations import showing  # noqa: PLC0415 the settings have to be loaded first

    with press(press_port) as sources:
        showing.take_the_journey(sources, earlier=EARLIER, correct=lambda: _correct(press_port))
        showing.say_what_to_open(port, stay=stay)
        if stay:
            from newsclip.operations.serving import run_both  # noqa: PLC0415 the same

            run_both("127.0.0.1", port)


@contextmanager
def press(port: int) -> Iterator[list[str]]:
    """The sample publishers in a process of their own; gives the addresses that a newcomer would add."""
    begin = (clock.now() - EARLIER).isoformat()
    command = [sys.executable, "-m", "newsclip.operations.press", "--port", str(port), "--now", begin]
    process = subprocess.Popen(command)  # noqa: S603 the command is our own
    try:
        yield _ask(f"http://127.0.0.1:{port}/__press/sources").split()
    finally:
        process.terminate()
        process.wait()


def _correct(port: int) -> None:
    _ask(f"http://127.0.0.1:{port}/__press/correct", method="POST")


def _ask(url: str, *, method: str = "GET") -> str:
    """Ask the press itself, which may still be starting."""
    give_up = time.monotonic() + READY_WITHIN
    while True:
        try:
            with urlopen(Request(url, method=method), timeout=5) as answer:  # noqa: S310 an address of our own
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)
