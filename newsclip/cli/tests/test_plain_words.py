"""What goes wrong at the command line is said with its cause and what to do; no trace of our insides."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import IntegrityError

from benchmarks.new_tables import lay_out
from newsclip.terminal import NO, UNREADABLE, USAGE, cli_errors

pytestmark = pytest.mark.once

AWAY = {"NEWSCLIP_DATABASE_URL": "postgresql://newsclip:canary-word@127.0.0.1:9/news"}


def newsclip(*words: str, home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """In a home of its own, database and all, as other tests leave tables in the one that is given to them."""
    whole = {**os.environ, "NEWSCLIP_HOME": str(home), "NEWSCLIP_DATABASE_URL": "", **environment}
    whole.pop("DJANGO_SETTINGS_MODULE", None)
    asked = [sys.executable, "-m", "newsclip", *words]
    return subprocess.run(asked, env=whole, capture_output=True, text=True, check=False, timeout=180)  # noqa: S603 our own program


@pytest.mark.integration
@pytest.mark.parametrize("words", [[], ["sources"], ["start", "--port", "59871"], ["start", "worker"]])
def test_a_database_that_is_away_is_said_in_two_lines(words, tmp_path):
    said = newsclip(*words, home=tmp_path, **AWAY)
    assert said.returncode == UNREADABLE
    assert "Connection refused" in said.stderr
    assert "Start the database, or check NEWSCLIP_DATABASE_URL." in said.stderr
    assert "Traceback" not in said.stderr
    assert "canary" not in said.stderr


@pytest.mark.integration
@pytest.mark.parametrize("words", [[], ["sources"], ["start", "--port", "59871"], ["backup", "copy.tar.gz"]])
def test_a_file_that_is_no_database_is_said_with_the_way_back(words, tmp_path):
    (tmp_path / "newsclip.sqlite3").write_text("no database" * 1000)
    said = newsclip(*words, home=tmp_path)
    assert said.returncode == UNREADABLE
    assert "file is not a database" in said.stderr
    assert "newsclip restore FILE" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.integration
@pytest.mark.parametrize("words", [["sources"], ["doctor"], ["start", "--port", "59871"]])
def test_a_key_that_is_empty_is_said_with_the_way_back(words, tmp_path):
    (tmp_path / "secret-key").touch()
    said = newsclip(*words, home=tmp_path)
    assert said.returncode == USAGE
    assert "Restore it from a backup" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.integration
def test_a_backup_of_a_home_that_is_not_there_makes_none(tmp_path):
    said = newsclip("backup", str(tmp_path / "copy"), home=tmp_path / "home")
    assert (said.returncode, "There is no data in" in said.stderr) == (NO, True), said.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.integration
@pytest.mark.parametrize("words", [["sources"], ["export"], ["dead-letters"], ["doctor"]])
def test_a_command_that_only_reads_makes_nothing_in_a_fresh_home(words, tmp_path):
    said = newsclip(*words, home=tmp_path / "home")
    assert said.returncode == NO
    assert "If there is a backup: newsclip restore FILE   A new site: newsclip add URL" in said.stdout + said.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.integration
@pytest.mark.parametrize("words", [[], ["migrate", "--check"]])
def test_what_is_to_be_done_is_said_of_a_fresh_home_that_stays_empty(words, tmp_path):
    said = newsclip(*words, home=tmp_path / "home")
    assert said.stdout, said.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.integration
def test_a_command_that_only_reads_makes_no_tables_in_an_empty_database(tmp_path):
    database = tmp_path / "newsclip.sqlite3"
    database.touch()
    said = newsclip("sources", home=tmp_path)
    assert (said.returncode, "There are no tables yet: SQLite" in said.stderr) == (NO, True), said.stderr
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == []
    assert not (tmp_path / "secret-key").exists()


@pytest.mark.integration
def test_a_restore_that_is_refused_makes_nothing_in_a_fresh_home(tmp_path):
    (tmp_path / "backup.tar.gz").write_text("no backup")
    said = newsclip("restore", str(tmp_path / "backup.tar.gz"), home=tmp_path / "home")
    assert (said.returncode, "cannot be read" in said.stderr) == (UNREADABLE, True), said.stderr
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.integration
def test_a_key_is_made_once_and_is_its_owners_alone(tmp_path):
    kept, keys = tmp_path / "home" / "secret-key", set[str]()
    lay_out(tmp_path / "home")
    for _ in range(2):
        assert "No source is read yet." in newsclip("refresh", home=tmp_path / "home").stderr
        keys.add(kept.read_text())
    assert (kept.stat().st_mode & 0o777, [len(key) > 50 for key in keys]) == (0o600, [True])


@pytest.mark.integration
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["refresh"], NO, "No source is read yet."),
        (["restore", "nowhere.tar.gz"], UNREADABLE, "nowhere.tar.gz cannot be read"),
        (["backup", "nowhere/copy.tar.gz"], UNREADABLE, "could not be written"),
        (["takedown", "nobody.example", "--reason", "They asked."], NO, "could not find"),
        (["tune", "--pairs", "0"], USAGE, "--pairs"),
        (["tags", "nowhere.jsonl"], UNREADABLE, "nowhere.jsonl"),
    ],
)
def test_the_exit_code_says_whether_the_answer_is_no_the_use_was_wrong_or_something_is_unreadable(
    words, code, says, tmp_path
):
    if words[0] != "restore":  # which asks for an empty folder
        lay_out(tmp_path)
    said = newsclip(*words, home=tmp_path)
    assert (said.returncode, says in said.stderr) == (code, True), said.stderr


def test_a_setting_that_cannot_be_meant_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as end, cli_errors():
        raise SystemExit("NEWSCLIP_DEBUG must be one of 0, 1; it is 'yes'.")
    assert end.value.code == USAGE
    assert capsys.readouterr().err == "newsclip: NEWSCLIP_DEBUG must be one of 0, 1; it is 'yes'.\n"


def test_a_fault_of_ours_stays_loud():
    with pytest.raises(IntegrityError), cli_errors():
        raise IntegrityError("twice")


@pytest.mark.integration
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--port", "99999"], 2, "--port"),
        (["--host", "203.0.113.9"], 1, "no address 203.0.113.9"),
    ],
)
def test_an_address_that_cannot_be_had_is_named(words, code, says, tmp_path):
    said = newsclip("start", *words, home=tmp_path)
    assert said.returncode == code
    assert says in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.integration
def test_the_servers_command_is_made_before_the_framework_has_its_settings(tmp_path):
    """Its supervisor's child loads none of them: it becomes the server."""
    asked = [sys.executable, "-c", "from newsclip.server.start import _web_command; _web_command('127.0.0.1', 1)"]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environment["NEWSCLIP_HOME"] = str(tmp_path)
    said = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False, timeout=180)  # noqa: S603
    assert (said.returncode, said.stderr) == (0, "")
