"""Between the web server and the site: who asks for a kept page has it at once, who sends something is read first.

granian calls this in one event loop (RSGI); the site itself is synchronous (PEP 3333) and runs in a few threads. In
between, a question costs no thread: neither while its body comes, nor while it waits for its turn, nor while its answer
is taken by a slow reader.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol, Self

from newsclip.web import error_views
from newsclip.web.caching.page_cache import Answer, Environ, PageCache
from newsclip.web.serving.exchanges import Exchange, ObservedTransport
from newsclip.web.serving.load_shedding import Shedding
from newsclip.web.serving.request_bodies import Bodies, Unread, client_of
from newsclip.web.serving.stalled_readers import give_up_stalled_readers

# A browser that is still sending reads the answer only where somebody takes in what it sends (RFC 9112, 9.6).
_LINGER, _LINGER_BYTES = 5.0, 20 * 1024 * 1024
_ALWAYS: Environ = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}


class Scope(Protocol):
    """What granian tells of a question."""

    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None
    headers: Any


class Transport(Protocol):
    """How granian hands over the body, piece by piece, and takes the answer."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None: ...

    def response_file(self, status: int, headers: list[tuple[str, str]], file: str) -> None: ...


class RsgiApplication:
    """Around the whole site. `proxies`: how many stand in front and tell who asks; `observe` is told of each answer.

    `archives`: large files, gzipped, by their paths; sent from disk, so that slow readers of them hold no memory.
    """

    def __init__(
        self,
        site: Shedding,
        cache: PageCache,
        bodies: Bodies,
        *,
        proxies: int = 0,
        archives: Mapping[str, Path] | None = None,
        observe: Callable[[Exchange], object] = lambda exchange: None,
    ) -> None:
        self._site, self._cache, self._bodies, self._proxies = site, cache, bodies, proxies
        self._archives, self._observe = archives or {}, observe
        self._asking = ThreadPoolExecutor(1)  # whether kept pages are good still

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        loop.call_soon(give_up_stalled_readers)  # when the server listens

    async def __rsgi__(self, scope: Scope, transport: Transport) -> None:
        environ = environ_of(scope)
        transport = observed = ObservedTransport(transport, environ, self._observe)
        archive = self._archives.get(scope.path)
        if archive and scope.method in ("GET", "HEAD") and archive.is_file():
            _send_archive(transport, scope.method, archive)
            return
        kept = self._cache.find(environ)
        if kept and not self._cache.is_good(kept):
            loop = asyncio.get_running_loop()
            kept = await loop.run_in_executor(self._asking, self._cache.renew, environ)
        if kept:
            observed.kept = True
            _send(transport, kept.answer(environ))
        elif _has_body(environ):
            await self._receive(environ, transport)
        else:
            _send(transport, await asyncio.wrap_future(self._site.submit(environ)))

    async def _receive(self, environ: Environ, transport: Transport) -> None:
        pieces = _Pieces(transport)
        said = environ.get("CONTENT_LENGTH", "")
        promised = int(said) if said.isdecimal() and "HTTP_TRANSFER_ENCODING" not in environ else None
        try:
            body = await self._bodies.read(pieces, promised, client_of(environ, self._proxies))
        except Unread as refused:
            _send(transport, error_views.unread(environ, refused.status, most=self._bodies.bounds.largest))
            if refused.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE and "HTTP_EXPECT" not in environ:
                await _take_in(pieces)
            return
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        environ |= {"CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body)}
        _send(transport, await asyncio.wrap_future(self._site.submit(environ)))


class _Pieces:
    """Those of a body, of which granian gives one iterator only: who stops may go on."""

    def __init__(self, transport: Transport) -> None:
        self._next = aiter(transport).__anext__

    def __aiter__(self) -> Self:
        return self

    def __anext__(self) -> Awaitable[bytes]:
        return self._next()


def environ_of(scope: Scope) -> Environ:
    """As WSGI has it. A header whose name holds `_` would stand for another one's; it is left out."""
    server, client = scope.server.rpartition(":"), scope.client.rpartition(":")
    path = scope.path
    environ = _ALWAYS | {
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": path if path.isascii() else path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": server[0].strip("[]"),
        "SERVER_PORT": server[2],
        "REMOTE_ADDR": client[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(),
    }
    for name, value in scope.headers.items():
        key = _key_of(name)
        if key in environ:
            environ[key] += f",{value}"
        elif key:
            environ[key] = value
    environ.setdefault("HTTP_HOST", scope.authority or "")
    return environ


@lru_cache(1000)
def _key_of(name: str) -> str:
    if "_" in name:
        return ""
    key = name.replace("-", "_").upper()
    return key if key in ("CONTENT_LENGTH", "CONTENT_TYPE") else f"HTTP_{key}"


def _has_body(environ: Environ) -> bool:
    return environ.get("CONTENT_LENGTH", "0") != "0" or "HTTP_TRANSFER_ENCODING" in environ


def _send(transport: Transport, answer: Answer) -> None:
    status, headers, body = answer
    transport.response_bytes(int(status[:3]), headers, body)


def _send_archive(transport: Transport, method: str, file: Path) -> None:
    headers = [
        ("Content-Type", "application/gzip"),
        ("Content-Length", str(file.stat().st_size)),
        ("Cache-Control", "max-age=60, public"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if method == "HEAD":
        transport.response_bytes(HTTPStatus.OK, headers, b"")
    else:
        transport.response_file(HTTPStatus.OK, headers, str(file))


async def _take_in(pieces: AsyncIterator[bytes]) -> None:
    left = _LINGER_BYTES
    with suppress(TimeoutError):
        async with asyncio.timeout(_LINGER):
            async for piece in pieces:
                left -= len(piece)
                if left < 0:
                    return
