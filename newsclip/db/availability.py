"""A database that goes away is told once, with what to do, and once when it is back; whoever asks it goes on asking."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import structlog
from django.db import Error, InterfaceError, OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from newsclip.db.errors import explain_error, says_full

log = structlog.get_logger()
# As SQLite and PostgreSQL say it.
_DAMAGE = re.compile(r"malformed|not a database|invalid page in block|could not read block", re.IGNORECASE)
_REMEMBERED = 60.0  # seconds


class Outage:
    """What this process knows of it; all its threads ask."""

    def __init__(self, database: BaseDatabaseWrapper) -> None:
        self._database, self._lasts, self._one_tells = database, False, Lock()
        self._damaged_at: float | None = None
        self._full_at: float | None = None
        connection_created.connect(self._on_connection)

    def forget(self) -> None:
        """Take the database for well, whatever this process met: what it meets next is told."""
        self._lasts, self._damaged_at, self._full_at = False, None, None

    def explains(self, error: BaseException) -> bool:
        """Whether this thread's connection broke, or could not be made: then there is nothing to be loud about."""
        if self.is_damage(error) or self.is_full_disk(error):
            return True
        if not isinstance(error, OperationalError | InterfaceError):
            return False
        if self._database.connection is not None and self._database.is_usable():
            return False
        with self._one_tells:
            if not self._lasts:
                _tell(error)
            self._lasts = True
        return True

    def is_damage(self, error: BaseException | None) -> bool:
        """Whether it says that what is stored is spoilt. That is told once, and remembered (see `is_damaged`)."""
        if not (isinstance(error, Error) and _DAMAGE.search(str(error))):
            return False
        with self._one_tells:
            if self._damaged_at is None:
                _tell(error)
            self._damaged_at = time.monotonic()
        return True

    @property
    def is_damaged(self) -> bool:
        """Whether somebody met a spoilt page of the database within the last minute."""
        return self._damaged_at is not None and time.monotonic() - self._damaged_at < _REMEMBERED

    def is_full_disk(self, error: BaseException | None) -> bool:
        """Whether it says that its disk is full. That is told once, and again if it is full again after a minute."""
        if not (isinstance(error, OperationalError) and says_full(error)):
            return False
        with self._one_tells:
            if not self.has_no_room:
                _tell(error, "database_full")
            self._full_at = time.monotonic()
        return True

    @property
    def has_no_room(self) -> bool:
        """Whether somebody found the disk of the database full within the last minute."""
        return self._full_at is not None and time.monotonic() - self._full_at < _REMEMBERED

    def _on_connection(self, *, connection: BaseDatabaseWrapper, **_: Any) -> None:
        """A pooler takes connections while its database is away: so something is asked."""
        if not self._lasts or self._database != connection or not connection.is_usable():
            return
        with self._one_tells:
            if self._lasts:
                log.warning("database_back")
            self._lasts = False


def _tell(error: Error, event: str = "database_away") -> None:
    cause, remedy = explain_error(error)
    log.warning(event, error=cause, remedy=remedy)


HERE = Outage(connection)


@contextmanager
def if_there_is_room() -> Iterator[None]:
    """For what is good to keep, but no reason to show nothing: it is left undone while the disk is full."""
    try:
        yield
    except OperationalError as error:
        if not HERE.is_full_disk(error):
            raise
