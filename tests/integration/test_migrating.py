"""`newsclip migrate`, and what refuses to start: on real tables, by the commands that operators run."""

import os
import subprocess
import sys

import pytest

from benchmarks.ports import free_port
from newsclip.health.former_release import MIGRATIONS
from newsclip.terminal import NO, UNREADABLE
from tests.integration.installation import installation, run

pytestmark = pytest.mark.integration
SQL = """import sys
from newsclip.server.setup import ready
ready()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute({!r})
    print(cursor.fetchall() if cursor.description else "")
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Its tables; each test puts them back as they were."""
    with installation(tmp_path_factory.mktemp("home")) as surroundings:
        yield surroundings


def newsclip(surroundings, *words: str, **options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "newsclip", *words]
    environment = {**surroundings, **options}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)


def sql(surroundings, statement: str) -> str:
    return run(SQL.format(statement), surroundings).strip()


@pytest.fixture
def behind(site):
    """The last change of tables has not been made."""
    sql(site, "DROP TABLE operations_requiredmigration")
    sql(site, "DELETE FROM django_migrations WHERE app = 'operations' AND name = '0003_required_migrations'")
    yield site
    newsclip(site, "migrate")


@pytest.fixture
def ahead(site):
    """A newer release has changed them."""
    sql(site, "INSERT INTO django_migrations (app, name, applied) VALUES ('clips', '9999_new', '2026-11-24')")
    yield site
    sql(site, "DELETE FROM django_migrations WHERE name = '9999_new'")


@pytest.fixture
def unknown(ahead):
    """A newer release has changed them so that this one may not run."""
    sql(ahead, "UPDATE operations_requiredmigration SET name = '9998_newer' WHERE app = 'clips'")
    yield ahead
    sql(ahead, f"UPDATE operations_requiredmigration SET name = '{MIGRATIONS['clips']}' WHERE app = 'clips'")


@pytest.fixture
def half(site):
    """A table is missing."""
    sql(site, "ALTER TABLE community_vote RENAME TO elsewhere")
    yield site
    sql(site, "ALTER TABLE elsewhere RENAME TO community_vote")


def test_a_check_names_what_is_to_be_done_and_does_nothing(behind):
    for _ in range(2):
        done = newsclip(behind, "migrate", "--check")
        assert (done.returncode, "operations 0003_required_migrations" in done.stdout) == (NO, True)
    assert newsclip(behind, "migrate").stdout.startswith("Changes of tables done: 1,")
    assert newsclip(behind, "migrate", "--check").returncode == 0


def test_where_one_job_changes_the_tables_nothing_else_does(behind):
    for words in (["worker"], ["web", "--port", str(free_port())], ["both", "--port", str(free_port())]):
        done = newsclip(behind, "start", *words, NEWSCLIP_MIGRATE="off")
        assert (done.returncode, "1 change of tables waits." in done.stderr) == (NO, True)
    assert "0003_required_migrations" not in sql(behind, "SELECT name FROM django_migrations WHERE app = 'operations'")


def test_a_check_makes_no_database(tmp_path):
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    done = newsclip(ours, "migrate", "--check", NEWSCLIP_HOME=str(tmp_path))
    assert (done.returncode, "no database yet" in done.stdout) == (NO, True)
    assert not (tmp_path / "newsclip.sqlite3").exists()


@pytest.mark.parametrize("words", [["start", "worker"], ["migrate"], ["migrate", "--check"], ["tidy"]])
def test_nothing_runs_on_tables_of_a_newer_release_that_does_not_allow_it(unknown, words):
    done = newsclip(unknown, *words)
    assert (done.returncode, "clips 9999_new" in done.stderr) == (UNREADABLE, True)
    assert "Install that version again, or restore" in done.stderr


def test_a_release_goes_on_beside_a_newer_one_that_allows_it(ahead):
    assert newsclip(ahead, "tidy").returncode == 0
    assert newsclip(ahead, "migrate").stdout.startswith("Nothing to do")


@pytest.mark.parametrize("words", [["start", "worker"], ["migrate"], ["migrate", "--check"]])
def test_half_migrated_tables_are_refused_with_what_is_missing(half, words):
    done = newsclip(half, *words)
    assert (done.returncode, "community_vote should be there, and is not" in done.stderr) == (UNREADABLE, True)
    assert "newsclip restore FILE" in done.stderr


def test_a_history_with_a_gap_is_half_migrated(site):
    gap = "UPDATE django_migrations SET name = '{}' WHERE app = 'operations' AND name = '{}'"
    sql(site, gap.format("gone", "0002_heartbeats"))
    sql(site, "UPDATE django_migrations SET app = 'elsewhere' WHERE name = 'gone'")
    done = newsclip(site, "migrate")
    sql(site, "UPDATE django_migrations SET app = 'operations' WHERE name = 'gone'")
    sql(site, gap.format("0002_heartbeats", "gone"))
    assert (done.returncode, "half migrated" in done.stderr) == (UNREADABLE, True)


# Django renames content types, and with them permissions, by what its signal says is to come.
WHAT_IS_TO_COME = """from newsclip.server.setup import ready
ready()
from django.apps import apps
from django.db import connection
from django.db.models.signals import pre_migrate
from newsclip.server.migrating import migrate_tables

def tell(apps, plan, **_):
    made = "operations_requiredmigration" in connection.introspection.table_names()
    print([f"{one.app_label} {one.name}" for one, _ in plan], made, hasattr(apps.get_model("clips", "Clip"), "slug"))

pre_migrate.connect(tell, sender=apps.get_app_config("contenttypes"))
migrate_tables(connection)
"""


def test_who_listens_before_a_migration_hears_which_ones_come(behind):
    assert run(WHAT_IS_TO_COME, behind).splitlines()[0] == "['operations 0003_required_migrations'] False True"


# The disk is full when a migration is to be recorded; there is room again at the second try, in a process of its own.
FULL_FOR_A_MOMENT = """import os
from newsclip.server.setup import ready
ready()
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from newsclip.server.migrating import WholeMigrations

class Full(MigrationRecorder):
    def record_applied(self, app, name):
        if app == "sources":
            raise OperationalError("database or disk is full")
        super().record_applied(app, name)

if child := os.fork():
    os.waitpid(child, 0)
    WholeMigrations(connection).migrate([("sources", "0001_initial")])
    print("done")
else:
    executor = WholeMigrations(connection)
    executor.recorder = Full(connection)
    try:
        executor.migrate([("sources", "0001_initial")])
    except OperationalError as error:
        print(error, flush=True)
    os._exit(0)
"""


@pytest.mark.once
def test_a_migration_that_finds_no_room_to_be_recorded_is_made_at_the_next_try(tmp_path):
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    told = run(FULL_FOR_A_MOMENT, ours | {"NEWSCLIP_HOME": str(tmp_path)})
    assert told.splitlines() == ["database or disk is full", "done"]
