"""Backup, restore, accounts, and what publishers ask for."""

import gzip
import sqlite3
import tarfile
import tempfile
import zlib
from collections import Counter
from contextlib import closing
from pathlib import Path

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection

from newsclip import wiring
from newsclip.accounts.models import Reader
from newsclip.kernel.reasons import Refused
from newsclip.operations import clock
from newsclip.options import OPTIONS
from newsclip.pipeline import retention, takedown

DATABASE = "newsclip.sqlite3"


class NotDone(Exception):
    """The command could not do what was asked."""

    def __init__(self, cause: str, remedy: str) -> None:
        self.cause, self.remedy = cause, remedy
        super().__init__(cause)


def backup(file: Path, home: Path = OPTIONS.home) -> str:
    """A consistent copy: SQLite's own online backup, then the pictures, which never change once written."""
    if connection.vendor != "sqlite":
        raise NotDone("The data is in PostgreSQL.", "Use pg_dump for it, and copy the media folder.")
    if not (home / DATABASE).exists():
        raise NotDone(f"There is no data in {home}.", "Set NEWSCLIP_HOME to the folder that holds it.")
    part = file.with_name(file.name + ".part")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, DATABASE)
        with closing(sqlite3.connect(home / DATABASE)) as live, closing(sqlite3.connect(copy)) as target:
            live.backup(target)
        with tarfile.open(part, "w:gz") as tar:
            tar.add(copy, DATABASE)
            for name in ("media", "secret-key"):
                if (home / name).exists():
                    tar.add(home / name, name)
    part.replace(file)
    return f"Written: {file} ({file.stat().st_size:,} bytes)."


def restore(file: Path, home: Path = OPTIONS.home) -> str:
    """Unpack a backup into an empty home, whole or not at all."""
    connection.close()
    if (home / DATABASE).exists():
        raise NotDone(f"{home} holds data already.", "Move it away first, or set NEWSCLIP_HOME to another folder.")
    try:
        with tarfile.open(file) as tar:
            if DATABASE not in tar.getnames():  # reads the file to its end, so that a broken one leaves nothing behind
                raise NotDone(f"{file} is not a backup of Newsclip.", "Give a file that newsclip backup wrote.")
            tar.extractall(home, filter="data")
    except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise NotDone(f"{file} cannot be read: {error}", "Give a file that newsclip backup wrote.") from error
    return f"Restored into {home}. Start it with: newsclip start"


def make_user(name: str, password: str, *, staff: bool) -> str:
    """Make the account, or give it another password; `staff` adds rights, and nothing here takes them away."""
    reader = Reader.objects.filter(username=name).first() or Reader(username=name)
    try:
        validate_password(password, reader)
    except ValidationError as error:
        raise NotDone(" ".join(error.messages), "Choose another password.") from error
    if staff:
        reader.is_staff = reader.is_superuser = True
    reader.set_password(password)
    reader.save()
    return f"{name} may sign in{' and see the staff pages' if reader.is_staff else ''}."


def forget_picture(name: str) -> None:
    (OPTIONS.home / "media" / name).unlink(missing_ok=True)


def tidy() -> str:
    """All that is kept longer than the settings say, until nothing is left of it."""
    dropped: Counter[str] = Counter()
    while done := list(retention.tidy(OPTIONS.keep, forget=forget_picture, now=clock.now())):
        dropped.update({outcome.subject: outcome.count for outcome in done})
    told = ", ".join(f"{number:,} {name}" for name, number in sorted(dropped.items()))
    return f"Dropped: {told}." if told else "Nothing is older than the settings allow."


def take_down(what: str, reason: str) -> str:
    """What was taken down, and what that did."""

    try:
        search, now = wiring.search_index(), clock.now()
        done = takedown.take_down(what, reason=reason, search=search, forget=forget_picture, now=now)
    except Refused as refused:
        raise NotDone(
            str(refused), "Give an article's address, or a publisher's domain: see newsclip sources"
        ) from refused
    return (
        f"Taken down: {done.articles} articles. {done.rewritten} clips tell what is left, {done.withdrawn} are"
        " withdrawn."
        " What was mailed or fetched by others before is out of reach; so are backups."
    )


def limit_excerpts(domain: str, words: int | None) -> str:
    try:
        stories = takedown.limit_excerpts(domain, words)
    except Refused as refused:
        raise NotDone(str(refused), "Give the domain of a publisher: see newsclip sources") from refused
    said = f"At most {words} words" if words else "All"
    return f"{said} of each article of {domain} may be shown; {stories} stories are written anew."
