"""What became of each request, for who counts requests or logs them."""

import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from newsclip.web.caching.page_cache import Environ


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that was answered, `seconds` after it came. `kept`: by a page that was kept."""

    method: str
    path: str
    status: int
    seconds: float
    kept: bool


class ObservedTransport:
    """How the web server takes an answer (web/serving/rsgi.py), told on to `observe` as well."""

    __slots__ = ("_began", "_clock", "_environ", "_observe", "_transport", "kept")

    def __init__(
        self,
        transport: Any,
        environ: Environ,
        observe: Callable[[Exchange], object],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._transport, self._environ, self._observe, self._clock = transport, environ, observe, clock
        self._began, self.kept = clock(), False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._transport)

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self._transport.response_bytes(status, headers, body)
        self._tell(status)

    def response_file(self, status: int, headers: list[tuple[str, str]], file: str) -> None:
        self._transport.response_file(status, headers, file)
        self._tell(status)

    def _tell(self, status: int) -> None:
        asked = self._environ
        seconds = self._clock() - self._began
        self._observe(Exchange(asked["REQUEST_METHOD"], asked["PATH_INFO"], status, seconds, self.kept))
