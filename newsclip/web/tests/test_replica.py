"""Which database answers whom."""

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import RequestFactory

from newsclip.clips.models import Clip
from newsclip.web.caching import replica

ask = RequestFactory()


def answered_by(request) -> str:
    return replica.reads(lambda _: HttpResponse(replica.Router().db_for_read(Clip)))(request).content.decode()


class Current:
    """A replica that answers and is as new as the primary."""

    dies = False

    def is_current(self) -> bool:
        return True

    def has_died(self) -> bool:
        return self.dies


class Dying(Current):
    dies = True


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
    answer = replica.reads(lambda _: HttpResponse(router.db_for_write(Clip)))(ask.get("/"))
    assert answer.content == b"default"
    assert (router.allow_migrate("replica", "clips"), router.allow_migrate("default", "clips")) == (False, True)


def pages(asked: list[str]):
    """Notes who is asked for a page; the replica cannot give it."""

    def page(_) -> HttpResponse:
        asked.append(replica.Router().db_for_read(Clip))
        return HttpResponse(status=503 if asked[-1] == "replica" else 200)

    return page


def test_a_page_that_a_dying_replica_owes_is_asked_of_the_primary(followed, monkeypatch):
    monkeypatch.setattr(replica, "HERE", Dying())
    asked: list[str] = []
    assert replica.reads(pages(asked))(ask.get("/")).status_code == 200
    assert asked == ["replica", "default"]


def test_a_page_that_cannot_be_given_for_another_reason_is_asked_for_once(followed):
    asked: list[str] = []
    assert replica.reads(pages(asked))(ask.get("/")).status_code == 503
    assert asked == ["replica"]
