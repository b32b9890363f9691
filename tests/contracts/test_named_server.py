"""The way to the one server that an operator named, held against a server that misbehaves on command."""

import time

import pytest

from newsclip.adapters.egress import make_post
from newsclip.kernel.fetching import Failure, Page
from newsclip.kernel.reasons import Refused
from tests.loopback import reply, serving


@pytest.fixture
def server():
    with serving() as server:
        yield server


def post_to(server, path="/v1", **more):
    wishes = {"user_agent": "Newsclip/0.1", "seconds": 0.5, "limit": 1000} | more
    return make_post(url=server.url(path), **wishes)


def test_a_named_server_is_asked_on_this_machine_without_any_port_being_opened(server):
    server.answers["/v1/chat"] = reply(200, b"{}")
    answer = post_to(server)("chat", b"hello", {"X-Test": "1"})
    assert isinstance(answer, Page)
    assert (server.requests[0].headers["x-test"], server.requests[0].headers["content-length"]) == ("1", "5")


@pytest.mark.parametrize("path", ["//press.example/", "http://press.example/", "/../../x"])
def test_no_path_leads_to_another_server(server, path):
    answer = post_to(server)(path, b"", {})
    assert isinstance(answer, Failure)
    assert all(request.headers["host"] == f"localhost:{server.port}" for request in server.requests)


def test_a_redirect_is_not_followed(server):
    server.answers["/v1/chat"] = reply(307, location="http://169.254.169.254/latest/")
    assert post_to(server)("chat", b"", {}).code == "bad_answer"
    assert len(server.requests) == 1


@pytest.mark.slow
def test_a_server_that_stalls_or_says_too_much_is_given_up(server):
    server.answers["/v1/slow"] = lambda connection: time.sleep(1)
    server.answers["/v1/huge"] = reply(200, b"x" * 2000)
    assert post_to(server)("slow", b"", {}).code in ("timeout", "bad_answer")
    assert post_to(server)("huge", b"", {}).code == "too_large"


def test_a_server_that_is_busy_says_for_how_long(server):
    server.answers["/v1/chat"] = reply(429, retry_after="7")
    answer = post_to(server)("chat", b"", {})
    assert (answer.code, answer.wait) == ("busy", 7)


def test_an_address_with_a_password_is_refused():
    with pytest.raises(Refused) as refused:
        make_post(url="http://a:b@localhost/", user_agent="Newsclip/0.1", seconds=1, limit=1)
    assert refused.value.code == "credentials_refused"
