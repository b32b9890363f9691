"""Serves the sample publishers on loopback: one port, one virtual host for each publisher."""

import gzip
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from newsclip.demo.sample_publishers.site import Document, Expected, Site

CORRECT_PATH = "/__press/correct"
_WORTH_COMPRESSING = 600


class Press:
    """`with Press() as press:` serves all publishers from a thread; `port` 0 picks a free one.

    `now` (with an offset) is the time from which the articles' ages count; None: the clock's.
    """

    def __init__(self, port: int = 0, now: datetime | None = None, *, log: bool = False) -> None:
        self._server = _Server(("127.0.0.1", port), _Handler)
        self.port: int = self._server.server_address[1]
        self._server.site = Site(self.port, now or datetime.now(UTC))
        self._server.log = log
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    def __enter__(self) -> "Press":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def sources(self) -> list[str]:
        """The addresses to follow, as a person would paste them: feeds, home pages, a sitemap."""
        return self._server.site.sources()

    def expected(self) -> Expected:
        """What a reader of all publishers should find."""
        return self._server.site.expected()

    def publish_correction(self, now: datetime | None = None) -> list[str]:
        """Publish the corrected text. Returns the addresses that changed."""
        return self._server.site.correct(now or datetime.now(UTC))

    def wait(self) -> None:
        """Block until the server is shut down."""
        self._thread.join()


@contextmanager
def serve(port: int, now: datetime | None = None) -> Iterator[Press]:
    """Serve the sample publishers on this port while the block lasts."""
    with Press(port, now) as press:
        yield press


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    site: Site
    log: bool = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore clients that disconnect; raise everything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@dataclass(frozen=True, slots=True)
class _Validators:
    etag: str
    modified: str


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SamplePress"
    sys_version = ""
    server: _Server

    def do_GET(self) -> None:
        document = self.server.site.answer(self._host(), self.path)
        if document is None:
            self._missing()
            return
        validators = _validators(document)
        if self._unchanged(document, validators):
            self._head(HTTPStatus.NOT_MODIFIED, document, validators)
            self.end_headers()
            return
        body, packed = self._packed(document)
        self._head(HTTPStatus.OK, document, validators)
        self.send_header("Content-Type", document.type)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 (the name the standard library looks for)

    def do_POST(self) -> None:
        if self.path != CORRECT_PATH:
            self._missing()
            return
        changed = self.server.site.correct(datetime.now(UTC))
        self._small(HTTPStatus.OK, "application/json", json.dumps({"changed": changed}).encode())

    def log_message(self, format: str, *args: Any) -> None:
        if self.server.log:
            super().log_message(format, *args)

    def _host(self) -> str:
        return self.headers.get("Host", "localhost").rsplit(":", 1)[0].lower()

    def _head(self, status: HTTPStatus, document: Document, validators: _Validators) -> None:
        self.send_response(status)
        self.send_header("ETag", validators.etag)
        self.send_header("Last-Modified", validators.modified)
        self.send_header("Cache-Control", f"public, max-age={document.max_age}")
        self.send_header("Vary", "Accept-Encoding")

    def _unchanged(self, document: Document, validators: _Validators) -> bool:
        """RFC 9110, 13.2.2: an entity tag takes precedence over the date."""
        asked = self.headers.get("If-None-Match")
        if asked is not None:
            return validators.etag in [tag.strip().removeprefix("W/") for tag in asked.split(",")]
        since = self.headers.get("If-Modified-Since")
        if not since:
            return False
        try:
            return document.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (TypeError, ValueError):
            return False

    def _packed(self, document: Document) -> tuple[bytes, bool]:
        wanted = "gzip" in self.headers.get("Accept-Encoding", "")
        if wanted and len(document.body) > _WORTH_COMPRESSING and not document.type.startswith("image/"):
            return gzip.compress(document.body, 5, mtime=0), True
        return document.body, False

    def _missing(self) -> None:
        page = b"<!doctype html><title>Not found</title><h1>Not found</h1><p>We could not find this page.</p>"
        self._small(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", page)

    def _small(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _validators(document: Document) -> _Validators:
    modified = format_datetime(document.modified.astimezone(UTC), usegmt=True)
    return _Validators(etag=f'"{sha256(document.body).hexdigest()[:20]}"', modified=modified)
