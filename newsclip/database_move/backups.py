"""Databases out of backups: of which release they are, and how they come into a database of the other kind."""

import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsclip.database_move.child_environment import child_environment
from newsclip.database_move.dump_parser import DumpedRow, parse_dump
from newsclip.db.migration_names import shipped_migrations
from newsclip.health.tables import few
from newsclip.terminal import UNREADABLE, CommandError

_PROGRAMS = Path("/usr/lib/postgresql")
_VECTORS = re.compile(r" (?:EXTENSION|clip_vectors?|clip_vector_pkey) ")  # adapters.scaleout.vector_index
type Applied = set[tuple[str, str]]


def applied_in_file(file: Path) -> Applied:
    """The migrations that the SQLite file has behind it; none where it is not of Newsclip."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        try:
            return set(database.execute("SELECT app, name FROM django_migrations").fetchall())
        except sqlite3.OperationalError:
            return set()


def applied_in_dump(dump: Path) -> Applied:
    with pg_restore(dump, "--data-only", "--table=django_migrations") as lines:
        rows = [
            dict(zip(row.columns, row.values, strict=True)) for row in parse_dump(lines) if isinstance(row, DumpedRow)
        ]
    return {(str(row["app"]), str(row["name"])) for row in rows}


def is_older(applied: Applied) -> bool:
    """Whether this release has migrations to run on it. Raises CommandError for a newer one."""
    known = shipped_migrations()
    ours = {app for app, _ in known}
    if unknown := sorted(" ".join(key) for key in applied - known if key[0] in ours):
        says = f"The backup is of a newer version of Newsclip ({few(unknown)}). Nothing was restored."
        raise CommandError(says, "Install that version or a newer one, and restore it there.", UNREADABLE)
    return bool(applied) and bool(known - applied)


def fill_from_dump(dump: Path, home: Path) -> str:
    """Make the SQLite file of this empty home from a dump of PostgreSQL. Returns how much it was."""
    environment = child_environment(NEWSCLIP_HOME=str(home), NEWSCLIP_DATABASE_URL="")
    command = [sys.executable, "-m", "newsclip.database_move.dump_to_sqlite", str(dump)]
    done = subprocess.run(command, env=environment, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 ours
    if done.returncode:
        raise CommandError("Nothing was restored.", "See above; the backup is as it was.", UNREADABLE)
    return done.stdout.strip()


def newest_program(program: str) -> str:
    """Debian's own choice goes by the servers of this machine: the newest reads the files of all older ones, and asks
    their servers.
    """
    found = sorted(_PROGRAMS.glob(f"*/bin/{program}"), key=lambda path: path.parts[-3].zfill(4))
    return str(found[-1]) if found else shutil.which(program) or program


def list_without_vectors(dump: Path, folder: Path) -> Path:
    """A file in `folder` for pg_restore's --use-list: all that the dump holds but the extension and its table.

    Only a superuser may make or describe an extension. The site's start makes the table, and its worker the vectors.
    """
    kept = folder / "restored.list"
    with pg_restore(dump, "--list") as lines, kept.open("w", encoding="utf-8") as file:
        file.writelines(line for line in lines if not _VECTORS.search(line))
    return kept


@contextmanager
def pg_restore(dump: Path, *words: str) -> Iterator[Iterator[str]]:
    """The lines that it prints of this dump; it asks no server. Raises CommandError."""
    command = [newest_program("pg_restore"), *words, "--file=-", str(dump)]
    with tempfile.TemporaryFile("w+") as wrong:
        try:
            running = subprocess.Popen(  # noqa: S603 fixed names
                command, stdout=subprocess.PIPE, stderr=wrong, text=True, encoding="utf-8"
            )
        except FileNotFoundError as error:
            says = "pg_restore is not installed here."
            raise CommandError(says, "Debian: apt install postgresql-client-17.", UNREADABLE) from error
        with running:
            yield iter(running.stdout or ())
        if running.returncode:
            wrong.seek(0)
            says = f"pg_restore: {' '.join(wrong.read(300).split())}"
            raise CommandError(
                says,
                "The backup may be damaged: try another. Or install the programs of the PostgreSQL that wrote it.",
                UNREADABLE,
            )
