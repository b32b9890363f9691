"""What is asked of the network, and what comes back. The one that asks is an adapter (see adapters/egress)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ask:
    """One polite GET. `etag` and `last_modified` make it conditional; `limit` bounds the decompressed body in bytes.

    With a `form` (application/x-www-form-urlencoded) it is one POST instead, to a program that waits for it: it is not
    crawling, so robots.txt is not asked; a redirect is followed only where it keeps the method (307, 308) and the
    origin, since a form may hold a secret. A `body` with its own `headers` (pairs) is posted the same way.
    """

    url: str
    accept: str = "*/*"
    etag: str = ""
    last_modified: str = ""
    limit: int = 10 * MEGABYTE
    form: str = ""
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def posted(self) -> bytes | None:
        """What is sent; None where it is a GET."""
        return self.body or self.form.encode() or None


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: `url` is where it was found in the end, after `hops` redirects.

    `moved` is the new address when every redirect on the way was permanent (301, 308), else "".
    Header names are in lower case.
    """

    url: str
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hops: int = 0
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Nothing came back. `code` is one of newsclip.kernel.reasons; `detail` is for the operator.

    `wait` is how many seconds the host asked us to stay away (Retry-After), or None.
    """

    url: str
    code: str
    detail: str = ""
    wait: int | None = None


type Answer = Page | Failure


class Fetch(Protocol):
    """Asks the network politely: in parallel across hosts, one at a time within one, robots.txt honoured."""

    def __call__(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Answer]]:
        """Each ask with its answer, as they come. Never raises for what the network does."""
        ...


@runtime_checkable
class TellsOfLulls(Protocol):
    """A Fetch that also says when nothing came for a while: who waits may do something else, and ask again."""

    def with_lulls(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Answer] | None]:
        """As Fetch; None where nothing came for a while, and more is on its way."""
        ...


def as_they_come(fetch: Fetch, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Answer] | None]:
    """Each ask with its answer, and None wherever nothing came for a while, of a Fetch that can tell."""
    return fetch.with_lulls(asks) if isinstance(fetch, TellsOfLulls) else fetch(asks)


class Call(Protocol):
    """One exchange with a program that waits for it, to the servers that the operator named and to public ones."""

    def __call__(self, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """GET, or POST with a `body`; redirects are answers, not orders. Never raises for what the network does."""
        ...


class Post(Protocol):
    """Sends to one server that the operator named, and to no other."""

    def __call__(self, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """POST `body` to that path of the server. Never raises for what the network does."""
        ...
