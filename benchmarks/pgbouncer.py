"""A temporary PgBouncer on loopback in front of a PostgreSQL."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from benchmarks.ports import free_port
from newsclip.server.supervisor import end_with_parent

PROGRAM = Path("/usr/sbin/pgbouncer")
SESSIONS = 4
_PATIENCE = 600.0
CONFIGURATION = """[databases]
* = host={host} port={port}
[pgbouncer]
listen_addr = {listen}
listen_port = {own}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/users
pool_mode = {mode}
default_pool_size = {sessions}
max_client_conn = 200
query_wait_timeout = 30
# each transaction goes to the session that was idle longest, so hardly ever to that of the last one
server_round_robin = 1
"""


def is_installed() -> bool:
    return PROGRAM.exists()


@contextmanager
def pgbouncer(server: str, mode: str = "transaction") -> Iterator[str]:
    """The address of a pooler with few sessions that it gives out in turn, for the same database as `server`."""
    at, own = urlsplit(server), free_port()
    with tempfile.TemporaryDirectory(prefix="newsclip-pgbouncer-") as name:
        folder = Path(name)
        told = {"listen": "127.0.0.1", "host": at.hostname, "port": at.port or 5432, "own": own, "folder": folder}
        (folder / "ini").write_text(CONFIGURATION.format(mode=mode, sessions=SESSIONS, **told))
        (folder / "users").write_text(f'"{at.username}" "{at.password or ""}"\n')
        account = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
        if account:
            for one in (folder, *folder.iterdir()):
                shutil.chown(one, account)
        url = at._replace(netloc=f"{at.username}@127.0.0.1:{own}").geturl()
        with (folder / "log").open("wb") as log:
            pooler = subprocess.Popen(
                [PROGRAM, folder / "ini"], stdout=log, stderr=log, user=account, preexec_fn=end_with_parent  # noqa: PLW1509
            )  # fmt: skip
        try:
            _wait_for(url, pooler, folder / "log")
            if mode == "transaction":
                _open_all(url)
            yield url
        finally:
            pooler.terminate()
            pooler.wait()


def _wait_for(url: str, pooler: "subprocess.Popen[bytes]", log: Path) -> None:
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            psycopg.connect(url, connect_timeout=2, autocommit=True).close()
        except psycopg.OperationalError:
            if time.monotonic() > give_up or pooler.poll() is not None:
                raise RuntimeError(f"PgBouncer did not start: {log.read_text()[-2000:]}") from None
            time.sleep(0.1)
        else:
            return


def _open_all(url: str) -> None:
    """It opens a session only when all it has are in a transaction."""
    with ExitStack() as together:
        for _ in range(SESSIONS):
            together.enter_context(psycopg.connect(url)).execute("SELECT 1")
