"""Brings tables up to this release, and refuses those that it does not know."""

from django.core.management import call_command
from django.core.management.sql import emit_pre_migrate_signal
from django.db import DatabaseError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from newsclip.db.errors import explain_error
from newsclip.db.location import is_missing
from newsclip.health.findings import Finding
from newsclip.health.former_release import MIGRATIONS
from newsclip.health.tables import TableState, refusal, table_state
from newsclip.terminal import NO, UNREADABLE, CommandError
from newsclip.worker.models import RequiredMigration

_HALF = ("already exists", "duplicate column")


class WholeMigrations(MigrationExecutor):
    """Makes and records each migration in one transaction.

    Django commits some before it records them: a full disk or a crash in between would leave the tables half migrated.
    """

    def apply_migration(self, state: ProjectState, migration: Migration, *how: bool, **named: bool) -> ProjectState:
        if not migration.atomic:
            return super().apply_migration(state, migration, *how, **named)
        # SQLite changes no table while it checks foreign keys, and cannot be told within a transaction.
        with self.connection.constraint_checks_disabled(), transaction.atomic(self.connection.alias):
            return super().apply_migration(state, migration, *how, **named)


def prepare_tables(*, migrates: bool) -> TableState:
    """Migrate, or only look whether this release may run on the tables. Idempotent; the caller holds the lock.

    Returns the state from before. Raises CommandError, having changed nothing, for tables that it may not run on.
    """
    state = table_state(connection)
    if found := refusal(state, migrates=migrates):
        raise _refused(found, state)
    if migrates and not state.unknown:
        migrate_tables(connection)
    return state


def migrate_tables(connection: BaseDatabaseWrapper) -> None:
    """Run what waits, and write down which releases may go on using the tables. Raises CommandError."""
    try:
        executor = WholeMigrations(connection)
        targets = executor.loader.graph.leaf_nodes()
        if plan := executor.migration_plan(targets):
            executor.migrate(targets, plan, _announce(executor, plan))
        # Nothing is left to change: it makes the permissions.
        call_command("migrate", database=connection.alias, interactive=False, verbosity=0)
        _require_former(connection)
    except DatabaseError as error:
        cause, remedy = explain_error(error)
        if any(said in cause for said in _HALF):
            remedy = "The tables are half migrated. Restore the last backup into an empty place: newsclip restore FILE"
        raise CommandError(f"The tables could not be changed: {cause}", remedy, UNREADABLE) from error


def _announce(executor: WholeMigrations, plan: list[tuple[Migration, bool]]) -> ProjectState:
    """As Django's command does: who hears it adds to the plan that content types are renamed with their models.

    Returns the state that `plan` begins with.
    """
    state = executor.migrate([], [])  # with nothing to do it changes nothing
    emit_pre_migrate_signal(verbosity=0, interactive=False, db=executor.connection.alias, apps=state.apps, plan=plan)
    return state.clone()


def waiting() -> tuple[str, ...]:
    """The migrations to be run, in order; makes no database. Raises CommandError for tables that none of them mends."""
    if is_missing(connection):
        return ("the first tables: there is no database yet",)
    state = table_state(connection)
    if found := refusal(state, migrates=True):
        raise CommandError(f"The tables: {found.says}", found.remedy, UNREADABLE)
    return state.waiting


def _refused(found: Finding, state: TableState) -> CommandError:
    only_waits = not (state.broken or state.unknown or state.is_moving)
    return CommandError(f"The tables: {found.says}", found.remedy, NO if only_waits else UNREADABLE)


def _require_former(connection: BaseDatabaseWrapper) -> None:
    """Processes of the former release may run on these tables; older ones refuse to start."""
    rows = RequiredMigration.objects.using(connection.alias)
    known = set(MIGRATIONS.items())
    if set(rows.values_list("app", "name")) != known:
        with transaction.atomic(connection.alias):
            rows.all().delete()
            rows.bulk_create(RequiredMigration(app=app, name=name) for app, name in sorted(known))
