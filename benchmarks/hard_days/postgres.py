"""A PostgreSQL 17 of our own that can be killed, stopped and started again; it waits for the disk, as in production."""

import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.machine import family
from benchmarks.ports import free_port

PROGRAMS = Path("/usr/lib/postgresql/17/bin")


class Postgres:
    def __init__(self, work: Path) -> None:
        self.work = work / "pg"
        self.port = free_port()
        self.address = f"postgresql://newsclip@127.0.0.1:{self.port}/postgres"
        self.work.mkdir()
        for folder in (work, *work.parents):
            if folder.stat().st_uid == os.geteuid() and folder != Path("/") and folder.stat().st_mode & 0o055 == 0:
                folder.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(self.work, "postgres")
        _as_postgres(PROGRAMS / "initdb", "-D", self.work, "-U", "newsclip", "--auth=trust", "--locale=C.UTF-8")

    def start(self) -> None:
        options = f"-p {self.port} -k {self.work} -c listen_addresses=127.0.0.1"
        _as_postgres(PROGRAMS / "pg_ctl", "-D", self.work, "-l", self.work / "log", "-w", "-o", options, "start")

    def another(self) -> str:
        """The address of one more database, empty."""
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute("CREATE DATABASE another")
        return self.address.replace("/postgres", "/another")

    def stop(self, how: str = "fast") -> None:
        _as_postgres(PROGRAMS / "pg_ctl", "-D", self.work, "-m", how, "-w", "stop")

    @property
    def postmaster(self) -> int:
        return int((self.work / "postmaster.pid").read_text().split()[0])

    def is_running(self) -> bool:
        return (self.work / "postmaster.pid").exists() and bool(family(self.postmaster))

    def kill_backend(self, chance: random.Random) -> bool:
        """kill -9 of a process that answers a client; PostgreSQL then starts all of its own anew."""
        backends = [pid for pid, line in family(self.postmaster).items() if "postgres: newsclip" in line]
        if backends:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(backends), signal.SIGKILL)
        return bool(backends)


@contextmanager
def postgres(work: Path) -> Iterator[Postgres]:
    """An empty server, running, until the block ends. Raises FileNotFoundError where PostgreSQL 17 is missing."""
    server = Postgres(work)
    server.start()
    try:
        yield server
    finally:
        if (server.work / "postmaster.pid").exists():
            server.stop("immediate")


def _as_postgres(*command: str | Path) -> None:
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*who, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
