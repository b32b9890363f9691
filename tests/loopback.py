"""A server on loopback that says exactly what a test tells it to, proper HTTP or not."""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

type Script = bytes | Callable[[socket.socket], None]

PUBLIC = "93.184.215.14"


@dataclass(frozen=True)
class Request:
    """What the server was asked. Header names are in lower case."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)
    method: str = "GET"
    body: bytes = b""


def reply(status: int, body: bytes = b"", **headers: str) -> bytes:
    """A proper answer; `content_type="…"` gives Content-Type."""
    fields = {"Content-Length": str(len(body)), "Connection": "close"}
    fields |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} Whatever\r\n{head}\r\n".encode() + body


class Loopback(socketserver.ThreadingTCPServer):
    """Answers by path with what stands in `answers`; everything else, robots.txt too, is not found."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.port: int = self.server_address[1]
        self.answers: dict[str, Script] = {}
        self.requests: list[Request] = []

    def url(self, path: str = "/", host: str = "localhost") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    def socket_to_here(self, info: tuple) -> socket.socket:
        """A socket for a public address that ends here: what the guard lets pass, without leaving the machine."""
        return diverted(self.port, info)


def diverted(port: int, info: tuple) -> socket.socket:
    return _Diverted(port, *info[:3])


class _Diverted(socket.socket):
    def __init__(self, port: int, family: int, *kind: int) -> None:
        super().__init__(socket.AF_INET, *kind)
        self._port = port

    def connect(self, address: object) -> None:
        super().connect(("127.0.0.1", self._port))


class _Handler(socketserver.BaseRequestHandler):
    server: Loopback

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            head = b""
            while b"\r\n\r\n" not in head:
                more = self.request.recv(65536)
                if not more:
                    return
                head += more
                if head.startswith(b"\x16"):  # a TLS handshake, which it does not speak
                    self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    return
            head, _, body = head.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            method, path = first.split(" ")[:2]
            pairs = (line.partition(": ") for line in lines if line)
            headers = {name.lower(): value for name, _, value in pairs}
            while len(body) < int(headers.get("content-length", 0)):
                body += self.request.recv(65536)
            self.server.requests.append(Request(path, headers, method, body))
            script = self.server.answers.get(path, reply(404))
            self.request.sendall(script) if isinstance(script, bytes) else script(self.request)


@contextlib.contextmanager
def serving() -> Iterator[Loopback]:
    with Loopback() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
