"""Checks of the machine and its settings: folders, keys, disk space, clock, addresses."""

import ipaddress
import os
import resource
import shutil
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from newsclip import wiring
from newsclip.health.conflicting_settings import MAKE_KEY, PUBLISHED
from newsclip.health.findings import Finding, bad, good, starting
from newsclip.kernel.addresses import is_local_name
from newsclip.kernel.settings_file import Settings
from newsclip.options import Options
from newsclip.sources.models import Look

ROOM = 500 * 1024 * 1024  # bytes
FILES = 1024  # fewer open files per process are too few
AHEAD = timedelta(minutes=5)  # tolerated difference between clocks
_LETTERS_OF_KEY = 50  # at least


def folders(options: Options, static: Path) -> Iterator[Finding]:
    """The home folder and its contents."""
    home = options.home
    if reason := _unwritable(home):
        remedy = f"Give {home} to the account that runs Newsclip, or set NEWSCLIP_HOME to another folder."
        yield bad("home", f"{home} cannot be written: {reason}.", remedy)
        return
    yield room(home)
    yield from _key(options)
    yield from private(home)
    if not (static / "staticfiles.json").exists():
        yield bad(
            "static", f"{static} lacks the site's styles and scripts.", f"They are made at the start: {starting()}"
        )
    elif static.is_relative_to(home) and (reason := _unwritable(static)):
        remedy = "Give it to the account that runs Newsclip: chown -R"
        yield bad("static", f"{static} cannot be written: {reason}.", remedy)


def _unwritable(folder: Path) -> str:
    """Why the folder cannot be written, or made; "" if it can. Makes none."""
    if not folder.exists():
        above = _above(folder)
        return "" if above.is_dir() and os.access(above, os.W_OK | os.X_OK) else f"{above} cannot be written"
    try:
        (folder / ".written").touch()
        (folder / ".written").unlink()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _above(folder: Path) -> Path:
    """The folder itself, or the next one above that exists."""
    return next(one for one in (folder, *folder.parents) if one.exists())


def room(home: Path) -> Finding:
    """Whether there is enough disk space."""
    free = shutil.disk_usage(_above(home)).free
    says = f"{free / 2**30:,.1f} GiB are free in {home}."
    return good("disk", says) if free > ROOM else bad("disk", says, "Make room, or move NEWSCLIP_HOME.")


def short_key(options: Options) -> Iterator[Finding]:
    """A key that might be guessed; one that is published is refused, not only short."""
    if 0 < len(options.secret_key) < _LETTERS_OF_KEY and not options.secret_key.startswith(PUBLISHED):
        says = f"NEWSCLIP_SECRET_KEY has fewer than {_LETTERS_OF_KEY} letters."
        yield bad("key", says, f"Set one that cannot be guessed, made by: {MAKE_KEY}")


def _key(options: Options) -> Iterator[Finding]:
    kept = options.home / "secret-key"
    yield from short_key(options)
    if not kept.exists():
        return
    if kept.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield bad("key", f"Others on this machine may read {kept}.", f"Run: chmod 600 {kept}")


def private(home: Path) -> Iterator[Finding]:
    """The database file holds sessions, password hashes and mail addresses."""
    file = home / "newsclip.sqlite3"
    open_to_all = file.exists() and file.stat().st_mode & stat.S_IROTH and home.stat().st_mode & stat.S_IXOTH
    if open_to_all:
        yield bad("database", f"Others on this machine may read {file}.", f"Run: chmod o-rwx {home} {file}")


def settings_file(given: Settings) -> Iterator[Finding]:
    """Where the settings come from, and who else can read what is secret there."""
    if given.file is not None:
        yield good("settings", f"They come from {given.file}, and from the environment, which wins.")
    for warning in given.warnings:
        says, _, remedy = warning.partition(" Run: ")
        yield bad("settings", says, f"Run: {remedy}")


def settings(options: Options) -> Iterator[Finding]:
    """Their values."""
    if options.debug:
        yield bad("settings", "NEWSCLIP_DEBUG shows errors to everybody.", "Unset NEWSCLIP_DEBUG.")
    host = urlsplit(options.site_url).hostname or ""
    if not (is_local_name(host) or host in {"127.0.0.1", "::1"}):
        yield from _public(options)
    if _is_everybodys(options.metrics.rpartition(":")[0].strip("[]")):
        says = "NEWSCLIP_METRICS listens where everybody may read it."
        yield bad("settings", says, "Set it to 127.0.0.1:PORT or a private address.")
    yield from _categories(options)


def _is_everybodys(host: str) -> bool:
    """Whether it is a public address, or every address of this machine."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_global or address.is_unspecified


def _public(options: Options) -> Iterator[Finding]:
    """What is reachable from the internet."""
    if not options.site_url.startswith("https://"):
        remedy = "Put a web server with a certificate in front, and set NEWSCLIP_SITE_URL to https://…"
        yield bad("settings", "The site is public and its address is not https.", remedy)
    elif not options.proxies:
        says = "All readers have one address, the web server's in front, and share its limits of signing in."
        yield bad("settings", says, "Set NEWSCLIP_PROXIES to how many stand in front: 1")
    if not options.contact:
        yield bad("contact", "Nobody finds out whom to write to about this site.", "Set NEWSCLIP_CONTACT.")


def _categories(options: Options) -> Iterator[Finding]:
    if options.categories is None:
        return
    try:
        wiring.taxonomy_of(options.categories)
    except SystemExit as error:
        yield bad("categories", str(error), "Correct NEWSCLIP_CATEGORIES, see docs/why/categories.md.")


def limits(files: int | None = None) -> Iterator[Finding]:
    """The system's limits per process."""
    allowed = resource.getrlimit(resource.RLIMIT_NOFILE)[0] if files is None else files
    if 0 <= allowed < FILES:
        yield bad(
            "files", f"A process may open {allowed} files, which is few.", "Run: ulimit -n 4096 (systemd: LimitNOFILE)"
        )


def clock(now: datetime, database: datetime | None) -> Iterator[Finding]:
    """This clock, compared with the database's and with the last rows written."""
    if database and abs(database - now) > AHEAD:
        off = timedelta(seconds=round(abs(database - now).total_seconds()))
        way = "ahead of" if database > now else "behind"
        says = f"The database's clock is {off} {way} this machine's."
        yield bad("clock", says, "Let both machines keep time (chrony, ntp).")
    last = Look.objects.order_by("-at").values_list("at", flat=True).first()
    if last and last - now > AHEAD:
        says = f"A source was looked at in the future, {last:%Y-%m-%d %H:%M} UTC: the clock was put back."
        yield bad("clock", says, "Correct the clock, or wait until then; nothing is lost.")
