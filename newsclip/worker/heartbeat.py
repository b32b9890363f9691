"""A worker says every half minute that it moves, at what it is, and when something last came of each kind of work."""

import os
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from django.db import Error
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from newsclip.kernel.cpu_limit import allow
from newsclip.worker.models import Heartbeat

EVERY = 30.0  # seconds: each is a write, after which the site makes the pages it keeps anew
# CPU seconds of the worker itself between two outcomes: texts are read and written elsewhere; no step of its own was
# seen to take a minute. Who takes ten would go on for ever: the system ends it, it is started again, and the row at
# hand has had its try.
AT_A_TIME = 600
_FORGOTTEN = timedelta(days=1)


class Pulse:
    """What this process tells; nothing, until it is told to."""

    def __init__(
        self, elapsed: Callable[[], float] = time.monotonic, allow: Callable[[int], object] | None = None
    ) -> None:
        """`allow` gives this process so many CPU seconds until it moves again."""
        self._elapsed, self._allow = elapsed, allow
        self._clock: Callable[[], datetime] | None = None
        self._worker, self._again, self._done, self._began = "", 0.0, dict[str, str](), False

    @contextmanager
    def beating(self, clock: Callable[[], datetime], worker: str = "") -> Iterator[None]:
        """As long as it lasts. A worker that ends as it should leaves no row; one that fails does, for a day.

        What another of this name left, as a process of the same number does in a container, stays a row of its own.
        """
        self._worker = worker or f"{platform.node()}:{os.getpid()}"
        self._clock, self._again, self._done, self._began = clock, 0.0, {}, False
        try:
            yield
        except Exception:
            self._worker = ""
            raise
        finally:
            self._clock = None
            with suppress(Error):  # its database may be why it ends
                Heartbeat.objects.filter(worker=self._worker).delete()

    def beat(self, step: str, did: str = "") -> None:
        """This step is begun, or something of this kind was done."""
        if self._clock is None:
            return
        if self._allow:
            self._allow(AT_A_TIME)
        if did:
            self._done[did] = self._clock().isoformat()
        if self._elapsed() >= self._again:
            self._again = self._elapsed() + EVERY
            self._write(step, self._clock())

    def _write(self, step: str, now: datetime) -> None:
        mine = Heartbeat.objects.filter(worker=self._worker)
        if not self._began:
            mine.update(worker=Concat("worker", Value(" before "), Cast("pk", CharField())))
            self._began = True
        told = {"at": now, "doing": step, "done": dict(self._done)}
        if not mine.update(**told):
            Heartbeat.objects.filter(at__lt=now - _FORGOTTEN).delete()
            Heartbeat.objects.create(worker=self._worker, began=now, **told)


HERE = Pulse(allow=allow)
