"""More readers than the machine can answer: who would wait too long is told to come back, and the rest are served.

A few threads make pages, others hold those who wait for them; readers' questions, changes and probes queue apart, so
that a database that takes no changes for a while keeps nobody from reading, and a full house still says how it is.
Whoever finds the queue full, or waited `PATIENCE` seconds in it, gets 503 and Retry-After (RFC 9110, 15.6.4): answered
at once, that costs next to nothing, so that the others' pages come in time and all is well soon after.

It stands before the framework (PEP 3333) and behind the page cache: pages that are kept never queue.
"""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

from newsclip.web.page_cache import Application, Environ, Headers, StartResponse
from newsclip.web.sorry import RETRY_AFTER, page

PATIENCE = 5.0
# What the server needs: threads that wait here, and a few for pages that are kept.
THREADS = 72
_READERS, _CHANGES, _PROBES = (2, 50), (2, 6), (1, 3)
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_PROBING = ("/healthz", "/readyz")

type _Answer = tuple[str, Headers, Iterable[bytes]]


class Queue:
    """`threads` work, `waiting` more may wait."""

    def __init__(self, site: Application, threads: int, waiting: int, clock: Callable[[], float]) -> None:
        self._site, self._clock = site, clock
        self._pool = ThreadPoolExecutor(threads)
        self._room = BoundedSemaphore(threads + waiting)

    def answer(self, environ: Environ) -> _Answer | None:
        """The site's answer; None where too many wait, or this one waited too long."""
        if not self._room.acquire(blocking=False):
            return None
        return self._pool.submit(self._work, environ, self._clock() + PATIENCE).result()

    def _work(self, environ: Environ, until: float) -> _Answer | None:
        said: list[tuple[str, Headers]] = []

        def hear(status: str, headers: Headers, exc_info: object = None) -> None:
            said.append((status, headers))

        try:
            if self._clock() > until:
                return None
            body = self._site(environ, hear)
            return (*said[-1], body)
        finally:
            self._room.release()


class Shedding:
    """Around the whole site."""

    def __init__(self, site: Application, clock: Callable[[], float] = time.monotonic) -> None:
        self._readers, self._changes, self._probes = (
            Queue(site, *size, clock) for size in (_READERS, _CHANGES, _PROBES)
        )

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        answer = self._queue(environ).answer(environ)
        if answer is None:
            body = page(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
            start_response(
                "503 Service Unavailable",
                [
                    ("Content-Type", "text/html; charset=utf-8"),
                    ("Content-Length", str(len(body))),
                    ("Retry-After", str(RETRY_AFTER)),
                    ("Cache-Control", "no-store"),
                ],
            )
            return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
        status, headers, whole = answer
        start_response(status, headers)
        return whole

    def _queue(self, environ: Environ) -> Queue:
        if environ["PATH_INFO"] in _PROBING:
            return self._probes
        return self._readers if environ["REQUEST_METHOD"] in _SAFE else self._changes
