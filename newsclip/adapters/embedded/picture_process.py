"""Pictures are decoded in a process of their own, bounded in memory and time: decoders are where pictures do harm.

The two ends talk in frames: a length of four bytes, then so many bytes. What comes back is either a JSON head and the
encoded picture, or a JSON head that says why there is none; nothing that comes back is ever run.
"""

import json
import resource
import struct
import subprocess
import sys
import threading
import weakref
from contextlib import suppress
from typing import IO, Any

from newsclip.articles.ports import Encoded
from newsclip.kernel.fetching import MEGABYTE
from newsclip.kernel.reasons import Refused

SECONDS = 20.0
MEMORY = 768 * MEGABYTE  # of addresses, not all of it in use
_LENGTH = struct.Struct("!I")


class PictureProcess:
    """Encodes one picture after another. A process that hangs or dies takes its picture with it, and is made anew."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._command = [sys.executable, "-m", "newsclip.adapters.embedded.picture_process", str(memory)]
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def encode(self, picture: bytes) -> Encoded:
        """As newsclip.articles.rules.webp.encode. Raises Refused("picture_unreadable") also for what takes too much."""
        with self._lock:
            head, content = self._ask(picture)
        if "refused" in head:
            raise Refused("picture_unreadable", str(head["refused"]))
        return Encoded(str(head["name"]), content, int(head["width"]), int(head["height"]))

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 our own
        self._end = weakref.finalize(self, _end, process)
        return process

    def _ask(self, picture: bytes) -> tuple[dict[str, Any], bytes]:
        process = self._process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("a process without pipes")
        timer = threading.Timer(self._seconds, process.kill)
        timer.start()
        try:
            _send(process.stdin, picture)
            head = json.loads(_receive(process.stdout))
            return head, _receive(process.stdout)
        except (OSError, EOFError):
            self._end()
            self._process = None
            return {"refused": f"it took more than {self._seconds:g} s, or more memory than it may"}, b""
        finally:
            timer.cancel()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def _send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    length = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content


def serve(memory: int) -> None:
    """The other end: reads pictures from standard input until it is closed."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(EOFError):
        while True:
            _answer(_receive(sys.stdin.buffer))


def _answer(picture: bytes) -> None:
    from newsclip.articles.rules.webp import encode  # noqa: PLC0415 -- 8 MB of decoders, which the other end does without

    head: dict[str, Any]
    try:
        encoded = encode(picture)
        head, content = {"name": encoded.name, "width": encoded.width, "height": encoded.height}, encoded.content
    except Refused as refused:
        head, content = {"refused": refused.detail}, b""
    except MemoryError:
        head, content = {"refused": "it takes more memory than it may"}, b""
    _send(sys.stdout.buffer, json.dumps(head).encode())
    _send(sys.stdout.buffer, content)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
