"""On SQLite, one process at a time writes; who waits for its turn sleeps, longer each time, and looks again.

A worker that writes again and again would take the turn whenever somebody sleeps. So a reader's process says that it
waits, by a lock on a file beside the database, and the worker gives way before it begins to write. Both ask nothing of
the disk; where nobody waits it costs the worker microseconds. Whoever dies lets go of the lock.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

FILE = "newsclip.turns"
PATIENCE = 0.1  # seconds that a worker gives way at a time, however many wait
_LOOK = 0.001  # seconds, shorter than most writes
_WRITES = ("BEGIN", "INSERT", "UPDATE", "DELETE", "REPLACE")

type Execute = Callable[[str, Any, bool, dict[str, Any]], Any]
type Wrapper = Callable[[Execute, str, Any, bool, dict[str, Any]], Any]


class Turns:
    """Who waits to write, as all processes with this file know."""

    def __init__(self, file: Path) -> None:
        self._file, self._mine = file, local()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Say so as long as it lasts."""
        fcntl.flock(self._opened(), fcntl.LOCK_SH)
        try:
            yield
        finally:
            fcntl.flock(self._opened(), fcntl.LOCK_UN)

    def give_way(
        self, clock: Callable[[], float] = time.monotonic, pause: Callable[[float], object] = time.sleep
    ) -> None:
        """Wait until nobody else does, though not for long."""
        until = clock() + PATIENCE
        while not self._is_free() and clock() < until:
            pause(_LOOK)

    def _is_free(self) -> bool:
        try:
            fcntl.flock(self._opened(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        fcntl.flock(self._opened(), fcntl.LOCK_UN)
        return True

    def _opened(self) -> int:
        """A thread's own: locks are shared among those who have it from one opening."""
        if getattr(self._mine, "of", None) != os.getpid():
            self._mine.at = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._mine.of = os.getpid()
        return int(self._mine.at)


def say_when_waiting(file: Path, around: Callable[[Wrapper], object] | None = None) -> None:
    """From now on, in this process: whatever writes says that it waits for its turn."""
    turns = Turns(file)

    def wait(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001 Django's own
        if not _begins(sql, context["connection"]):
            return execute(sql, params, many, context)
        with turns.waiting():
            return execute(sql, params, many, context)

    (around or _around_all)(wait)


def give_way(file: Path) -> None:
    """From now on, in this process: whatever writes lets others go first."""
    turns = Turns(file)

    def after_others(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001 the same
        if _begins(sql, context["connection"]):
            turns.give_way()
        return execute(sql, params, many, context)

    _around_all(after_others)


def _begins(sql: str, connection: BaseDatabaseWrapper) -> bool:
    return not connection.in_atomic_block and sql.startswith(_WRITES)


def _around_all(wrapper: Wrapper) -> None:
    def around(connection: BaseDatabaseWrapper, **_: Any) -> None:
        if connection.vendor == "sqlite" and wrapper not in connection.execute_wrappers:
            connection.execute_wrappers.append(wrapper)

    connection_created.connect(around, weak=False)
