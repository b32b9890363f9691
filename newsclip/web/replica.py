"""Pages that are the same for all are read from a replica of the database, if there is one; all else from the primary.

Who has a cookie or a token reads the primary, so that everybody sees what they themselves just wrote.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse

REPLICA, PRIMARY = "replica", "default"
PAUSE = 10.0  # seconds until a replica that does not answer is tried again
_of_anybody: ContextVar[bool] = ContextVar("of_anybody", default=False)


def is_configured() -> bool:
    return REPLICA in connections.settings


def reads(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: says of each request whether a replica may answer it."""

    def respond(request: HttpRequest) -> HttpResponse:
        before = _of_anybody.set(_is_of_anybody(request))
        try:
            return get_response(request)
        finally:
            _of_anybody.reset(before)

    return respond


def _is_of_anybody(request: HttpRequest) -> bool:
    asks = request.method in ("GET", "HEAD")
    return asks and not request.COOKIES and "Authorization" not in request.headers


class Router:
    """A router of Django (settings.DATABASE_ROUTERS)."""

    def __init__(self) -> None:
        self._again_at = 0.0

    def db_for_read(self, model: type, **hints: Any) -> str:
        return REPLICA if _of_anybody.get() and is_configured() and self._answers() else PRIMARY

    def db_for_write(self, model: type, **hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, one: object, other: object, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == PRIMARY

    def _answers(self) -> bool:
        """Without a replica the primary answers: slower is better than not at all."""
        if time.monotonic() < self._again_at:
            return False
        try:
            connections[REPLICA].ensure_connection()
        except DatabaseError:
            self._again_at = time.monotonic() + PAUSE
            return False
        return True
