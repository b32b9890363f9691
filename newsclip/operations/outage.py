"""A database that goes away is told once, with what to do, and once when it is back; whoever asks it goes on asking."""

from threading import Lock
from typing import Any

import structlog
from django.db import InterfaceError, OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

log = structlog.get_logger()


class Outage:
    """What this process knows of it; all its threads ask."""

    def __init__(self, database: BaseDatabaseWrapper) -> None:
        self._database, self._lasts, self._one_tells = database, False, Lock()
        connection_created.connect(self._on_connection)

    def explains(self, error: BaseException) -> bool:
        """Whether this thread's connection broke, or could not be made: then there is nothing to be loud about."""
        if not isinstance(error, OperationalError | InterfaceError):
            return False
        if self._database.connection is not None and self._database.is_usable():
            return False
        with self._one_tells:
            if not self._lasts:
                _tell(error)
            self._lasts = True
        return True

    def _on_connection(self, *, connection: BaseDatabaseWrapper, **_: Any) -> None:
        """A pooler takes connections while its database is away: so something is asked."""
        if not self._lasts or self._database != connection or not connection.is_usable():
            return
        with self._one_tells:
            if self._lasts:
                log.warning("database_back")
            self._lasts = False


def _tell(error: OperationalError | InterfaceError) -> None:
    from newsclip.operations.health.database import broken  # noqa: PLC0415 memory, for what may never have to be said

    finding = broken(error)
    log.warning("database_away", error=finding.says, remedy=finding.remedy)


HERE = Outage(connection)
