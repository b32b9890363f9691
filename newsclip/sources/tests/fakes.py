"""A network that a test writes down."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from newsclip.kernel.fetching import Answer, Failure, Page, Request

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


class Web:
    """Answers from `pages`; everything else is not found. `asked` is what was asked, in order."""

    def __init__(self, **pages: Answer) -> None:
        self.pages: dict[str, Answer] = dict(pages)
        self.asked: list[Request] = []

    def put(self, url: str, body: bytes, type_: str = "application/rss+xml", **headers: str) -> None:
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[url] = Page(url, 200, body, {"content-type": type_} | fields)

    def fail(self, url: str, code: str, detail: str = "", wait: int | None = None) -> None:
        self.pages[url] = Failure(url, code, detail, wait)

    def __call__(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer]]:
        for ask in list(asks):
            self.asked.append(ask)
            yield ask, self.pages.get(ask.url, Failure(ask.url, "not_found", "404"))


def rss(
    *items: str, title: str = "The Fernby Gazette", head: str = "", home: str = "https://gazette.example/"
) -> bytes:
    """An RSS 2.0 feed; each item is what stands inside <item>."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>{home}</link>{head}{inside}'
        "</channel></rss>"
    ).encode()


def item(path: str, title: str = "Bridge opens", when: str = "Mon, 02 Mar 2026 10:00:00 GMT") -> str:
    return f"<title>{title}</title><link>https://gazette.example{path}</link><pubDate>{when}</pubDate>"
