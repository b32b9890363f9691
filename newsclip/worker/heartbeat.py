"""Heartbeats: every half minute a worker records its current step and when each kind of work last had a result."""

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
from newsclip.worker import systemd
from newsclip.worker.models import Heartbeat

EVERY = 30.0  # seconds: each heartbeat is a write, after which cached pages are rendered again
# CPU seconds of the worker itself between two outcomes. Texts are read and written in other processes, and no step was
# seen to take a minute. One that takes ten is in an endless loop: the system kills the worker, it restarts, and the
# row counts the attempt.
AT_A_TIME = 600
_FORGOTTEN = timedelta(hours=1)  # rows of workers that failed, and of those whose backup was restored


class Pulse:
    """The heartbeat of this process; inactive until `beating`."""

    def __init__(
        self, elapsed: Callable[[], float] = time.monotonic, allow: Callable[[int], object] | None = None
    ) -> None:
        """`allow` grants this process that many CPU seconds until its next beat."""
        self._elapsed, self._allow = elapsed, allow
        self._clock: Callable[[], datetime] | None = None
        self._worker, self._again, self._done, self._began = "", 0.0, dict[str, str](), False
        self._last, self.doing = self._elapsed(), "starting"

    @property
    def quiet_for(self) -> float:
        """Seconds since it last moved, or since it started."""
        return self._elapsed() - self._last

    @contextmanager
    def beating(self, clock: Callable[[], datetime], worker: str = "") -> Iterator[None]:
        """Record heartbeats while the block lasts. A worker that stops normally deletes its row; a failed one leaves it
        until another starts an hour later.

        A row of an earlier process with the same name is kept: containers reuse process IDs.
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
            with suppress(Error):  # the database may be the reason for stopping
                Heartbeat.objects.filter(worker=self._worker).delete()

    def beat(self, step: str, did: str = "") -> None:
        """This step has started, or something of this kind was done."""
        if self._clock is None:
            return
        self._last, self.doing = self._elapsed(), step  # before anything that needs the database
        systemd.notify(systemd.ALIVE)
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
