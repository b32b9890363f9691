"""`newsclip move`: all that a site has on SQLite is on PostgreSQL afterwards, and nothing changes where it was."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

import psycopg
import pytest

from benchmarks.new_tables import lay_out
from benchmarks.ports import free_port
from benchmarks.postgresql import PROGRAMS, postgresql
from newsclip.terminal import NO, UNREADABLE, USAGE
from tests.integration.installation import run

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif("NEWSCLIP_DATABASE_URL" in os.environ, reason="this starts its own PostgreSQL"),
    pytest.mark.skipif(not PROGRAMS.exists(), reason="NO POSTGRESQL: apt-get install -y postgresql-17"),
]
# Two rows in every table, and what the two databases write in ways of their own.
FILL = """
from newsclip.server.setup import prepare
prepare()
from django.apps import apps
from django.db import connection
from benchmarks.hard_days.earlier import fill
from newsclip.accounts.models import Reader
from newsclip.clips.models import Clip
from newsclip.stories.models import Story
from newsclip.web.tests import factories
from newsclip.community.models import Comment
fill(apps)
Clip.objects.update(state=Clip.State.WITHDRAWN)  # their documents are no documents
for place in range(4):
    told = factories.ferry(place)
Clip.objects.filter(pk=told.pk).update(document={"schema": "a stranger's"})
Reader.objects.filter(username="words0").update(invited_by=Reader.objects.get(username="words1"))
first, last = Story.objects.order_by("pk").first(), Story.objects.order_by("pk").last()
Story.objects.filter(pk=first.pk).update(merged_into=last)
Comment.objects.update(text="a\\x00b \\u2028 \\t\\\\N \\u00e9")
gone = Comment.objects.last()
gone.delete()
"""
ALL = """
import sys, json
from newsclip.server.setup import ready
ready()
from django.core import serializers
from django.apps import apps
rows = {}
for model in apps.get_models(include_auto_created=True):
    found = model._default_manager.order_by("pk")
    rows[model._meta.label] = json.loads(serializers.serialize("json", found))
print(json.dumps(rows))
"""
NEXT = """
from newsclip.server.setup import ready
ready()
from newsclip.community.models import Comment
one = Comment.objects.first()
one.pk = None
one.save()
print(one.pk)
"""
FOUND = """
from newsclip.server.setup import ready
ready()
from newsclip.wiring import search_index
print(len(search_index().search("ferry", limit=10)))
"""


@pytest.fixture(scope="module")
def server():
    """Its address, without a database."""
    with TemporaryDirectory() as work:
        Path(work).chmod(0o711)  # PostgreSQL's own account goes through it
        with postgresql(Path(work), free_port()) as address:
            yield address.rpartition("/")[0]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSCLIP_", "DJANGO_"))}
    surroundings = {**kept, "NEWSCLIP_HOME": str(home)}
    lay_out(home)
    run(FILL, surroundings)
    return surroundings


def database(server: str) -> str:
    """The address of a new, empty one."""
    name = f"newsclip_{token_hex(4)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as here:
        here.execute(f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"


def move(site, url: str, **options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "newsclip", "move", "--to", url]
    return subprocess.run(command, env={**site, **options}, capture_output=True, text=True, check=False, timeout=600)


def move_until(site, url: str, said: str, *, alone: bool = False) -> None:
    """Killed as soon as it says this, `alone` or with all that it started; all of it has ended."""
    command = [sys.executable, "-u", "-m", "newsclip", "move", "--to", url]
    with subprocess.Popen(command, env=site, stdout=subprocess.PIPE, text=True, start_new_session=True) as moving:
        assert any(said in line for line in moving.stdout)
        if alone:
            moving.kill()
        else:
            os.killpg(moving.pid, signal.SIGKILL)
        moving.stdout.read()  # to its end: nobody holds it any more


def rows(surroundings) -> dict[str, list[object]]:
    found = json.loads(run(ALL, surroundings))
    for clip in found["clips.Clip"]:
        clip["fields"]["indexed_version"] = 0  # search is told anew
    return found


def as_postgresql_holds(value: object) -> object:
    return json.loads(json.dumps(value).replace("\\u0000", "\\ufffd"))


def bytes_of(site) -> str:
    return hashlib.sha256((Path(site["NEWSCLIP_HOME"]) / "newsclip.sqlite3").read_bytes()).hexdigest()


def test_every_row_is_there_and_the_old_database_is_as_it_was(site, server):
    url, before = database(server), bytes_of(site)
    done = move(site, url)
    assert (done.returncode, "is the same" in done.stdout) == (0, True), done.stderr
    assert "ferry-aground-off-marrow-point-3 is left out" in done.stdout
    assert bytes_of(site) == before
    there = {**site, "NEWSCLIP_DATABASE_URL": url}
    old, new = rows(site), rows(there)
    assert [name for name, kept in as_postgresql_holds(old).items() if kept != new[name]] == []
    assert all(old[f"{name}"] for name in ("community.Vote", "community.Comment", "articles.Picture", "clips.Redirect"))
    assert run(FOUND, there).strip() == "3"
    assert int(run(NEXT, there)) > max(row["pk"] for row in old["community.Comment"]) + 1  # no number is given twice


@pytest.mark.parametrize("said", ["Making the tables", "community_vote:", "search index"])
def test_a_move_that_was_killed_goes_on_where_it_was(site, server, said):
    url = database(server)
    move_until(site, url, said)
    there = {**site, "NEWSCLIP_DATABASE_URL": url}
    started = [sys.executable, "-m", "newsclip", "tidy"]
    refused = subprocess.run(started, env=there, capture_output=True, text=True, check=False)
    assert (refused.returncode, "newsclip move --to URL" in refused.stderr) == (UNREADABLE, True)
    done = move(site, url)
    assert done.returncode == 0, done.stderr
    assert as_postgresql_holds(rows(site)) == rows(there)


def test_what_a_killed_move_started_ends_with_it(site, server):
    """It would work beside the next move, which then finds the tables half made."""
    url = database(server)
    move_until(site, url, "Making the tables", alone=True)
    with psycopg.connect(url) as there:
        assert there.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,)
    done = move(site, url)
    assert done.returncode == 0, done.stderr


def test_what_was_written_after_a_move_was_killed_is_moved_too(site, server):
    url = database(server)
    move_until(site, url, "community_vote:")
    run("""
from newsclip.server.setup import ready
ready()
from newsclip.accounts.models import Reader
Reader.objects.filter(username="words0").update(language="de")
""", site)  # fmt: skip
    assert move(site, url).returncode == 0
    assert as_postgresql_holds(rows(site)) == rows({**site, "NEWSCLIP_DATABASE_URL": url})


def test_nothing_is_moved_over_data(site, server):
    url = database(server)
    with psycopg.connect(url, autocommit=True) as there:
        there.execute("CREATE TABLE diary (words text)")
    refused = move(site, url)
    assert (refused.returncode, "createdb" in refused.stderr) == (NO, True)
    with psycopg.connect(url) as there:
        assert there.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall() == [("diary",)]


def test_an_unfinished_move_of_another_site_is_left_alone(site, server, tmp_path):
    url = database(server)
    move_until(site, url, "Making the tables")
    other = {**site, "NEWSCLIP_HOME": str(tmp_path)}
    run("from newsclip.server.setup import prepare; prepare()", {**other, "NEW_TABLES": ""})
    assert "of another site" in move(other, url).stderr


@pytest.mark.parametrize(
    ("change", "code", "says", "remedy"),
    [
        (
            lambda url: url.replace(url.rpartition(":")[2], "1/x"),
            UNREADABLE,
            "refused",
            "Start the database, or check --to",
        ),
        (
            lambda url: url.replace("newsclip@", "nobody:wrong@"),
            UNREADABLE,
            'role "nobody"',
            "name and password in --to",
        ),
        (lambda url: f"{url}x", UNREADABLE, "does not exist", "createdb"),
        (lambda _: "mysql://a/b", USAGE, "--to must be postgresql://", "%40 for @"),
    ],
)
def test_a_database_that_cannot_be_reached_is_named_with_a_remedy(site, server, change, code, says, remedy):
    refused = move(site, change(database(server)))
    assert (refused.returncode, says in refused.stderr, remedy in refused.stderr) == (code, True, True), refused.stderr


def test_a_database_that_may_not_find_by_meaning_is_refused_before_anything_is_made(site, server):
    url = database(server)
    with psycopg.connect(url, autocommit=True) as there:
        there.execute("DROP ROLE IF EXISTS plain")
        there.execute("CREATE ROLE plain LOGIN")
        there.execute("GRANT CREATE ON SCHEMA public TO plain")
    refused = move(site, url.replace("newsclip@", "plain@"), NEWSCLIP_VECTORS="on")
    assert (refused.returncode, "CREATE EXTENSION vector" in refused.stderr) == (NO, True)
    with psycopg.connect(url) as there:
        assert there.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_tables_that_wait_are_migrated_first(site, server, tmp_path):
    home = tmp_path / "behind"
    home.mkdir()
    (home / "newsclip.sqlite3").write_bytes((Path(site["NEWSCLIP_HOME"]) / "newsclip.sqlite3").read_bytes())
    behind = {**site, "NEWSCLIP_HOME": str(home)}
    run("""
from newsclip.server.setup import ready
ready()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("DELETE FROM django_migrations WHERE name = '0007_explorations'")
""", behind)  # fmt: skip
    refused = move(behind, database(server))
    assert (refused.returncode, "Run: newsclip migrate" in refused.stderr) == (NO, True)
