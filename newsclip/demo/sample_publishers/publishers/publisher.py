"""What all sample publishers have in common; each has its own file beside this one."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import ClassVar, Literal

from newsclip.demo.sample_publishers import markup
from newsclip.demo.sample_publishers.archive import Article

type FeedKind = Literal["rss", "rss091", "rdf", "atom", "json", "sitemap"]

_TEMPLATES = Path(__file__).parent.parent / "templates"
_FREE_PARAGRAPHS = 1


@dataclass(frozen=True, slots=True)
class Oddity:
    """A feed entry that leads to no article, and the expected code (newsclip.kernel.reasons)."""

    path: str
    title: str
    code: str
    hours_ago: float


class Publisher(ABC):
    """One outlet. `source_path` is what a person would paste to follow it, `owner` the group behind it.

    `announced` says whether the home page names the feed in a `<link rel="alternate">`.
    """

    label: ClassVar[str]
    name: ClassVar[str]
    tagline: ClassVar[str]
    owner: ClassVar[str]
    feed: ClassVar[FeedKind]
    feed_path: ClassVar[str]
    source_path: ClassVar[str]
    announced: ClassVar[bool] = True
    encoding: ClassVar[str] = "utf-8"
    oddities: ClassVar[tuple[Oddity, ...]] = ()
    robots: ClassVar[str] = "User-agent: *\nAllow: /\n"

    def __init__(self, port: int) -> None:
        self.base = f"http://{self.label}.localhost:{port}"

    @abstractmethod
    def path(self, article: Article) -> str:
        """The article's path on this site."""

    @abstractmethod
    def head(self, article: Article) -> str:
        """The metadata of this outlet's pages."""

    def date(self, article: Article) -> str:
        """The date in this outlet's format."""
        return f"{article.published.day} {article.published:%B %Y, %H:%M}"

    def body(self, article: Article) -> str:
        """The article itself as HTML."""
        return markup.prose(article.body)

    def url(self, article: Article) -> str:
        return self.base + self.path(article)

    def article_page(self, article: Article, others: Sequence[Article]) -> bytes:
        """The page of one article; `others` fill the boxes around it."""
        content = _template(self.label, "article").substitute(
            title=escape(article.title, quote=False),
            authors=escape(markup.byline(article.authors)),
            date=self.date(article),
            iso=article.published.isoformat(timespec="seconds"),
            updated=article.updated.isoformat(timespec="seconds"),
            section=escape(article.section),
            section_path=f"/{article.section.lower()}/",
            figure=markup.figure(article) if article.kind not in {"video", "gallery"} else "",
            body=self._content(article),
            correction=escape(article.correction),
            correction_class="correction" if article.correction else "none",
            related=markup.links((self.path(other), other.title) for other in others[:4]),
            most_read=markup.links((self.path(other), other.title) for other in others[4:9]),
            url=self.url(article),
        )
        return self.page(article.title, content, self.head(article))

    def home_page(self, articles: Sequence[Article]) -> bytes:
        """The front page."""
        return self.page(f"{self.name}: {self.tagline}", self.listing(articles, self.tagline), self.feed_link())

    def list_page(self, title: str, articles: Sequence[Article]) -> bytes:
        """A page of links under a heading."""
        return self.page(title, self.listing(articles, title), self.feed_link())

    def listing(self, articles: Sequence[Article], heading: str) -> str:
        """Teasers of articles: picture, headline, first lines."""
        cards = "\n".join(
            f'<article class="card"><a href="{self.path(article)}">{self._thumbnail(article)}'
            f"<h2>{escape(article.title)}</h2></a><p>{escape(shorten(article.summary))}</p></article>"
            for article in articles
        )
        return f'<main class="front"><h1>{escape(heading)}</h1>\n{cards}\n</main>'

    def page(self, title: str, content: str, head: str = "") -> bytes:
        """The whole page in this outlet's layout and encoding."""
        frame = _template(self.label, "page")
        text = frame.substitute(
            title=escape(title), name=escape(self.name), tagline=escape(self.tagline), head=head, content=content
        )
        return text.encode(self.encoding, "xmlcharrefreplace")

    def feed_link(self) -> str:
        """The `<link>` that feed readers look for on the home page."""
        kinds = {"rss": "rss+xml", "rss091": "rss+xml", "rdf": "rdf+xml", "atom": "atom+xml", "json": "feed+json"}
        if not self.announced or self.feed not in kinds:
            return ""
        kind = f"application/{kinds[self.feed]}"
        return f'<link rel="alternate" type="{kind}" title="{escape(self.name)}" href="{self.feed_path}">'

    def _content(self, article: Article) -> str:
        match article.kind:
            case "video":
                return markup.player(article)
            case "gallery":
                return markup.gallery(article)
            case "live":
                return markup.live(article.body)
            case "stub":
                return markup.prose(article.body[:_FREE_PARAGRAPHS]) + _template(self.label, "wall").substitute()
            case _:
                return self.body(article)

    def _thumbnail(self, article: Article) -> str:
        if not article.image:
            return ""
        return f'<img src="{markup.picture(article.image)}" width="320" height="180" loading="lazy" alt="">'


def shorten(text: str, limit: int = 180) -> str:
    """At most `limit` characters, cut between words."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"


@cache
def _template(label: str, part: str) -> Template:
    return Template((_TEMPLATES / label / f"{part}.html").read_text("utf-8"))
