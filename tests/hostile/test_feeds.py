"""Feeds and lists that are broken, by mistake or on purpose."""

import contextlib
from datetime import UTC, datetime

import pytest
from lxml import etree

from newsclip.kernel.reasons import Refused, explain
from newsclip.language.dates import parse_date
from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.opml import read_opml
from tests.cpu_time import cpu_seconds, wall
from tests.hostile.rows import body_of, rows, text_of

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
HEALTHY = b"<rss><channel>%s</channel></rss>" % b"".join(
    b"<item><title>Ferry %d</title><link>https://press.example/%d</link></item>" % (n, n) for n in range(1_000)
)
FEED = "https://press.example/feed.xml"


def read(body: bytes):
    return read_feed(body, url=FEED, now=NOW)


@pytest.mark.parametrize("name", ["feedparser", "feedvalidator", "files-svg-xml", "charset"])
def test_every_malformed_feed_gives_entries_or_a_named_code_in_bounded_time(hostile_data, name):
    usual = cpu_seconds(lambda: read(HEALTHY), 3)
    for row in rows(hostile_data, name):
        reading = read(body_of(row))
        assert cpu_seconds(lambda row=row: read(body_of(row))) < 10 * usual, row["id"]
        assert explain(reading.code), row["id"]
        assert bool(reading.entries) == (reading.code in ("looked", "partly_read")), row["id"]


def test_well_formed_feeds_lose_no_entry_that_has_an_address(hostile_data):
    short = []
    for row in rows(hostile_data, "feedvalidator"):
        expect = row["expect"]
        if expect["wellformed_xml"] and expect.get("n_items") and b"<html" not in body_of(row)[:2000]:
            links = set(_links(body_of(row)))
            reading = read(body_of(row))
            if len(reading.entries) < min(expect["n_items"], len(links)):
                short.append(row["id"])
    assert not short


def _links(body: bytes):
    """Without fragments: an article is a page, and places in one are no pages of their own."""
    root = etree.fromstring(body, etree.XMLParser(recover=True, resolve_entities=False))
    for element in root.iter("{*}item", "{*}entry", "item", "entry"):
        for link in element.findall("{*}link") + element.findall("link"):
            address = (link.text or "").strip() or link.get("href", "")
            if address.startswith("http") and link.get("rel", "alternate") == "alternate":
                yield address.partition("#")[0]


def test_every_list_gives_its_feeds_or_a_named_code(hostile_data):
    for row in rows(hostile_data, "opml"):
        with contextlib.suppress(Refused):
            assert read_opml(body_of(row)) is not None, row["id"]


def test_no_date_is_read_in_the_future_or_before_the_web(hostile_data):
    for row in rows(hostile_data, "dates"):
        with wall():
            moment = parse_date(text_of(row))
        if moment:
            assert moment.year >= 1993
            assert moment.tzinfo
        if row["expect"].get("unix") and moment and "/" not in text_of(row):
            assert moment.timestamp() == row["expect"]["unix"], row["id"]
