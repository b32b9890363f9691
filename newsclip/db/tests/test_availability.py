"""A database that is away is told once, and is no fault of whoever asks it."""

import logging
from collections import deque
from threading import Event

import pytest
import structlog
from django.core.signals import got_request_exception
from django.db import DatabaseError, OperationalError, connection
from django.db.utils import ConnectionHandler

from newsclip.db import availability
from newsclip.db.availability import Outage, if_there_is_room
from newsclip.health.metrics import Tables
from newsclip.pipeline.ports import Outcome
from newsclip.server import logs
from newsclip.worker.dispatching import Feeder
from newsclip.worker.loop import turn

pytestmark = pytest.mark.django_db


class Database:
    """SQLite in a folder that may be missing: then there is no database."""

    def __init__(self, folder):
        self.folder = folder
        settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "a.sqlite3"}
        self.connection = ConnectionHandler({"default": settings})["default"]
        self.outage = Outage(self.connection)

    def ask(self, *_):
        """A step that asks it."""
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        yield Outcome("asking", "x", "read")

    def turn(self, *steps):
        with structlog.testing.capture_logs() as told:
            turn(None, lambda: None, Event(), steps or [self.ask, self.ask], self.outage)
        return [line for line in told if line["log_level"] != "debug"]  # not the steps

    def comes_back(self):
        self.folder.mkdir()


@pytest.fixture
def database(tmp_path):
    found = Database(tmp_path / "later")
    yield found
    found.connection.close()


def test_a_worker_tells_once_that_the_database_is_away_and_once_that_it_is_back(database):
    away = [line for _ in range(3) for line in database.turn()]
    database.comes_back()
    assert [line["event"] for line in away + database.turn() + database.turn()] == ["database_away", "database_back"]
    assert "unable to open" in away[0]["error"]
    assert away[0]["remedy"]


def test_it_is_told_again_when_it_goes_away_again(database):
    database.turn()
    database.comes_back()
    database.turn()
    database.connection.close()
    (database.folder / "a.sqlite3").unlink()
    database.folder.rmdir()
    assert [line["event"] for line in database.turn()] == ["database_away"]


def test_what_is_wrong_while_the_database_answers_stays_loud(database):
    def locked(*_):
        yield from database.ask()
        raise OperationalError("database is locked")

    database.comes_back()
    [line] = database.turn(locked)
    assert (line["event"], line["log_level"]) == ("step_failed", "error")


def test_another_fault_stays_loud_while_the_database_is_away(database):
    def breaks(*_):
        raise ValueError("a bug")
        yield

    assert [line["event"] for line in database.turn(database.ask, breaks)] == ["database_away", "step_failed"]


class QueueAndDatabase:
    """A queue, and a step that asks the database what there is to do."""

    __name__, share = "asking", 1

    def __init__(self, database):
        self.database = database

    def waiting(self):
        return 0

    def claim(self, now, limit):
        list(self.database.ask())
        return []


def test_who_feeds_the_queue_is_as_calm(database):
    both = QueueAndDatabase(database)
    feeder = Feeder(both, database=database.outage)

    def feed():
        with structlog.testing.capture_logs() as told:
            feeder.feed(deque([both]), lambda: None)
        return [line["event"] for line in told]

    assert feed() + feed() == ["database_away"]
    database.comes_back()
    assert feed() + feed() == ["database_back"]


def test_pages_leave_no_traceback_of_it_in_the_log(database):
    def is_told(error):
        record = logging.makeLogRecord({"msg": "Service Unavailable: /", "exc_info": (type(error), error, None)})
        return logs.is_told(record, database.outage)

    with structlog.testing.capture_logs() as told:
        with pytest.raises(OperationalError) as found:
            list(database.ask())
        assert not is_told(found.value)
        assert not is_told(found.value)
        assert is_told(ValueError("a bug"))
    assert [line["event"] for line in told] == ["database_away"]


def test_prometheus_is_told_so(database):
    def figures():
        list(database.ask())
        yield from ()

    with structlog.testing.capture_logs() as told:
        [up] = Tables(figures, database.outage).collect()
    assert (up.name, [sample.value for sample in up.samples]) == ("newsclip_database_up", [0])
    assert [line["event"] for line in told] == ["database_away"]
    database.comes_back()
    with structlog.testing.capture_logs():
        [up] = Tables(figures, database.outage).collect()
    assert [sample.value for sample in up.samples] == [1]


def test_a_name_that_is_not_the_sites_is_logged_with_what_to_set():
    said = "Invalid HTTP_HOST header: 'evil.example'. You may need to add 'evil.example' to ALLOWED_HOSTS."
    told = {"name": "django.security.DisallowedHost", "msg": said}
    record = logging.makeLogRecord(told)
    assert logs.is_told(record)
    assert record.getMessage().startswith("Invalid HTTP_HOST header: 'evil.example'. The site answers at ")
    assert "set NEWSCLIP_SITE_URL" in record.getMessage()
    assert "ALLOWED_HOSTS" not in record.getMessage()


def test_a_spoilt_page_is_told_once_with_what_to_do(database):
    database.comes_back()

    def meets_it(*_):
        raise DatabaseError("database disk image is malformed")
        yield

    told = [line for _ in range(3) for line in database.turn(meets_it, database.ask, meets_it)]
    assert [(line["event"], line["error"]) for line in told] == [("database_away", "database disk image is malformed")]
    assert "newsclip restore" in told[0]["remedy"]
    assert database.outage.is_damaged


@pytest.mark.parametrize("error", [DatabaseError("near SELECT: syntax error"), ValueError("malformed"), None])
def test_another_fault_is_no_damage(database, error):
    assert not database.outage.is_damage(error)
    assert not database.outage.is_damaged


def test_a_page_that_met_it_makes_the_site_unready(client, monkeypatch):
    monkeypatch.setattr(availability, "HERE", Outage(connection))
    assert client.get("/readyz").status_code == 200

    def meets_it():
        raise DatabaseError("database disk image is malformed")

    try:
        meets_it()
    except DatabaseError:
        got_request_exception.send(sender=None, request=None)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"database: It is damaged.\n")


class FullDisk(Exception):
    """As PostgreSQL's driver says it, in whatever language the server speaks."""

    sqlstate = "53100"


@pytest.mark.parametrize(
    ("says", "cause"),
    [
        ("database or disk is full", None),
        ('could not extend file "base/5/16": No space left on device', None),
        ("konnte Datei »base/5/16« nicht erweitern", FullDisk()),
    ],
)
def test_a_full_disk_is_told_once_with_what_to_do(database, says, cause):
    database.comes_back()

    def finds_no_room(*_):
        raise OperationalError(says) from cause
        yield

    told = [line for _ in range(3) for line in database.turn(finds_no_room, database.ask, finds_no_room)]
    assert [(line["event"], line["error"]) for line in told] == [("database_full", says)]
    assert "Make room" in told[0]["remedy"]
    assert database.outage.has_no_room
    assert not database.outage.is_damaged


def test_what_is_not_needed_is_left_undone_on_a_full_disk_and_no_other_fault_is_hidden():
    with if_there_is_room():
        raise OperationalError("database or disk is full")
    with pytest.raises(OperationalError), if_there_is_room():
        raise OperationalError("database is locked")
