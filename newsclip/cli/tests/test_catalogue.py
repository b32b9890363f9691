"""`newsclip catalogue` checks a file, lists what it offers, and follows it."""

from pathlib import Path

import pytest
import typer

from newsclip.cli import catalogue
from newsclip.demo import run
from newsclip.kernel import environment
from newsclip.sources.models import Source
from newsclip.sources.rules.catalogue import read_catalogue
from newsclip.sources.tests.test_catalogue import GAZETTE
from newsclip.terminal import NO, UNREADABLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(catalogue, "prepare_to_write", lambda: None)
    made = tmp_path / "catalogue.toml"
    made.write_text(GAZETTE)
    return made


def ends(*given, **more) -> int:
    with pytest.raises(typer.Exit) as ended:
        catalogue.catalogue(*given, **more)
    return ended.value.exit_code


def test_it_lists_by_country_and_follows_nothing(file, capsys):
    catalogue.catalogue(file, country="SE")
    out = capsys.readouterr().out
    assert "https://gazette.example/feed.xml" in out
    assert "quill" not in out
    assert not Source.objects.exists()


def test_it_follows_what_was_chosen(file, capsys):
    catalogue.catalogue(file, category="Culture", follow=True)
    assert Source.objects.get().url == "https://quill.example/news.xml"
    assert "added" in capsys.readouterr().out


def test_a_bad_entry_is_named_and_ends_with_unreadable(file, capsys):
    file.write_text(GAZETTE + "[[source]]\nurl = 'ftp://a.example/'\n")
    assert ends(file) == UNREADABLE
    told = capsys.readouterr()
    assert "Entry 3 ftp://a.example/: Only http and https addresses can be read." in told.err
    assert "gazette.example" in told.out


@pytest.mark.parametrize("text", ["no toml", "x = 1\n" * 400_000])
def test_a_file_that_is_none_or_too_large_is_refused(file, capsys, text):
    file.write_text(text)
    assert ends(file) == UNREADABLE
    assert "This file is no catalogue of sources." in capsys.readouterr().err


def test_where_nothing_is_offered_it_says_what_to_do(file, capsys):
    assert ends(file, country="DE") == NO
    assert "docs/reference/catalogue.md" in capsys.readouterr().err


def test_the_demos_catalogue_is_a_good_one():
    shipped = Path(run.__file__).with_name("catalogue.toml")
    found = read_catalogue(shipped.read_text().replace("PORT", "8070"))
    assert found.problems == ()
    assert len(found.entries) >= 8


def test_a_catalogue_that_is_not_there_is_said_when_settings_are_read():
    with pytest.raises(SystemExit, match="NEWSCLIP_CATALOGUE must be a file that can be read"):
        environment.file({"NEWSCLIP_CATALOGUE": "/nowhere/catalogue.toml"}, "NEWSCLIP_CATALOGUE")
