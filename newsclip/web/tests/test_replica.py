"""Which database answers whom."""

import pytest
from django.db import connections
from django.test import RequestFactory

from newsclip.clips.models import Clip
from newsclip.web import replica

ask = RequestFactory()


def answered_by(request, router) -> str:
    return replica.reads(lambda _: router.db_for_read(Clip))(request)


@pytest.fixture
def router(tmp_path):
    """As with a replica, here an empty file of SQLite."""
    file = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "replica.sqlite3", "OPTIONS": {}}
    connections.settings["replica"] = connections.settings["default"] | file
    yield replica.Router()
    connections["replica"].close()
    del connections["replica"], connections.settings["replica"]


@pytest.mark.django_db(databases=["default"])
def test_without_a_replica_the_primary_answers_everybody():
    assert answered_by(ask.get("/"), replica.Router()) == "default"


def with_cookie(request):
    request.COOKIES["sessionid"] = "x"
    return request


@pytest.mark.parametrize(
    ("request_", "by"),
    [
        (ask.get("/"), "replica"),
        (ask.head("/"), "replica"),
        (ask.post("/submit"), "default"),
        (with_cookie(ask.get("/")), "default"),
        (ask.get("/api/1/me", headers={"Authorization": "Bearer x"}), "default"),
    ],
)
def test_only_what_is_the_same_for_all_is_read_from_the_replica(router, django_db_blocker, request_, by):
    with django_db_blocker.unblock():
        assert answered_by(request_, router) == by


def test_after_the_answer_nobody_reads_the_replica(router, django_db_blocker):
    with django_db_blocker.unblock():
        answered_by(ask.get("/"), router)
        assert router.db_for_read(Clip) == "default"


def test_all_writing_and_every_table_is_the_primarys(router):
    assert replica.reads(lambda _: router.db_for_write(Clip))(ask.get("/")) == "default"
    assert (router.allow_migrate("replica", "clips"), router.allow_migrate("default", "clips")) == (False, True)


def test_while_the_replica_is_away_the_primary_answers(router, django_db_blocker, tmp_path):
    connections.settings["replica"]["NAME"] = tmp_path / "no" / "such" / "folder"
    with django_db_blocker.unblock():
        assert answered_by(ask.get("/"), router) == "default"
