"""A real server, bare, and people who hold its doors: others' votes go on, and what is refused is refused at once."""

import http.client
import json
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from statistics import quantiles
from urllib.parse import urlencode

import pytest

from benchmarks import senders
from benchmarks.ports import free_port
from tests.integration.installation import installation, run, running

pytestmark = [pytest.mark.integration, pytest.mark.once]
PATIENCE = 600.0
VOTES = 20
TIMES = 100  # what the slowest vote takes without them, 10 to 200 ms; whoever waits for them to end waits half a minute
TOKEN = "t" * 32
SOME = """
import json
from django.test import Client
from newsclip.server.setup import ready
ready()
from django.utils import timezone
from newsclip.accounts.models import Reader
from newsclip.web.accounts.session_store import cookie_of
from newsclip.web.tests import factories
told = factories.ferry(at=timezone.now() - timezone.timedelta(hours=1), picture=False)
browser, reader = Client(), Reader.objects.create_user("ilse")
Reader.objects.update(date_joined=timezone.now() - timezone.timedelta(days=99))
browser.force_login(reader, "allauth.account.auth_backends.AuthenticationBackend")
print(json.dumps({"story": told.story_id, "session": cookie_of(browser.cookies["sessionid"].value)}))
"""


@dataclass
class Site:
    port: int
    story: int
    session: str

    def vote(self) -> float:
        """Seconds until it is counted."""
        form = {"Content-Type": "application/x-www-form-urlencoded", "Host": "localhost", "X-CSRFToken": TOKEN}
        began = time.monotonic()
        told = form | {"Cookie": f"sessionid={self.session}; csrftoken={TOKEN}"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as line:
            line.request("POST", f"/s/{self.story}/vote", urlencode({"on": "1"}), told)
            assert line.getresponse().status == 302
        return time.monotonic() - began

    def said(self, question: str, *, end: bool = False) -> str:
        """What is answered first."""
        with socket.create_connection(("127.0.0.1", self.port), 30) as line:
            line.sendall(question.encode())
            if end:
                line.shutdown(socket.SHUT_WR)
            return line.recv(100).decode().partition("\r")[0]

    def answers(self) -> bool:
        with suppress(OSError), closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as line:
            line.request("GET", "/healthz", headers={"Host": "localhost"})
            return line.getresponse().status == 200
        return False


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    home = tmp_path_factory.mktemp("held")
    with installation(home) as surroundings:
        site = Site(free_port(), **json.loads(run(SOME, surroundings).splitlines()[-1]))
        command = [sys.executable, "-m", "newsclip", "start", "web", "--port", str(site.port)]
        with running([command], [surroundings], home / "log"):
            give_up = time.monotonic() + PATIENCE
            while not site.answers():
                assert time.monotonic() < give_up, (home / "log").read_text()[-3000:]
            yield site


@pytest.mark.parametrize(
    ("number", "send"),
    [
        (50, senders.dribbles_a_body),
        (300, senders.dribbles_a_body),
        (200, senders.dribbles_headers),
        (200, senders.says_nothing),
        (100, senders.takes_nothing),
    ],
)
def test_whoever_sends_or_takes_slowly_keeps_nobody_from_voting(site, number, send):
    usual = max(site.vote() for _ in range(VOTES))
    with senders.senders(site.port, number, send):
        p95 = quantiles([site.vote() for _ in range(VOTES)], n=20)[-1]
    assert p95 <= TIMES * usual


def test_a_length_over_the_bound_is_refused_while_nothing_was_sent(site):
    question = "POST /submit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n"
    assert site.said(question).startswith("HTTP/1.1 413")


def test_a_body_that_is_cut_off_is_refused_and_not_taken_for_whole(site):
    question = "POST /submit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nurl=http"
    assert site.said(question, end=True).startswith("HTTP/1.1 400")


def test_chunks_without_end_are_refused_at_the_bound(site):
    with socket.create_connection(("127.0.0.1", site.port), 30) as line:
        line.sendall(b"POST /submit HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(5):
            line.sendall(b"80000\r\n" + b"x" * 0x80000 + b"\r\n")
        line.sendall(b"80000\r\n" + b"x" * 0x80000 + b"\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_http_2_with_its_many_streams_is_not_spoken_without_a_server_in_front(site):
    assert site.said("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == ""


def test_two_lengths_are_no_question(site):
    question = "POST /submit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"
    assert site.said(question).startswith("HTTP/1.1 400")


def test_what_follows_a_refused_body_is_no_second_question(site):
    length = "Content-Length: 9000000"
    question = (
        f"POST /submit HTTP/1.1\r\nHost: localhost\r\n{length}\r\n\r\nGET /moderation HTTP/1.1\r\nHost: x\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", site.port), 30) as line:
        line.sendall(question.encode())
        line.shutdown(socket.SHUT_WR)
        said = b"".join(iter(lambda: line.recv(65536), b""))
    assert said.count(b"HTTP/1.1") == 1
    assert said.startswith(b"HTTP/1.1 413")
