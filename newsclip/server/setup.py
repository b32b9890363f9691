"""Prepares this process and the database.

Imports of the framework are inside the functions: filters do without it.
"""

import fcntl
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsclip.terminal import CommandError

if TYPE_CHECKING:
    from newsclip.health.tables import TableState

_OTHERS = 0o007
_TABLES = 0x6E657773636C6970  # "newsclip": the ID of the advisory lock


def ready(*, read_only: bool = False) -> None:
    """Load the settings and the stages. Call before importing any of them. `read_only`: a fresh home gets no key."""
    import django  # noqa: PLC0415

    from newsclip.kernel.settings_file import READ_ONLY  # noqa: PLC0415

    if read_only:
        os.environ[READ_ONLY] = "1"
    # Sessions, password hashes and mail addresses are in files: no other user of the machine may read them.
    os.umask(os.umask(_OTHERS) | _OTHERS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclip.settings")
    django.setup()


def prepare(*, migrates: bool | None = None) -> "TableState":
    """Load the product, and bring tables and static files up to date. Idempotent. Returns how the tables were before.

    `migrates`: whether tables that wait for changes get them, else they are refused; None: as NEWSCLIP_MIGRATE says.
    Raises SystemExit, with a remedy, for settings that no worker can run on, CommandError for tables that are unusable.
    """
    ready()
    import django  # noqa: PLC0415

    from newsclip.kernel.built_static import built_static  # noqa: PLC0415
    from newsclip.options import OPTIONS  # noqa: PLC0415
    from newsclip.pipeline.key_rotation import keep_secrets  # noqa: PLC0415
    from newsclip.server.collect_static import gather  # noqa: PLC0415
    from newsclip.server.migrating import prepare_tables  # noqa: PLC0415

    _refuse_unusable()
    OPTIONS.home.mkdir(parents=True, exist_ok=True)
    with _alone_here(OPTIONS.home / ".preparing"):
        with _one_at_a_time():
            found = prepare_tables(migrates=OPTIONS.migrate == "on" if migrates is None else migrates)
            keep_secrets()
        if not built_static(django.get_version()):
            gather(collect, OPTIONS.home / ".gathered")
    return found


def _refuse_unusable() -> None:
    """Otherwise a worker would end on such settings again and again."""
    from newsclip import wiring  # noqa: PLC0415
    from newsclip.health.conflicting_settings import conflicting_settings  # noqa: PLC0415
    from newsclip.options import OPTIONS  # noqa: PLC0415

    for found in conflicting_settings(OPTIONS):
        raise SystemExit(f"{found.says} {found.remedy}")
    if OPTIONS.categories:
        wiring.taxonomy()
    wiring.picture_store()
    wiring.public_push_key()


def collect() -> None:
    """Collect static files, hashed and compressed, and pack the source, into STATIC_ROOT."""
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from newsclip.kernel.release import SOURCE_PATH  # noqa: PLC0415
    from newsclip.server.source_archive import write_source  # noqa: PLC0415

    call_command("collectstatic", interactive=False, verbosity=0)
    write_source(Path(settings.STATIC_ROOT) / Path(SOURCE_PATH).name)


def prepare_to_run() -> None:
    """`prepare` for the site or the worker. First says on standard error which database it works on, and what of the
    settings is weak.
    """
    name_database()
    from newsclip.health.machine import short_key  # noqa: PLC0415
    from newsclip.options import OPTIONS  # noqa: PLC0415

    for found in short_key(OPTIONS):
        print(f"newsclip: {found.says} {found.remedy}", file=sys.stderr, flush=True)
    prepare()


def name_database(*, read_only: bool = False) -> None:
    """On standard error, before anything is written: which database, and where. Loads the settings, as `ready` does."""
    ready(read_only=read_only)
    from django.db import connection  # noqa: PLC0415

    from newsclip.db.location import location  # noqa: PLC0415

    print(f"newsclip: working on {location(connection.settings_dict)}", file=sys.stderr, flush=True)


def prepare_to_write() -> None:
    """Load the product for a command that changes rows alone: `prepare` only if the tables are not this release's.

    What `prepare` does besides, static files, indexes and a changed key, every start does.
    """
    ready()
    from django.db import connection  # noqa: PLC0415

    from newsclip.db.migration_names import are_current  # noqa: PLC0415
    from newsclip.options import OPTIONS  # noqa: PLC0415

    if OPTIONS.former_secret_key or not are_current(connection):
        prepare()


def read[T](ask: Callable[[], T]) -> T:
    """Call a read-only `ask`, which makes nothing: a restore needs the home, or the database, to be empty.

    Looks at the state of the tables only if it fails, since that takes longer than most answers. Raises CommandError
    where there are no tables, or older ones.
    """
    ready(read_only=True)
    from django.db import OperationalError, ProgrammingError, connection  # noqa: PLC0415

    from newsclip.db.location import is_missing  # noqa: PLC0415

    if is_missing(connection):
        raise _no_site("There is no database yet")
    try:
        return ask()
    except (OperationalError, ProgrammingError):  # no table or column; during an outage it fails again
        from newsclip.health.database import has_tables  # noqa: PLC0415
        from newsclip.server.migrating import prepare_tables  # noqa: PLC0415

        if not has_tables():
            raise _no_site("There are no tables yet") from None
        prepare_tables(migrates=False)
        return ask()


def _no_site(cause: str) -> CommandError:
    from django.db import connection  # noqa: PLC0415

    from newsclip.db.location import location  # noqa: PLC0415
    from newsclip.health.findings import first_steps  # noqa: PLC0415

    return CommandError(f"{cause}: {location(connection.settings_dict)}.", first_steps())


@contextmanager
def _alone_here(file: Path) -> Iterator[None]:
    """A file lock: of several processes that start together in one folder, one prepares it. The lock ends with its
    holder.
    """
    with file.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Of several processes that start together on PostgreSQL, one migrates while the others wait.

    Uses an advisory transaction lock on a separate connection: poolers do not preserve session locks. Waiters poll:
    waiting in the database would occupy the pooler's sessions, which the migrating process needs.
    """
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "postgresql":
        yield
        return
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            while True:
                cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_TABLES])
                if cursor.fetchone()[0]:
                    break
                other.rollback()
                time.sleep(0.2)
        yield
    finally:
        other.close()


if __name__ == "__main__":
    from newsclip.terminal import cli_errors

    with cli_errors():
        prepare_to_run()
