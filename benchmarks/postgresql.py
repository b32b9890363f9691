"""A temporary PostgreSQL, and a streaming replica of one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql/17/bin")
_PATIENCE = "180"  # seconds


@contextmanager
def postgresql(work: Path, port: int, *, wanted: bool = True) -> Iterator[str]:
    """The address of an empty database under `work`, on loopback; it does not wait for the disk (fsync off)."""
    if not wanted:
        yield ""
        return
    if not (PROGRAMS / "initdb").exists():
        print("SKIPPED, postgresql-17 is missing: apt-get install -y postgresql-17", file=sys.stderr)
        sys.exit(2)
    data = work / "pg"
    data.mkdir()
    if os.geteuid() == 0:
        shutil.chown(data, "postgres")
    as_postgres(PROGRAMS / "initdb", "-D", data, "-U", "newsclip", "--auth=trust", "--locale=C.UTF-8")
    options = f"-p {port} -k {data} -c listen_addresses=127.0.0.1 -c fsync=off"
    as_postgres(PROGRAMS / "pg_ctl", "-D", data, "-l", data / "log", "-w", "-t", _PATIENCE, "-o", options, "start")
    try:
        yield f"postgresql://newsclip@127.0.0.1:{port}/postgres"
    finally:
        as_postgres(PROGRAMS / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop")


class Replica:
    """A streaming replica of the server at `primary`, on loopback; it may be stopped and started again."""

    def __init__(self, work: Path, port: int, primary: str) -> None:
        self.data, self.port = work / "replica", port
        self.data.mkdir(mode=0o700)
        if os.geteuid() == 0:
            shutil.chown(self.data, "postgres")
        copy = ("-D", self.data, "-d", primary, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        as_postgres(PROGRAMS / "pg_basebackup", *copy)

    def start(self) -> None:
        options = f"-p {self.port} -k {self.data} -c listen_addresses=127.0.0.1 -c fsync=off"
        as_postgres(
            PROGRAMS / "pg_ctl", "-D", self.data, "-l", self.data / "log", "-w", "-t", _PATIENCE, "-o", options, "start"
        )

    def stop(self) -> None:
        """At once, as a crash would."""
        as_postgres(PROGRAMS / "pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")


def as_postgres(*command: str | Path) -> None:
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*who, *command], check=True, stdout=subprocess.DEVNULL)
