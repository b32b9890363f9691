"""Pages that are broken, by mistake or on purpose."""

import resource
import zlib
from datetime import UTC, datetime
from functools import partial

import pytest

from newsclip.articles.rules import extract
from newsclip.articles.rules.decode import decode
from newsclip.kernel.fetching import MEGABYTE
from newsclip.kernel.reasons import Refused, explain
from tests.cpu_time import cpu_seconds, keeps_growing, wall
from tests.hostile.rows import body_of, rows, text_of

pytestmark = pytest.mark.slow

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
URL = "https://press.example/2026/a-page"
PROSE = "<p>" + "The ferry left at noon with forty people and two goats on board. " * 6 + "</p>"
HEALTHY = f"<title>Ferry</title><article>{PROSE * 500}</article>"  # 200 kB
NOT_UTF8 = b" \xe4\xe4\xb0\xa1"
ON_THE_WEB = {"windows-1252": "cp1252", "x-user-defined": "latin1"}
BY_SCRIPT = "scripted/"  # tells its encoding by a script, which nobody runs here
FAR_DOWN = "tests1.dat:52"  # tells it after 8 kB of a comment that never ends
LARGEST_PAGE = 8 * MEGABYTE


@pytest.fixture(autouse=True, scope="module")
def load_what_is_loaded_late():
    extract(PROSE, URL)
    extract("<p>Nothing that anybody could read in a page of this kind at all.</p>" * 9, URL)


def code_of(body: bytes | str) -> str:
    """What a page is, or why it cannot be read; a code that nobody explains fails."""
    try:
        found = extract(body, URL, now=NOW)
    except Refused as refused:
        return explain(refused.code).code
    for value in (found.title, found.text, found.site, found.section, found.image, *found.authors):
        value.encode()
        assert "\x00" not in value
    return found.kind if found.kind == "article" else explain(found.kind).code


@pytest.mark.parametrize("name", ["html5lib-tree", "charset", "naughty", "files-svg-xml", "xss-h5sc", "xss-ammonia"])
def test_every_broken_page_gives_a_result_or_a_named_code_in_bounded_time(hostile_data, name):
    usual = cpu_seconds(lambda: code_of(HEALTHY), 3)
    for row in rows(hostile_data, name):
        assert code_of(body_of(row)), row["id"]
        assert cpu_seconds(lambda row=row: code_of(body_of(row))) < 10 * usual, row["id"]


def test_broken_markup_beside_an_article_does_not_hide_it(hostile_data):
    hidden = []
    for row in rows(hostile_data, "html5lib-tree"):
        broken = body_of(row).decode("utf-8", "replace")
        if "forty people" not in extract(f"<title>Ferry</title><article>{PROSE}</article>{broken}", URL).text:
            hidden.append(row["id"])
    assert hidden == []


def test_naughty_strings_in_title_author_and_text_come_out_as_they_are(hostile_data):
    for row in rows(hostile_data, "naughty"):
        told = " ".join(text_of(row).replace("\x00", "").split())
        escaped = told.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        page = (
            f'<title>{escaped}</title><meta name="author" content="{escaped}"><article>{PROSE}<p>{escaped}</p>{PROSE}'
        )
        found = extract(page, URL, now=NOW)
        assert "forty people" in found.text, row["id"]
        assert not found.published, row["id"]


def test_bytes_are_read_in_the_encoding_that_a_browser_would_take(hostile_data):
    """UTF-8 apart, which is found by the bytes: what follows here is none."""
    wrong = []
    for row in rows(hostile_data, "charset"):
        expected = str(row["expect"].get("encoding", "")).lower()
        if not expected or expected == "utf-8" or row["id"].startswith(BY_SCRIPT) or row["id"] == FAR_DOWN:
            continue
        body = body_of(row) + NOT_UTF8
        if decode(body) != body.decode(ON_THE_WEB.get(expected, expected), "replace"):
            wrong.append(row["id"])
    assert wrong == []


def test_a_declared_encoding_leaves_no_letter_unread(hostile_data):
    read = [
        decode(body_of(row))
        for row in rows(hostile_data, "charset")
        if row["expect"].get("no_U+FFFD_if_declared_right")
    ]
    assert not [text[:80] for text in read if "\ufffd" in text]


def test_no_date_of_a_page_is_from_before_the_web_or_in_the_future(hostile_data):
    for row in rows(hostile_data, "dates"):
        text = text_of(row).replace('"', "")
        for declared in (
            f'<meta property="article:published_time" content="{text}">',
            f'<time datetime="{text}">{text}</time>',
            f"<h1>The ferry of the island sails again</h1><p>{text}</p>",
        ):
            with wall():
                found = extract(f"<title>The ferry of the island sails again</title>{declared}{PROSE}", URL, now=NOW)
            if found.published:
                assert 1995 <= found.published.year <= NOW.year, row["id"]
                assert found.published.utcoffset() is not None


def test_what_a_bomb_leaves_at_the_limit_is_read_in_bounded_time_and_memory(hostile_data):
    usual = cpu_seconds(lambda: code_of(HEALTHY * (LARGEST_PAGE // len(HEALTHY))))
    for row in rows(hostile_data, "bombs"):
        body = unpacked(row)[:LARGEST_PAGE]
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert cpu_seconds(lambda body=body: code_of(body)) < 10 * usual, row["id"]
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        assert grown < 256 * MEGABYTE, row["id"]


def unpacked(row) -> bytes:
    """What the egress would hand on: unpacked up to the limit. Brotli never gets here (see test_feeds)."""
    window = {"gzip": 31, "deflate": -15}.get(row["headers"]["content-encoding"])
    body = body_of(row)
    try:
        return zlib.decompressobj(window).decompress(body, LARGEST_PAGE) if window else body
    except zlib.error:
        return body


@pytest.mark.parametrize(
    "piece", ["<div>", "<p>a", "<a href=x>", "<h1>a</h1>", "<table><tr><td>", "<!--", "<meta a=b>", '<b "']
)
def test_twice_as_much_of_one_element_costs_twice_as_much_up_to_the_largest_page(piece):
    """At two sizes, since the largest page does not fit into a processor's cache, which others share."""
    many = LARGEST_PAGE // len(piece)
    assert not keeps_growing(lambda times: partial(code_of, (piece * times).encode()), many // 8)
