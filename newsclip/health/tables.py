"""The state of a database's tables, compared with the migrations that this release knows."""

from collections.abc import Collection
from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor

from newsclip.health.findings import Finding, bad
from newsclip.worker.models import RequiredMigration

_BACKUP = "Restore the last backup into an empty place: newsclip restore FILE"
_SHOWN = 3
MOVE = "newsclip_move"  # the table that a database has while a move into it is not finished


@dataclass(frozen=True, slots=True)
class TableState:
    """`waiting`: migrations to be run, in order. `unknown`: those that a newer release has run; `may_run`: whether that
    release says that this one may run meanwhile. `broken`: why the tables are half of what they should be.
    `is_moving`: a move into this database was begun and is not finished.
    """

    waiting: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    may_run: bool = False
    broken: str = ""
    is_moving: bool = False


def table_state(connection: BaseDatabaseWrapper) -> TableState:
    """Read only. Raises DatabaseError if the database does not answer."""
    names = set(connection.introspection.table_names())
    executor = MigrationExecutor(connection)
    loader = executor.loader
    plan = executor.migration_plan(loader.graph.leaf_nodes())
    waiting = tuple(f"{migration.app_label} {migration.name}" for migration, _ in plan)
    ours = {app for app, _ in loader.disk_migrations}
    applied = {key for key in loader.applied_migrations or () if key[0] in ours}
    unknown = applied - set(loader.disk_migrations)
    broken = "" if unknown else _broken(loader, connection, names, is_whole=not waiting)
    return TableState(
        waiting,
        tuple(sorted(" ".join(key) for key in unknown)),
        bool(unknown) and _may_run(connection, names, loader.disk_migrations),
        broken,
        is_moving=MOVE in names,
    )


def refusal(state: TableState, *, migrates: bool) -> Finding | None:
    """Why no process of this release may start on such tables; None if it may, `migrates` telling whether it changes
    them itself.
    """
    if state.is_moving:
        says = "A move into this database, or a restore, is not finished."
        remedy = "Run it again: newsclip move --to URL, with the settings of the old database, or newsclip restore FILE"
        return bad("tables", says, remedy)
    if state.broken:
        return bad("tables", f"They are half migrated: {state.broken}.", _BACKUP)
    if state.unknown and not (state.may_run and not state.waiting):
        says = f"A newer version of Newsclip changed them ({few(state.unknown)})."
        return bad("tables", says, "Install that version again, or restore the backup from before.")
    if state.waiting and not migrates:
        return bad("tables", f"{_changes(state)} of tables {_wait(state)}.", "Run: newsclip migrate")
    return None


def describe(state: TableState) -> str:
    """One sentence about tables that nobody refuses."""
    if state.unknown:
        return f"A newer version of Newsclip changed them ({few(state.unknown)}), so that this one may go on."
    return "They are as this version expects."


def _changes(state: TableState) -> str:
    return "1 change" if len(state.waiting) == 1 else f"{len(state.waiting)} changes"


def _wait(state: TableState) -> str:
    return "waits" if len(state.waiting) == 1 else "wait"


def few(names: Collection[str]) -> str:
    """The first of them in words, and how many more there are."""
    shown = ", ".join(list(names)[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown} and {len(names) - _SHOWN} more"


def _broken(loader: object, connection: BaseDatabaseWrapper, names: set[str], *, is_whole: bool) -> str:
    try:
        loader.check_consistent_history(connection)  # type: ignore[attr-defined] # a MigrationLoader
    except InconsistentMigrationHistory as error:
        return str(error).partition(" on database")[0]
    wanted = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    missing = sorted(wanted - names) if is_whole else []
    return f"{few(missing)} should be there, and {'is' if len(missing) == 1 else 'are'} not" if missing else ""


def _may_run(connection: BaseDatabaseWrapper, names: set[str], known: Collection[tuple[str, str]]) -> bool:
    """Whether the newer release wrote what a release must know, and this one knows it all."""
    if RequiredMigration._meta.db_table not in names:
        return False
    required = set(RequiredMigration.objects.using(connection.alias).values_list("app", "name"))
    return bool(required) and required <= set(known)
