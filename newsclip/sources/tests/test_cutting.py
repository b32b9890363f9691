import pytest

from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.rules.seen import Seen
from newsclip.sources.rules.skip_known import cut
from newsclip.sources.tests.fakes import NOW, item, rss

FEED = rss(item("/a"), item("/b"), item("/c"))


def read(body: bytes, seen: Seen):
    return read_feed(body, url="https://gazette.example/feed", now=NOW, seen=seen)


BEFORE = read(FEED, Seen()).seen


def test_entries_that_are_there_byte_by_byte_are_not_parsed_again():
    left = cut(rss(item("/new"), item("/a"), item("/c")), BEFORE)
    assert b"/new" in left.body
    assert b"gazette.example/a" not in left.body
    assert (len(left.same.marks), len(left.raw)) == (2, 1)


def test_a_document_that_was_cut_reads_as_the_whole_one_does():
    body = rss(item("/new", when="Tue, 03 Mar 2026 10:00:00 GMT"), item("/a"), item("/b"), title="Other")
    cut_, whole = read(body, BEFORE), read(body, Seen())
    assert [entry.url for entry in cut_.entries] == ["https://gazette.example/new"]
    assert (cut_.shown, cut_.title, cut_.times, cut_.seen) == (whole.shown, whole.title, whole.times, whole.seen)


@pytest.mark.parametrize(
    "body",
    [
        rss("<description><![CDATA[</item>]]></description>" + item("/a")),
        rss("<!-- <item></item> -->" + item("/a")),
        rss(item("/a"))[:-40],
        b"<rss><item><item></item></rss>",
        b"</item>" * 5,
        b"<item",
        b"",
    ],
)
def test_where_entries_are_not_written_plainly_nothing_is_cut(body):
    assert cut(body, BEFORE).body == body


def test_an_entry_twice_in_one_document_counts_once():
    body = rss(item("/a"), item("/a", "Another title"))
    before = read(body, Seen())
    assert before.shown == 1
    assert (read(body, before.seen).shown, read(body, before.seen).entries) == (1, ())
