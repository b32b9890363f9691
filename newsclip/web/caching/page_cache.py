"""Pages for readers without a cookie, kept as they were sent: rendered and compressed once for all, once a change.

Nobody gets another person's page: what is kept was made for a request without any cookie, is given to requests without
any cookie, and is not kept where the answer sets one or depends on anything else of the request. A page is good to the
end of the second in which it was made, and for another one as long as nothing was written to the tables (`AGES` seconds
at most: pages say how old things are). An answer that came out the same keeps its ETag. Each process keeps its own.
What caches further on may add to a page's age is bounded too: every change is seen everywhere within `SEEN` seconds.

It stands before the framework (PEP 3333), so that a page that is kept costs no more than looking it up.
"""

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from gzip import compress
from typing import Any

from cachetools import LRUCache
from django.http import HttpRequest
from django.utils.http import parse_etags
from django.utils.translation import get_language_from_request

from newsclip.web.caching.cache_version import Freshness, Unknown, Version
from newsclip.web.caching.replica import PERSONAL

type Environ = dict[str, Any]
type Headers = list[tuple[str, str]]
type StartResponse = Callable[..., Any]
type Application = Callable[[Environ, StartResponse], Iterable[bytes]]
type Answer = tuple[str, Headers, bytes]

FRESH, SEEN = 1, 2
ROOM = 32 * 1024 * 1024  # bytes in each process
LARGEST = 1024 * 1024  # bytes: one page takes a thirty-second of the room at most
_LONGEST_ADDRESS = 500  # characters; longer ones are made by machines and asked for once
_VARYING = {"cookie", "accept-encoding", "accept-language"}
_OF_ONE_ANSWER = {"content-length", "etag", "vary", "cache-control"}
# Answers are kept whole, plain and without conditions: these make one of the kept page afterwards.
_OF_ONE_ASKING = (
    "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_RANGE",
)  # fmt: skip
# Browsers ask each time and mostly hear 304. FRESH here and a second of staleness there are SEEN seconds.
_FOR_BROWSERS = f"public, max-age=0, stale-while-revalidate={SEEN - FRESH}"


@dataclass(frozen=True, slots=True)
class Form:
    """A page as it goes out: plain or compressed."""

    body: bytes
    etag: str
    headers: Headers
    not_modified: Headers


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page; `digest` of its plain body, `modified` as the page says it."""

    plain: Form
    zipped: Form
    digest: str
    modified: str
    freshness: Freshness

    def size(self) -> int:
        return len(self.plain.body) + len(self.zipped.body) + 2000

    def answer(self, environ: Environ) -> Answer:
        """Status, headers and body for who asks so."""
        # To nginx: the last second in which it may show this, of the same clock.
        expires = ("X-Accel-Expires", f"@{self.freshness.good + SEEN - FRESH}")
        form = self.zipped if _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")) else self.plain
        if _is_known(environ, form, self.modified):
            return "304 Not Modified", [*form.not_modified, expires], b""
        return "200 OK", [*form.headers, expires], b"" if environ["REQUEST_METHOD"] == "HEAD" else form.body


class PageCache:
    """Around the whole site."""

    def __init__(
        self, site: Application, clock: Callable[[], float] = time.time, version: Callable[[], Version] = Unknown
    ) -> None:
        self.site = site
        self.clock, self.version = clock, version
        self.kept: LRUCache[Sequence[str], CachedPage] = LRUCache(ROOM, getsizeof=CachedPage.size)
        self.lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not _is_anybodys(environ):
            return self.site(environ, start_response)
        kept = self.renew(environ)
        if kept is None:
            if environ["REQUEST_METHOD"] == "HEAD":
                return self.site(environ, start_response)
            found = self._render(environ, start_response, self.find(environ))
            if not isinstance(found, CachedPage):
                return found
            kept = self._put(environ, found)
        status, headers, body = kept.answer(environ)
        start_response(status, headers)
        return [body] if body else []

    def find(self, environ: Environ) -> CachedPage | None:
        """The page that was made for such a question, good or not."""
        if _is_anybodys(environ):
            with self.lock:
                return self.kept.get(_key(environ))
        return None

    def is_good(self, kept: CachedPage) -> bool:
        """Whether it is known to be, for this second; asks nobody."""
        return kept.freshness.good == int(self.clock())

    def renew(self, environ: Environ) -> CachedPage | None:
        """The page, if it is good for this second too; asks the tables where nobody did."""
        second, kept = int(self.clock()), self.find(environ)
        if kept is None or kept.freshness.good == second:
            return kept
        still = kept.freshness.renewed(second, self.version())
        return self._put(environ, replace(kept, freshness=still)) if still else None

    def _put(self, environ: Environ, kept: CachedPage) -> CachedPage:
        with self.lock:
            self.kept[_key(environ)] = kept
        return kept

    def _render(
        self, environ: Environ, start_response: StartResponse, before: CachedPage | None
    ) -> CachedPage | Iterable[bytes]:
        """The page to keep, or the answer to somebody alone, which has begun."""
        freshness = Freshness.of(int(self.clock()), self.version())
        status = ""
        headers: Headers = []

        def hear(said: str, told: Headers, exc_info: Any = None) -> None:
            nonlocal status, headers
            status, headers = said, told

        body = self.site({name: value for name, value in environ.items() if name not in _OF_ONE_ASKING}, hear)
        if not _may_be_kept(status, headers):
            start_response(status, headers)
            return body
        try:
            whole = b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()
        return _keep(whole, headers, before, freshness)


def _is_anybodys(environ: Environ) -> bool:
    path = environ["PATH_INFO"]
    return (
        environ["REQUEST_METHOD"] in {"GET", "HEAD"}
        and not environ.get("HTTP_COOKIE")
        and "HTTP_AUTHORIZATION" not in environ
        and "HTTP_HX_REQUEST" not in environ  # wants a part of the page
        and len(environ.get("QUERY_STRING", "")) + len(path) <= _LONGEST_ADDRESS
        and not path.startswith(PERSONAL)
    )


def _key(environ: Environ) -> Sequence[str]:
    """All that a page without a cookie may depend on."""
    return (
        _language(environ.get("HTTP_ACCEPT_LANGUAGE", "")),
        environ["wsgi.url_scheme"],
        environ.get("HTTP_X_FORWARDED_PROTO", ""),
        environ.get("HTTP_HOST", ""),
        environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""),
    )


@lru_cache(1000)
def _language(accepted: str) -> str:
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = accepted
    return get_language_from_request(request)


def _may_be_kept(status: str, headers: Headers) -> bool:
    told = {name.lower(): value for name, value in headers}
    varies = {name.strip().lower() for name in told.get("vary", "").split(",") if name.strip()}
    control = told.get("cache-control", "")
    return (
        status.startswith("200 ")
        and varies <= _VARYING
        and told.keys().isdisjoint({"set-cookie", "content-encoding"})
        and "private" not in control
        and "no-store" not in control
        and 0 <= int(told.get("content-length", -1)) <= LARGEST
    )


def _keep(body: bytes, headers: Headers, before: CachedPage | None, freshness: Freshness) -> CachedPage:
    told = {name.lower(): value for name, value in headers}
    digest = hashlib.sha256(body).hexdigest()[:32]
    zipped = before.zipped.body if before and before.digest == digest else compress(body, 6, mtime=0)
    about = [
        ("Cache-Control", _FOR_BROWSERS),
        (
            "Vary",
            "Accept-Encoding, Cookie" + (", Accept-Language" if "language" in told.get("vary", "").lower() else ""),
        ),
    ]
    own = [(name, value) for name, value in headers if name.lower() not in _OF_ONE_ANSWER]
    # Another encoding is another sequence of bytes, so it has another strong ETag (RFC 9110, 8.8.3.3).
    plain = _form(body, f'"{digest}"', own, about)
    small = _form(zipped, f'"{digest}-gzip"', [*own, ("Content-Encoding", "gzip")], about)
    return CachedPage(plain, small, digest, told.get("last-modified", ""), freshness)


def _form(body: bytes, etag: str, own: Headers, about: Headers) -> Form:
    about = [*about, ("ETag", etag)]
    return Form(body, etag, [*own, *about, ("Content-Length", str(len(body)))], about)


def _is_known(environ: Environ, form: Form, modified: str) -> bool:
    """Whether the asker has this very page: by ETag, else by the date that the page gave (RFC 9110, 13.1)."""
    asked = environ.get("HTTP_IF_NONE_MATCH", "")
    if not asked:
        return bool(modified) and environ.get("HTTP_IF_MODIFIED_SINCE", "") == modified
    return asked == form.etag or any(etag in {"*", form.etag, f"W/{form.etag}"} for etag in parse_etags(asked))


@lru_cache(100)
def _takes_gzip(accepted: str) -> bool:
    """What an Accept-Encoding says of gzip; a weight of 0 is a no (RFC 9110, 12.5.3)."""
    for part in accepted.split(","):
        coding, _, weight = part.strip().partition(";")
        if coding.strip().lower() == "gzip":
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False
