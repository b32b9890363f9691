"""Starting the two processes of the product, together or apart."""

import ctypes
import os
import resource
import subprocess
import sys
from contextlib import suppress
from threading import Event, Thread

from newsclip.clock import now
from newsclip.server import logs, setup
from newsclip.server.supervisor import end_with_supervisor, stop_on_signals
from newsclip.terminal import cli_errors

HEADERS_WITHIN = 10  # seconds; also how long a connection may lie idle between two questions
MOST_CONNECTIONS = 8192
_FILES = 256  # that a process may open beside its connections: libraries, tables, pictures


def run_both(host: str, port: int) -> None:
    """The site and the worker under one supervisor, which this process becomes."""
    prepare_apart()
    command = [sys.executable, "-m", "newsclip.server.supervisor", "--host", host, "--port", str(port)]
    os.execv(command[0], command)  # noqa: S606 the command is our own


def prepare_apart() -> None:
    """In a process that ends: the one that only watches others would hold all it loaded, some 75 MB, for ever."""
    prepared = subprocess.run([sys.executable, "-m", "newsclip.server.setup"], check=False)
    if prepared.returncode:
        raise SystemExit(prepared.returncode)


def run_web(host: str, port: int) -> None:
    """The site alone: this process becomes the web server."""
    if not end_with_supervisor():
        setup.prepare()
    command = _web_command(host, port)  # reads the settings, and so replaces old names of theirs
    # A reader waits seconds, a worker a minute.
    os.environ.setdefault("NEWSCLIP_DATABASE_TIMEOUT", "3")
    os.execv(command[0], command)  # noqa: S606 the command is our own


def run_worker() -> None:
    """The worker alone."""
    supervised = end_with_supervisor()
    logs.configure(quiet=supervised)
    if supervised:
        setup.ready()
    else:
        setup.prepare()
    from newsclip.health import metrics  # noqa: PLC0415 the settings have to be loaded first
    from newsclip.options import OPTIONS  # noqa: PLC0415 the same

    if OPTIONS.metrics:
        Thread(target=metrics.serve, args=[OPTIONS.metrics], daemon=True).start()
    work_until(stop_on_signals())


def work_until(stop: Event) -> None:
    """Work as the options say: as one of many through the queue, as one of many that ask the tables, or alone."""
    from newsclip.db import sqlite_write_queue  # noqa: PLC0415 the settings have to be loaded first
    from newsclip.options import OPTIONS  # noqa: PLC0415 the same
    from newsclip.wiring import tools  # noqa: PLC0415 the same
    from newsclip.worker import dispatching, heartbeat, loop, singleton_steps  # noqa: PLC0415 the same

    given = tools()
    _give_back_room()
    with heartbeat.HERE.beating(now):
        if OPTIONS.queue_url:
            dispatching.work_with_queue(given, now, stop)
        elif OPTIONS.database_url:
            loop.work(given, now, stop, singleton_steps.shared_between_workers(loop.DUTIES))
        else:
            sqlite_write_queue.give_way(OPTIONS.home / sqlite_write_queue.FILE)
            loop.work(given, now, stop)


def _give_back_room() -> None:
    """What loading took and nothing uses any more, 16 MB: malloc_trim(3), where the C library has it."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _web_command(host: str, port: int) -> list[str]:
    """Granian with its own interface, measured in docs/why/serving.md."""
    from newsclip.options import OPTIONS  # noqa: PLC0415 loaded only where it is needed

    return [
        *(sys.executable, "-m", "granian", *granian("newsclip.server.rsgi:application")),
        *("--host", host, "--port", str(port), "--workers", str(OPTIONS.web_workers)),
        *("--backpressure", str(_connections())),
        # One that is told to stop while it starts does not hear it, and would hold the port for ever.
        *("--workers-kill-timeout", "10"),
    ]


def granian(application: str) -> list[str]:
    """What does not depend on the machine. HTTP/2 is for who speaks TLS; without it, who says nothing is not waited for
    longer than for headers: granian waits without end to be told which of the two it is.
    """
    return [
        *(application, "--interface", "rsgi", "--http", "1", "--no-ws", "--log-level", "error"),
        *("--http1-header-read-timeout", str(HEADERS_WITHIN * 1000)),
    ]


def _connections() -> int:
    """How many may be open to one process: each is an open file, and some are needed for else. The limit is raised as
    far as the system lets us.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = MOST_CONNECTIONS + _FILES if hard == resource.RLIM_INFINITY else min(MOST_CONNECTIONS + _FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    return max(files - _FILES, files // 2)


if __name__ == "__main__":
    with cli_errors():
        run_worker()
