"""More readers than the machine can answer: who would wait too long is told to come back, and the rest are served.

A few threads make pages, others hold those who wait for them; readers' questions, changes and probes queue apart, so
that a database that takes no changes for a while keeps nobody from reading, and a full house still says how it is.
Probes from outside queue with the readers, or anybody could fill the probes' queue; and `/healthz`, which asks no
database, waits behind no probe that does.
Whoever finds the queue full, or waited `PATIENCE` seconds in it, gets 503 and Retry-After (RFC 9110, 15.6.4): answered
at once, that costs next to nothing, so that the others' pages come in time and all is well soon after.

It stands before the framework and its page cache; who sends something queues once it has arrived (request_bodies.py).
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import BoundedSemaphore

from newsclip.kernel.internal_clients import asks_from_inside
from newsclip.web.caching.page_cache import Answer, Application, Environ, Headers
from newsclip.web.error_views import service_unavailable

PATIENCE = 5.0  # seconds: who waited so long has left or reloads
_READERS, _CHANGES, _PROBES, _ALIVE = (2, 50), (2, 6), (1, 3), (1, 3)  # at work at once, and waiting
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_LIVENESS, _PROBING = "/healthz", ("/readyz", "/readyz/worker", "/metrics")


class Queue:
    """`threads` work, `waiting` more may wait."""

    def __init__(self, site: Application, threads: int, waiting: int, clock: Callable[[], float]) -> None:
        self._site, self._clock = site, clock
        self._pool = ThreadPoolExecutor(threads)
        self._room = BoundedSemaphore(threads + waiting)

    def submit(self, environ: Environ) -> "Future[Answer]":
        """The site's whole answer, in its turn; 503 where too many wait, or this one waited too long."""
        if self._room.acquire(blocking=False):
            return self._pool.submit(self._work, environ, self._clock() + PATIENCE)
        full: Future[Answer] = Future()
        full.set_result(service_unavailable(environ))
        return full

    def _work(self, environ: Environ, until: float) -> Answer:
        try:
            return service_unavailable(environ) if self._clock() > until else _whole(self._site, environ)
        finally:
            self._room.release()


def _whole(site: Application, environ: Environ) -> Answer:
    """No thread waits until a slow reader has taken the answer."""
    said: list[tuple[str, Headers]] = []

    def hear(status: str, headers: Headers, exc_info: object = None) -> None:
        said.append((status, headers))

    body = site(environ, hear)
    try:
        whole = b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()
    return (*said[-1], whole)


class Shedding:
    """Around the whole site. `proxies`: how many stand in front and tell who asks."""

    def __init__(self, site: Application, clock: Callable[[], float] = time.monotonic, *, proxies: int = 0) -> None:
        self._readers, self._changes, self._probes, self._alive = (
            Queue(site, *size, clock) for size in (_READERS, _CHANGES, _PROBES, _ALIVE)
        )
        self._proxies = proxies

    def submit(self, environ: Environ) -> "Future[Answer]":
        """As Queue.submit, in the queue where it belongs."""
        return self._queue(environ).submit(environ)

    def _queue(self, environ: Environ) -> Queue:
        path = environ["PATH_INFO"]
        if (path == _LIVENESS or path in _PROBING) and asks_from_inside(environ, proxies=self._proxies):
            return self._alive if path == _LIVENESS else self._probes
        return self._readers if environ["REQUEST_METHOD"] in _SAFE else self._changes
