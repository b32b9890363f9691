"""A client for one server that the operator named (a language model's), wherever it is; it reaches nothing else.

Publishers' addresses are chosen by strangers; this one is chosen by the operator, so it may be on this machine or a
private network. The origin is fixed at construction, and redirects are returned, not followed.
"""

import asyncio
from collections.abc import Mapping

import aiohttp

from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.egress.exchange import get
from newsclip.kernel.addresses import normalize, origin_of
from newsclip.kernel.fetching import Answer, Failure, Page


class NamedServer:
    """A Post (see newsclip.kernel.fetching)."""

    def __init__(self, user_agent: str, url: str, bounds: Bounds, limit: int) -> None:
        self._url = normalize(url).rstrip("/")
        self._user_agent = user_agent
        self._bounds = bounds
        self._limit = limit

    def __call__(self, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        url = normalize(f"{self._url}/{path.lstrip('/')}")
        if origin_of(url) != origin_of(self._url):
            raise ValueError(f"{path!r} leads to another server")
        return asyncio.run(self._post(url, body, headers))

    async def _post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        async with unguarded_session(self._user_agent, self._bounds) as session:
            answer = await get(session, url, headers, limit=self._limit, bounds=self._bounds, body=body)
        if isinstance(answer, Page) and answer.status != 200:
            return Failure(url, "bad_answer", f"HTTP {answer.status}")
        return answer


def unguarded_session(user_agent: str, bounds: Bounds) -> aiohttp.ClientSession:
    """For a server that the operator named: it may be anywhere."""
    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=bounds.connect),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"},
        trust_env=False,
    )
