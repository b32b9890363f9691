"""Slow clients: connections that send little or nothing, or read nothing, again and again."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

FORM = "Content-Type: application/x-www-form-urlencoded"
EVERY = 10.0  # seconds between two bytes
type Send = Callable[[socket.socket], None]


def dribbles_a_body(line: socket.socket) -> None:
    """A form whose token stands in it, so that it has to be read."""
    _open(line, "POST /accounts/login/", "Content-Length: 1000000", FORM, f"Cookie: csrftoken={'t' * 32}", "", "")
    _dribble(line)


def dribbles_headers(line: socket.socket) -> None:
    _open(line, "GET /", "X-Slow: x")
    _dribble(line)


def says_nothing(line: socket.socket) -> None:
    line.recv(1)


def takes_nothing(line: socket.socket) -> None:
    """Asks for many pages at once and reads none."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    line.sendall(b"GET /search?q=ferry HTTP/1.1\r\nHost: localhost\r\nCookie: own=1\r\n\r\n" * 50)
    time.sleep(600)


def _open(line: socket.socket, first: str, *headers: str) -> None:
    line.sendall("\r\n".join([f"{first} HTTP/1.1", "Host: localhost", *headers]).encode())


def _dribble(line: socket.socket) -> None:
    line.settimeout(EVERY)
    while True:
        with suppress(TimeoutError):
            if not line.recv(65536):
                return
        line.sendall(b"x")


@contextmanager
def senders(port: int, number: int, send: Send) -> Iterator[None]:
    """So many of them, each of whom comes again when it is sent away, within the block."""
    lines: list[socket.socket] = []
    over = threading.Event()

    def one() -> None:
        while not over.is_set():
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 10) as line:
                line.settimeout(None)
                lines.append(line)
                send(line)
            over.wait(0.5)

    threading.stack_size(256 * 1024)
    threads = [threading.Thread(target=one, daemon=True) for _ in range(number)]
    for thread in threads:
        thread.start()
    try:
        time.sleep(2)  # until they all hold what they get
        yield
    finally:
        over.set()
        for line in lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
