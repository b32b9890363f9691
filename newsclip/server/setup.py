"""Getting the product ready to run in this process.

Nothing of the framework is imported before it is asked for: filters do without.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_OTHERS = 0o007
_TABLES = 0x6E657773636C6970  # "newsclip": the number of the lock


def ready() -> None:
    """Load the settings and the stages. Comes before any import of them."""
    import django  # noqa: PLC0415

    # Sessions, passwords' digests and mail addresses lie in files: nobody else on the machine reads them.
    os.umask(os.umask(_OTHERS) | _OTHERS)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclip.settings")
    django.setup()


def prepare() -> None:
    """Get ready, and bring tables and static files to the state that this version expects; repeat it freely.

    Raises SystemExit, with what to do, for categories that cannot be used.
    """
    ready()
    from django.core.management import call_command  # noqa: PLC0415

    from newsclip import wiring  # noqa: PLC0415
    from newsclip.options import OPTIONS  # noqa: PLC0415
    from newsclip.pipeline.key_rotation import keep_secrets  # noqa: PLC0415
    from newsclip.server.collect_static import gather  # noqa: PLC0415

    if OPTIONS.categories:  # else a worker would find out, again and again
        wiring.taxonomy()
    OPTIONS.home.mkdir(parents=True, exist_ok=True)
    (OPTIONS.home / "media").mkdir(exist_ok=True)
    with _alone_here(OPTIONS.home / ".preparing"):
        with _one_at_a_time():
            call_command("migrate", interactive=False, verbosity=0)
            keep_secrets()
        gather(lambda: call_command("collectstatic", interactive=False, verbosity=0), OPTIONS.home / ".gathered")


def read[T](ask: Callable[[], T]) -> T:
    """The answer of `ask`, which changes nothing: tables are made or brought to this version only where it needs them.

    Looking whether they are as they should be takes longer than most answers.
    """
    ready()
    from django.db import OperationalError, ProgrammingError  # noqa: PLC0415

    try:
        return ask()
    except (OperationalError, ProgrammingError):  # no database, no table or no column; if it is away, it is so again
        prepare()
        return ask()


@contextmanager
def _alone_here(file: Path) -> Iterator[None]:
    """Of processes of one folder that start together, one prepares it; whoever dies lets go."""
    with file.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Of processes that start together on PostgreSQL, one changes the tables, and the others wait until it has.

    By a lock of a transaction, on a connection of its own: a pooler keeps no session's locks. Who waits for it asks
    again and again: waiting in the database would hold the pooler's sessions, which the one that works needs.
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
        prepare()
