"""`make bench-dispatch`: jobs a second beside Celery on the same RabbitMQ, and workers killed amid 600 jobs.

Every round gives the jobs first, then starts two workers; what counts is the time from the first to the last job done.
Celery comes into a throw-away environment (`uv` or `pip`); where that cannot be had, the race is skipped loudly.
`--broken` runs a build whose workers hold one task at a time, do not go on with what another began, and wait for leases
that never end: it has to be slower than wanted, late, and to lose jobs.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.hard_days.builds import Edit, broken, whole
from benchmarks.machine import cpu_of_children
from benchmarks.ports import free_port
from benchmarks.postgresql import postgresql
from benchmarks.rabbitmq import is_installed, rabbitmq
from newsclip.server.supervisor import end_with_parent

FASTER, SOON = 1.3, 5.0
KILLED, JOBS, LEASE = 3, 600, 10
BROKEN = (
    Edit("adapters/scaleout/task_queue.py", "_AHEAD = 4", "_AHEAD = 1"),
    Edit("db/leases.py", "pk__in=keys, leased_until__in=(until, begun)", "pk__in=keys, leased_until=until"),
    Edit("db/leases.py", " | Q(leased_until__lte=now)", ""),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--broken", action="store_true", help="on the broken build")
    options = parser.parse_args()
    if not is_installed():
        print(
            "SKIPPED, RabbitMQ is missing: apt-get install -y --no-install-recommends rabbitmq-server", file=sys.stderr
        )
        return 2
    with tempfile.TemporaryDirectory(prefix="newsclip-bench-", ignore_cleanup_errors=True) as name:
        work = Path(name)
        work.chmod(0o755)
        build = broken(BROKEN, work) if options.broken else whole()
        good = [_killing(work, build, "tables alone, SQLite", LEASE + SOON)]
        with rabbitmq() as broker:
            good.append(_race(work, build, broker.url, options.jobs, options.rounds))
            with postgresql(work, free_port()) as database:
                good.append(
                    _killing(
                        work, build, "RabbitMQ", SOON, NEWSCLIP_DATABASE_URL=database, NEWSCLIP_QUEUE_URL=broker.url
                    )
                )
    return 0 if all(good) else 1


def _race(work: Path, build: Path, broker: str, jobs: int, rounds: int) -> bool:
    celery = _celery(work)
    if celery is None:
        print("SKIPPED, Celery could not be installed: the race needs a package index", file=sys.stderr)
        return True
    ours, theirs = [], []
    for number in range(rounds):
        ours.append(_round(work / f"ours{number}", build, jobs, _Ours(broker)))
        theirs.append(_round(work / f"theirs{number}", build, jobs, _Celery(celery, broker)))
    ratio = median(rate for rate, _ in ours) / median(rate for rate, _ in theirs)
    told = {
        "jobs": jobs,
        "ours_per_second": [rate for rate, _ in ours],
        "celery_per_second": [rate for rate, _ in theirs],
        "ratio": round(ratio, 2),
        "target": FASTER,
        "ours_cpu_ms_a_job": [cpu for _, cpu in ours],
        "celery_cpu_ms_a_job": [cpu for _, cpu in theirs],
    }
    print(json.dumps({"figure": "dispatch beside Celery", **told}), flush=True)
    return ratio >= FASTER


class _Ours:
    def __init__(self, broker: str) -> None:
        here = [sys.executable, "-m", "benchmarks.dispatch_jobs"]
        self.environment: dict[str, str] = {}
        self.workers = [[*here, "serve", broker]] * 2
        self.give = [*here, "give", broker]


class _Celery:
    def __init__(self, python: Path, broker: str) -> None:
        self.environment = {"BENCH_BROKER": broker.replace("amqp://", "pyamqp://")}
        here = [str(python), "-m", "celery", "-A", "benchmarks.dispatch_celery"]
        self.workers = [[*here, "worker", "-c", "2", "--without-gossip", "--without-mingle", "-l", "error"]]
        self.give = [str(python), "-m", "benchmarks.dispatch_celery"]


def _round(notes: Path, build: Path, jobs: int, engine: "_Ours | _Celery") -> tuple[float, float]:
    """Jobs a second, and what the workers need for one: milliseconds of CPU, their start included, the broker's not."""
    environment = {**os.environ, **engine.environment, "BENCH_NOTES": str(notes)}
    subprocess.run([*engine.give, str(jobs)], env=environment, cwd=build, check=True, stdout=subprocess.DEVNULL)
    before = cpu_of_children()
    with _running(engine.workers, environment, build):
        while not notes.exists() or notes.read_bytes().count(b"\n") < jobs:
            time.sleep(0.1)
    done = sorted(float(line) for line in notes.read_text().split())
    rate = round((len(done) - 1) / (done[-1] - done[0]), 1)
    return rate, round(1000 * (cpu_of_children() - before) / jobs, 2)


@contextmanager
def _running(
    commands: list[list[str]], environment: dict[str, str], build: Path
) -> Iterator[list["subprocess.Popen[bytes]"]]:
    running = [_start(command, environment, build) for command in commands]
    try:
        yield running
    finally:
        for one in running:
            one.terminate()
        for one in running:
            try:
                one.wait(10)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()


def _start(command: list[str], environment: dict[str, str], build: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command, env=environment, cwd=build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=end_with_parent,  # noqa: PLW1509
    )  # fmt: skip


def _celery(work: Path) -> Path | None:
    """The Python of an environment that has Celery."""
    venv.create(work / "celery", with_pip=True)
    python = work / "celery/bin/python"
    asked = [str(python), "-m", "pip", "install", "--quiet", "celery"]
    failed = subprocess.run(asked, check=False, timeout=180).returncode
    return None if failed else python


def _killing(work: Path, build: Path, name: str, soon: float, **options: str) -> bool:
    """Two workers, 600 jobs of 50 ms; one of them is killed three times, and another starts."""
    home = work / name.split(maxsplit=1)[0]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("NEWSCLIP_", "DJANGO_"))},
        **options, "NEWSCLIP_HOME": str(home), "NEWSCLIP_LEASE": str(LEASE), "NEWSCLIP_SECRET_KEY": "k" * 50,
    }  # fmt: skip
    tables = Tables(environment, build)
    tables.make()
    command = [sys.executable, "-m", "benchmarks.dispatch_jobs", "work"]
    killed: list[tuple[int, float]] = []
    with _running([command, command], environment, build) as running:
        for share in range(1, KILLED + 1):
            tables.wait_for(JOBS * share // (KILLED + 2))
            running[0].send_signal(signal.SIGKILL)
            killed.append((running[0].pid, time.time()))
            running.pop(0).wait()
            running.append(_start(command, environment, build))
        tables.wait_for(JOBS)
        time.sleep(1)
    effects = dict(tables.rows("SELECT job, min(at) FROM effect GROUP BY job"))
    ((repeated,),) = tables.rows("SELECT count(*) - count(DISTINCT job) FROM effect")
    held = [(effects[job] - at) for pid, at in killed for job in tables.held_by(pid) if effects.get(job, 0.0) > at]
    late = max(held, default=0.0)
    told = {"jobs": JOBS, "killed": KILLED, "lost": JOBS - len(effects), "effects_repeated": repeated,
            "held_by_killed": len(held), "last_of_them_after": round(late, 2), "target_seconds": soon}  # fmt: skip
    print(json.dumps({"figure": f"killed workers, {name}", **told}), flush=True)
    return not repeated and len(effects) == JOBS and late <= soon


class Tables:
    """The jobs and what came of them, asked beside the workers."""

    def __init__(self, environment: dict[str, str], build: Path) -> None:
        self._environment, self._build = environment, build
        self._url = environment.get("NEWSCLIP_DATABASE_URL", "")

    def make(self) -> None:
        script = (
            "from newsclip.server import setup; setup.prepare()\n"
            "from newsclip.worker.models import Duty\n"
            "from django.db import connection as c\n"
            "number = 'DOUBLE PRECISION'\n"
            "c.cursor().execute(f'CREATE TABLE effect (job INTEGER, at {number})')\n"
            "c.cursor().execute(f'CREATE TABLE begun (job INTEGER, pid INTEGER, at {number})')\n"
            f"Duty.objects.bulk_create([Duty(name=f'job-{{n}}') for n in range({JOBS})])\n"
        )
        subprocess.run([sys.executable, "-c", script], env=self._environment, cwd=self._build, check=True)

    def rows(self, query: str) -> list[tuple]:  # type: ignore[type-arg]
        if self._url:
            import psycopg

            with psycopg.connect(self._url) as database:
                return database.execute(query).fetchall()
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(f"{self._environment['NEWSCLIP_HOME']}/newsclip.sqlite3", timeout=20)) as database:
            return database.execute(query).fetchall()

    def wait_for(self, jobs: int) -> None:
        give_up = time.monotonic() + 60
        while self.rows("SELECT count(*) FROM effect")[0][0] < jobs:
            if time.monotonic() > give_up:
                return
            time.sleep(0.1)

    def held_by(self, pid: int) -> list[int]:
        return [job for (job,) in self.rows(f"SELECT job FROM begun WHERE pid = {pid}")]


if __name__ == "__main__":
    sys.exit(main())
