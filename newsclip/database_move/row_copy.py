"""Copies tables row by row, and compares each row with its copy."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from newsclip.database_move.columns import FOR_POSTGRESQL, TO_COMPARE, Row, changer
from newsclip.database_move.postgresql import PostgresqlDatabase
from newsclip.database_move.tables import Table, batches


class Rows(Protocol):
    """What rows are read from."""

    def rows(self, table: Table, after: object = None) -> Iterator[Row]: ...


@dataclass(frozen=True, slots=True)
class Sum:
    """The number of a table's rows, and the digest of all their values."""

    rows: int
    digest: str


def copy(table: Table, source: Rows, target: PostgresqlDatabase) -> int:
    """Copy the rows that are not there yet. Each batch is there whole or not at all, in the order of keys: the highest
    key there says where a copy that was broken off goes on. Returns how many were copied.
    """
    done = 0
    for batch in batches(source.rows(table, after=target.last(table))):
        target.write(table, batch)
        done += len(batch)
    return done


def compare(table: Table, source: Rows, target: Rows) -> tuple[Sum, Sum]:
    """Of all rows here and there, in the order of keys. Values are read again from both."""
    here = _sum(map(changer(table.kinds, FOR_POSTGRESQL, TO_COMPARE), source.rows(table)))
    there = _sum(map(changer(table.kinds, TO_COMPARE), target.rows(table)))
    return here, there


def _sum(rows: Iterable[Row]) -> Sum:
    digest, count = hashlib.blake2b(digest_size=8), 0
    for row in rows:
        digest.update(repr(row).encode("utf-8", "backslashreplace"))
        count += 1
    return Sum(count, digest.hexdigest())
