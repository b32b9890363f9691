"""A database of PostgreSQL, as a move sees it. Rows go in and out by COPY: nothing is held in memory.

Every statement stands in a transaction that says what it needs, so that a pooler may be in between.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg

from newsclip.database_move.columns import FOR_POSTGRESQL, FROM_COPY, Row, changer
from newsclip.database_move.tables import Table

_FORMS = "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = ISO; SET LOCAL bytea_output = hex"
_REFERENCES = """SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
    AND conrelid::regclass::text = ANY(%s) ORDER BY 1, 2"""


class PostgresqlDatabase:
    """`settings`: as the framework has them of a database."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        place = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
        given = {name: settings[key] for name, key in place.items() if settings[key]}
        self._database = psycopg.connect(**{"connect_timeout": 10, **given, **settings["OPTIONS"]}, autocommit=True)

    def ask(self, statement: str, *given: object) -> list[Row]:
        with self._at_work() as cursor:
            cursor.execute(statement, given or None)
            return cursor.fetchall() if cursor.description else []

    def table_names(self) -> set[str]:
        found = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        return {name for (name,) in found}

    def rows(self, table: Table, after: object = None) -> Iterator[Row]:
        order = _key(table)
        where, given = (f"WHERE {order} > %s", [after]) if after is not None else ("", [])
        columns = ", ".join(f'"{column}"' for column in table.columns)
        asked = f'COPY (SELECT {columns} FROM "{table.name}" {where} ORDER BY {order}) TO STDOUT'  # noqa: S608 our names
        with self._at_work() as cursor, cursor.copy(asked, given) as copy:
            yield from map(changer(table.kinds, FROM_COPY), copy.rows())

    def last(self, table: Table) -> object:
        """The highest key; None of an empty table."""
        asked = f'SELECT "{table.key}" FROM "{table.name}" ORDER BY {_key(table)} DESC LIMIT 1'  # noqa: S608 our names
        found = self.ask(asked)
        return found[0][0] if found else None

    def write(self, table: Table, rows: Iterable[Row]) -> None:
        """All of them or none."""
        columns, fit = ", ".join(f'"{column}"' for column in table.columns), changer(table.kinds, FOR_POSTGRESQL)
        asked = f'COPY "{table.name}" ({columns}) FROM STDIN'
        with self._at_work() as cursor, cursor.copy(asked) as copy:
            for row in rows:
                copy.write_row(fit(row))

    def empty(self, tables: Iterable[Table]) -> None:
        self.ask(f"TRUNCATE {', '.join(f'"{table.name}"' for table in tables)} RESTART IDENTITY")

    def number_from(self, table: Table, highest: int) -> None:
        """The next row gets a number that no row had."""
        if highest:
            self.ask("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", f'"{table.name}"', table.key, highest)

    def references(self, tables: Iterable[Table]) -> list[tuple[str, str, str]]:
        """Foreign keys: table, name, definition."""
        return [
            (str(of), str(name), str(says)) for of, name, says in self.ask(_REFERENCES, [one.name for one in tables])
        ]

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is asked within happens at once or not at all."""
        with self._database.transaction():
            yield

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _at_work(self) -> Iterator["psycopg.Cursor[Row]"]:
        with self._database.transaction(), self._database.cursor() as cursor:
            cursor.execute(_FORMS)
            yield cursor


def _key(table: Table) -> str:
    """Text is ordered by its bytes, as SQLite orders it."""
    return f'"{table.key}"' if table.is_numbered else f'"{table.key}" COLLATE "C"'
