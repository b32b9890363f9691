"""What the workers of `benchmarks.dispatch` run: `python -m benchmarks.dispatch_jobs give|serve|work …`."""

import os
import sys
import time
from pathlib import Path

EMPTY = "empty"
NOTES = "BENCH_NOTES"


def note() -> None:
    """The job of the race between engines: when it was done, as one line. Both engines run this very function."""
    with Path(os.environ[NOTES]).open("ab", buffering=0) as notes:
        notes.write(b"%.6f\n" % time.monotonic())


def _ready(url: str):
    from django.conf import settings

    where = {"BACKEND": "newsclip.wiring.task_queue", "QUEUES": [], "OPTIONS": {"url": url, "name": EMPTY}}
    settings.configure(TASKS={"default": where}, USE_TZ=True)
    import django
    from django.tasks import task_backends

    django.setup()
    return task_backends["default"]


def _give(url: str, jobs: int) -> None:
    _ready(url)
    from benchmarks.dispatch_task import noted

    began = time.monotonic()
    for _ in range(jobs):
        noted.enqueue()
    print(jobs / (time.monotonic() - began))


def _serve(url: str) -> None:
    with _ready(url).serving():
        time.sleep(3600)


def _work() -> None:
    """A worker like that of `newsclip start worker`; its only step are jobs of 50 ms: a row each, its effect a row."""
    from newsclip.server import setup

    setup.ready()
    from django.db import connection, transaction

    from newsclip import clock
    from newsclip.db.leases import kept
    from newsclip.options import OPTIONS
    from newsclip.pipeline.ports import Outcome
    from newsclip.pipeline.steps import shared
    from newsclip.server.supervisor import stop_on_signals
    from newsclip.wiring import tools
    from newsclip.worker import dispatching, loop
    from newsclip.worker.models import Duty

    def do(rows, tools, now):
        for row in kept(rows, rows, now=now):
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO begun VALUES (%s, %s, %s)", [row.pk, os.getpid(), time.time()])
            time.sleep(0.05)
            with transaction.atomic(), connection.cursor() as cursor:
                mine = Duty.objects.filter(pk=row.pk, leased_until=row.leased_until)
                if mine.update(name=f"done-{row.pk}", leased_until=None):
                    cursor.execute("INSERT INTO effect VALUES (%s, %s)", [row.pk, time.time()])
            yield Outcome("jobs", str(row.pk), "counted")

    step = shared(lambda _: Duty.objects.filter(name__startswith="job-").order_by("pk"), limit=1, share=1)(do)
    stop = stop_on_signals()
    if OPTIONS.queue_url:
        dispatching.steps = lambda: {step.__name__: step}
        dispatching.work_with_queue(tools(), clock.now, stop)
    else:
        loop.work(tools(), clock.now, stop, (step,))


if __name__ == "__main__":
    command, *words = sys.argv[1:]
    if command == "give":
        _give(words[0], int(words[1]))
    elif command == "serve":
        _serve(words[0])
    else:
        _work()
