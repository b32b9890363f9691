"""Pages that are the same for all are read from a replica of the database, if there is one; all else from the primary.

Who has a cookie or a token reads the primary, so that everybody sees what they themselves just wrote; so do addresses
that were made a moment ago for one person or program. A replica that is away, or behind, is passed over.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from http import HTTPStatus
from threading import Lock
from typing import Any

from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse

REPLICA, PRIMARY = "replica", "default"
LAG = 0.5  # seconds that it may be behind; looked at every LOOK seconds, so that it is a second at most
LOOK = 0.5  # seconds
PAUSE = 10.0  # seconds until a replica that does not answer is tried again
PERSONAL = (
    "/accounts/",
    "/staff/",
    "/settings",
    "/static/",
    "/media/",
    "/mail/",
    "/websub/",
    "/healthz",
    "/readyz",
    "/metrics",
)
_POSITION = "SELECT pg_current_wal_lsn()::text, clock_timestamp()"
# Where nothing is written, the last transaction is old and nothing is missing; what is no replica has replayed nothing.
_NEAR = """SELECT coalesce(pg_last_wal_replay_lsn() >= %s::pg_lsn
    OR extract(epoch FROM %s - pg_last_xact_replay_timestamp()) <= %s, false)"""
_of_anybody: ContextVar[bool] = ContextVar("of_anybody", default=False)


def is_configured() -> bool:
    return REPLICA in connections.settings


def reads(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: says of each request whether a replica may answer it."""

    def respond(request: HttpRequest) -> HttpResponse:
        of_anybody = _is_of_anybody(request)
        before = _of_anybody.set(of_anybody)
        try:
            answer = get_response(request)
            if of_anybody and answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE and HERE.has_died():
                _of_anybody.set(False)
                answer = get_response(request)
            return answer
        finally:
            _of_anybody.reset(before)

    return respond


def _is_of_anybody(request: HttpRequest) -> bool:
    asks = request.method in ("GET", "HEAD") and not request.path.startswith(PERSONAL)
    return asks and not request.COOKIES and "Authorization" not in request.headers


class Replica:
    """What this process knows of the replica; all its threads ask."""

    def __init__(
        self, lag: float = LAG, look: float = LOOK, pause: float = PAUSE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._lag, self._look_every, self._pause, self._clock = lag, look, pause, clock
        self._look_at, self._near = 0.0, False
        self._one_looks = Lock()

    def is_current(self) -> bool:
        """Whether it answers, and lacks nothing but what was written just now."""
        try:
            if self._clock() >= self._look_at and self._one_looks.acquire(blocking=False):
                try:
                    self._look()
                finally:
                    self._one_looks.release()
            if self._near:  # one that died since this thread asked it last is noticed here, not by a reader
                connections[REPLICA].close_if_health_check_failed()
                connections[REPLICA].ensure_connection()
        except DatabaseError:
            self._pass_over()
        return self._near

    def has_died(self) -> bool:
        """Whether it broke off while this thread asked it; then it is passed over."""
        if not is_configured() or connections[REPLICA].connection is None or connections[REPLICA].is_usable():
            return False
        self._pass_over()
        return True

    def _pass_over(self) -> None:
        connections[REPLICA].close()
        self._near, self._look_at = False, self._clock() + self._pause

    def _look(self) -> None:
        self._look_at = self._clock() + self._look_every
        position = _of_primary()
        with connections[REPLICA].cursor() as cursor:
            if position:
                cursor.execute(_NEAR, [*position, self._lag])
            else:  # without a primary nothing is newer
                cursor.execute("SELECT pg_is_in_recovery()")
            self._near = bool(cursor.fetchone()[0])


def _of_primary() -> tuple[Any, ...] | None:
    """How far it has written, and its time; None if it is away."""
    try:
        with connections[PRIMARY].cursor() as cursor:
            cursor.execute(_POSITION)
            found: tuple[Any, ...] = cursor.fetchone()
    except DatabaseError:
        connections[PRIMARY].close()
        return None
    return found


HERE = Replica()


class Router:
    """A router of Django (settings.DATABASE_ROUTERS)."""

    def db_for_read(self, model: type, **hints: Any) -> str:
        return REPLICA if _of_anybody.get() and is_configured() and HERE.is_current() else PRIMARY

    def db_for_write(self, model: type, **hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, one: object, other: object, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == PRIMARY
