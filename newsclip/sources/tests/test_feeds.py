import json
from datetime import UTC, datetime
from functools import partial

import pytest

from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.tests.fakes import NOW, item, rss
from tests.cpu_time import keeps_growing

FEED = "https://gazette.example/feed.xml"


def read(body: bytes | str, **more):
    return read_feed(body.encode() if isinstance(body, str) else body, url=FEED, now=NOW, **more)


def test_rss_gives_its_entries_and_what_it_says_of_itself():
    head = "<language>en-gb</language><ttl>30</ttl>"
    reading = read(rss(item("/a"), item("/b", "Second"), head=head))
    assert (reading.code, reading.title, reading.language, reading.wishes.pause) == (
        "looked",
        "The Fernby Gazette",
        "en-gb",
        1800,
    )
    assert reading.home == "https://gazette.example/"
    assert [entry.url for entry in reading.entries] == ["https://gazette.example/a", "https://gazette.example/b"]
    assert reading.entries[0].published == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_atom_takes_the_link_to_the_page_and_both_its_dates():
    reading = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://gazette.example/news/">'
        '<title>Gazette</title><link rel="self" href="/feed"/><link href="/"/><entry><title type="html">A &lt;b&gt;'
        'bridge&lt;/b&gt;</title><link rel="enclosure" href="x.mp3"/><link rel="alternate" href="bridge"/>'
        "<id>tag:1</id>"
        "<published>2026-03-02T10:00:00Z</published><updated>2026-03-03T10:00:00Z</updated></entry></feed>"
    )
    [entry] = reading.entries
    assert (entry.url, entry.title) == ("https://gazette.example/news/bridge", "A bridge")
    assert (entry.published.day, entry.updated.day) == (2, 3)
    assert (reading.home, reading.language) == ("https://gazette.example/", "en")


def test_rdf_and_its_dublin_core_dates_are_read():
    reading = read(
        '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title></channel><item><title>A</title>'
        "<link>https://gazette.example/a</link><dc:date>2026-03-02T10:00:00Z</dc:date></item></rdf:RDF>"
    )
    assert (reading.title, reading.entries[0].published.hour) == ("Wire", 10)


def test_json_feed_is_read():
    items = [{"id": "https://gazette.example/a", "title": "A", "date_published": "2026-03-02T10:00:00Z"}, "junk"]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": items}
    reading = read(json.dumps(feed))
    assert (reading.code, reading.entries[0].url) == ("partly_read", "https://gazette.example/a")


def test_an_identifier_that_is_an_address_serves_as_link_unless_it_says_otherwise():
    reading = read(
        rss("<guid>https://gazette.example/a</guid>", '<guid isPermaLink="false">https://x.example/b</guid>')
    )
    assert [entry.url for entry in reading.entries] == ["https://gazette.example/a"]


def test_an_identifier_that_is_a_path_is_resolved_by_the_address_of_the_feed():
    reading = read(rss("<guid>/news/1</guid>", '<guid isPermaLink="false">/news/2</guid>', "<guid>news-3</guid>"))
    assert [entry.url for entry in reading.entries] == ["https://gazette.example/news/1"]


GUID = "<guid>https://gazette.example/{}</guid>"


@pytest.mark.parametrize(
    "link",
    ["http://", "https:// /a", "javascript:void(0)", "mailto:desk@gazette.example", "https://gazette.example",
     "https://gazette.example/", "/", "#", "#top", "/feed.xml"],
)  # fmt: skip
def test_where_a_link_leads_nowhere_or_home_the_identifier_is_the_address(link):
    reading = read(rss(*(f"<link>{link}</link>{GUID.format(name)}" for name in "ab")))
    assert [entry.url for entry in reading.entries] == ["https://gazette.example/a", "https://gazette.example/b"]


@pytest.mark.parametrize(
    "guid", ["not an address", "http://", "https://gazette.example/?p=12", "https://gazette.example/", "tag:1", ""]
)
def test_a_broken_identifier_changes_nothing_where_the_link_can_be_read(guid):
    items = (f"<link>https://gazette.example/{name}</link><guid>{guid}</guid>" for name in "ab")
    assert [entry.url[-2:] for entry in read(rss(*items)).entries] == ["/a", "/b"]


def test_an_item_with_neither_address_is_left_out_and_the_others_are_read():
    reading = read(rss("<link>http://</link><guid>http://</guid>", item("/a")))
    assert [entry.url for entry in reading.entries] == ["https://gazette.example/a"]


def test_one_article_by_two_ways_is_one_entry():
    reading = read(rss(item("/a?utm_source=rss"), item("/a#comments"), item("/a")))
    assert [entry.url for entry in reading.entries] == ["https://gazette.example/a"]


def test_a_date_in_the_future_is_kept_out():
    assert read(rss(item("/a", when="Tue, 02 Mar 2027 10:00:00 GMT"))).entries[0].published is None


def test_the_good_half_of_a_broken_feed_is_kept():
    broken = rss(item("/a"), item("/b"))[:-60] + b"<link>https://gaz"
    reading = read(broken)
    assert reading.code == "partly_read"
    assert reading.entries[0].url == "https://gazette.example/a"


def test_entities_that_html_has_and_xml_has_not_are_read():
    reading = read(rss(item("/a", "D&eacute;j&agrave; vu &amp; more")))
    assert (reading.code, reading.entries[0].title) == ("looked", "Déjà vu & more")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "windows-1252"])
def test_every_declared_encoding_is_read(encoding):
    body = f'<?xml version="1.0" encoding="{encoding}"?>' + rss(item("/a", "Gövé")).decode()[21:]
    assert read(body.encode(encoding)).entries[0].title == "Gövé"


def test_bytes_that_are_not_what_they_say_are_read_as_the_header_says():
    body = rss(item("/a", "Привет")).decode().encode("windows-1251")
    assert read(body, charset="windows-1251").entries[0].title == "Привет"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<!DOCTYPE html><html><body>News</body></html>", "feed_is_html"),
        ("  \n<html><head></head></html>", "feed_is_html"),
        (rss().decode(), "empty_feed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "empty_feed"),
        ('{"items": ', "feed_unreadable"),
        ('{"error": 1}', "feed_unreadable"),
        ("[" * 100_000, "feed_unreadable"),
        ("", "feed_unreadable"),
        ("\x00\x01\x02", "feed_unreadable"),
        ("<svg></svg>", "feed_unreadable"),
    ],
)
def test_what_is_no_feed_says_why(body, code):
    assert read(body).code == code


def test_a_feed_cannot_read_files_or_blow_itself_up():
    nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{nested}]>'
    reading = read(bomb + rss(item("/a", "&f;&a8;x")).decode()[21:])
    assert len(reading.entries[0].title) < 20
    assert "root" not in reading.entries[0].title


@pytest.mark.parametrize(
    ("start", "piece", "many"),
    [
        (b"<rss><channel>", b"<item>", 150_000),
        (b"<rss>", b"<a>", 300_000),
        (b"<rss><channel><item><title>", b"<", 500_000),
        (b"<rss><channel>", b"<item><link>https://gazette.example/a</link>", 20_000),
        (b"", b"&a", 500_000),
        (b"", b"<!DOCTYPE [", 100_000),
        (b"", b"<!---->", 100_000),
        (b"<rss><title>&amp;", b"<![CDATA[", 100_000),
    ],
)
def test_a_feed_made_to_hold_us_up_twice_as_long_takes_twice_as_long(start, piece, many):
    assert not keeps_growing(lambda times: partial(read, start + piece * times + b"x"), many // 8)


def test_no_more_than_the_first_thousand_entries_count():
    assert len(read(rss(*(item(f"/{n}") for n in range(1200)))).entries) == 1000
