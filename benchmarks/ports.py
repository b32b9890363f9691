"""Free ports of this machine."""

import socket
from contextlib import closing, suppress
from random import randrange


def free_port() -> int:
    return free_ports(1)[0]


def free_ports(number: int) -> list[int]:
    """Below those that the system gives to connections, so that nobody has them when a server starts again."""
    found: set[int] = set()
    while len(found) < number:
        port = randrange(20_000, 32_000)
        with closing(socket.socket()) as one, suppress(OSError):
            one.bind(("127.0.0.1", port))
            found.add(port)
    return list(found)
