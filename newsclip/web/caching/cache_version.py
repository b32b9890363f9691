"""Until when what was made for everybody may be shown: to the end of the second, and on while nothing was written.

A second by the clock is the same for all that is kept, so that a page made of kept lists is no older than they are.
"""

import sqlite3
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, Error, connection, connections

from newsclip.web.caching import replica

type Version = Hashable
AGES = 30  # seconds that something is kept at most: pages say how old things are


class Unknown:
    """The version of tables that do not say it: like no other."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """`made`: the second in which something was begun, `good`: the last one in which it is, both of one clock;
    `version` that the tables had before it was made.
    """

    made: int
    good: int
    version: Version

    @classmethod
    def of(cls, second: int, version: Version) -> "Freshness":
        return cls(second, second, version)

    def renewed(self, second: int, version: Version) -> "Freshness | None":
        """Good for this second too, if nothing can have changed. A clock put back ends it."""
        same = 0 <= second - self.made < AGES and self.version == version
        return replace(self, good=second) if same else None


def version_of_tables() -> Version:
    """Equal to what it was before only if no transaction became visible in between, to the primary or to a replica."""
    try:
        if replica.is_configured():
            return _postgresql(), _of_replica()
        return _postgresql() if connection.vendor == "postgresql" else _sqlite()(str(connection.settings_dict["NAME"]))
    except (Error, sqlite3.Error):
        connection.close()
        return Unknown()


def _of_replica() -> Version:
    """One that is away, or too far behind, shows nothing."""
    try:
        return _postgresql(replica.REPLICA) if replica.HERE.is_current() else "away"
    except Error:
        connections[replica.REPLICA].close()
        return "away"


def _postgresql(alias: str = DEFAULT_DB_ALIAS) -> Version:
    """The snapshot: which transactions are seen. Those that only read have no number in it."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return str(cursor.fetchone()[0])


@cache
def _sqlite() -> Callable[[str], Version]:
    """Asked on a connection of its own, which sees a commit of any other as a new number (PRAGMA data_version)."""
    lock = threading.Lock()
    watch: dict[str, sqlite3.Connection] = {}

    def version(name: str) -> Version:
        with lock:
            if name not in watch:
                address = f"{Path(name).absolute().as_uri()}?mode=ro"
                watch[name] = sqlite3.connect(address, uri=True, timeout=1, check_same_thread=False)
            return int(watch[name].execute("PRAGMA data_version").fetchone()[0])

    return version
