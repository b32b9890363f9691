"""26: hostile sources that hang, flood, redirect for ever or contradict themselves: sixty kinds beside 200 healthy."""

import gzip
import itertools
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.press import LivingPress
from benchmarks.hard_days.product import Product, wait_until
from tests.hostile.behaviours import Sent, behaviours
from tests.loopback import Script, reply, serving

HEALTHY, SMALL_HEALTHY = 200, 40
ROUNDS, SMALL_ROUNDS = 3, 1
ON_TIME = 60.0
BROKEN = {
    "deadlines": [
        Edit("adapters/egress/bounds.py", "silence: float = 10", "silence: float = 3600"),
        Edit("adapters/egress/bounds.py", "total: float = 30", "total: float = 3600"),
    ],
}
_HEAD = "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title><link>http://x.example/</link>"
_END = "</channel></rss>"
_ENTITIES = b"<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
_FAR = "<pubDate>Sat, 01 Jan 2999 00:00:00 GMT</pubDate>"


def run(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with LivingPress(papers=SMALL_HEALTHY if small else HEALTHY) as press, serving() as server:
        kinds = _kinds()
        server.answers |= {f"/{name}": script for name, script in kinds.items()}
        product = Product(work / "home", build=build, NEWSCLIP_LOOPBACK_PORTS=f"{press.port},{server.port}")
        hostile = [server.url(f"/{name}", f"{name}.localhost".lower()) for name in kinds]
        healthy = press.sources()
        step = max(1, len(healthy) // len(hostile))
        mixed = [url for at, bad in enumerate(hostile) for url in (*healthy[at * step : (at + 1) * step], bad)]
        product.follow([*mixed, *healthy[len(hostile) * step :]])
        late: list[float] = []
        product.start("worker")
        try:
            for _ in range(SMALL_ROUNDS if small else ROUNDS):
                late += _round(product, press)
            unsaid = "SELECT count(*) FROM sources_source WHERE kind <> 'submissions' AND outcome = ''"
            wait_until(lambda: product.count(unsaid) == 0, 150, 1.0)
            sick = product.count(unsaid)
        finally:
            product.stop()
        on_time = sum(wait <= ON_TIME for wait in late) / len(late)
        day.tells("kinds of hostile sources", len(kinds))
        day.least("kinds", len(kinds), 60)
        day.least(
            "healthy sources asked on schedule", on_time, 0.99, f"within {ON_TIME:.0f} s; last after {max(late):.1f}"
        )
        day.most("sources of which nothing is said", sick, 0)
        day.most("rows that contradict each other", sum(product.wrong().values()), 0, str(product.wrong() or ""))


def _round(product: Product, press: LivingPress) -> list[float]:
    """Everything is due; how many seconds each healthy source waited."""
    names = [f"paper-{paper}.localhost/feed.xml" for paper in range(press.papers)]
    before = {name: press.asked[name] for name in names}
    press.publish(5)
    product.make_due()
    began, waits = time.monotonic(), dict[str, float]()

    def all_asked() -> bool:
        for name in names:
            if name not in waits and press.asked[name] > before[name]:
                waits[name] = time.monotonic() - began
        return len(waits) == len(names)

    wait_until(all_asked, 1.5 * ON_TIME, 0.1)
    return [waits.get(name, 10 * ON_TIME) for name in names]


def _kinds() -> dict[str, Script]:
    named = {name: behaviour.script for name, behaviour in behaviours(Sent()).items()}
    feed = lambda items: reply(200, f"{_HEAD}{items}{_END}".encode(), content_type="application/rss+xml")  # noqa: E731
    item = "<item><title>t{n}</title><link>http://x.example/{n}</link><guid>{n}</guid></item>"
    minds = itertools.count()
    more: dict[str, Script] = {
        "hangs-for-ever": _hang,
        "hangs-after-head": _hang_after(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss>"),
        "new-guids": _by_turn(minds, lambda n: feed(item.format(n=n))),
        "feed-then-page": _by_turn(minds, lambda n: feed("") if n % 2 else reply(200, b"<!doctype html><p>gone")),
        "here-then-gone": _by_turn(minds, lambda n: feed("") if n % 2 else reply(410)),
        "moves-each-time": _by_turn(minds, lambda n: reply(301, location=f"/moves-each-time?{n}")),
        "redirects-to-inner": reply(302, location="http://169.254.169.254/latest/meta-data/"),
        "redirects-to-file": reply(302, location="file:///etc/passwd"),
        "redirects-to-nobody": reply(302, location="http://nobody.invalid/"),
        "ten-thousand-items": feed("".join(item.format(n=n) for n in range(10_000))),
        "one-long-title": feed(f"<item><title>{'x' * 2_000_000}</title><link>http://x.example/</link></item>"),
        "deep": feed("<a>" * 50_000),
        "entities": reply(200, _ENTITIES + f"{_HEAD}&b;{_END}".encode()),
        "bomb": reply(200, gzip.compress(b" " * 60_000_000), content_encoding="gzip"),
        "not-unicode": reply(200, bytes(range(256)) * 100, content_type="text/xml; charset=utf-8"),
        "a-picture": reply(200, b"\x89PNG\r\n\x1a\n" + b"\0" * 5000, content_type="application/rss+xml"),
        "nothing-but-spaces": reply(200, b" " * 100_000),
        "dates-of-2999": feed(f"<item><title>t</title><link>http://x.example/1</link>{_FAR}</item>"),
        "links-inside": feed("<item><title>t</title><link>http://127.0.0.1:22/</link></item>"),
        "wants-a-password": reply(401),
        "teapot": reply(418),
        "made-but-empty": reply(201),
        "no-content": reply(204),
        "down": reply(503, retry_after="120"),
        "broken-json": reply(200, b'{"version": "https://jsonfeed.org/version/1.1", "items": ['),
        "unending-comment": reply(200, f"{_HEAD}<!-- {'x' * 100_000}".encode()),
    }  # fmt: skip
    return named | more


def _by_turn(turns: "itertools.count[int]", answer: object) -> Script:
    lock = threading.Lock()

    def script(connection: socket.socket) -> None:
        with lock:
            number = next(turns)
        connection.sendall(answer(number))  # type: ignore[operator]

    return script


def _hang(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.settimeout(600)
        connection.recv(1)


def _hang_after(head: bytes) -> Script:
    def script(connection: socket.socket) -> None:
        connection.sendall(head)
        _hang(connection)

    return script
