"""A backup of either kind of database, and of an older release, comes back into either kind."""

import os
import signal
import subprocess
import sys
import tarfile
from pathlib import Path
from secrets import token_hex

import psycopg
import pytest

from benchmarks.postgresql import PROGRAMS
from newsclip.terminal import UNREADABLE
from tests.integration.installation import run
from tests.integration.test_moving import FOUND, NEXT, as_postgresql_holds, database, move, rows, server, site

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="this starts its own PostgreSQL"),
    pytest.mark.skipif(not PROGRAMS.exists(), reason="NO POSTGRESQL: apt-get install -y postgresql-17"),
]
__all__ = ["server", "site"]  # fixtures
SQL = """
from newsclip.server.setup import ready
ready()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute({!r})
"""
OLDER = SQL.format("DELETE FROM django_migrations WHERE app = 'ranking' AND name = '0007_explorations'")
NEWER = SQL.format("INSERT INTO django_migrations (app, name, applied) VALUES ('clips', '9999_new', '2026-11-24')")


def newsclip(surroundings, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "newsclip", *words]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=600)


@pytest.fixture(scope="module")
def of_sqlite(site, tmp_path_factory) -> Path:
    Path(site["NEWSCLIP_HOME"], "media").mkdir(exist_ok=True)
    Path(site["NEWSCLIP_HOME"], "media", "sabine.webp").write_bytes(b"a picture")
    file = tmp_path_factory.mktemp("backups") / "sqlite.tar.gz"
    assert newsclip(site, "backup", str(file)).returncode == 0
    return file


@pytest.fixture(scope="module")
def moved(site, server):
    """The same site on PostgreSQL."""
    url = database(server)
    assert move(site, url).returncode == 0
    return {**site, "NEWSCLIP_DATABASE_URL": url}


@pytest.fixture(scope="module")
def of_postgresql(moved, of_sqlite, tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("backups") / "postgresql.tar.gz"
    done = newsclip(moved, "backup", str(file))
    assert done.returncode == 0, done.stderr
    return file


def test_a_backup_of_sqlite_comes_into_postgresql(site, server, of_sqlite, tmp_path):
    there = {**site, "NEWSCLIP_HOME": str(tmp_path), "NEWSCLIP_DATABASE_URL": database(server)}
    done = newsclip(there, "restore", str(of_sqlite))
    assert (done.returncode, "is the same" in done.stdout) == (0, True), done.stderr
    assert as_postgresql_holds(rows(site)) == rows(there)
    assert (tmp_path / "media" / "sabine.webp").read_bytes() == b"a picture"
    assert (tmp_path / "secret-key").read_text() == Path(site["NEWSCLIP_HOME"], "secret-key").read_text()
    assert not (tmp_path / "newsclip.sqlite3").exists()
    assert run(FOUND, there).strip() == "3"


def test_a_restore_into_postgresql_that_was_killed_goes_on_where_it_was(site, server, of_sqlite, tmp_path):
    there = {**site, "NEWSCLIP_HOME": str(tmp_path), "NEWSCLIP_DATABASE_URL": database(server)}
    command = [sys.executable, "-u", "-m", "newsclip", "restore", str(of_sqlite)]
    with subprocess.Popen(command, env=there, stdout=subprocess.PIPE, text=True, start_new_session=True) as restoring:
        assert any("community_vote:" in line for line in restoring.stdout)
        os.killpg(restoring.pid, signal.SIGKILL)
    done = newsclip(there, "restore", str(of_sqlite))
    assert (done.returncode, "Making the tables" in done.stdout) == (0, False), done.stderr
    assert as_postgresql_holds(rows(site)) == rows(there)
    assert list(tmp_path.glob("restoring-*")) == []


def test_a_backup_of_postgresql_comes_into_sqlite(site, moved, of_postgresql, tmp_path):
    there = {**site, "NEWSCLIP_HOME": str(tmp_path)}
    done = newsclip(there, "restore", str(of_postgresql))
    assert (done.returncode, "rows of" in done.stdout) == (0, True), done.stderr
    assert rows(moved) == rows(there)
    assert (tmp_path / "media" / "sabine.webp").read_bytes() == b"a picture"
    assert int(run(NEXT, there)) > max(row["pk"] for row in rows(moved)["community.Comment"]) + 1


def test_a_backup_with_vectors_comes_back_under_an_account_that_may_make_no_extension(moved, server, tmp_path):
    name, user = database(server).rpartition("/")[2], f"reader_{token_hex(4)}"
    with psycopg.connect(f"{server}/{name}", autocommit=True) as root:
        if not root.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'").fetchone():
            pytest.skip("NO PGVECTOR: apt-get install -y postgresql-17-pgvector")
        root.execute(f"CREATE ROLE {user} LOGIN")
        root.execute(f'ALTER DATABASE "{name}" OWNER TO {user}')
        root.execute(f"ALTER SCHEMA public OWNER TO {user}")
    with psycopg.connect(moved["NEWSCLIP_DATABASE_URL"], autocommit=True) as root:
        root.execute("CREATE EXTENSION vector")
        root.execute("CREATE TABLE clip_vector (clip_id bigint PRIMARY KEY, minilm halfvec(2) NOT NULL)")
        root.execute("CREATE INDEX clip_vectors ON clip_vector USING hnsw (minilm halfvec_ip_ops)")
    file = tmp_path / "vectors.tar.gz"
    assert newsclip(moved, "backup", str(file)).returncode == 0
    url = f"{server}/{name}".replace("newsclip@", f"{user}@")
    assert user in url
    there = {**moved, "NEWSCLIP_HOME": str(tmp_path / "home"), "NEWSCLIP_DATABASE_URL": url}
    done = newsclip(there, "restore", str(file))
    assert done.returncode == 0, done.stderr
    assert rows(moved) == rows(there)
    assert run(FOUND, there).strip() == "3"


def changed(file: Path, script: str, site, tmp_path: Path) -> Path:
    """The backup of SQLite, with this done to its database."""
    home = tmp_path / "changed"
    with tarfile.open(file) as tar:
        tar.extractall(home, filter="data")
    run(script, {**site, "NEWSCLIP_HOME": str(home)})
    assert newsclip({**site, "NEWSCLIP_HOME": str(home)}, "backup", str(tmp_path / "changed.tar.gz")).returncode == 0
    return tmp_path / "changed.tar.gz"


def test_a_backup_of_a_newer_release_is_refused_and_nothing_is_restored(site, of_sqlite, tmp_path):
    file = changed(of_sqlite, NEWER, site, tmp_path)
    refused = newsclip({**site, "NEWSCLIP_HOME": str(tmp_path / "new")}, "restore", str(file))
    assert (refused.returncode, "clips 9999_new" in refused.stderr) == (UNREADABLE, True), refused.stderr
    assert "Install that version or a newer one" in refused.stderr
    assert not (tmp_path / "new" / "newsclip.sqlite3").exists()


def test_a_backup_of_an_older_release_is_brought_up_to_this_one(site, of_sqlite, tmp_path):
    older = changed(of_sqlite, OLDER + SQL.format("DROP TABLE ranking_exploration"), site, tmp_path)
    there = {**site, "NEWSCLIP_HOME": str(tmp_path / "new")}
    done = newsclip(there, "restore", str(older))
    assert (done.returncode, "older version" in done.stdout) == (0, True), done.stderr
    assert newsclip(there, "migrate", "--check").returncode == 0


def test_an_older_backup_whose_tables_cannot_be_changed_is_not_restored_by_half(site, of_sqlite, tmp_path):
    spoilt = changed(of_sqlite, OLDER, site, tmp_path)  # the table that waits to be made is there
    home = tmp_path / "new"
    refused = newsclip({**site, "NEWSCLIP_HOME": str(home)}, "restore", str(spoilt))
    assert (refused.returncode, "nothing was restored" in refused.stderr) == (UNREADABLE, True), refused.stderr
    assert {one.name for one in home.iterdir()} <= {"secret-key"}  # every command but the doctor makes one


def test_a_dump_that_breaks_off_restores_nothing(site, of_postgresql, tmp_path):
    with tarfile.open(of_postgresql) as tar:
        tar.extractall(tmp_path / "cut", filter="data")
    dump = tmp_path / "cut" / "newsclip.dump"
    dump.write_bytes(dump.read_bytes()[:-2000])
    with tarfile.open(tmp_path / "cut.tar.gz", "w:gz") as tar:
        tar.add(dump, dump.name)
    refused = newsclip({**site, "NEWSCLIP_HOME": str(tmp_path / "new")}, "restore", str(tmp_path / "cut.tar.gz"))
    assert refused.returncode == UNREADABLE, refused.stderr
    assert not (tmp_path / "new" / "newsclip.sqlite3").exists()
