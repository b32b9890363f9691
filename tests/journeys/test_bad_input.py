"""Whatever a publisher serves gets a named code and a sentence, and the rest goes on."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client

from benchmarks.new_tables import lay_out
from newsclip import clock, wiring
from newsclip.accounts.models import Reader
from newsclip.adapters.egress import make_fetch
from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.embedded.picture_process import PictureProcess
from newsclip.adapters.embedded.picture_store import FolderPictureStore
from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.articles import actions as articles
from newsclip.articles.models import Article
from newsclip.kernel.reasons import Refused, explain
from newsclip.pipeline.journey import until_idle
from newsclip.sources import actions as sources
from newsclip.wiring import Tools
from tests.loopback import Loopback, reply, serving

pytestmark = [pytest.mark.django_db, pytest.mark.integration, pytest.mark.once]
HTML = "text/html; charset=utf-8"
STORY = "".join(
    f"<p>The ferry of Port Alder sailed again on day {n} after the pilots and the harbour board agreed on "
    f"{n + 2} crews, and {n * 7 + 11} passengers were aboard when it left the quay.</p>"
    for n in range(1, 9)
)
PAGE = f"<!doctype html><title>Ferry sails</title><article><h1>Ferry sails</h1>{STORY}</article>".encode()


def feed(*items: str) -> bytes:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>Alder Post</title>{listed}</channel></rss>'.encode()


def endless(connection) -> None:
    """300 MB, if anybody reads that far."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 314572800\r\n\r\n")
    for _ in range(300):
        connection.sendall(b"<p>more and more</p>" * 52429)


def silent(connection) -> None:
    connection.recv(1)


@dataclass
class Site:
    server: Loopback
    tools: Tools

    def follow(self, url: str) -> str:
        """The code of adding this address."""
        try:
            results = sources.add(url, fetch=self.tools.fetch, now=clock.now())
        except Refused as refused:
            return refused.code
        for result in results:
            articles.admit(sources.submission(clock.now()), result.entries, now=clock.now())
        return results[0].code

    def go(self) -> dict[str, str]:
        """Take the journey; the last code of every address."""
        return {outcome.subject: outcome.code for outcome in until_idle(self.tools, clock.now)}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving() as server:
        bounds = Bounds(silence=0.4, total=4.0)
        fetch = make_fetch(user_agent="Test", loopback_ports=frozenset({server.port}), bounds=bounds)
        pictures = FolderPictureStore(tmp_path)
        indexes = wiring.search_index(), wiring.vector_index()
        rules = wiring.text_rules()
        text = rules.extract, rules.approve, rules.try_grouping
        tools = Tools(fetch, PictureProcess().encode, pictures, MemoryStoryIndex(), wiring.writer(), *indexes, *text)
        yield Site(server, tools)


BAD_ADDRESSES = {
    "not an address": "not_a_url",
    "ftp://port-alder.example/feed": "scheme_refused",
    "http://ada:secret@port-alder.example/": "credentials_refused",
    "http://10.0.0.1/feed.xml": "address_not_public",
    "http://[::1]/": "address_not_public",
    "http://port-alder.example:22/": "port_refused",
}


@pytest.mark.parametrize(("address", "code"), BAD_ADDRESSES.items())
def test_a_bad_address_is_refused_by_name(site, address, code):
    assert site.follow(address) == code


def test_the_command_line_says_the_cause_and_the_remedy(tmp_path):
    lay_out(tmp_path)
    command = [sys.executable, "-m", "newsclip", "add", "http://10.0.0.1/", "--json"]
    ran = subprocess.run(command, check=False, env={"NEWSCLIP_HOME": str(tmp_path)}, capture_output=True, text=True)
    said = json.loads(ran.stdout)
    assert (ran.returncode, said["code"]) == (1, "address_not_public")
    assert said["message"] == explain("address_not_public").sentence
    assert said["remedy"]


BAD_SOURCES = {
    "/missing": (reply(404), "not_found"),
    "/away": (reply(410), "gone"),
    "/broken": (reply(500), "server_error"),
    "/busy": (reply(503, retry_after="120"), "busy"),
    "/silent": (silent, "timeout"),
    "/huge": (endless, "too_large"),
    "/nothing": (reply(200, b"<html><title>Hello</title><p>Hello.</p>", content_type=HTML), "no_feed_found"),
}


@pytest.mark.parametrize("path", BAD_SOURCES)
def test_a_bad_source_is_named_when_it_is_added(site, path):
    site.server.answers[path], code = BAD_SOURCES[path]
    assert site.follow(site.server.url(path)) == code


def test_an_empty_feed_is_followed_and_named_at_every_look(site):
    site.server.answers["/feed"] = reply(200, feed(), content_type="application/rss+xml")
    assert site.follow(site.server.url("/feed")) == "added"
    assert site.go()[site.server.url("/feed")] == "empty_feed"


def test_bad_articles_are_named_and_the_good_one_is_published(site):
    pages = {
        "/good": reply(200, PAGE, content_type=HTML),
        "/missing": reply(404),
        "/silent": silent,
        "/huge": endless,
        "/picture": reply(200, b"\x89PNG\r\n\x1a\n", content_type="image/png"),
        "/hello": reply(200, b"<html><title>Hello</title><p>Hello.</p>", content_type=HTML),
    }
    items = [f"<title>{path}</title><link>{site.server.url(path)}</link>" for path in pages]
    site.server.answers |= pages | {"/feed": reply(200, feed(*items), content_type="application/rss+xml")}
    assert site.follow(site.server.url("/feed")) == "added"
    codes = site.go()
    assert {path: codes[site.server.url(path)] for path in pages if path != "/hello"} == {
        "/good": "read",
        "/missing": "not_found",
        "/silent": "timeout",
        "/huge": "too_large",
        "/picture": "not_html",
    }
    assert codes[site.server.url("/hello")] in {"too_short", "no_article"}
    assert "written" in codes.values()


def test_wrong_encodings_are_read_and_future_dates_are_not_believed(site):
    page = PAGE.replace(b"Ferry sails", "Fähre fährt".encode("latin-1")).replace(
        b"<article>", b'<meta property="article:published_time" content="2190-01-01T00:00:00Z"><article>'
    )
    site.server.answers |= {
        "/a": reply(200, page, content_type="text/html; charset=utf-8"),
        "/feed": reply(
            200,
            feed(f"<link>{site.server.url('/a')}</link><pubDate>Fri, 01 Jan 2190 00:00:00 GMT</pubDate>"),
            content_type="application/rss+xml",
        ),
    }
    site.follow(site.server.url("/feed"))
    site.go()
    article = Article.objects.get()
    assert article.texts.get().title == "Fähre fährt"
    assert article.published <= clock.now()


def test_a_feed_that_turns_into_a_web_page_is_named_on_the_staff_page(site):
    url = site.server.url("/feed")
    item = f"<link>{site.server.url('/missing')}</link>"
    site.server.answers["/feed"] = reply(200, feed(item), content_type="application/rss+xml")
    site.follow(url)
    site.go()
    site.server.answers["/feed"] = reply(200, PAGE, content_type=HTML)
    sources.make_due(clock.now())
    assert site.go()[url] == "feed_is_html"

    staff = Client()
    staff.force_login(Reader.objects.create(username="ada", is_staff=True))
    page = staff.get("/staff/").content.decode()
    for code in ("feed_is_html", "not_found"):
        assert explain(code).sentence in page


def test_the_staff_page_is_for_staff(site):
    reader = Client()
    assert reader.get("/staff/").status_code == 302
    reader.force_login(Reader.objects.create(username="nils"))
    assert reader.get("/staff/").status_code == 403
