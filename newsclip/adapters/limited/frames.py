"""The wire format: a length of four bytes, then that many bytes of a pickle.

The child has read untrusted bytes, so its answers may hold only plain values and the records of our ports; unpickling
them runs no code.
"""

import io
import pickle
import re
import struct
from dataclasses import is_dataclass
from typing import IO, Any

from newsclip.kernel.fetching import MEGABYTE

LARGEST = 64 * MEGABYTE  # of an answer: the longest text is 200,000 characters, the largest picture a few megabytes
_LENGTH = struct.Struct("!I")
_RECORDS = re.compile(
    r"newsclip\.(?:[a-z]+\.ports(?:\.[a-z]+)?|evidence\.document|kernel\.spans|kernel\.reasons\.reason)"
)
_TIMES = {"datetime", "timedelta", "timezone"}


def send(pipe: IO[bytes], value: object) -> None:
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """An object from the trusted parent. Raises EOFError at the end of the pipe."""
    return pickle.loads(_content(pipe))  # noqa: S301 the parent is our own process


def receive_records(pipe: IO[bytes]) -> Any:
    """An answer from the child. Raises EOFError, and pickle.UnpicklingError if it holds more than records."""
    return _Records(io.BytesIO(_content(pipe, LARGEST))).load()


class _Records(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _TIMES:
            return super().find_class(module, name)
        if _RECORDS.fullmatch(module) and is_dataclass(found := super().find_class(module, name)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def _content(pipe: IO[bytes], most: int = 2**32) -> bytes:
    length = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]
    if length > most:
        raise EOFError
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content
