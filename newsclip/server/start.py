"""Starts the product's two processes, together or separately."""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from newsclip.clock import now
from newsclip.server import lifecycle_log, logs, setup
from newsclip.server.metrics_folder import new_metrics_folder
from newsclip.server.supervisor import end_with_supervisor, stop_on_signals
from newsclip.terminal import cli_errors
from newsclip.worker import systemd

HEADERS_WITHIN = 10  # seconds; also the keep-alive timeout
MOST_CONNECTIONS = 8192  # per process, if the system allows as many files
_FILES = 256  # open files besides connections: libraries, tables, pictures


def run_both(host: str, port: int) -> None:
    """The site and the worker under one supervisor. This process becomes the supervisor."""
    from newsclip.options import OPTIONS  # noqa: PLC0415 loaded only where it is needed

    prepare_apart()
    _hand_on(NEWSCLIP_LOG_LEVEL=OPTIONS.logs.level, NEWSCLIP_LOG_FORM=OPTIONS.logs.form)
    command = [sys.executable, "-m", "newsclip.server.supervisor", "--host", host, "--port", str(port)]
    os.execv(command[0], command)  # noqa: S606 our own command


def prepare_apart() -> None:
    """Prepare in a child process: the supervisor would otherwise keep the 75 MB that this loads."""
    prepared = subprocess.run([sys.executable, "-m", "newsclip.server.setup"], check=False)
    if prepared.returncode:
        raise SystemExit(prepared.returncode)


def run_web(host: str, port: int, become: Callable[[str, list[str]], object] = os.execv) -> None:
    """Only the site: this process becomes the web server."""
    if not end_with_supervisor():
        setup.prepare_to_run()
    from newsclip.options import OPTIONS, SETTINGS  # noqa: PLC0415 loaded only where it is needed

    if OPTIONS.web_workers > 1:  # any one of them may be asked for the metrics of all
        os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(new_metrics_folder()))
    # A reader waits for seconds, a worker may wait for a minute.
    _hand_on(NEWSCLIP_DATABASE_TIMEOUT=SETTINGS.values.get("NEWSCLIP_DATABASE_TIMEOUT", "3"))
    command = _web_command(host, port)
    become(command[0], command)


def _hand_on(**settings: str) -> None:
    """Set what the next program reads, in place of a file that holds it: it would refuse both."""
    for name, value in settings.items():
        os.environ.pop(f"{name}_FILE", None)
        os.environ[name] = value


def run_worker() -> None:
    """Only the worker."""
    supervised = end_with_supervisor()
    logs.configure()
    if supervised:
        setup.ready()
    else:
        setup.prepare_to_run()
    from newsclip.health import worker_port  # noqa: PLC0415 the settings have to be loaded first
    from newsclip.options import OPTIONS  # noqa: PLC0415 the same

    if OPTIONS.metrics:
        Thread(target=worker_port.serve, args=[OPTIONS.metrics], daemon=True).start()
    stop = stop_on_signals()
    lifecycle_log.started("worker")
    work_until(stop)
    lifecycle_log.stopped("worker")


def work_until(stop: Event) -> None:
    """Run the worker as configured: fed by the queue, as one of several, or alone."""
    from newsclip.db import sqlite_write_queue  # noqa: PLC0415 the settings have to be loaded first
    from newsclip.options import OPTIONS  # noqa: PLC0415 the same
    from newsclip.wiring import tools  # noqa: PLC0415 the same
    from newsclip.worker import dispatching, heartbeat, loop, singleton_steps  # noqa: PLC0415 the same

    given = tools()
    _trim_heap()
    systemd.notify(systemd.READY)
    with heartbeat.HERE.beating(now):
        if OPTIONS.queue_url:
            dispatching.work_with_queue(given, now, stop)
        elif OPTIONS.database_url:
            loop.work(given, now, stop, singleton_steps.shared_between_workers(loop.DUTIES))
        else:
            sqlite_write_queue.give_way(OPTIONS.home / sqlite_write_queue.FILE)
            loop.work(given, now, stop)


def _trim_heap() -> None:
    """Return the 16 MB that loading freed to the system (malloc_trim(3)), if the C library supports it."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _web_command(host: str, port: int) -> list[str]:
    """Granian with its own interface, measured in docs/why/serving.md."""
    from newsclip.options import OPTIONS  # noqa: PLC0415 loaded only where it is needed

    return [
        *(sys.executable, "-m", "granian", *granian("newsclip.server.rsgi:application")),
        *("--host", host, "--port", str(port), "--workers", str(OPTIONS.web_workers)),
        *("--backpressure", str(_connections())),
        # A worker told to stop while starting misses the signal and would hold the port for ever.
        *("--workers-kill-timeout", "10"),
    ]


def granian(application: str) -> list[str]:
    """Options that do not depend on the machine. HTTP/1 only: HTTP/2 needs TLS in practice, and while it detects the
    protocol granian waits for silent clients without a timeout.
    """
    return [
        *(application, "--interface", "rsgi", "--http", "1", "--no-ws", "--log-level", "error"),
        *("--http1-header-read-timeout", str(HEADERS_WITHIN * 1000)),
    ]


def _connections() -> int:
    """The number of connections per process: each needs a file descriptor, and some are needed for other files. Raises
    the limit as far as the system allows.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = MOST_CONNECTIONS + _FILES if hard == resource.RLIM_INFINITY else min(MOST_CONNECTIONS + _FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    return max(files - _FILES, files // 2)


if __name__ == "__main__":
    with cli_errors():
        run_worker()
