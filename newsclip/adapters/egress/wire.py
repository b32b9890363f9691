"""Limits on a response before its body: bytes on the wire, and messages before the final one.

aiohttp bounds the headers, but not the number of interim responses (RFC 9110, section 15.2), trailers and chunk
extensions; an endless stream of these would fill the memory.
"""

import asyncio
import functools
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler

from newsclip.kernel.fetching import MEGABYTE

MOST_ON_THE_WIRE = 16 * MEGABYTE  # larger than any body limit in use
MOST_MESSAGES = 16  # interim responses and the final one


class _Counted(ResponseHandler):
    """Counts per request on a kept-alive connection."""

    _bytes = 0
    _messages = 0

    def set_response_params(self, **params: Any) -> None:
        self._bytes = self._messages = 0
        super().set_response_params(**params)

    def data_received(self, data: bytes) -> None:
        self._bytes += len(data)
        if self._bytes > MOST_ON_THE_WIRE or self._messages > MOST_MESSAGES:
            self.set_exception(aiohttp.ClientPayloadError("it says too much beside its body"))
            self.close()
        else:
            super().data_received(data)

    def feed_data(self, data: Any, size: int = 0) -> None:
        self._messages += 1
        if self._messages <= MOST_MESSAGES:
            super().feed_data(data, size)


class CountedConnector(aiohttp.TCPConnector):
    """A connector whose connections count."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._factory = functools.partial(_Counted, loop=asyncio.get_running_loop())  # type: ignore[assignment]
