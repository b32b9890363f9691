from datetime import timedelta

import pytest
from django.db import DatabaseError, OperationalError, ProgrammingError

from newsclip.cli import sources
from newsclip.clock import now
from newsclip.pipeline import list_sources
from newsclip.server import migrating, setup
from newsclip.sources.models import Publisher, Source

pytestmark = pytest.mark.django_db


def test_the_history_of_a_source_tells_each_look_in_words():
    publisher = Publisher.objects.create(domain="a.example", name="A")
    url = "https://a.example/feed"
    source = Source.objects.create(url=url, publisher=publisher, added_at=now(), due_at=now(), kind="feed")
    source.looks.create(at=now() - timedelta(hours=1), code="timeout")
    source.looks.create(at=now(), code="looked", shown=9, new=2)
    assert [row["message"] for row in list_sources.history(url)] == [
        "The source was read.",
        "The website did not answer in time.",
    ]
    assert list_sources.history("https://b.example/") == []
    assert list_sources.listing()[0]["told_by_hub"] == ""


def test_a_source_that_is_followed_no_more_is_listed_as_such(capsys):
    publisher = Publisher.objects.create(domain="a.example", name="A")
    known = {"publisher": publisher, "kind": "feed", "outcome": "looked", "added_at": now(), "due_at": now()}
    for state in ("active", "paused"):
        Source.objects.create(url=f"https://a.example/{state}", state=state, **known)
    sources.sources()
    lines = {line.split()[2]: line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert lines == {"https://a.example/active": "looked", "https://a.example/paused": "paused"}


@pytest.mark.parametrize("error", [OperationalError, ProgrammingError])
def test_what_only_reads_never_changes_the_tables(monkeypatch, error):
    """What is wrong with them is looked at, and said; where nothing is, the answer is asked for once more."""
    looked, asked = [], []
    monkeypatch.setattr(setup, "prepare", lambda: pytest.fail("prepared"))
    monkeypatch.setattr(migrating, "prepare_tables", lambda *, migrates: looked.append(migrates))

    def ask() -> str:
        asked.append(1)
        if len(asked) == 1:
            raise error("no such column: sources_publisher.taken_down")
        return "answer"

    assert setup.read(ask) == "answer"
    assert looked == [False]


def test_a_file_that_is_no_database_is_not_prepared(monkeypatch):
    monkeypatch.setattr(setup, "prepare", lambda: pytest.fail("prepared"))

    def ask() -> str:
        raise DatabaseError("file is not a database")

    with pytest.raises(DatabaseError):
        setup.read(ask)
