"""Readiness for load balancers and monitors: pages can be served, and new clips arrive."""

from collections.abc import Iterator

from django.db import Error, connection

from newsclip import wiring
from newsclip.clips import queries as clips
from newsclip.db import availability
from newsclip.health import database, machine, progress
from newsclip.health.findings import Finding, bad
from newsclip.options import OPTIONS

_ON_A_PAGE = 20


def serving() -> Iterator[Finding]:
    """What pages need; also disk space, the store of pictures and a worker, without which pages work. Public, so it
    names no waiting items.
    """
    yield machine.room(OPTIONS.home)
    if availability.HERE.has_no_room:
        yield bad("disk", "The disk of the database is full.", "Make room where the database is.")
    if not wiring.picture_store().answers:
        yield bad("pictures", "Their store does not answer.", "See: newsclip doctor")
    try:
        connection.ensure_connection()
        tables = database.migrations()
        yield tables
        if tables.ok:
            yield from _read_front_page()
            yield from progress.worker(named=False)
    except Error as error:
        yield _damaged() if availability.HERE.is_damage(error) else _away()


def _read_front_page() -> Iterator[Finding]:
    """Read the front page's clips, and report errors that pages met in this process within the last minute."""
    list(clips.listed().order_by("-published", "-pk")[:_ON_A_PAGE])
    if availability.HERE.is_damaged:
        yield _damaged()


def _damaged() -> Finding:
    remedy = "Stop Newsclip, keep the file, and put a backup in its place: newsclip restore FILE"
    return bad("database", "It is damaged.", remedy)


def _away() -> Finding:
    return bad("database", "It does not answer.", "Start the database, or check NEWSCLIP_DATABASE_URL.")
