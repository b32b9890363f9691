"""Pages for readers without a cookie, kept as they were sent: rendered and compressed once for all who ask in a second.

Nobody gets another person's page: what is kept was made for a request without any cookie, is given to requests without
any cookie, and is not kept where the answer sets one or depends on anything else of the request. A page is rendered
anew after `FRESH` seconds; an answer that came out the same keeps its ETag. Each process keeps its own. What caches
further on may add to its age is bounded too, so that every change is seen everywhere within `SEEN` seconds.
"""

import hashlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from gzip import compress

from cachetools import LRUCache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language_from_request

FRESH = 1.0
SEEN = 2.0
ROOM = 32 * 1024 * 1024
LARGEST = 1024 * 1024
_LONGEST_ADDRESS = 500
_PERSONAL = ("/accounts/", "/staff/", "/settings", "/static/", "/media/", "/mail/", "/websub/", "/healthz", "/readyz")
_HEADERS_OF_ONE_ANSWER = {"content-length", "content-encoding", "etag", "set-cookie", "vary", "cache-control"}
# Answers are kept whole, plain and without conditions: these make one of the kept page afterwards.
_OF_ONE_ASKING = (
    "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_RANGE",
)  # fmt: skip
# Browsers ask each time and mostly hear 304. FRESH here and a second of staleness there are SEEN seconds.
_FOR_BROWSERS = f"public, max-age=0, stale-while-revalidate={int(SEEN - FRESH)}"


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, plain and compressed; `made` by the wall clock, `until` by the monotonic one, in seconds."""

    body: bytes
    zipped: bytes
    headers: tuple[tuple[str, str], ...]
    varies: tuple[str, ...]
    etag: str
    modified: int | None
    made: float
    until: float

    def size(self) -> int:
        return len(self.body) + len(self.zipped) + 500


class PageCache:
    """A middleware: outermost but for the headers that every answer gets."""

    def __init__(
        self,
        get_response: Callable[[HttpRequest], HttpResponseBase],
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self.get_response = get_response
        self.clock, self.wall_clock = clock, wall_clock
        self.kept: LRUCache[str, Kept] = LRUCache(ROOM, getsizeof=Kept.size)
        self.lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_anybodys(request):
            return self.get_response(request)
        language = get_language_from_request(request)
        key = f"{language} {request.scheme} {request.META.get('HTTP_HOST', '')} {request.get_full_path()}"
        with self.lock:
            kept = self.kept.get(key)
        if kept is None or kept.until <= self.clock():
            if request.method == "HEAD":
                return self.get_response(request)
            asked = _take_out(request)
            began, made = self.clock(), self.wall_clock()
            answer = self.get_response(request)
            request.META.update(asked)
            request.__dict__.pop("headers", None)
            if not _may_be_kept(answer):
                return answer
            assert isinstance(answer, HttpResponse)  # noqa: S101 -- _may_be_kept saw to it
            kept = _keep(answer, kept, made=made, until=began + FRESH)
            with self.lock:
                self.kept[key] = kept
        return _answer(request, kept)


def _is_anybodys(request: HttpRequest) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and not request.META.get("HTTP_COOKIE")
        and "HTTP_AUTHORIZATION" not in request.META
        and len(request.META.get("QUERY_STRING", "")) + len(request.path) <= _LONGEST_ADDRESS
        and not request.path.startswith(_PERSONAL)
    )


def _take_out(request: HttpRequest) -> dict[str, str]:
    asked = {name: request.META.pop(name) for name in _OF_ONE_ASKING if name in request.META}
    request.__dict__.pop("headers", None)  # Django keeps them once they were read
    return asked


def _may_be_kept(answer: HttpResponseBase) -> bool:
    return (
        isinstance(answer, HttpResponse)
        and answer.status_code == 200
        and not answer.cookies
        and _varies(answer) <= {"cookie", "accept-encoding", "accept-language"}
        and not answer.has_header("Content-Encoding")
        and "private" not in answer.get("Cache-Control", "")
        and "no-store" not in answer.get("Cache-Control", "")
        and len(answer.content) <= LARGEST
    )


def _varies(answer: HttpResponseBase) -> set[str]:
    return {name.strip().lower() for name in answer.get("Vary", "").split(",") if name.strip()}


def _keep(answer: HttpResponse, before: Kept | None, *, made: float, until: float) -> Kept:
    body = answer.content
    headers = tuple((name, value) for name, value in answer.items() if name.lower() not in _HEADERS_OF_ONE_ANSWER)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    said = answer.get("Last-Modified", "")
    modified = int(parsedate_to_datetime(said).timestamp()) if said else None
    varies = ("Accept-Encoding", "Cookie", *(["Accept-Language"] if "accept-language" in _varies(answer) else []))
    same = before is not None and before.etag == etag
    zipped = before.zipped if before is not None and same else compress(body, 6, mtime=0)
    return Kept(body, zipped, headers, varies, etag, modified, made, until)


def _answer(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    zipped = _takes_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    # Another encoding is another sequence of bytes, so it has another strong ETag (RFC 9110, 8.8.3.3).
    etag = f'{kept.etag[:-1]}-gzip"' if zipped else kept.etag
    answer = _not_needed(request, etag, kept.modified)
    if answer is None:
        body = kept.zipped if zipped else kept.body
        answer = HttpResponse(body)
        for name, value in kept.headers:
            answer.headers[name] = value
        answer.headers["Content-Length"] = str(len(body))
        if zipped:
            answer.headers["Content-Encoding"] = "gzip"
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = _FOR_BROWSERS
    answer.headers["X-Accel-Expires"] = f"@{int(kept.made + SEEN - 1)}"  # nginx: stale once its second is over
    patch_vary_headers(answer, kept.varies)
    return answer


def _not_needed(request: HttpRequest, etag: str, modified: int | None) -> HttpResponseBase | None:
    """304 or 412 where the asker's conditions say so (RFC 9110, 13)."""
    if not any(name in request.META for name in _OF_ONE_ASKING[1:5]):
        return None
    return get_conditional_response(request, etag=etag, last_modified=modified)


def _takes_gzip(accepted: str) -> bool:
    """What an Accept-Encoding says of gzip; a weight of 0 is a no (RFC 9110, 12.5.3)."""
    for part in accepted.split(","):
        coding, _, weight = part.strip().partition(";")
        if coding.strip().lower() == "gzip":
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False
