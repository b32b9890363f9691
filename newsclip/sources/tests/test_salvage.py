import pytest

from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.tests.fakes import NOW, item, rss

FEED = rss(item("/a"), item("/b"), item("/c")).decode()


def urls(body: str) -> list[str]:
    reading = read_feed(body.encode("utf-8", "surrogatepass"), url="https://gazette.example/feed", now=NOW)
    assert reading.code in ("looked", "partly_read")
    return [entry.url.rpartition("/")[2] for entry in reading.entries]


@pytest.mark.parametrize(
    ("broken", "left"),
    [
        (FEED.replace("</title>", "", 2), ["a", "b", "c"]),
        (FEED.replace("</item>", "", 1), ["a", "b", "c"]),
        (FEED.replace("/b</link>", "/b&x<<</link>"), ["a", "c"]),
        ("<br/>\n" + FEED, ["a", "b", "c"]),
        ("Warning: on line 7\n" + FEED, ["a", "b", "c"]),
        (FEED[FEED.index("</title><link>") :], ["a", "b", "c"]),
        (FEED[: FEED.index("<pubDate>", FEED.index("/b<"))], ["a", "b"]),
        (FEED.replace("<title>Bridge", "<title>&Bridge <![CDATA[", 2), ["a", "b", "c"]),
        (FEED.replace("<title>", "<x:y><title>"), ["a", "b", "c"]),
        (FEED.replace("Bridge", "\x0b\x00Bridge"), ["a", "b", "c"]),
    ],
)
def test_what_is_wrong_with_one_entry_does_no_harm_to_the_others(broken, left):
    found = urls(broken)
    assert [name for name in left if name not in found] == []


def test_a_single_entry_document_is_read():
    entry = '<entry xmlns="http://www.w3.org/2005/Atom"><link href="https://gazette.example/a"/></entry>'
    assert urls(entry) == ["a"]
