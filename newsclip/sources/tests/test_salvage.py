import random

import pytest

from newsclip.sources.rules.feeds import read_feed
from newsclip.sources.tests.fakes import NOW, item, rss

FEED = rss(item("/a"), item("/b"), item("/c")).decode()


def reading_of(body: str):
    return read_feed(body.encode("utf-8", "surrogatepass"), url="https://gazette.example/feed", now=NOW)


def urls(body: str) -> list[str]:
    reading = reading_of(body)
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


JUNK = ["&", "<", ">", '"', "<![CDATA[", "]]>", "<br>", "</p>", "<x:y>", "\x0b", "&nbsp;", "<item>", "</item>", "<!--"]


def test_of_feeds_broken_at_random_hardly_an_entry_is_lost_that_was_not_hit():
    chance, lost, whole = random.Random(7), [], 0  # noqa: S311 the same feeds every time
    for _ in range(300):
        broken = FEED
        for _ in range(chance.randint(1, 3)):
            at, junk = chance.randrange(len(broken)), chance.choice(JUNK)
            broken = broken[:at] + junk + broken[chance.choice([at, at + chance.randint(1, 40)]) :]
        unhurt = {name for name in "abc" if f"<item>{item(f'/{name}')}</item>" in broken}
        whole += len(unhurt)
        lost += unhurt - {entry.url.rpartition("/")[2] for entry in reading_of(broken).entries}
    assert whole > 400
    assert len(lost) <= whole / 100
