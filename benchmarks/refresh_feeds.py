"""Invented feeds for `benchmarks.refresh`: 500 of 50 entries, in three states, from 500 loopback addresses.

State 0 shows entries 0 to 49, state 1 entries 5 to 54, state 2 entries 55 to 104. Run as a program it serves them, at
127.1.N.M; `GET /state/N` at any of them changes the state of all. Answers are packed by gzip and carry an ETag.
"""

import asyncio
import gzip
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import uvloop

FEEDS, ENTRIES = 500, 50
FIRST = {0: 0, 1: 5, 2: 55}
LATEST = datetime(2026, 11, 20, tzinfo=UTC)
_WORDS = 5_000


def address(feed: int) -> str:
    return f"127.1.{feed // 250}.{1 + feed % 250}"


def lexicon() -> list[str]:
    chance = random.Random(5)
    return [
        "".join(chance.choice("bcdfglmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))
        for _ in range(_WORDS)
    ]


def entry(feed: int, number: int, words: list[str], home: str) -> str:
    """One entry with about 200 words of text, markup that has to be cleaned, and a picture."""
    chance = random.Random(feed * 100_003 + number)

    def told(count: int) -> str:
        return " ".join(chance.choices(words, k=count)).capitalize()

    body = "".join(
        f'<p>{told(40)}. <a href="/x/{number}/{part}">{told(3)}</a> <strong>{told(2)}</strong></p>' for part in range(4)
    )
    when = LATEST - timedelta(minutes=60 * (200 - number) + feed % 60)
    return (
        f"<item><title>{told(9)}</title><link>{home}/a/{number}?utm_source=rss&amp;utm_medium=feed</link>"
        f'<guid isPermaLink="false">urn:f{feed}:e{number}</guid><pubDate>{format_datetime(when)}</pubDate>'
        f"<dc:creator>{told(2)}</dc:creator><category>news</category><description>{told(30)}.</description>"
        f"<content:encoded><![CDATA[{body}<figure><img src='/img/{number}.jpg' alt='{told(4)}' width='640'></figure>"
        f"<script>alert(1)</script><p onclick='x()'>{told(20)}.</p>]]></content:encoded></item>"
    )


def documents(port: int, feeds: int) -> Iterator[tuple[int, dict[int, bytes]]]:
    """Each feed's document in every state, packed."""
    words = lexicon()
    for feed in range(feeds):
        home = f"http://{address(feed)}:{port}"
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<channel><title>Feed {feed}</title><link>{home}/</link><description>Number {feed}</description>"
        )
        last = max(FIRST.values()) + ENTRIES
        items = [entry(feed, number, words, home) for number in range(last)]
        yield (
            feed,
            {
                state: gzip.compress(
                    f"{head}{''.join(reversed(items[first : first + ENTRIES]))}</channel></rss>".encode(), 5, mtime=0
                )
                for state, first in FIRST.items()
            },
        )


class Serving(asyncio.Protocol):
    """As little of HTTP as two well-behaved clients need: the server shall cost next to nothing."""

    state = 0
    feeds: dict[str, dict[int, bytes]] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        self.host = transport.get_extra_info("sockname")[0]
        self.head = b""

    def data_received(self, data: bytes) -> None:
        self.head += data
        while b"\r\n\r\n" in self.head:
            request, _, self.head = self.head.partition(b"\r\n\r\n")
            self.transport.write(self.answer(request))

    def answer(self, request: bytes) -> bytes:
        path = request.split(b" ", 2)[1]
        if path.startswith(b"/state/"):
            type(self).state = int(path[7:])
            return b"HTTP/1.1 204 OK\r\n\r\n"
        if path != b"/feed.xml":
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        etag = b'ETag: "%d"\r\nLast-Modified: Mon, 23 Nov 2026 10:00:0%d GMT\r\n' % (self.state, self.state)
        if b'If-None-Match: "%d"' % self.state in request:
            return b"HTTP/1.1 304 Not Modified\r\n" + etag + b"\r\n"
        body = self.feeds[self.host][self.state]
        fields = b"Content-Type: application/rss+xml\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n" % len(body)
        return b"HTTP/1.1 200 OK\r\n" + etag + fields + b"\r\n" + body


async def serve(port: int, ready: Path, feeds: int) -> None:
    loop = asyncio.get_running_loop()
    for feed, states in documents(port, feeds):
        Serving.feeds[address(feed)] = states
        await loop.create_server(Serving, address(feed), port, backlog=64)
    ready.touch()
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
