"""Between the web server and the site: bodies first, kept pages at once, and what WSGI wants to know."""

import asyncio
import json
from types import SimpleNamespace

import pytest

from newsclip.web.caching.page_cache import PageCache
from newsclip.web.serving.load_shedding import Shedding
from newsclip.web.serving.request_bodies import Bodies
from newsclip.web.serving.rsgi import RsgiApplication, environ_of
from newsclip.web.tests.skipping import run


class Headers:
    def __init__(self, *pairs):
        self.pairs = pairs

    def items(self):
        return list(self.pairs)


def asked(method="GET", path="/", *headers, client="192.0.2.1:4711"):
    return SimpleNamespace(
        http_version="1.1", server="127.0.0.1:8000", client=client, scheme="http", method=method, path=path,
        query_string="a=1", authority=None, headers=Headers(*headers),
    )  # fmt: skip


class Transport:
    """As granian's: one iterator over the body alone; the answer is told once."""

    def __init__(self, *pieces, wait=0.0):
        self.pieces, self.wait, self.taken, self.answers = list(pieces), wait, 0, []

    def __aiter__(self):
        assert not self.taken, "granian gives the body once"
        self.taken = 1
        return self

    async def __anext__(self):
        await asyncio.sleep(self.wait)
        if not self.pieces:
            raise StopAsyncIteration
        return self.pieces.pop(0)

    def response_bytes(self, status, headers, body):
        self.answers.append((status, dict(headers), body))

    def response_file(self, status, headers, file):
        self.answers.append((status, dict(headers), file))


class Site:
    """Tells back what was sent; counts how often it was asked."""

    def __init__(self, archives=None, observe=lambda exchange: None):
        self.times = 0
        cache = PageCache(self.answer, clock=lambda: 1000.5)
        self.application = RsgiApplication(Shedding(cache), cache, Bodies(), archives=archives, observe=observe)

    def answer(self, environ, start_response):
        self.times += 1
        body = environ["wsgi.input"].read() or environ["PATH_INFO"].encode("latin-1")
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body] if environ["REQUEST_METHOD"] != "HEAD" else []

    def ask(self, scope, transport):
        run(self.application.__rsgi__(scope, transport))
        assert len(transport.answers) == 1
        return transport.answers[0]


@pytest.fixture
def site():
    return Site()


def test_what_is_sent_reaches_the_site_whole(site):
    scope = asked("POST", "/vote", ("content-length", "4"))
    assert site.ask(scope, Transport(b"st", b"ar", b""))[2] == b"star"
    chunked = asked("POST", "/vote", ("transfer-encoding", "chunked"))
    assert site.ask(chunked, Transport(b"st", b"ar", b""))[2] == b"star"


@pytest.mark.parametrize(
    ("length", "pieces", "wait", "status", "words"),
    [
        ("9999999999", [b"x"] * 9, 1, 413, "2.5 MiB"),
        ("1000", [b"x"] * 1000, 10, 408, "took so long"),
        ("4", [b"st", b"", b""], 0, 400, "cut off"),
    ],
)
def test_what_cannot_be_taken_costs_the_site_nothing_and_is_told_what_to_do(site, length, pieces, wait, status, words):
    answer = site.ask(asked("POST", "/vote", ("content-length", length)), Transport(*pieces, wait=wait))
    assert (answer[0], answer[1]["Connection"], site.times) == (status, "close", 0)
    assert words in answer[2].decode()
    assert "Nothing was changed" in answer[2].decode()


def test_a_program_is_told_in_its_own_form(site):
    answer = site.ask(asked("PATCH", "/api/me", ("content-length", "9999999999")), Transport())
    assert answer[1]["Content-Type"] == "application/json"
    assert json.loads(answer[2])["error"]["code"] == "too_large"


def test_a_refusal_is_told_in_the_readers_language(site):
    scope = asked("POST", "/vote", ("content-length", "4"), ("accept-language", "de"))
    assert "Nichts wurde geändert" in site.ask(scope, Transport(b"s", b"", b""))[2].decode()


def test_what_a_browser_still_sends_is_taken_in_for_a_while_so_that_it_reads_the_answer(site):
    late = Transport(*[b"x" * 65536] * 100_000, wait=0.01)
    site.ask(asked("POST", "/vote", ("content-length", "9999999999")), late)
    assert 100 < 100_000 - len(late.pieces) < 1000
    waits = Transport(b"x", wait=10)
    site.ask(asked("POST", "/vote", ("content-length", "9999999999"), ("expect", "100-continue")), waits)
    assert waits.pieces == [b"x"]


def test_a_kept_page_asks_neither_the_site_nor_for_its_body(site):
    for _ in range(3):
        assert site.ask(asked("GET", "/about"), Transport())[2] == b"/about"
    assert site.ask(asked("GET", "/about", ("content-length", "5")), Transport(b"x" * 5))[2] == b"/about"
    assert site.ask(asked("HEAD", "/about"), Transport())[::2] == (200, b"")
    assert site.times == 1


def test_an_archive_is_sent_from_disk_so_that_slow_readers_of_it_hold_no_memory(tmp_path):
    file, seen = tmp_path / "source.tar.gz", []
    site = Site({"/static/source.tar.gz": file}, seen.append)
    assert site.ask(asked("GET", "/static/source.tar.gz"), Transport())[2] == b"/static/source.tar.gz"  # not made yet
    file.write_bytes(b"x" * 5000)
    status, headers, sent = site.ask(asked("GET", "/static/source.tar.gz"), Transport())
    assert (status, headers["Content-Length"], headers["Content-Type"]) == (200, "5000", "application/gzip")
    assert sent == str(file)
    assert site.ask(asked("HEAD", "/static/source.tar.gz"), Transport()) == (status, headers, b"")
    assert (site.times, [one.status for one in seen]) == (1, [200] * 3)


def test_wsgi_is_told_what_was_asked():
    environ = environ_of(asked("GET", "/tag/Möwe", ("host", "localhost"), ("accept", "a"), ("accept", "b")))
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/tag/Möwe"
    assert (environ["QUERY_STRING"], environ["HTTP_HOST"], environ["HTTP_ACCEPT"]) == ("a=1", "localhost", "a,b")
    assert (environ["REMOTE_ADDR"], environ["SERVER_PORT"]) == ("192.0.2.1", "8000")
    assert environ_of(asked(client="[2001:db8::1]:99"))["REMOTE_ADDR"] == "2001:db8::1"


def test_no_header_stands_for_another_by_its_underscore():
    environ = environ_of(asked("GET", "/", ("x_forwarded_for", "203.0.113.9"), ("x-forwarded-for", "198.51.100.7")))
    assert environ["HTTP_X_FORWARDED_FOR"] == "198.51.100.7"


def test_the_servers_own_surroundings_are_not_told_to_pages():
    assert not [name for name in environ_of(asked()) if name.startswith("NEWSCLIP")]
