import os
import sqlite3
import tarfile
from contextlib import closing

import pytest

from benchmarks.new_tables import make
from newsclip.cli import backup
from newsclip.terminal import NO, UNREADABLE, CommandError

pytestmark = pytest.mark.skipif(backup.connection.vendor != "sqlite", reason="these are of SQLite files")


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    (folder / "media").mkdir(parents=True)
    with closing(sqlite3.connect(folder / "newsclip.sqlite3")) as database:
        database.execute("CREATE TABLE kept (word text)")
        database.execute("INSERT INTO kept VALUES ('harbour')")
        database.commit()
    (folder / "media" / "picture.webp").write_bytes(b"picture")
    return folder


@pytest.mark.django_db
def test_what_was_backed_up_is_restored_into_an_empty_home(home, tmp_path):
    backup.backup(tmp_path / "copy.tar.gz", home)
    other = tmp_path / "other"
    backup.restore(tmp_path / "copy.tar.gz", other)
    with closing(sqlite3.connect(other / "newsclip.sqlite3")) as database:
        assert database.execute("SELECT word FROM kept").fetchall() == [("harbour",)]
    assert (other / "media" / "picture.webp").read_bytes() == b"picture"


@pytest.mark.django_db
def test_a_backup_is_never_put_over_data(home, tmp_path):
    backup.backup(tmp_path / "copy.tar.gz", home)
    with pytest.raises(CommandError, match="holds data already") as refused:
        backup.restore(tmp_path / "copy.tar.gz", home)
    assert refused.value.exit_code == NO


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["text", "nowhere", "."])
def test_a_file_that_is_no_backup_is_unreadable(tmp_path, name):
    (tmp_path / "text").write_text("not a tar")
    with pytest.raises(CommandError, match="cannot be read") as refused:
        backup.restore(tmp_path / name, tmp_path / "empty")
    assert refused.value.exit_code == UNREADABLE
    assert "newsclip backup" in refused.value.remedy


@pytest.mark.django_db
def test_a_home_without_data_is_not_backed_up(tmp_path):
    with pytest.raises(CommandError, match="There is no data"):
        backup.backup(tmp_path / "copy.tar.gz", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ("", "has no tables"),
        ("CREATE TABLE accounts_reader (id integer);", "has tables, and nothing in them"),
        ("CREATE TABLE auth_permission (id); INSERT INTO auth_permission VALUES (1);", "nothing in them"),
        ("CREATE TABLE ranking_trend (id); INSERT INTO ranking_trend VALUES (1);", "nothing in them"),
    ],
)
def test_an_empty_database_is_not_backed_up(tmp_path, tables, says):
    home, copy = tmp_path / "home", tmp_path / "copy.tar.gz"
    home.mkdir()
    with closing(sqlite3.connect(home / "newsclip.sqlite3")) as database:
        database.executescript(tables)
    with pytest.raises(CommandError, match=f"nothing to back up: {home}/newsclip.sqlite3 .*{says}") as refused:
        backup.backup(copy, home)
    assert (refused.value.exit_code, copy.exists()) == (NO, False)
    assert "--settings FILE" in refused.value.remedy


@pytest.mark.integration
@pytest.mark.django_db
def test_a_database_as_a_first_start_makes_it_is_empty(tmp_path):
    make(tmp_path / "newsclip.sqlite3")
    with pytest.raises(CommandError, match="has tables, and nothing in them"):
        backup.backup(tmp_path / "copy.tar.gz", tmp_path)


@pytest.mark.django_db
def test_a_file_that_holds_something_else_is_no_backup(tmp_path):
    (tmp_path / "diary").write_text("Rain.")
    with tarfile.open(tmp_path / "copy.tar.gz", "w:gz") as tar:
        tar.add(tmp_path / "diary", "diary")
    with pytest.raises(CommandError, match="is not a backup of Newsclip") as refused:
        backup.restore(tmp_path / "copy.tar.gz", tmp_path / "empty")
    assert refused.value.exit_code == UNREADABLE


@pytest.mark.django_db
def test_a_database_that_breaks_its_own_rules_is_damaged(home, tmp_path):
    with closing(sqlite3.connect(home / "newsclip.sqlite3")) as database:
        database.execute("INSERT INTO kept VALUES (NULL)")
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE kept (word text NOT NULL)'")
        database.commit()
    with pytest.raises(CommandError, match="is damaged") as found:
        backup.backup(tmp_path / "copy.tar.gz", home)
    assert found.value.exit_code == UNREADABLE


class Postgres:
    """A database of PostgreSQL that holds these tables."""

    vendor = "postgresql"

    def __init__(self, *tables: str) -> None:
        self.introspection, self._tables = self, tables

    def table_names(self) -> tuple[str, ...]:
        return self._tables

    def close(self) -> None:
        """Nothing is open."""


def test_a_backup_is_never_put_into_a_database_that_holds_tables(tmp_path):
    backup.must_be_empty(tmp_path, Postgres())
    with pytest.raises(CommandError, match="holds tables already"):
        backup.must_be_empty(tmp_path, Postgres("kept"))


@pytest.mark.django_db
def test_a_program_of_the_database_that_fails_fails_the_backup():
    with pytest.raises(CommandError, match="false: ") as refused:
        backup.run("false")
    assert refused.value.exit_code == UNREADABLE


@pytest.mark.django_db
@pytest.mark.parametrize("end", [-200, 60])
def test_a_backup_that_was_cut_off_is_refused_whole(home, tmp_path, end):
    (home / "media" / "picture.webp").write_bytes(os.urandom(20_000))
    backup.backup(tmp_path / "copy.tar.gz", home)
    (tmp_path / "cut.tar.gz").write_bytes((tmp_path / "copy.tar.gz").read_bytes()[:end])
    with pytest.raises(CommandError, match="cut off"):
        backup.restore(tmp_path / "cut.tar.gz", tmp_path / "empty")
    assert not (tmp_path / "empty" / "newsclip.sqlite3").exists()


@pytest.mark.django_db
def test_a_backup_that_cannot_be_written_leaves_nothing_behind(home, tmp_path):
    with pytest.raises(CommandError, match=r"could not be written: No such file or directory\.$") as nowhere:
        backup.backup(tmp_path / "nowhere" / "copy.tar.gz", home)
    (tmp_path / "copy.tar.gz").mkdir()
    with pytest.raises(CommandError, match="is a folder") as folder:
        backup.backup(tmp_path / "copy.tar.gz", home)
    assert nowhere.value.exit_code == folder.value.exit_code == UNREADABLE
    assert {path.name for path in tmp_path.iterdir()} == {"home", "copy.tar.gz"}


@pytest.mark.django_db
def test_a_damaged_database_is_not_copied_as_if_it_were_whole(home, tmp_path):
    file = home / "newsclip.sqlite3"
    file.write_bytes(file.read_bytes()[:4096] + os.urandom(4096))
    with pytest.raises(CommandError, match="is damaged") as found:
        backup.backup(tmp_path / "copy.tar.gz", home)
    assert "newsclip restore FILE" in found.value.remedy


@pytest.mark.django_db
def test_a_dump_that_cannot_be_read_is_refused_and_leaves_nothing_behind(tmp_path):
    (tmp_path / backup.DUMP).write_bytes(b"a dump")
    with tarfile.open(tmp_path / "copy.tar.gz", "w:gz") as tar:
        tar.add(tmp_path / backup.DUMP, backup.DUMP)
    with pytest.raises(CommandError, match="pg_restore") as refused:
        backup.restore(tmp_path / "copy.tar.gz", tmp_path / "empty")
    assert "PostgreSQL" in refused.value.remedy
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.django_db
def test_nobody_else_on_the_machine_reads_a_backup_or_what_was_restored_of_it(home, tmp_path):
    (home / "newsclip.sqlite3").chmod(0o644)
    backup.backup(tmp_path / "copy.tar.gz", home)
    backup.restore(tmp_path / "copy.tar.gz", tmp_path / "other")
    for file in (tmp_path / "copy.tar.gz", tmp_path / "other" / "newsclip.sqlite3"):
        assert file.stat().st_mode & 0o077 == 0, file


@pytest.mark.django_db
def test_what_a_broken_file_is_not_is_said_in_one_line(tmp_path):
    (tmp_path / "text").write_text("not a tar")
    with pytest.raises(CommandError) as refused:
        backup.restore(tmp_path / "text", tmp_path / "empty")
    assert "\n" not in refused.value.cause
