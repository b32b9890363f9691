"""Two hosts with all that many machines have: what fails among them loses nothing, doubles nothing, fails no reader."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.two_hosts import servers

ROOT = Path(__file__).resolve().parents[2]
WANTING = "NO TWO HOSTS, run as root with iproute2, nginx-light, postgresql-17, pgbouncer, rabbitmq-server"
pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="these start their own PostgreSQL"),
    pytest.mark.skipif(os.geteuid() != 0 or bool(servers.missing()), reason=WANTING),
]


def run(*words: str, patience: float = 900, **options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "benchmarks.two_hosts", *words]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    return subprocess.run(
        command, cwd=ROOT, env=kept | options, capture_output=True, text=True, timeout=patience, check=False
    )


def spaces() -> list[str]:
    return subprocess.run(["ip", "netns"], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


@pytest.mark.slow
def test_the_leader_of_the_queue_and_a_worker_are_killed_and_nobody_notices():
    done = run("--wave", "2", "--only", "2", "--only", "3")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not [name for name in spaces() if name.startswith("newsclip-")]


def test_it_says_which_programs_are_missing(tmp_path):
    done = run(PATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (
        2,
        "SKIPPED, missing: apt-get install -y iproute2 nginx-light\n",
    )
