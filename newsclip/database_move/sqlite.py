"""A file of SQLite, as a move sees it. The source is opened read-only: nothing can be written to it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from newsclip.database_move.columns import FROM_SQLITE, Row, changer
from newsclip.database_move.tables import Table

_WAIT = 60.0  # seconds for another process that writes


class SqliteFile:
    """Its rows, in the order of their keys, as one snapshot until `close`."""

    def __init__(self, file: Path) -> None:
        address = f"file:{quote(str(file))}?mode=ro"
        self._database = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_WAIT)
        self._database.execute("PRAGMA foreign_keys = OFF")
        self._version = self._data_version()
        self._database.execute("BEGIN")

    def origin(self) -> str:
        """What tells this site from every other: when its first table was made, to the microsecond."""
        found = self._database.execute("SELECT applied FROM django_migrations ORDER BY id LIMIT 1").fetchone()
        return str(found[0])

    def rows(self, table: Table, after: object = None) -> Iterator[Row]:
        columns = ", ".join(f'"{column}"' for column in table.columns)
        where, given = (f'WHERE "{table.key}" > ?', [after]) if after is not None else ("", [])
        asked = f'SELECT {columns} FROM "{table.name}" {where} ORDER BY "{table.key}"'  # noqa: S608 our own names
        return map(changer(table.kinds, FROM_SQLITE), self._database.execute(asked, given))

    def highest(self, table: Table) -> int:
        """The highest number ever given to a row, also to one that was deleted since."""
        asked = f'SELECT coalesce(max("{table.key}"), 0) FROM "{table.name}"'  # noqa: S608 our own names
        (highest,) = self._database.execute(asked).fetchone()
        given = self._database.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table.name]).fetchone()
        return max(int(highest), int(given[0]) if given else 0)

    def was_written_to(self) -> bool:
        """Whether another process has written since the snapshot; ends it."""
        if self._database.in_transaction:
            self._database.execute("COMMIT")
        return self._data_version() != self._version

    def close(self) -> None:
        self._database.close()

    def _data_version(self) -> int:
        return int(self._database.execute("PRAGMA data_version").fetchone()[0])
