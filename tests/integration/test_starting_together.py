"""Processes of many machines start at once on an empty database: each ends up with whole tables."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from benchmarks.ports import free_port
from benchmarks.postgresql import PROGRAMS, postgresql

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="this starts its own PostgreSQL"),
]


@pytest.mark.skipif(not PROGRAMS.exists(), reason="NO POSTGRESQL: apt-get install -y postgresql-17")
def test_three_that_start_at_once_make_the_tables_once(tmp_path):
    port = free_port()
    with TemporaryDirectory() as work:
        Path(work).chmod(0o711)  # PostgreSQL's own account goes through it
        with postgresql(Path(work), port) as database:
            assert together(database, tmp_path) == [(0, "")] * 3


def test_three_that_start_at_once_in_one_folder_do_not_disturb_each_other(tmp_path):
    assert together("", tmp_path) == [(0, "")] * 3


def together(database: str, home: Path) -> list[tuple[int, str]]:
    """The code that each of three ends with, and what it says, but for the database that it names."""
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environment |= {"NEWSCLIP_HOME": str(home), "NEWSCLIP_DATABASE_URL": database}
    command = [sys.executable, "-m", "newsclip.server.setup"]
    started = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    said = [one.communicate(timeout=600)[1] for one in started]
    warned = ["".join(line for line in text.splitlines(True) if "working on" not in line) for text in said]
    return [(one.returncode, text) for one, text in zip(started, warned, strict=True)]
