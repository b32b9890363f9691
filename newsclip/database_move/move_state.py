"""How far a move came, kept in the database that it goes to: a table that is there until the move is finished."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from newsclip.database_move.postgresql import PostgresqlDatabase
from newsclip.database_move.row_copy import Sum
from newsclip.database_move.tables import Table
from newsclip.health.tables import MOVE


class Phase(StrEnum):
    """What is being done: tables made, rows copied, the search index made."""

    TABLES = "tables"
    ROWS = "rows"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`origin`: which site is moved; `later`: statements that put back the foreign keys; `sums`: of the tables, once
    all rows are there.
    """

    origin: str
    phase: Phase
    later: tuple[str, ...] = ()
    sums: dict[str, Sum] = field(default_factory=dict)


def read(target: PostgresqlDatabase) -> Unfinished | None:
    if MOVE not in target.table_names():
        return None
    origin, phase, later, sums = target.ask(f"SELECT origin, phase, later, sums FROM {MOVE}")[0]  # noqa: S608 our own name
    found = {name: Sum(**given) for name, given in json.loads(sums).items()}
    return Unfinished(origin, Phase(phase), tuple(json.loads(later)), found)


def begin(target: PostgresqlDatabase, origin: str) -> None:
    with target.together():
        columns = ", ".join(f"{name} text NOT NULL" for name in ("origin", "phase", "later", "sums"))
        target.ask(f"CREATE TABLE {MOVE} ({columns})")
        target.ask(f"INSERT INTO {MOVE} VALUES (%s, %s, '[]', '{{}}')", origin, Phase.TABLES)  # noqa: S608 our own name


def begin_rows(target: PostgresqlDatabase, tables: list[Table]) -> None:
    """Empty the new tables of what migrations put there, and take their foreign keys away until all rows are in."""
    with target.together():
        found = target.references(tables)
        for of, name, _ in found:
            target.ask(f"ALTER TABLE {of} DROP CONSTRAINT {name}")
        target.empty(tables)
        later = json.dumps([f"ALTER TABLE {of} ADD CONSTRAINT {name} {says}" for of, name, says in found])
        target.ask(f"UPDATE {MOVE} SET phase = %s, later = %s", Phase.ROWS, later)  # noqa: S608 our own name


def begin_index(target: PostgresqlDatabase, later: Iterable[str], sums: dict[str, Sum]) -> None:
    """All rows are in: put the foreign keys back, which finds any that leads nowhere."""
    with target.together():
        for statement in later:
            target.ask(statement)
        target.ask("UPDATE clips_clip SET indexed_version = 0 WHERE indexed_version <> 0")
        kept = json.dumps({name: asdict(one) for name, one in sums.items()})
        target.ask(f"UPDATE {MOVE} SET phase = %s, sums = %s", Phase.INDEX, kept)  # noqa: S608 our own name


def end(target: PostgresqlDatabase) -> None:
    target.ask(f"DROP TABLE {MOVE}")
