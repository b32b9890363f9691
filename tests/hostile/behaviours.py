"""Servers that misbehave, each as a script of what it sends. Times are a twelfth of what they stand for.

`ends`: the codes with which an ask may end; "page" where the answer may be read after all.
"""

import contextlib
import gzip
import itertools
import socket
import time
from dataclasses import dataclass

from tests.loopback import Script, reply

HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
LONG_HEAD = HEAD + b"Content-Length: 100000\r\n\r\n"
MOST_SENT = 24 * 1024 * 1024  # far over every limit: a fetcher that stops by itself stops before


@dataclass(frozen=True)
class Behaviour:
    script: Script
    ends: frozenset[str]


class Sent:
    """How many bytes each endless script got rid of before it was hung up on."""

    def __init__(self) -> None:
        self.bytes: dict[str, int] = {}

    def endless(self, name: str, first: bytes, piece: bytes, every: float = 0.0) -> Script:
        def script(connection: socket.socket) -> None:
            self.bytes[name] = 0
            with contextlib.suppress(OSError):
                for part in itertools.chain([first], itertools.repeat(piece)):
                    connection.sendall(part)
                    self.bytes[name] += len(part)
                    if self.bytes[name] > MOST_SENT:
                        return
                    time.sleep(every)

        return script


def silent(connection: socket.socket) -> None:
    """Takes the question and never answers."""
    with contextlib.suppress(OSError):
        connection.settimeout(30)
        connection.recv(1)


def _is(script: Script, *ends: str) -> Behaviour:
    return Behaviour(script, frozenset(ends))


def _packed(times: int) -> bytes:
    body = b"<rss/>"
    for _ in range(times):
        body = gzip.compress(body)
    return reply(200, body, content_encoding=", ".join(["gzip"] * times))


def _raw(*lines: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join((HEAD.rstrip(), *lines, b"", body))


def behaviours(sent: Sent) -> dict[str, Behaviour]:
    """By name; names are those of the rows of hostile-hostile-server where there is one."""
    found = {name: _is(script, *ends) for name, (script, *ends) in _PROMPT.items()}
    for name, (first, piece, every, *ends) in _ENDLESS.items():
        found[name] = _is(sent.endless(name, first, piece, every), *ends)
    return found


# name → what comes first, what comes again and again, how many seconds apart, the codes it may end with
_ENDLESS = {
    "slow-headers": (b"", b"H", 0.4, "timeout", "bad_answer"),
    "slow-body": (LONG_HEAD, b"x", 0.16, "timeout"),
    "slow-body-burst": (LONG_HEAD, b"x" * 1024, 0.75, "timeout"),
    "1xx-flood": (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 50, 0.004, "bad_answer"),
    "infinite-chunk-ext": (CHUNKED + b"1;", b"x" * 4096, 0.004, "bad_answer", "timeout"),
    "infinite-headers": (HEAD, b"X-More: 1234567890\r\n" * 200, 0, "bad_answer"),
    "infinite-long-headers": (HEAD, b"X: " + b"y" * 8000 + b"\r\n", 0, "bad_answer"),
    "infinite-trailers": (CHUNKED + b"0\r\n", b"X: 1\r\n" * 500, 0, "bad_answer", "page", "timeout"),
    "1GB-silent": (HEAD + b"\r\n", b"x" * 65536, 0, "too_large"),
    "1GB-length": (HEAD + b"Content-Length: 1000000000\r\n\r\n", b"x" * 65536, 0, "too_large"),
    "infinite-chunks": (CHUNKED, b"400\r\n" + b"x" * 1024 + b"\r\n", 0, "too_large"),
}

# name → all that is said, and the codes it may end with
_PROMPT = {
    "never-accept": (silent, "timeout"),
    "10k-headers": (_raw(*itertools.repeat(b"X: 1", 10_000)), "bad_answer"),
    "1MB-header": (_raw(b"X: " + b"1" * 1_000_000), "bad_answer"),
    # not HTTP
    "http09": (b"<rss>a body and no status line</rss>", "bad_answer"),
    "short-length": (_raw(b"Content-Length: 100", body=b"short"), "bad_answer", "connection_failed"),
    "long-length": (_raw(b"Content-Length: 4", body=b"newsHTTP/1.1 200 OK\r\n\r\n"), "page"),
    "double-length": (_raw(b"Content-Length: 1", b"Content-Length: 2", body=b"xx"), "bad_answer"),
    "te-and-cl": (
        _raw(b"Content-Length: 40", b"Transfer-Encoding: chunked", body=b"4\r\nnews\r\n0\r\n\r\n"),
        "page", "bad_answer",
    ),
    "early-close": (b"HTTP/1.1 200 OK\r\n", "connection_failed", "bad_answer"),
    "hsts-evil": (_raw(b"X: a\rSet-Cookie: b\r\nLocation", b"\x00Y: 1"), "bad_answer"),
    "h2-rapid-reset": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x04\x03\x00\x00\x00\x00\x01", "bad_answer"),
    "negative-length": (_raw(b"Content-Length: -1", body=b"news"), "bad_answer"),
    "chunk-overflow": (CHUNKED + b"FFFFFFFFFFFFFFFFF\r\nnews\r\n", "bad_answer"),
    # encodings and parts
    "10-encodings": (_packed(10), "bad_answer"),
    "unknown-encoding": (_raw(b"Content-Encoding: evil", b"Content-Length: 1", body=b"x"), "bad_answer"),
    "range-206": (reply(206, b"half"), "bad_answer"),
    "multipart": (
        _raw(b"Content-Type: multipart/x-mixed-replace; boundary=a", b"Content-Length: 1", body=b"x"), "bad_answer",
    ),
    # statuses; what RFC 9112 (section 6.3) gives no body to and has one may be taken for no HTTP at all
    "redirect-loop": (reply(302, location="/redirect-loop"), "too_many_redirects"),
    "redirect-nowhere": (reply(302), "bad_answer"),
    "429-retry-after": (reply(429, retry_after="3600"), "busy"),
    "429-retry-huge": (reply(429, retry_after="1000000000000"), "busy"),
    "304-body": (_raw(b"Content-Length: 4", body=b"news").replace(b"200 OK", b"304 No"), "page", "bad_answer"),
    "empty-200": (reply(200), "page"),
    "404-flap": (reply(404), "not_found"),
}  # fmt: skip
