"""The sample publishers' responses: pages, feeds, pictures, robots.txt."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from urllib.parse import unquote

from newsclip.demo.sample_publishers import feeds, pictures
from newsclip.demo.sample_publishers.archive import Archive, Article, load
from newsclip.demo.sample_publishers.publishers import PUBLISHERS
from newsclip.demo.sample_publishers.publishers.publisher import Publisher

_HTML = "text/html"
_FRONT_PAGE = 24


@dataclass(frozen=True, slots=True)
class Document:
    """A response. `max_age` is in seconds."""

    body: bytes
    type: str
    modified: datetime
    max_age: int = 300


@dataclass(frozen=True, slots=True)
class Expected:
    """What a reader of all publishers should find. Addresses are whole URLs.

    `events`: event → the addresses of its readable articles, oldest first. `copies`: address → the wire text it
    repeats. `refused`: address → the expected code (newsclip.kernel.reasons). `noted`: readable, but with a code.
    `corrected`: the addresses that change when the correction is published.
    """

    events: dict[str, tuple[str, ...]]
    copies: dict[str, str]
    refused: dict[str, str]
    noted: dict[str, str]
    corrected: tuple[str, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The addresses of every readable article."""
        return frozenset(url for urls in self.events.values() for url in urls)


@dataclass(slots=True)
class Site:
    """All publishers on one port, as of `now`."""

    port: int
    now: datetime
    archive: Archive = field(init=False)
    first: tuple[Article, ...] = field(init=False)  # as published: the boxes beside an article are not corrected
    publishers: dict[str, Publisher] = field(init=False)

    def __post_init__(self) -> None:
        self.archive = load(self.now)
        self.first = self.archive.articles
        self.publishers = {kind.label: kind(self.port) for kind in PUBLISHERS}

    def answer(self, host: str, path: str) -> Document | None:
        """The document at this address; None if there is none."""
        publisher = self.publishers.get(host.removesuffix(".localhost"))
        if publisher is None:
            return self._directory() if host in {"localhost", "127.0.0.1"} and path == "/" else None
        path = unquote(path.split("?", 1)[0])
        if path.startswith("/pictures/"):
            return self._picture(path)
        if path in {publisher.feed_path, "/robots.txt", "/"}:
            return self._doorway(publisher, path)
        return self._page(publisher, path)

    def correct(self, now: datetime) -> list[str]:
        """Publish every pending correction. Returns the addresses that changed; none the second time."""
        waiting = self.archive.corrected
        articles = tuple(
            replace(waiting[article.slug], updated=now) if article.slug in waiting else article
            for article in self.archive.articles
        )
        changed = [self._url(article) for article in articles if article.slug in waiting]
        self.archive = Archive(articles, {})
        return changed

    def sources(self) -> list[str]:
        """The addresses to follow, as a person would paste them: feeds, home pages, a sitemap."""
        return [publisher.base + publisher.source_path for publisher in self.publishers.values()]

    def expected(self) -> Expected:
        """What should be found here."""
        codes = {"stub": "paywall_stub", "video": "video_page", "gallery": "gallery_page"}
        oldest = sorted(self.archive.articles, key=lambda article: article.published)
        readable = [article for article in oldest if article.kind not in codes]
        wire = {article.slug: self._url(article) for article in readable}
        refused = {self._url(article): codes[article.kind] for article in oldest if article.kind in codes}
        for publisher in self.publishers.values():
            refused |= {publisher.base + odd.path: odd.code for odd in publisher.oddities}
        events: dict[str, tuple[str, ...]] = {}
        for article in readable:
            events[article.event] = (*events.get(article.event, ()), self._url(article))
        return Expected(
            events=events,
            copies={self._url(article): wire[article.copy_of] for article in readable if article.copy_of},
            refused=refused,
            noted={self._url(article): "future_date" for article in readable if article.published > self.now},
            corrected=tuple(self._url(article) for article in readable if article.slug in self.archive.corrected),
        )

    def _url(self, article: Article) -> str:
        return self.publishers[article.publisher].url(article)

    def _of(self, publisher: Publisher) -> list[Article]:
        return [article for article in self.archive.articles if article.publisher == publisher.label]

    def _doorway(self, publisher: Publisher, path: str) -> Document:
        own = self._of(publisher)
        modified = max(min(article.updated, self.now) for article in own)
        if any(article.correction for article in own):
            modified = max(article.updated for article in own if article.correction)
        if path == "/robots.txt":
            return Document(publisher.robots.format(base=publisher.base).encode(), "text/plain", self.now, 3600)
        if path == "/":
            return Document(publisher.home_page(own[:_FRONT_PAGE]), _type(publisher), modified, 60)
        entries = feeds.entries(publisher, own, self.now)
        return Document(feeds.feed(publisher, entries), feeds.TYPES[publisher.feed], modified, 30)

    def _page(self, publisher: Publisher, path: str) -> Document | None:
        own = self._of(publisher)
        for article in own:
            if publisher.path(article) == path:
                others = [other for other in self.first if other.publisher == article.publisher]
                modified = article.updated if article.correction else min(article.updated, self.now)
                page = publisher.article_page(article, [other for other in others if other.slug != article.slug])
                return Document(page, _type(publisher), modified)
        for odd in publisher.oddities:
            if odd.path == path and odd.code != "not_found":
                return Document(publisher.list_page(odd.title, own), _type(publisher), self.now)
        section = [article for article in own if path == f"/{article.section.lower()}/"]
        if section:
            return Document(publisher.list_page(section[0].section, section), _type(publisher), self.now)
        return None

    def _picture(self, path: str) -> Document | None:
        name = path.removeprefix("/pictures/").removesuffix(".webp")
        if name not in pictures.NAMES:
            return None
        drawn = datetime.fromisoformat("2024-01-01T00:00:00+00:00")
        return Document(pictures.picture(name), "image/webp", drawn, 86_400)

    def _directory(self) -> Document:
        rows = "".join(
            f'<li><a href="{publisher.base}/">{escape(publisher.name)}</a>: {escape(publisher.tagline)}</li>'
            for publisher in self.publishers.values()
        )
        page = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>The sample press</title>'
            f"<h1>The sample press</h1><p>Invented papers of an invented country.</p><ul>{rows}</ul></html>"
        )
        return Document(page.encode(), f"{_HTML}; charset=utf-8", self.now)


def _type(publisher: Publisher) -> str:
    return f"{_HTML}; charset={publisher.encoding}"
