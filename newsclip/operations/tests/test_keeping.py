import os
import sqlite3
from contextlib import closing

import pytest

from newsclip.accounts.models import Reader
from newsclip.operations import keeping
from newsclip.operations.keeping import NotDone

pytestmark = pytest.mark.skipif(keeping.connection.vendor != "sqlite", reason="PostgreSQL has its own tools")


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
    keeping.backup(tmp_path / "copy.tar.gz", home)
    other = tmp_path / "other"
    keeping.restore(tmp_path / "copy.tar.gz", other)
    with closing(sqlite3.connect(other / "newsclip.sqlite3")) as database:
        assert database.execute("SELECT word FROM kept").fetchall() == [("harbour",)]
    assert (other / "media" / "picture.webp").read_bytes() == b"picture"


@pytest.mark.django_db
def test_a_backup_is_never_put_over_data(home, tmp_path):
    keeping.backup(tmp_path / "copy.tar.gz", home)
    with pytest.raises(NotDone, match="holds data already"):
        keeping.restore(tmp_path / "copy.tar.gz", home)


@pytest.mark.django_db
def test_a_file_that_is_no_backup_is_refused(home, tmp_path):
    (tmp_path / "text").write_text("not a tar")
    with pytest.raises(NotDone, match="cannot be read"):
        keeping.restore(tmp_path / "text", tmp_path / "empty")


@pytest.mark.django_db
@pytest.mark.parametrize("end", [-200, 60])
def test_a_backup_that_was_cut_off_is_refused_whole(home, tmp_path, end):
    (home / "media" / "picture.webp").write_bytes(os.urandom(20_000))
    keeping.backup(tmp_path / "copy.tar.gz", home)
    (tmp_path / "cut.tar.gz").write_bytes((tmp_path / "copy.tar.gz").read_bytes()[:end])
    with pytest.raises(NotDone, match="cannot be read"):
        keeping.restore(tmp_path / "cut.tar.gz", tmp_path / "empty")
    assert not (tmp_path / "empty" / "newsclip.sqlite3").exists()


@pytest.mark.django_db
def test_a_weak_password_is_refused_with_the_reason():
    with pytest.raises(NotDone, match="too short"):
        keeping.make_user("ada", "short", staff=False)


@pytest.mark.django_db
def test_staff_may_see_the_staff_pages():
    keeping.make_user("ada", "a long and quiet phrase", staff=True)
    assert Reader.objects.get(username="ada").is_staff


@pytest.mark.django_db
def test_another_password_takes_no_rights_away():
    keeping.make_user("ada", "a long and quiet phrase", staff=True)
    keeping.make_user("ada", "another long and quiet phrase", staff=False)
    assert Reader.objects.get(username="ada").is_staff
