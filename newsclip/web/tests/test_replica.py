"""Which database answers whom."""

import pytest
from django.db import connections
from django.test import RequestFactory

from newsclip.clips.models import Clip
from newsclip.web.caching import replica

ask = RequestFactory()


def answered_by(request) -> str:
    return replica.reads(lambda _: replica.Router().db_for_read(Clip))(request)


class Current:
    """A replica that answers and is as new as the primary."""

    def is_current(self) -> bool:
        return True


@pytest.fixture
def followed(monkeypatch):
    monkeypatch.setitem(connections.settings, "replica", connections.settings["default"])
    monkeypatch.setattr(replica, "HERE", Current())


def test_without_a_replica_the_primary_answers_everybody():
    assert answered_by(ask.get("/")) == "default"


def with_cookie(request):
    request.COOKIES["sessionid"] = "x"
    return request


@pytest.mark.parametrize(
    ("request_", "by"),
    [
        (ask.get("/"), "replica"),
        (ask.head("/"), "replica"),
        (ask.get("/search?q=ferry"), "replica"),
        (ask.post("/submit"), "default"),
        (with_cookie(ask.get("/")), "default"),
        (ask.get("/api/1/me", headers={"Authorization": "Bearer x"}), "default"),
        # made a moment ago for whom it is sent to: the replica may not know it yet
        (ask.get("/websub/token"), "default"),
        (ask.get("/accounts/password/reset/key/1-set-password/"), "default"),
        (ask.get("/mail/stop/token"), "default"),
    ],
)
def test_only_what_is_the_same_for_all_is_read_from_the_replica(followed, request_, by):
    assert answered_by(request_) == by


def test_after_the_answer_nobody_reads_the_replica(followed):
    answered_by(ask.get("/"))
    assert replica.Router().db_for_read(Clip) == "default"


def test_all_writing_and_every_table_is_the_primarys(followed):
    router = replica.Router()
    assert replica.reads(lambda _: router.db_for_write(Clip))(ask.get("/")) == "default"
    assert (router.allow_migrate("replica", "clips"), router.allow_migrate("default", "clips")) == (False, True)
