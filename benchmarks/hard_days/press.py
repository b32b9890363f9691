"""Invented publishers that keep publishing, on loopback with one virtual host each."""

import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

SHOWN = 40
_SYLLABLES = [a + b for a in ("b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v") for b in ("ar", "el", "in")]


def _words(text: str) -> list[str]:
    return text.split()


_NOUNS = _words("""
    bridge ferry library reservoir hospital tram market lighthouse school orchard quarry theatre canal harbour
    mill brewery glacier museum tunnel stadium archive bakery forest chapel dairy airport vineyard foundry clinic
    garden prison salmon beehive barley granite turbine locomotive telescope violin sculpture manuscript election
    budget strike vaccine virus drought blizzard earthquake landslide wildfire marathon regatta festival auction
    lottery patent satellite submarine parachute compass lantern carpet porcelain leather cotton timber copper
    cobalt lithium uranium hydrogen methane sewage asphalt concrete scaffold crane elevator bicycle helicopter
    caravan
""")
_DEEDS = _words("""
    opened closed sold flooded burned restored stolen inspected doubled abandoned rebuilt surveyed
""")
_TELLINGS = (
    (
        "{Place} {a} {deed} as {Firm} finds {b}",
        "The {a} of {Place} was {deed} on {day}, {Person} of {Firm} said.",
        "{Firm} found {n} tonnes of {b} beside the {c} in {Quarter}.",
        "“The {d} and the {e} belong to {Place},” {Person} said.",
        "{Rival} offered {m} crowns for the {f} in {Quarter}.",
        "{Other}, who keeps the {g} of {River}, expects the {h} by spring.",
    ),
    (
        "{Person}: {a} in {Place} {deed}",
        "{Person} of {Firm} said that the {a} in {Place} was {deed} on {day}.",
        "Beside the {c} of {Quarter}, {n} tonnes of {b} were found by {Firm}.",
        "{Rival} would pay {m} crowns for the {f}, {Other} said.",
        "“The {d} and the {e} belong to {Place},” said {Person}.",
        "Along the {River}, the {h} and the {g} are waited for.",
    ),
    (
        "{Firm} and {Rival} quarrel over {f} in {Quarter}",
        "{Rival} bid {m} crowns on {day} for the {f} of {Quarter}.",
        "{Firm}, led by {Person}, had found {n} tonnes of {b} at the {c}.",
        "The {a} of {Place} was {deed} the same day.",
        "{Other} wants the {g} and the {h} kept on the {River}.",
        "{Person} spoke of the {d} and the {e} of {Place}.",
    ),
)


@dataclass(frozen=True)
class Telling:
    """One paper's article of one event."""

    paper: int
    event: int
    title: str
    paragraphs: tuple[str, ...]
    published: datetime

    @property
    def path(self) -> str:
        return f"/news/{self.event}"


def tell(event: int, papers: int, now: datetime) -> list[Telling]:
    """The event by its number, told by three papers; the same number is told in the same words."""
    chance = random.Random(event)

    def name(parts: int = 3) -> str:
        return "".join(chance.choices(_SYLLABLES, k=parts)).capitalize()

    words = {place: name() for place in ("Place", "Firm", "Quarter", "Rival", "River")}
    words |= {"Person": f"{name(2)} {name()}", "Other": f"{name(2)} {name()}", "day": f"{now:%A}"}
    words |= dict(zip("abcdefgh", chance.sample(_NOUNS, 8), strict=True)) | {"deed": chance.choice(_DEEDS)}
    words |= {"n": str(chance.randint(3, 90)), "m": str(chance.randint(1000, 9000))}
    tellers = chance.sample(range(papers), min(3, papers))
    return [
        Telling(paper, event, title.format(**words), tuple(part.format(**words) for part in parts), now)
        for paper, (title, *parts) in zip(tellers, _TELLINGS, strict=False)
    ]


class LivingPress:
    """`with LivingPress(papers=20) as press:` serves it from threads. Nothing is published before `publish`."""

    def __init__(
        self, papers: int = 12, clock: Callable[[], datetime] = lambda: datetime.now(UTC), port: int = 0
    ) -> None:
        self.papers = papers
        self.clock = clock
        self.events = 0
        self.asked: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._told: dict[int, list[Telling]] = {paper: [] for paper in range(papers)}
        self._pages: dict[tuple[int, str], Telling] = {}
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.press = self
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    def __enter__(self) -> "LivingPress":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def home(self, paper: int) -> str:
        return f"http://paper-{paper}.localhost:{self.port}"

    def sources(self) -> list[str]:
        return [f"{self.home(paper)}/feed.xml" for paper in range(self.papers)]

    def publish(self, events: int = 1) -> None:
        with self._lock:
            for _ in range(events):
                for telling in tell(self.events, self.papers, self.clock()):
                    self._told[telling.paper].append(telling)
                    self._pages[(telling.paper, telling.path)] = telling
                self.events += 1

    def articles(self) -> set[str]:
        """The addresses of all that was published and that a feed still shows or has shown."""
        with self._lock:
            return {self.home(paper) + path for paper, path in self._pages}

    def answer(self, host: str, path: str) -> tuple[int, str, bytes]:
        """Status, content type and body."""
        label = host.partition(".")[0].removeprefix("paper-")
        self.asked[host + path] += 1
        if not label.isdecimal() or int(label) >= self.papers:
            return 404, "text/plain", b"no such paper"
        with self._lock:
            if path == "/feed.xml":
                return 200, "application/rss+xml", self._feed(int(label))
            telling = self._pages.get((int(label), path))
        return (200, "text/html; charset=utf-8", _page(telling)) if telling else (404, "text/plain", b"not here")

    def _feed(self, paper: int) -> bytes:
        items = "".join(
            f"<item><title>{t.title}</title><link>{self.home(paper)}{t.path}</link><guid>{self.home(paper)}{t.path}"
            f"</guid><pubDate>{format_datetime(t.published)}</pubDate></item>"
            for t in reversed(self._told[paper][-SHOWN:])
        )
        title = f"<title>Paper {paper}</title><link>{self.home(paper)}/</link><description>News</description>"
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{title}{items}</channel></rss>'.encode()


def _page(telling: Telling) -> bytes:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in telling.paragraphs)
    when = telling.published.isoformat()
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{telling.title}</title>'
        f'<meta property="og:type" content="article"><meta property="article:published_time" content="{when}"></head>'
        f"<body><article><h1>{telling.title}</h1>{told}</article></body></html>"
    ).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    press: LivingPress

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that is killed in the middle is what this is for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        status, kind, body = self.server.press.answer(host, self.path)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads along."""
