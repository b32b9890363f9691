"""Database checks: it answers, is writable and undamaged, and matches this version's schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import DatabaseError, Error, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from newsclip.db.errors import explain_error
from newsclip.health import tables
from newsclip.health.findings import Finding, bad, good
from newsclip.web.caching import replica

_OFTEN = 20
WAL = 512 * 1024 * 1024  # bytes


def answers() -> Finding:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM sqlite_master" if connection.vendor == "sqlite" else "SELECT 1")
    except DatabaseError as error:
        return broken(error)
    return good("database", f"{connection.display_name} answers.")


def broken(error: Error) -> Finding:
    return bad("database", *explain_error(error))


def sessions() -> Finding:
    """Whether there is a pooler (PgBouncer), and whether it keeps transactions on one connection."""
    try:
        ours = {_session(connection) for _ in range(_OFTEN)}
        # A pooler reports a backend ID of its own, since the connection behind it may change.
        if connection.connection.info.backend_pid in ours:
            return good("sessions", "They are PostgreSQL's own.")
        with closing(connection.copy()) as other:
            shared = len(ours) > 1 or _session(other) in ours
    except DatabaseError as error:
        return broken(error)
    if not shared:
        says = "A pooler stands between, and gives each connection a session of its own, as PostgreSQL would."
        return bad("sessions", says, "Say pool_mode = transaction in pgbouncer.ini.")
    return good("sessions", "A pooler lets transactions through whole.")


def _session(one: BaseDatabaseWrapper) -> int:
    """The backend's process ID for one transaction."""
    with transaction.atomic() if one is connection else nullcontext(), one.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def streaming() -> Finding:
    """Whether the configured replica follows the primary."""
    try:
        with connections[replica.REPLICA].cursor() as cursor:
            cursor.execute("SELECT pg_is_in_recovery()")
            (follows,) = cursor.fetchone()
    except DatabaseError as error:
        says = f"It is away, and the primary answers everybody: {' '.join(str(error).split())}"
        return bad("replica", says, "Start it, or unset NEWSCLIP_REPLICA_URL.")
    if not follows:
        says = "NEWSCLIP_REPLICA_URL names a database that follows no other."
        return bad("replica", says, "Give the address of a streaming replica, or unset it.")
    if not replica.HERE.is_current():
        says = "It is behind, and the primary answers everybody."
        return bad("replica", says, "Look for its row in pg_stat_replication of the primary, and at the replica's log.")
    return good("replica", "It follows the primary.")


def has_tables() -> bool:
    return "sources_source" in connection.introspection.table_names()


def migrations() -> Finding:
    found = tables.table_state(connection)
    return tables.refusal(found, migrates=False) or good("tables", tables.describe(found))


def now() -> datetime | None:
    """The database server's time; None for SQLite, which has no clock of its own."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        found: datetime = cursor.fetchone()[0]
    return found


def whole() -> Iterator[Finding]:
    """Checks that apply to one of the two databases only."""
    if connection.vendor == "postgresql":
        yield sessions()
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_encoding")
            encoding = str(cursor.fetchone()[0])
        if encoding != "UTF8":
            remedy = "Make another with ENCODING 'UTF8', and move the data there: pg_dump, psql"
            yield bad("database", f"It stores text as {encoding}, and cannot hold every word.", remedy)
        yield from forgotten_slots()
        return
    with connection.cursor() as cursor:
        found = damage(cursor)
        cursor.execute("PRAGMA journal_mode")
        journal = str(cursor.fetchone()[0])
    if found:
        remedy = "Stop Newsclip, keep the file, and put a backup in its place: newsclip restore FILE"
        yield bad("database", f"It is damaged: {found}", remedy)
    if journal not in {"wal", "memory"}:
        remedy = "Move NEWSCLIP_HOME to a disk of this machine: network folders cannot do it."
        yield bad("database", f"It journals by {journal}, not by WAL: readers wait for writers.", remedy)
    yield from _log(Path(f"{connection.settings_dict['NAME']}-wal"))
    yield from _writable()


def forgotten_slots(most: int = WAL) -> Iterator[Finding]:
    """Replication slots that nobody reads: PostgreSQL keeps its log (WAL) for them until no room is left, and stops."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT slot_name, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) FROM pg_replication_slots"
            " WHERE NOT active AND restart_lsn IS NOT NULL AND NOT pg_is_in_recovery() ORDER BY slot_name"
        )
        found = [(name, int(size)) for name, size in cursor.fetchall() if size >= most]
    for name, size in found:
        remedy = f"Start the replica again, or give it up: SELECT pg_drop_replication_slot('{name}')"
        yield bad("database", f"It keeps {size // 2**20:,} MiB of log for {name}, which nobody reads.", remedy)


def damage(cursor: Any) -> str:
    """What SQLite's integrity check finds; "" if the file is sound."""
    try:
        cursor.execute("PRAGMA quick_check(1)")
        found = str(cursor.fetchone()[0])
    except (DatabaseError, sqlite3.DatabaseError) as error:
        return str(error)
    return "" if found == "ok" else " ".join(found.split())


def _log(wal: Path) -> Iterator[Finding]:
    size = wal.stat().st_size if wal.exists() else 0
    if size > WAL:
        says = f"Its log has grown to {size // 2**20:,} MiB: somebody reads for ever."
        yield bad("database", says, "Start Newsclip again; end other programs that have the file open.")


def write_nothing(cursor: Any) -> None:
    """Raises if nothing can be written. On a read-only file BEGIN IMMEDIATE succeeds, so an UPDATE is tried."""
    cursor.execute("BEGIN IMMEDIATE")
    try:
        cursor.execute("UPDATE django_migrations SET app = app WHERE id IS NULL")
    finally:
        cursor.execute("ROLLBACK")


def _writable() -> Iterator[Finding]:
    if connection.in_atomic_block:
        return
    try:
        with connection.cursor() as cursor:
            write_nothing(cursor)
    except DatabaseError as error:
        yield broken(error)
