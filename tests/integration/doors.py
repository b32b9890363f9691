"""Several processes at once let somebody try passwords, each over a connection of its own to the settings' database."""

import multiprocessing

from allauth.core.internal import ratelimit
from django.db import connection
from django.test import RequestFactory

PROCESSES, TRIES, LIMIT = 4, 10, 5
_alike = multiprocessing.get_context("fork")
_together = _alike.Barrier(PROCESSES)


def let_through() -> int:
    """How many tries all processes let through."""
    connection.close()
    with _alike.Pool(PROCESSES) as pool:
        return sum(pool.map(_tries, range(PROCESSES), chunksize=1))


def _tries(_: int) -> int:
    request = RequestFactory().post("/accounts/login/", REMOTE_ADDR="192.0.2.7")
    rates = {"login": f"{LIMIT}/m/ip"}
    _together.wait(timeout=60)
    found = [ratelimit.consume(request, app="allauth.account", action="login", config=rates) for _ in range(TRIES)]
    return sum(one is not None for one in found)
