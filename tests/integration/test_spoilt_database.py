"""A page of the database's file is spoilt under a running site: it says so, and takes no traffic."""

import os
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from benchmarks.ports import free_port
from tests.integration.installation import installation, running

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="it spoils an SQLite file of its own"),
]
PATIENCE = 600.0


def ask(port: int, path: str) -> tuple[int, bytes]:
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
            return answer.status, answer.read()
    except HTTPError as answer:
        return answer.code, answer.read()
    except OSError:
        return 0, b""


def wait_for(port: int, path: str, status: int) -> None:
    until = time.monotonic() + PATIENCE
    while (found := ask(port, path))[0] != status:
        assert time.monotonic() < until, (path, found)
        time.sleep(0.5)


def spoil(file: Path, table: str) -> None:
    """This table and its indexes; then something is written, so that nobody goes by what they read before."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = database.execute("PRAGMA page_size").fetchone()
        pages = database.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = ?", [table]).fetchall()
    with file.open("r+b") as opened:
        for (page,) in pages:
            opened.seek((page - 1) * size)
            opened.write(b"\xff" * size)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("INSERT INTO operations_duty (name) VALUES (hex(randomblob(4)))")


@pytest.mark.parametrize("table", ["clips_clip", "ranking_trend"])
def test_a_site_whose_pages_fail_by_a_spoilt_database_is_not_ready(tmp_path, table):
    port = free_port()
    command = [sys.executable, "-m", "newsclip", "start", "web", "--port", str(port)]
    with installation(tmp_path) as surroundings, running([command], [surroundings], tmp_path / "log"):
        wait_for(port, "/readyz", 200)
        spoil(tmp_path / "newsclip.sqlite3", table)
        wait_for(port, "/trending", 500)
        assert ask(port, "/readyz") == (503, b"database: It is damaged.\n")
