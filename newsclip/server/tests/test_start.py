"""What the site is started with."""

import json
import os
import signal
import socket
import subprocess
import sys

import pytest

from newsclip.server.supervisor import SUPERVISOR
from newsclip.terminal import USAGE

STARTED = """import os, sys
from newsclip.server.start import run_web
READ = "from newsclip.options import OPTIONS; print(OPTIONS.database_timeout)"
run_web("127.0.0.1", 1, lambda *command: os.execv(sys.executable, [sys.executable, "-c", READ]))"""


def waited(**given: str) -> str:
    """How long the site then waits for the database, with these settings alone; its supervisor prepared everything."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCLIP_")}
    environ = ours | {SUPERVISOR: str(os.getpid())} | given
    asked = [sys.executable, "-c", STARTED]
    done = subprocess.run(asked, env=environ, capture_output=True, text=True, check=True)  # noqa: S603 our own words
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("given", "seconds"),
    [({}, "3"), ({"NEWSCLIP_DATABASE_TIMEOUT": "7"}, "7"), ({"NEWSCLIP_DATABASE_PATIENCE": "20"}, "20")],
)
def test_the_site_waits_three_seconds_for_the_database_unless_the_operator_says_otherwise(given, seconds):
    assert waited(**given) == seconds


def test_the_site_waits_as_long_as_the_settings_file_says(tmp_path):
    (tmp_path / "settings.toml").write_text("database_timeout = 9")
    assert waited(NEWSCLIP_SETTINGS=str(tmp_path / "settings.toml")) == "9"


def test_the_site_waits_as_long_as_a_file_of_that_one_setting_says(tmp_path):
    (tmp_path / "timeout").write_text("11\n")
    assert waited(NEWSCLIP_DATABASE_TIMEOUT_FILE=str(tmp_path / "timeout")) == "11"


def free_port() -> int:
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        return here.getsockname()[1]


NO_MODEL = ({"NEWSCLIP_WRITER": "llm"}, "Set NEWSCLIP_LLM_MODEL, or unset NEWSCLIP_WRITER")
PUBLISHED_KEY = (
    {"NEWSCLIP_SECRET_KEY": "change-me-to-fifty-letters-of-chance", "NEWSCLIP_SITE_URL": "https://news.example.org"},
    "import secrets",
)


@pytest.mark.slow
@pytest.mark.parametrize("process", ["both", "web", "worker"])
@pytest.mark.parametrize(("settings", "remedy"), [NO_MODEL, PUBLISHED_KEY], ids=["no model", "published key"])
def test_a_start_that_its_settings_do_not_allow_says_so_once_and_ends(tmp_path, process, settings, remedy):
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    given = {"NEWSCLIP_HOME": str(tmp_path / "home"), "NEWSCLIP_SETTINGS": os.devnull} | settings
    asked = [sys.executable, "-m", "newsclip", "start", process, "--port", str(free_port())]
    ended = subprocess.run(asked, env=environ | given, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603
    assert ended.returncode == USAGE
    assert ended.stderr.count(remedy) == 1
    database = tmp_path / "home/newsclip.sqlite3"
    assert ended.stderr.startswith(f"newsclip: working on SQLite {database} on this machine\n")
    assert ended.stderr.count("newsclip: working on") == 1
    assert not database.exists()


@pytest.mark.integration
def test_a_worker_logs_its_start_with_version_and_settings_and_its_end(tmp_path):
    planted = "planted-5ecret-of-the-operator"
    given = {
        "NEWSCLIP_HOME": str(tmp_path), "NEWSCLIP_SETTINGS": os.devnull, "NEWSCLIP_SITE_NAME": "Harbour News",
        "NEWSCLIP_LLM_KEY": planted, "NEWSCLIP_SECRET_KEY": "short-key",
    }  # fmt: skip
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    command = [sys.executable, "-m", "newsclip.server.start"]
    with subprocess.Popen(command, env=environ | given, stderr=subprocess.PIPE, text=True) as worker:  # noqa: S603
        database, short = worker.stderr.readline(), worker.stderr.readline()
        first = json.loads(worker.stderr.readline())
        worker.send_signal(signal.SIGTERM)
        rest = worker.stderr.read()
    last = json.loads(rest.splitlines()[-1])
    assert database == f"newsclip: working on SQLite {tmp_path / 'newsclip.sqlite3'} on this machine\n"
    assert short.startswith("newsclip: NEWSCLIP_SECRET_KEY has fewer than 50 letters. Set one")
    assert "short-key" not in f"{short}{first}{rest}"
    assert (first["event"], last["event"], worker.returncode) == ("worker_started", "worker_stopped", 0)
    assert first["version"] == last["version"] != ""
    assert first["settings"]["NEWSCLIP_SITE_NAME"] == "Harbour News"
    assert "NEWSCLIP_LLM_KEY" in first["settings"]
    assert planted not in f"{first}{rest}"
