"""The ports for HTTP requests: what is requested and what comes back. The adapter is in adapters/egress."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """One polite GET. `etag` and `last_modified` make it conditional; `limit` bounds the decompressed body in bytes.

    With a `form` (application/x-www-form-urlencoded) or a `body` with `headers` (pairs) it is a POST to an API. That is
    not crawling, so robots.txt is not consulted. A redirect is followed only if it keeps the method (307, 308) and the
    origin, since a form may hold a secret.
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
        """The body to send; None for a GET."""
        return self.body or self.form.encode() or None


@dataclass(frozen=True, slots=True)
class Page:
    """A response. `url` is the final address, after `hops` redirects.

    `moved` is the new address if every redirect was permanent (301, 308), else "". Header names are in lower case.
    """

    url: str
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    hops: int = 0
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """No response. `code` is one of newsclip.kernel.reasons; `detail` is for the operator.

    `wait` is how many seconds the host asked us to stay away (Retry-After), or None.
    """

    url: str
    code: str
    detail: str = ""
    wait: int | None = None


type Answer = Page | Failure


class Fetch(Protocol):
    """Fetches politely: in parallel across hosts, one request at a time per host, honouring robots.txt."""

    def __call__(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer]]:
        """Yield each request with its answer, as they arrive. Never raises for network errors."""


@runtime_checkable
class IdleAwareFetch(Protocol):
    """A Fetch that also reports idle periods, so that the caller can do other work before it asks for more."""

    def with_idle_periods(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer] | None]:
        """As Fetch; also yields None if nothing arrived for a while and more is to come."""


def fetch_with_idle(fetch: Fetch, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer] | None]:
    """Each request with its answer, and None for every idle period that the Fetch reports."""
    return fetch.with_idle_periods(asks) if isinstance(fetch, IdleAwareFetch) else fetch(asks)


class Call(Protocol):
    """One exchange with an API, on a server that the operator named or on a public one."""

    def __call__(self, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """GET, or POST with a `body`. Redirects are returned, not followed. Never raises for network errors."""


class Post(Protocol):
    """Sends to the one server that the operator named, and to no other."""

    def __call__(self, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """POST `body` to that path of the server. Never raises for network errors."""
