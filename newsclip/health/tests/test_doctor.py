"""Things are broken one by one, and the doctor names each with what to do about it."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError

from newsclip import clock
from newsclip.accounts.models import Reader
from newsclip.adapters.embedded.picture_store import FolderPictureStore
from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.adapters.embedded.vector_index import SqliteVectorIndex
from newsclip.adapters.no_vectors import NoVectors
from newsclip.articles.models import Picture, Revision
from newsclip.clips.models import Clip
from newsclip.community.models import Flag
from newsclip.health import database, machine, mail_server, work
from newsclip.kernel.settings_file import Settings
from newsclip.options import Options, read_options
from newsclip.sources.models import Look, Source
from newsclip.stories.ports import NO_TITLE_EMBEDDER
from newsclip.stories.tests.invented_titles import InventedTitles
from newsclip.web.tests import factories

pytestmark = pytest.mark.django_db


def wrong(findings) -> dict[str, str]:
    """What is bad, by what it is about. Everything bad has a remedy, and nothing good needs one."""
    found = list(findings)
    assert all(bool(one.remedy) != one.ok for one in found), found
    return {one.about: f"{one.says} {one.remedy}" for one in found if not one.ok}


@pytest.fixture
def home(tmp_path) -> Path:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").write_text("{}")
    (tmp_path / "media").mkdir()
    key = tmp_path / "secret-key"
    key.touch(mode=0o600)
    key.write_text("x" * 60)
    return tmp_path


def options(home: Path, **more: str) -> Options:
    return read_options({"NEWSCLIP_HOME": str(home), **{f"NEWSCLIP_{name}": value for name, value in more.items()}})


@pytest.fixture
def site() -> Clip:
    """A site where all is well."""
    now = clock.now()
    made = factories.ferry(at=now - timedelta(hours=1), picture=False)
    Source.objects.update(due_at=now + timedelta(minutes=5), looked_at=now)
    Clip.objects.update(indexed_version=1)
    Reader.objects.create_user("ada", is_staff=True)
    return made


def test_nothing_is_wrong_where_all_is_well(home, site):
    found = [*machine.folders(options(home), home / "static"), *machine.settings(options(home))]
    found += [
        *machine.limits(4096),
        *machine.clock(clock.now(), clock.now()),
        database.answers(),
        database.migrations(),
    ]
    found += [
        *database.whole(),
        *work.followed(),
        *work.published(),
        *work.pictures(FolderPictureStore(home / "media")),
        *work.people(),
    ]
    found += [*mail_server.mailing(options(home)), *work.model(options(home))]
    assert wrong(found) == {}
    assert len(found) >= 5


FOLDERS = {
    "others may read the key": (lambda home: (home / "secret-key").chmod(0o644), "key", "chmod 600"),
    "others may read the database": (lambda home: (home.chmod(0o755), (at := home / "newsclip.sqlite3").touch(),
                                                   at.chmod(0o644)), "database", "chmod o-rwx"),
    "no styles": (lambda home: (home / "static" / "staticfiles.json").unlink(), "static", "newsclip start"),
}  # fmt: skip


@pytest.mark.parametrize("what", FOLDERS)
def test_folders(home, what):
    break_it, about, says = FOLDERS[what]
    break_it(home)
    assert says in wrong(machine.folders(options(home), home / "static"))[about]


def test_a_home_that_cannot_be_written(home):
    (home / "file").write_text("")
    found = wrong(machine.folders(options(home / "file" / "below"), home / "static"))
    assert "NEWSCLIP_HOME" in found["home"]


def test_a_home_that_does_not_exist_is_not_made(tmp_path):
    assert "home" not in wrong(machine.folders(options(tmp_path / "a" / "b"), tmp_path / "static"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_belongs_to_somebody_else(home):
    # Of a folder that is a file nothing can be written by anybody, root included.
    (home / "media").rmdir()
    (home / "media").write_text("")
    assert "chown" in wrong(work.pictures(FolderPictureStore(home / "media")))["pictures"]
    inside = home / "static" / ".written"
    inside.mkdir()
    (inside / "kept").touch()
    assert "chown" in wrong(machine.folders(options(home), home / "static"))["static"]


def test_a_database_that_may_only_be_read(tmp_path):
    file = tmp_path / "news.sqlite3"
    with closing(sqlite3.connect(file)) as live:
        live.execute("CREATE TABLE django_migrations (id integer, app text)")
    reading = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with closing(reading), pytest.raises(sqlite3.OperationalError, match="readonly") as found:
        database.write_nothing(reading.cursor())
    with closing(sqlite3.connect(file, isolation_level=None)) as writing:
        database.write_nothing(writing.cursor())
    assert "account that runs" in database.broken(OperationalError(str(found.value))).remedy


def test_a_full_disk(home, monkeypatch):
    monkeypatch.setattr(machine, "ROOM", 2**60)
    assert "Make room" in wrong(machine.folders(options(home), home / "static"))["disk"]


SETTINGS = {
    "debug": ({"DEBUG": "1"}, "settings", "Unset NEWSCLIP_DEBUG"),
    "no https": ({"SITE_URL": "http://news.example.org"}, "settings", "https://"),
    "a proxy that is not told of": ({"SITE_URL": "https://news.example.org"}, "settings", "NEWSCLIP_PROXIES"),
    "nobody to write to": ({"SITE_URL": "https://news.example.org"}, "contact", "NEWSCLIP_CONTACT"),
    "figures in the open": ({"METRICS": "0.0.0.0:9100"}, "settings", "everybody may read"),
    "figures at a public address": ({"METRICS": "[2a00::7]:9100"}, "settings", "everybody may read"),
    "categories that are not there": ({"CATEGORIES": "/nowhere/categories.toml"}, "categories", "categories.md"),
}  # fmt: skip


@pytest.mark.parametrize("what", SETTINGS)
def test_settings(home, what):
    more, about, says = SETTINGS[what]
    assert says in wrong(machine.settings(options(home, **more)))[about]


def test_vectors_that_cannot_be_had_are_named_and_only_where_they_are_wanted(home):
    def load(_):
        raise AttributeError("no enable_load_extension")

    broken = SqliteVectorIndex(StaticVectors(), load)
    assert "enable_load_extension" in wrong(work.meaning(options(home, VECTORS="on"), broken))["vectors"]
    assert list(work.meaning(options(home), broken)) == []


def test_it_says_whether_stories_hold_several_languages_and_if_not_why(home):
    def says(embed, **more):
        (found,) = work.languages(options(home, **more), embed)
        return found.says

    assert "several languages (by hand 1)" in says(InventedTitles())
    assert "newsclip-social[languages] is not installed" in says(NO_TITLE_EMBEDDER)
    assert "NEWSCLIP_STORY_LANGUAGES=one" in says(NO_TITLE_EMBEDDER, STORY_LANGUAGES="one")


def test_vectors_that_work_are_said_to(home):
    assert [one.ok for one in work.meaning(options(home, VECTORS="on"), NoVectors())] == [True]


def test_settings_that_others_can_read(home):
    given = Settings({}, home / "settings.toml", frozenset(), ("others can read it. Run: chmod o-rwx settings.toml",))
    where, who = machine.settings_file(given)
    assert (where.ok, str(home / "settings.toml") in where.says) == (True, True)
    assert wrong([who]) == {"settings": "others can read it. Run: chmod o-rwx settings.toml"}


def test_a_short_key(home):
    assert "50 letters" in wrong(machine.folders(options(home, SECRET_KEY="short"), home / "static"))["key"]


def test_few_files():
    assert "ulimit" in wrong(machine.limits(256))["files"]


def test_a_clock_that_is_off_and_one_that_was_put_back(site):
    now = clock.now()
    assert "chrony" in wrong(machine.clock(now, now + timedelta(hours=1)))["clock"]
    (behind,) = machine.clock(now, now - timedelta(hours=1, microseconds=3))
    assert behind.says == "The database's clock is 1:00:00 behind this machine's."
    Look.objects.create(source=Source.objects.first(), at=now + timedelta(days=1), code="looked")
    assert "put back" in wrong(machine.clock(now, now))["clock"]


def test_a_database_that_does_not_answer():
    finding = database.broken(OperationalError("connection refused"))
    assert (finding.ok, "Start the database" in finding.remedy) == (False, True)


def test_a_log_that_has_grown(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "WAL", 10)
    (tmp_path / "x-wal").write_bytes(b"x" * 11)
    assert "for ever" in wrong(database._log(tmp_path / "x-wal"))["database"]


def test_a_damaged_file_is_told_by_sqlite_itself(tmp_path):
    """What the check asks does find it: a page in the middle of a table is overwritten."""
    file = tmp_path / "news.sqlite3"
    with closing(sqlite3.connect(file)) as live:
        live.execute("CREATE TABLE said (word text)")
        live.executemany("INSERT INTO said VALUES (?)", [("harbour" * 50,)] * 500)
        live.commit()
        assert database.damage(live.cursor()) == ""
    body = bytearray(file.read_bytes())
    body[8192:12288] = b"\xff" * 4096
    file.write_bytes(body)
    with closing(sqlite3.connect(file)) as live:
        assert database.damage(live.cursor())


def test_sources_of_which_half_failed_are_not_well(site):
    numbers = list(Source.objects.values_list("pk", flat=True))
    Source.objects.filter(pk=numbers[0]).update(failures=1)
    said = [one.says for one in work.followed() if one.about == "sources"]
    assert said == [f"{len(numbers)} are followed; 1 could not be read at the last look."]
    assert "sources" not in wrong(work.followed())
    Source.objects.filter(pk__in=numbers[: (len(numbers) + 1) // 2]).update(failures=1)
    assert "could not be read at the last look" in wrong(work.followed())["sources"]


def test_nothing_is_followed():
    assert "newsclip add" in wrong(work.followed())["sources"]


def test_a_worker_that_does_not_run(site):
    Source.objects.update(due_at=clock.now() - timedelta(hours=3))
    assert "newsclip start" in wrong(work.followed())["worker"]


def test_sources_that_fail_and_a_network_that_is_away(site):
    Source.objects.filter(pk=Source.objects.first().pk).update(failures=4, outcome="tls_failed")
    found = wrong(work.followed())
    assert ("certificate" in found["source"], "newsclip remove" in found["source"]) == (True, False)
    Source.objects.filter(failures=4).update(failures=30)
    assert "newsclip remove" in wrong(work.followed())["source"]
    assert "network" not in found
    Source.objects.update(failures=4, outcome="name_unknown")
    assert "DNS" in wrong(work.followed())["network"]


def test_work_that_piles_up(site, monkeypatch):
    monkeypatch.setattr(work, "_WAITING", 0)
    Clip.objects.update(indexed_version=0)
    found = wrong(work.published())
    assert "newsclip start worker" in found["search"]
    assert "newsclip start worker" in found["worker"]


def test_words_that_were_changed_behind_its_back(site):
    Revision.objects.update(text="Something else.")
    assert site.slug in wrong(work.published())["evidence"]


def test_a_document_that_is_none(site):
    Clip.objects.update(document={"headline": "?"})
    assert site.slug in wrong(work.published())["evidence"]


def test_pictures_that_are_gone(site, home):
    Picture.objects.create(url="https://x.example/1.jpg", code="read", name="gone.webp")
    assert (
        "Put the pictures of the backup there" in wrong(work.pictures(FolderPictureStore(home / "media")))["pictures"]
    )


def test_a_key_that_was_made_anew_or_is_another_machines(site, client, settings):
    client.force_login(Reader.objects.get(username="ada"), "allauth.account.auth_backends.AuthenticationBackend")
    assert wrong(work.signed()) == {}
    settings.SECRET_KEY = "another key, of another machine or made after the first was lost"
    assert "secret-key" in wrong(work.signed())["key"]


def test_nobody_keeps_the_site_and_flags_wait(site):
    Reader.objects.update(is_staff=False)
    Flag.objects.create(
        reader=Reader.objects.first(), kind="story", key="1", reason="held", at=clock.now() - timedelta(days=9)
    )
    found = wrong(work.people())
    assert "newsclip user" in found["staff"]
    assert "/moderation/queue" in found["flags"]
