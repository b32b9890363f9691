"""Run as `python -m newsclip.database_move.dump_to_sqlite DUMP`: a dump of PostgreSQL into the empty SQLite
of NEWSCLIP_HOME.

The tables are made as the release had them that wrote the dump, filled, and then brought up to this release.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

from newsclip.database_move.columns import FROM_COPY, changer
from newsclip.database_move.dump_parser import DumpedNumber, DumpedRow, parse_dump
from newsclip.server.setup import ready
from newsclip.terminal import UNREADABLE, CommandError, cli_errors

_BATCH = 1000


def main(dump: Path) -> None:
    """Prints how much it was. Raises CommandError."""
    ready()
    from django.db import connection, transaction  # noqa: PLC0415 the settings have to be loaded first

    from newsclip.database_move.backups import applied_in_dump, pg_restore  # noqa: PLC0415 the same
    from newsclip.database_move.tables import all_tables  # noqa: PLC0415 the same
    from newsclip.server.migrating import migrate_tables  # noqa: PLC0415 the same

    state = _make_tables(applied_in_dump(dump))
    tables = {table.name: table for table in all_tables(state.apps.get_models(include_auto_created=True))}
    counts = Counter[str]()
    connection.disable_constraint_checking()
    with transaction.atomic(), closing(connection.cursor()) as cursor:
        for table in tables.values():
            cursor.execute(f'DELETE FROM "{table.name}"')  # noqa: S608 our own names
        with pg_restore(dump, "--data-only") as lines:
            for name, rows in groupby(parse_dump(lines), key=_table_of):
                if name in tables:
                    counts[name] += _fill(cursor, tables[name], rows)
                else:
                    _number(cursor, tables, rows)
        connection.check_constraints()
    connection.enable_constraint_checking()
    migrate_tables(connection)
    from newsclip.clips.models import Clip  # noqa: PLC0415 the settings have to be loaded first

    Clip.objects.exclude(indexed_version=0).update(indexed_version=0)
    sys.stdout.write(f"{sum(counts.values()):,} rows of {len(counts)} tables.\n")


def _table_of(found: DumpedRow | DumpedNumber) -> str:
    return found.table if isinstance(found, DumpedRow) else ""


def _make_tables(applied: set[tuple[str, str]]) -> Any:
    """Run the migrations that the dump's release had run. Returns the state of the models then."""
    from django.db import connection  # noqa: PLC0415 the settings have to be loaded first
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 the same

    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    known = applied & set(graph.nodes)
    targets = sorted(key for key in known if not known & {child.key for child in graph.node_map[key].children})
    return executor.migrate(targets)


def _fill(cursor: Any, table: Any, rows: Iterator[Any]) -> int:
    count = 0
    for columns, alike in groupby(rows, key=lambda row: row.columns):
        kinds = dict(zip(table.columns, table.kinds, strict=True))
        change = changer(tuple(kinds[name] for name in columns), FROM_COPY)
        names, places = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608 our own names
        batch: list[Any] = []
        for row in alike:
            batch.append(change(row.values))
            if len(batch) == _BATCH:
                cursor.executemany(statement, batch)
                count, batch = count + len(batch), []
        cursor.executemany(statement, batch)
        count += len(batch)
    return count


def _number(cursor: Any, tables: dict[str, Any], found: Iterator[Any]) -> None:
    """Numbers that were given once are not given again."""
    sequences = {f"{table.name}_{table.key}_seq": name for name, table in tables.items()}
    for one in found:
        if isinstance(one, DumpedNumber) and one.sequence in sequences:
            name = sequences[one.sequence]
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [name])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, one.last])


if __name__ == "__main__":
    with cli_errors():
        try:
            main(Path(sys.argv[1]))
        except (ValueError, subprocess.SubprocessError) as error:
            raise CommandError(f"The dump cannot be read: {error}", "Take another backup.", UNREADABLE) from error
