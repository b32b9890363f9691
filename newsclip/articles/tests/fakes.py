"""A network and a picture store that live in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from newsclip.articles.actions import admit
from newsclip.articles.models import Article
from newsclip.articles.tests.saved import page
from newsclip.kernel.fetching import Answer, Failure, Page, Request
from newsclip.kernel.reasons import Refused
from newsclip.kernel.trouble import Trouble
from newsclip.sources.models import Publisher, Source
from newsclip.sources.ports import Entry

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
HTML = {"content-type": "text/html; charset=utf-8"}


@dataclass
class FakeFetch:
    """Answers from a table; what is not in it is not found. Remembers what was asked."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def __call__(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer]]:
        for ask in asks:
            self.asked.append(ask)
            yield ask, self.answers.get(ask.url, Page(ask.url, 404))

    def serve(self, url: str, name_or_body: str | bytes, *, at: str = "", **headers: str) -> None:
        body = page(name_or_body) if isinstance(name_or_body, str) else name_or_body
        self.answers[url] = Page(at or url, 200, body, HTML | {k.replace("_", "-"): v for k, v in headers.items()})

    def fail(self, url: str, code: str, wait: int | None = None) -> None:
        self.answers[url] = Failure(url, code, wait=wait)


@dataclass
class MemoryStore:
    kept: dict[str, bytes] = field(default_factory=dict)

    place = "memory"
    away: str = ""

    def put(self, name: str, content: bytes) -> None:
        self._must_answer()
        self.kept[name] = content

    def read(self, name: str) -> bytes | None:
        self._must_answer()
        return self.kept.get(name)

    def forget(self, name: str) -> None:
        self._must_answer()
        self.kept.pop(name, None)

    def missing(self, names: Iterable[str]) -> list[str]:
        self._must_answer()
        return [name for name in names if name not in self.kept]

    @property
    def answers(self) -> bool:
        return not self.away

    def trouble(self) -> Trouble | None:
        return Trouble(self.away, "Start it.") if self.away else None

    def _must_answer(self) -> None:
        if self.away:
            raise Refused("store_away", self.away)


def make_source(url: str = "https://quill.example/feed") -> Source:
    publisher, _ = Publisher.objects.get_or_create(domain="quill.example", defaults={"name": "quill.example"})
    source, _ = Source.objects.get_or_create(
        url=url, defaults={"kind": Source.Kind.FEED, "publisher": publisher, "added_at": NOW, "due_at": NOW}
    )
    return source


def found(*urls: str, published: datetime | None = None) -> list[Article]:
    """These articles, admitted at NOW."""
    admit(make_source(), [Entry(url, title="As the feed has it", published=published) for url in urls], now=NOW)
    return [Article.objects.get(url=url) for url in urls]
