"""Single exchanges, as OpenID Connect needs them: with the server that the operator named, or a public one.

A provider's metadata may name other hosts for its keys and user info; these are guarded like publishers' addresses. No
redirect is followed, because requests hold secrets.
"""

import asyncio
from collections.abc import Mapping

from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.egress.egress import Egress
from newsclip.adapters.egress.exchange import get
from newsclip.adapters.egress.guard import check_address
from newsclip.adapters.egress.named_server import unguarded_session
from newsclip.kernel.addresses import normalize, origin_of
from newsclip.kernel.fetching import MEGABYTE, Answer, Failure
from newsclip.kernel.reasons import Refused


class Caller:
    """A Call (see newsclip.kernel.fetching)."""

    def __init__(self, egress: Egress, named: str, bounds: Bounds) -> None:
        self._egress = egress
        self._named = origin_of(normalize(named))
        self._bounds = bounds

    def __call__(self, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        try:
            address = normalize(url)
            if origin_of(address) != self._named:
                check_address(address, self._egress.loopback_ports, plain=False)  # it delivers keys
        except Refused as refused:
            return Failure(url, refused.code, refused.detail)
        return asyncio.run(self._exchange(address, headers, body))

    async def _exchange(self, url: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        named = origin_of(url) == self._named
        agent = self._egress.user_agent
        async with unguarded_session(agent, self._bounds) if named else self._egress.session() as session:
            return await get(session, url, headers, limit=MEGABYTE, bounds=self._bounds, body=body)
