"""Readers who ask and then take nothing: the server itself would hold their answers, and their places, for ever."""

import os
import socket
from contextlib import suppress
from pathlib import Path

SECONDS = 30  # a slow reader takes something in this time


def give_up_stalled_readers() -> None:
    """Where this process listens, connections that take nothing for `SECONDS` are closed (tcp(7), TCP_USER_TIMEOUT).

    The server says nothing of its sockets, so they are found among the open files. Linux alone; connections take the
    setting over from the socket that listens.
    """
    with suppress(FileNotFoundError):
        for file in Path("/proc/self/fd").iterdir():
            with suppress(OSError):
                _bound(int(file.name))


def _bound(number: int) -> None:
    with socket.socket(fileno=os.dup(number)) as found:
        if found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, SECONDS * 1000)
