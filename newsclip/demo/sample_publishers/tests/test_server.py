"""The press as a program on the network sees it."""

import gzip
import http.client
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from PIL import Image

from newsclip.demo.sample_publishers import Press, pictures
from newsclip.demo.sample_publishers.publishers import PUBLISHERS
from newsclip.demo.sample_publishers.server import CORRECT_PATH
from newsclip.kernel.reasons import explain

pytestmark = pytest.mark.slow

NOW = datetime(2031, 3, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def press() -> Iterator[Press]:
    with Press(0, NOW) as served:
        yield served


def _ask(url: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 80, timeout=120)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, parts.path or "/", headers={"Host": parts.netloc, **names})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def _feed_urls(press: Press) -> dict[str, str]:
    return {kind.feed: f"http://{kind.label}.localhost:{press.port}{kind.feed_path}" for kind in PUBLISHERS}


def test_every_page_is_there_except_the_planned_one(press: Press) -> None:
    expected = press.expected()
    for url in (*expected.articles, *expected.refused, *press.sources()):
        assert _ask(url)[0] == (404 if expected.refused.get(url) == "not_found" else 200), url


def test_what_is_refused_is_refused_for_a_reason_that_exists(press: Press) -> None:
    expected = press.expected()
    codes = set(expected.refused.values()) | set(expected.noted.values())
    assert {explain(code).code for code in codes} == {
        "index_page", "not_found", "robots", "paywall_stub", "video_page", "gallery_page", "future_date",
    }  # fmt: skip


def test_feeds_of_every_kind_can_be_read(press: Press) -> None:
    for kind in ("rss", "rss091", "rdf", "atom"):
        found = feedparser.parse(_ask(_feed_urls(press)[kind])[2])
        assert not found.bozo, kind
        assert len(found.entries) >= 6, kind
    assert len(json.loads(_ask(_feed_urls(press)["json"])[2])["items"]) >= 6
    sitemap = etree.fromstring(_ask(_feed_urls(press)["sitemap"])[2])
    assert len(sitemap.findall("{*}url/{*}news/{*}title")) >= 6


def test_the_feeds_together_name_every_article(press: Press) -> None:
    feeds = "".join(
        _ask(f"http://{kind.label}.localhost:{press.port}{kind.feed_path}")[2].decode(kind.encoding)
        for kind in PUBLISHERS
    )
    expected = press.expected()
    assert not [url for url in (*expected.articles, *expected.refused) if url not in feeds]


def test_a_home_page_names_its_feed_unless_it_hides_it(press: Press) -> None:
    for kind in PUBLISHERS:
        home = _ask(f"http://{kind.label}.localhost:{press.port}/")[2].decode(kind.encoding)
        named = 'rel="alternate" type="application/' in home and kind.feed_path in home
        assert named == (kind.announced and kind.feed != "sitemap"), kind.label


def test_the_correction_changes_exactly_one_page(press: Press) -> None:
    expected = press.expected()
    before = {url: _ask(url)[2] for url in expected.articles}
    feed_url = f"http://lindmere-review.localhost:{press.port}/atom.xml"
    feed = _ask(feed_url)[2]
    changed = press.publish_correction(NOW + timedelta(hours=2))
    after = {url: _ask(url)[2] for url in expected.articles}
    assert {url for url in before if before[url] != after[url]} == set(changed) == set(expected.corrected)
    assert len(changed) == 1
    assert b"Nine people were injured" in before[changed[0]]
    assert b"Eleven people were injured" in after[changed[0]]
    assert b"Correction: an earlier version" in after[changed[0]]
    assert b"2031-03-01T11:30:00+00:00" in _ask(feed_url)[2]
    assert b"2031-03-01T11:30:00+00:00" not in feed
    assert press.publish_correction(NOW) == []


def test_a_second_process_can_publish_the_correction(press: Press) -> None:
    url = f"http://localhost:{press.port}{CORRECT_PATH}"
    status, _, body = _ask(url, "POST")
    assert status == 200
    assert json.loads(body)["changed"]
    assert json.loads(_ask(url, "POST")[2])["changed"] == []


def test_an_unchanged_page_is_not_sent_again(press: Press) -> None:
    url = press.sources()[0]
    _, headers, body = _ask(url)
    assert "max-age=" in headers["cache-control"]
    assert _ask(url, If_None_Match=headers["etag"])[::2] == (304, b"")
    assert _ask(url, If_Modified_Since=headers["last-modified"])[::2] == (304, b"")
    assert _ask(url, If_None_Match='"other"', If_Modified_Since=headers["last-modified"])[2] == body
    assert _ask(url, If_Modified_Since="yesterday")[2] == body


def test_no_page_was_changed_after_now(press: Press) -> None:
    for url in (*press.expected().articles, *press.sources()):
        assert parsedate_to_datetime(_ask(url)[1]["last-modified"]) <= NOW


def test_pages_are_packed_for_who_asks(press: Press) -> None:
    url = press.sources()[0]
    _, headers, body = _ask(url, Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == _ask(url)[2]
    assert _ask(url, "HEAD")[2] == b""


def test_robots_txt_keeps_readers_out_of_the_private_folder(press: Press) -> None:
    private = next(url for url, code in press.expected().refused.items() if code == "robots")
    robots = _ask(f"http://{urlsplit(private).netloc}/robots.txt")[2].decode()
    assert "Disallow: /private/" in robots
    assert urlsplit(private).path.startswith("/private/")


def test_unknown_hosts_and_paths_are_not_found(press: Press) -> None:
    for url in (f"http://nobody.localhost:{press.port}/", press.sources()[0] + "x",
                f"http://crosswater.localhost:{press.port}/pictures/nothing.webp"):  # fmt: skip
        assert _ask(url)[0] == 404


def test_a_paywall_lets_nothing_through(press: Press) -> None:
    stubs = [url for url, code in press.expected().refused.items() if code == "paywall_stub"]
    for url in stubs:
        page = _ask(url)[2]
        assert b"subscribe to the Post" in page
        assert b"submarine" not in page
        assert b"stamped as received" not in page


def test_every_picture_is_served_and_is_one(press: Press) -> None:
    for name in pictures.NAMES:
        status, _, body = _ask(f"http://crosswater.localhost:{press.port}/pictures/{name}.webp")
        assert (status, Image.open(BytesIO(body)).size) == (200, (1200, 675)), name
