"""Pages for readers without a cookie, kept as they were sent: rendered and compressed once for all who ask in seconds.

Nobody gets another person's page: what is kept was made for a request without any cookie, is given to requests without
any cookie, and is not kept where the answer sets one. A page is rendered anew after `FRESH` seconds, so every change is
seen everywhere by then; an answer that came out the same keeps its ETag. Each process keeps its own.
"""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from gzip import compress
from time import monotonic

from cachetools import LRUCache
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

FRESH = 2.0
STALE_FOR = 60
ROOM = 64 * 1024 * 1024
LARGEST = 1024 * 1024
_LONGEST_ADDRESS = 500
_PERSONAL = ("/accounts/", "/staff/", "/settings", "/static/", "/media/", "/mail/", "/websub/", "/healthz", "/readyz")
_HEADERS_OF_ONE_ANSWER = {"content-length", "content-encoding", "etag", "set-cookie", "vary", "cache-control"}


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, plain and compressed; `until` by the monotonic clock, in seconds."""

    body: bytes
    zipped: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    until: float

    def size(self) -> int:
        return len(self.body) + len(self.zipped) + 500


class PageCache:
    """A middleware: outermost but for the headers that every answer gets."""

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponseBase], clock: Callable[[], float] = monotonic
    ) -> None:
        self.get_response = get_response
        self.clock = clock
        self.kept: LRUCache[str, Kept] = LRUCache(ROOM, getsizeof=Kept.size)
        self.lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_anybodys(request):
            return self.get_response(request)
        key = f"{request.scheme} {request.META.get('HTTP_HOST', '')} {request.get_full_path()}"
        with self.lock:
            kept = self.kept.get(key)
        if kept is None or kept.until <= self.clock():
            answer = self.get_response(request)
            if not _may_be_kept(answer):
                return answer
            assert isinstance(answer, HttpResponse)  # noqa: S101 -- _may_be_kept saw to it
            kept = _keep(answer, kept, self.clock() + FRESH)
            with self.lock:
                self.kept[key] = kept
        return _answer(request, kept)


def _is_anybodys(request: HttpRequest) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and not request.COOKIES
        and "authorization" not in request.headers
        and len(request.META.get("QUERY_STRING", "")) + len(request.path) <= _LONGEST_ADDRESS
        and not request.path.startswith(_PERSONAL)
    )


def _may_be_kept(answer: HttpResponseBase) -> bool:
    return (
        isinstance(answer, HttpResponse)
        and answer.status_code == 200
        and not answer.cookies
        and not answer.has_header("Content-Encoding")
        and "private" not in answer.get("Cache-Control", "")
        and "no-store" not in answer.get("Cache-Control", "")
        and len(answer.content) <= LARGEST
    )


def _keep(answer: HttpResponse, before: Kept | None, until: float) -> Kept:
    body = answer.content
    headers = tuple((name, value) for name, value in answer.items() if name.lower() not in _HEADERS_OF_ONE_ANSWER)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if before is not None and before.etag == etag:
        return Kept(before.body, before.zipped, headers, etag, until)
    return Kept(body, compress(body, 6, mtime=0), headers, etag, until)


def _answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    # Another encoding is another sequence of bytes, so it has another strong ETag (RFC 9110, 8.8.3.3).
    etag = f'{kept.etag[:-1]}-gzip"' if zipped else kept.etag
    known = parse_etags(request.headers.get("if-none-match", ""))
    answer: HttpResponse
    if etag in known or "*" in known:
        answer = HttpResponseNotModified()
    else:
        answer = HttpResponse(kept.zipped if zipped else kept.body)
        for name, value in kept.headers:
            answer[name] = value
        answer["Content-Length"] = str(len(kept.zipped if zipped else kept.body))
        if zipped:
            answer["Content-Encoding"] = "gzip"
    answer["ETag"] = etag
    answer["Cache-Control"] = f"public, max-age={int(FRESH)}, stale-while-revalidate={STALE_FOR}"
    patch_vary_headers(answer, ("Accept-Encoding", "Cookie"))
    return answer
