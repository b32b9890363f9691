"""One request and its response, without redirects: bounded in time and size, every failure has a code."""

import asyncio
import ssl
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime

import aiohttp
from yarl import URL

from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.egress.guard import NotPublic
from newsclip.kernel.fetching import Answer, Failure, Page

LONGEST_WAIT = 7 * 24 * 3600  # seconds; bounds Retry-After
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PLAIN_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_GOOD = frozenset({200, 203})
_TAKEN = frozenset({200, 201, 202, 204})
_PIECE = 64 * 1024  # bytes read before the limits are looked at again
_LARGEST_RATIO = 200  # decompressed to compressed: more is a zip bomb
_RATIO_COUNTS_FROM = 1024 * 1024  # bytes: a smaller body does no harm, however well it was compressed
_CODES = {401: "unauthorized", 403: "unauthorized", 404: "not_found", 410: "gone", 429: "busy", 503: "busy"}


class TooLarge(Exception):
    """The decompressed body exceeds its limit."""


async def get(  # noqa: PLR0913 one request has so many sides
    session: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    *,
    limit: int,
    bounds: Bounds,
    cut: bool = False,
    body: bytes | None = None,
) -> Answer:
    """Request `url`, which must be normalized and checked. `cut`: truncate a larger body to `limit` bytes.

    With a `body` it is a POST.
    """
    try:
        async with asyncio.timeout(bounds.total):
            return await _get(session, url, headers, limit, bounds, cut=cut, body=body)
    except TooLarge as error:
        return Failure(url, "too_large", str(error))
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
        return Failure(url, _code_of(error), _detail(error)[:300])


async def _get(  # noqa: PLR0913 the same
    session: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    limit: int,
    bounds: Bounds,
    *,
    cut: bool,
    body: bytes | None,
) -> Answer:
    method = "GET" if body is None else "POST"
    at = URL(url, encoded=True)
    async with session.request(method, at, data=body, headers=headers, allow_redirects=False) as response:
        found = _by_name(response.headers.items())
        status = response.status
        if status in REDIRECTS or status == 304:
            response.close()  # their bodies are useless, and may have any size
            return Page(url, status, headers=found)
        if status not in (_GOOD if body is None else _TAKEN):
            response.close()
            return _failure(url, status, found)
        if found.get("content-encoding", "").strip().lower() not in _PLAIN_ENCODINGS:
            return Failure(url, "bad_answer", f"Content-Encoding: {found['content-encoding'][:100]}")
        if found.get("content-type", "").lower().startswith("multipart/"):
            return Failure(url, "bad_answer", "a multipart answer")
        return Page(url, status, await _body(response, limit, bounds, cut=cut), found)


def _by_name(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By lower-case name. The last of repeated fields counts, except that Link lines are joined (RFC 8288)."""
    found: dict[str, str] = {}
    for name, value in fields:
        key = name.lower()
        found[key] = f"{found[key]}, {value}" if key == "link" and key in found else value
    return found


async def _body(response: aiohttp.ClientResponse, limit: int, bounds: Bounds, *, cut: bool) -> bytes:
    """Raises TimeoutError if it is slower than the minimum rate."""
    body, began = bytearray(), asyncio.get_running_loop().time()
    async with asyncio.timeout(bounds.grace) as least:
        async for piece in response.content.iter_chunked(_PIECE):
            body += piece
            if len(body) > limit:
                if cut:
                    break
                raise TooLarge(f"more than {limit} bytes")
            raw = response.content.total_raw_bytes
            if len(body) > _RATIO_COUNTS_FROM and len(body) > raw * _LARGEST_RATIO:
                raise TooLarge(f"{raw} bytes unpack to more than {len(body)}")
            least.reschedule(began + bounds.grace + raw / bounds.rate)
    if len(body) > limit or not response.content.at_eof():
        response.close()
    del body[limit:]
    return bytes(body)


def _failure(url: str, status: int, headers: Mapping[str, str]) -> Failure:
    code = _CODES.get(status)
    if code is None:
        code = "server_error" if status >= 500 else "client_error" if status >= 400 else "bad_answer"
    wait = retry_after(headers) if code == "busy" or status >= 500 else None
    return Failure(url, code, str(status), wait)


def retry_after(headers: Mapping[str, str]) -> int | None:
    """Seconds to stay away (RFC 9110, section 10.2.3), or None. A date is relative to the response's own Date."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:12]), LONGEST_WAIT)
    try:
        until, sent = parsedate_to_datetime(value), parsedate_to_datetime(headers.get("date", ""))
        return min(max(int((until - sent).total_seconds()), 0), LONGEST_WAIT)
    except (ValueError, TypeError, OverflowError):
        return None


def _detail(error: Exception) -> str:
    """What happened, as its library says it; of a failed connection without how certificates would be checked."""
    if isinstance(error, aiohttp.ClientConnectorError) and not isinstance(error, aiohttp.ClientSSLError):
        return f"no connection to {error.host}:{error.port}: {error.os_error.strerror or error.os_error}"
    return f"{type(error).__name__}: {error}"


def _code_of(error: Exception) -> str:
    if isinstance(getattr(error, "os_error", error), NotPublic):
        return "address_not_public"
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "name_unknown"
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return "tls_failed"
    if isinstance(error, aiohttp.InvalidURL):
        return "not_a_url"
    if isinstance(error, OSError):
        return "connection_failed"
    return "bad_answer"
