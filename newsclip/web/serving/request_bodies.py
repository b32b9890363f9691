"""What readers send is taken in whole before a thread of the site is: nobody holds one by sending slowly.

A body that is on its way costs its bytes and no thread. It has to arrive at a least rate and within a longest time, and
where too many are on their way at once, the one that has been so for longest makes room. A form of a reader arrives in
milliseconds, so it finds room however many others dribble.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_network


@dataclass(frozen=True, slots=True)
class Bounds:
    """Sizes in bytes, times in seconds, `rate` in bytes a second.

    Rate and grace are about what Apache's mod_reqtimeout sets by default (body=20,MinRate=500). The largest body of
    2.5 MiB within `longest` is 21 KiB a second, a slow line of a telephone.
    `of_client`, `at_once`: a thousand that come in a second leave each one a second before it is the oldest.
    `pieces`: a body cut into crumbs costs more to put together than to send; in segments of 536 bytes, the smallest
    that lines have to carry (RFC 9293, 3.7.1), the largest body has 4,900.
    """

    largest: int = 2_621_440
    grace: float = 10
    rate: float = 500
    longest: float = 120
    pieces: int = 10_000
    of_client: int = 1000
    at_once: int = 4000
    held: int = 64 * 1024 * 1024

    def deadline(self, got: int) -> float:
        """Seconds from its beginning in which a body has to end that has `got` bytes so far."""
        return min(self.grace + got / self.rate, self.longest)


class Unread(Exception):
    """A body that is not taken: too large (413), too slow or in the way (408), in crumbs or cut off (400)."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


@dataclass(slots=True, eq=False)
class _Body:
    """One that is on its way."""

    client: str
    began: float
    limit: asyncio.Timeout
    size: int = 0


class Bodies:
    """All that are on their way to this process, the oldest first. For one event loop."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self._coming: dict[_Body, None] = {}
        self._of: Counter[str] = Counter()
        self._held = 0

    async def read(self, pieces: AsyncIterator[bytes], promised: int | None, client: str) -> bytes:
        """The whole body; `promised` is its length, None where it comes in chunks. Raises Unread."""
        if promised is not None and promised > self.bounds.largest:
            raise Unread(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            async with asyncio.timeout(None) as limit:
                body = _Body(client, asyncio.get_running_loop().time(), limit)
                self._admit(body)
                try:
                    return await self._fill(body, pieces, promised)
                finally:
                    self._forget(body)
        except TimeoutError:
            raise Unread(HTTPStatus.REQUEST_TIMEOUT) from None

    async def _fill(self, body: _Body, pieces: AsyncIterator[bytes], promised: int | None) -> bytes:
        """granian ends a body with an empty piece, and one that was cut off, or has trailers, with two."""
        whole, number, ends = bytearray(), 0, 0
        body.limit.reschedule(body.began + self.bounds.deadline(0))
        async for piece in pieces:
            whole += piece
            number += 1
            ends += not piece
            if len(whole) > self.bounds.largest:
                raise Unread(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            if number > self.bounds.pieces:
                raise Unread(HTTPStatus.BAD_REQUEST)
            self._grow(body, len(piece))
        if ends > 1 or (promised is not None and len(whole) < promised):
            raise Unread(HTTPStatus.BAD_REQUEST)
        return bytes(whole)

    def _admit(self, body: _Body) -> None:
        if self._of[body.client] >= self.bounds.of_client:
            self._end(next(other for other in self._coming if other.client == body.client))
        elif len(self._coming) >= self.bounds.at_once:
            self._end(next(iter(self._coming)))
        self._coming[body] = None
        self._of[body.client] += 1

    def _grow(self, body: _Body, more: int) -> None:
        if body not in self._coming:  # it is being ended
            return
        body.size += more
        self._held += more
        while self._held > self.bounds.held:
            self._end(next(iter(self._coming)))
        if body in self._coming:
            body.limit.reschedule(body.began + self.bounds.deadline(body.size))

    def _end(self, body: _Body) -> None:
        """Its time is over, whatever it was."""
        self._forget(body)
        body.limit.reschedule(body.began)

    def _forget(self, body: _Body) -> None:
        if body in self._coming:
            del self._coming[body]
            self._held -= body.size
            self._of[body.client] -= 1
            if not self._of[body.client]:
                del self._of[body.client]


def client_of(environ: Mapping[str, str], proxies: int) -> str:
    """Who sends, as the nearest `proxies` tell it; of IPv6 the network that one household has (RFC 6177)."""
    told = environ.get("HTTP_X_FORWARDED_FOR", "").split(",")
    forwarded = told[-proxies].strip() if 0 < proxies <= len(told) else ""
    address = forwarded or environ.get("REMOTE_ADDR", "")
    if ":" not in address:
        return address
    try:
        return str(ip_network((address, 64), strict=False))
    except ValueError:
        return address
