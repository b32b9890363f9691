"""Backup into one file while everything runs, and restore into an empty place.

The file is a tar: the database (by SQLite's online backup or pg_dump), then the pictures, which never change and exist
before a row names them, and the key that signs sessions.
"""

import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import zlib
from contextlib import closing
from gzip import BadGzipFile
from pathlib import Path

import typer
from django.db import DatabaseError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from newsclip import wiring
from newsclip.cli.empty_database import refuse_empty
from newsclip.database_move.backups import (
    applied_in_dump,
    applied_in_file,
    fill_from_dump,
    is_older,
    list_without_vectors,
    newest_program,
)
from newsclip.database_move.move import move, run_there
from newsclip.db.errors import explain_error
from newsclip.db.location import location
from newsclip.health.tables import MOVE
from newsclip.kernel.reasons import Refused
from newsclip.options import OPTIONS
from newsclip.terminal import UNREADABLE, CommandError

DATABASE, DUMP, MEDIA = "newsclip.sqlite3", "newsclip.dump", "media"
_FILES = ("media", "secret-key")
_OWNERS = 0o600  # it holds the key, sessions and addresses
_GIVE = "Give a file that newsclip backup wrote."
_WHOLE = "Copy it again from where it was made, or take another backup."
_LAST_GOOD = "Put the last good one in its place, in another folder: newsclip restore FILE"
_HALF_RESTORED = "Remove the cause (see above), empty the database, and restore again."
_UNCHANGED = "See above. The backup is as it was, and nothing was restored."
_OLDER = "The tables of the backup are of an older version and could not be changed."
_UP_TO_DATE = " It was of an older version; its tables are up to date now."
_UNPACKED = "restoring-"
_COMPRESSION = 3  # a seventh of the time of 9 for 7 % more bytes (40 MB of tables: .63 s and 4.29 s on one core)
_LIBPQ = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
_TLS = {"PGSSLMODE": "sslmode", "PGSSLROOTCERT": "sslrootcert", "PGSSLCERT": "sslcert", "PGSSLKEY": "sslkey"}


def backup(file: Path, home: Path = OPTIONS.home) -> str:
    """Write the backup atomically and verify its database. Raises CommandError."""
    if file.is_dir():
        raise CommandError(f"{file} is a folder.", f"Name a file in it: {file / 'newsclip.tar.gz'}", UNREADABLE)
    part = file.with_name(file.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=file.absolute().parent) as folder:
            copy = _copy_of_database(Path(folder), home)
            part.unlink(missing_ok=True)
            part.touch(mode=_OWNERS)
            with tarfile.open(part, "w:gz", compresslevel=_COMPRESSION) as tar:
                tar.add(copy, copy.name)
                for name in _FILES:
                    if (home / name).exists():
                        tar.add(home / name, name)
        part.replace(file)
    except (OSError, sqlite3.OperationalError) as error:
        cause = f"{file} could not be written: {_why(error)}."
        raise CommandError(cause, "Make room there, or choose another folder.", UNREADABLE) from error
    except sqlite3.DatabaseError as error:
        raise CommandError(f"The database is damaged: {error}", _LAST_GOOD, UNREADABLE) from error
    finally:
        part.unlink(missing_ok=True)
    said = f"Written: {file} ({file.stat().st_size:,} bytes)."
    if OPTIONS.s3.bucket:
        said += f" Pictures are not in it: they stay in the {wiring.picture_store().place}, which you copy by itself."
    return said


def restore(file: Path, home: Path = OPTIONS.home) -> str:
    """Unpack a backup of either kind into an empty home and, if NEWSCLIP_DATABASE_URL is set, an empty PostgreSQL.
    One of an older release is brought up to this one. Raises CommandError.
    """
    must_be_empty(home, connection)
    try:
        home.mkdir(parents=True, exist_ok=True)
        for left in home.glob(f"{_UNPACKED}*"):  # of a restore that was killed
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=home, prefix=_UNPACKED) as folder, tarfile.open(file) as tar:
            found = {DUMP, DATABASE} & set(tar.getnames())  # reads to the end: fails before writing
            if not found:
                raise CommandError(f"{file} is not a backup of Newsclip.", _GIVE, UNREADABLE)
            tar.extractall(folder, filter="data")
            _restore_to_bucket(Path(folder, MEDIA))
            said = _restore_database(Path(folder), found.pop())
            for part in _FILES:
                _move(Path(folder, part), home / part)
            if connection.vendor != "postgresql":
                Path(folder, DATABASE).chmod(_OWNERS)
                _move(Path(folder, DATABASE), home / DATABASE)
    except EOFError as error:
        raise CommandError(f"{file} is cut off: it ends in the middle of the backup.", _WHOLE, UNREADABLE) from error
    except (tarfile.TarError, BadGzipFile, zlib.error, FileNotFoundError, IsADirectoryError) as error:
        raise CommandError(f"{file} cannot be read: {_why(error)}.", _GIVE, UNREADABLE) from error
    except OSError as error:
        cause = f"It could not be restored: {_why(error)}."
        raise CommandError(cause, "Check the file and the room in NEWSCLIP_HOME.", UNREADABLE) from error
    return f"Restored into {home}.{said} Now start the site and its worker."


def _restore_to_bucket(media: Path) -> None:
    """Put unpacked pictures where the settings say. Raises CommandError; another try goes on where this one ended."""
    if not OPTIONS.s3.bucket:
        return
    store = wiring.picture_store()
    if trouble := store.trouble():
        raise CommandError(trouble.says, trouble.remedy, UNREADABLE)
    for file in sorted(media.glob("*.webp")):
        try:
            store.put(file.name, file.read_bytes())
        except Refused as refused:
            raise CommandError(f"{refused} {refused.detail}", "Try again, when it answers.", UNREADABLE) from refused
        file.unlink()


def _restore_database(folder: Path, name: str) -> str:
    """Bring the unpacked database to where it belongs, with the tables of this release: into PostgreSQL, or as a file
    into `folder`, from which it is moved. Returns what more to say. Until then the home is as it was.
    """
    unpacked = folder / name
    older = is_older(applied_in_dump(unpacked) if name == DUMP else applied_in_file(unpacked))
    if name == DUMP and connection.vendor == "postgresql":
        kept = list_without_vectors(unpacked, folder)
        whole = ("--exit-on-error", "--single-transaction", "--no-owner", f"--use-list={kept}")
        run("pg_restore", *whole, f"--dbname={connection.settings_dict['NAME']}", unpacked)
        if older:
            run_there("tables", OPTIONS.database_url, _OLDER, _HALF_RESTORED, NEWSCLIP_HOME=str(folder))
        return _UP_TO_DATE * older
    if name == DUMP:
        return f" From PostgreSQL into SQLite: {fill_from_dump(unpacked, folder)}"
    if older:
        run_there("tables", "", _OLDER, _UNCHANGED, NEWSCLIP_HOME=str(folder))
        with closing(sqlite3.connect(unpacked)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # only this file is moved
    if connection.vendor != "postgresql":
        return _UP_TO_DATE * older
    said = move(
        unpacked, OPTIONS.database_url, typer.echo, vectors=OPTIONS.vectors == "on", named="NEWSCLIP_DATABASE_URL"
    )
    return f" {said}"


def _copy_of_database(folder: Path, home: Path) -> Path:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            refuse_empty(connection.introspection.table_names(cursor), cursor, location(connection.settings_dict))
        dump = folder / DUMP
        run("pg_dump", "--format=custom", f"--file={dump}")
        run("pg_restore", f"--file={os.devnull}", dump)
        return dump
    if not (home / DATABASE).exists():
        raise CommandError(
            f"There is no data in {home}.", "Name the settings of the site: newsclip --settings FILE backup …"
        )
    copy = folder / DATABASE
    # VACUUM INTO, not a page copy: free pages hold deleted text, and what was taken down must not come back.
    with closing(sqlite3.connect(home / DATABASE)) as live:
        tables = live.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        refuse_empty([name for (name,) in tables], live.cursor(), str(home / DATABASE))
        live.execute("VACUUM INTO ?", (str(copy),))
    with closing(sqlite3.connect(copy)) as target:
        found = target.execute("PRAGMA quick_check").fetchone()[0]
    if found != "ok":
        raise CommandError(f"The database is damaged: {found}", _LAST_GOOD, UNREADABLE)
    return copy


def _why(error: Exception) -> str:
    """The first line only; the libraries append lines about other formats."""
    told = error.strerror if isinstance(error, OSError) else None
    return (told or str(error)).partition(":\n")[0]


def must_be_empty(home: Path, connection: BaseDatabaseWrapper) -> None:
    """Raises CommandError if data would be overwritten."""
    remedy = "Move it away first, or give another folder as the home (the setting NEWSCLIP_HOME)."
    if connection.vendor == "postgresql":
        try:
            names = connection.introspection.table_names()
            if names and MOVE not in names:
                raise CommandError(
                    "The PostgreSQL database holds tables already.",
                    "Put it aside and make an empty one (ALTER DATABASE … RENAME TO …, then createdb: see Backup in the"
                    " manual), or name another that is empty.",
                )
        except DatabaseError as error:
            cause, remedy = explain_error(error)
            raise CommandError(f"The database: {cause}", remedy, UNREADABLE) from error
    connection.close()
    if (home / DATABASE).exists():
        raise CommandError(f"{home} holds data already.", remedy)


def _move(part: Path, to: Path) -> None:
    if part.is_dir() and to.is_dir():
        shutil.copytree(part, to, dirs_exist_ok=True)
    elif part.exists():
        part.replace(to)


def run(program: str, *words: str | Path) -> None:
    """Run one of PostgreSQL's programs. Connection parameters go into its environment, which other
    users cannot read.
    """
    settings = connection.settings_dict
    place = {variable: str(settings[key]) for variable, key in _LIBPQ.items() if settings[key]}
    place |= {variable: settings["OPTIONS"][key] for variable, key in _TLS.items() if key in settings["OPTIONS"]}
    try:
        command = [newest_program(program), *map(str, words)]
        done = subprocess.run(command, env={**os.environ, **place}, capture_output=True, text=True, check=False)  # noqa: S603 fixed names
    except FileNotFoundError as error:
        raise CommandError(f"{program} is not installed here.", "Debian: apt install postgresql-client-17.") from error
    if done.returncode:
        cause, remedy = explain_error(DatabaseError(done.stderr.strip()[-300:]))
        raise CommandError(f"{program}: {cause}", remedy, UNREADABLE)
