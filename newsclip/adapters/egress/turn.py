"""Many requests in one event loop: hosts in parallel, sequential within a host, every redirect checked."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

import aiohttp

from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.egress.exchange import LONGEST_WAIT, REDIRECTS, get
from newsclip.adapters.egress.guard import LOOPBACK, check_address
from newsclip.adapters.egress.hosts import HostMemory
from newsclip.adapters.egress.robots import LIMIT, NO_RULES, Robots, robots_of
from newsclip.kernel.addresses import host_of, is_local_name, normalize, origin_of
from newsclip.kernel.fetching import Answer, Failure, Page, Request
from newsclip.kernel.reasons import Refused

_PERMANENT = frozenset({301, 308})
_KEEPS_METHOD = frozenset({307, 308})
_SLOW_IN_A_ROW, _AFTER_SLOW = 2, 300  # requests; seconds
type Deliver = Callable[[Request, Answer], Awaitable[None]]


@dataclass
class Turn:
    """The requests of one call."""

    session: aiohttp.ClientSession
    memory: HostMemory
    bounds: Bounds
    agent: str
    loopback_ports: frozenset[int]
    plain: bool = True

    def __post_init__(self) -> None:
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._origins: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._parallel = asyncio.Semaphore(self.bounds.parallel)

    async def run(self, asks: Iterable[Request], deliver: Deliver) -> None:
        lines: defaultdict[str, list[tuple[Request, str]]] = defaultdict(list)
        refused: list[tuple[Request, Answer]] = []
        for ask in asks:
            try:
                url = normalize(ask.url)
                check_address(url, self.loopback_ports, plain=self.plain)
            except Refused as error:
                refused.append((ask, Failure(ask.url, error.code, error.detail)))
            else:
                lines[host_of(url)].append((ask, url))
        async with asyncio.TaskGroup() as group:
            for line in lines.values():
                group.create_task(self._line(line, deliver))
            for ask, answer in refused:
                await deliver(ask, answer)

    async def _line(self, line: list[tuple[Request, str]], deliver: Deliver) -> None:
        """After repeated timeouts a host's remaining requests are skipped, so that nobody waits for it again."""
        slow = 0
        for ask, url in line:
            if slow >= _SLOW_IN_A_ROW:
                await deliver(ask, Failure(url, "busy", "the host was too slow just now", _AFTER_SLOW))
                continue
            answer = await self._within(ask, url)
            slow = slow + 1 if isinstance(answer, Failure) and answer.code == "timeout" else 0
            await deliver(ask, answer)

    async def _within(self, ask: Request, url: str) -> Answer:
        """One time limit for robots.txt and all redirects, so that a chain of slow ones does not add up."""
        most = 2 * self.bounds.total + self.bounds.longest_pause
        try:
            async with asyncio.timeout(most):
                return await self._follow(ask, url)
        except TimeoutError:
            return Failure(url, "timeout", f"redirects and all took more than {most:.0f} s")

    async def _follow(self, ask: Request, url: str) -> Answer:
        first, permanent = host_of(url), True
        for hop in range(self.bounds.hops + 1):
            robots = NO_RULES if ask.posted else await self._robots(url)
            if robots.failure:
                return replace(robots.failure, url=url)
            if not robots.allows(url, self.agent):
                return Failure(url, "robots", origin_of(url) + "/robots.txt")
            pause = self._pause(url, robots) if hop == 0 and not ask.posted else 0.0
            headers = _headers(ask, same_host=host_of(url) == first)
            answer = await self._exchange(url, headers, ask.limit, pause=pause, body=ask.posted)
            if isinstance(answer, Failure):
                return answer
            if answer.status not in REDIRECTS:
                return replace(answer, hops=hop, moved=url if hop and permanent else "")
            permanent = permanent and answer.status in _PERMANENT
            try:
                url = self._next(answer, post=bool(ask.posted))
            except Refused as error:
                return Failure(url, error.code, f"redirected to {error.detail}")
        return Failure(url, "too_many_redirects", f"more than {self.bounds.hops}")

    def _next(self, answer: Page, *, post: bool = False) -> str:
        location = answer.headers.get("location")
        if not location:
            raise Refused("bad_answer", "nowhere: the redirect names no Location")
        url = normalize(location, base=answer.url)
        check_address(url, self.loopback_ports, plain=self.plain)
        if post and (answer.status not in _KEEPS_METHOD or origin_of(url) != origin_of(answer.url)):
            raise Refused("bad_answer", f"{url} by HTTP {answer.status}, where a POST does not go")
        return url

    def _pause(self, url: str, robots: Robots) -> float:
        host = host_of(url)
        if is_local_name(host) or host == LOOPBACK:
            return 0.0
        return max(self.bounds.pause, min(robots.delay(self.agent), LONGEST_WAIT))

    async def _exchange(
        self,
        url: str,
        headers: dict[str, str],
        limit: int,
        *,
        pause: float = 0.0,
        cut: bool = False,
        body: bytes | None = None,
    ) -> Answer:
        host = host_of(url)
        async with self._hosts[host]:
            quiet = self.memory.quiet_for(host, time.monotonic())
            if quiet:
                return Failure(url, "busy", "the host asked us to stay away", quiet)
            owed = pause - self.memory.since_asked(host, time.monotonic())
            if owed > self.bounds.longest_pause:
                return Failure(url, "busy", f"robots.txt asks for {pause:.0f} s between two asks", int(owed) + 1)
            await asyncio.sleep(max(0.0, owed))
            async with self._parallel:
                answer = await get(self.session, url, headers, limit=limit, bounds=self.bounds, cut=cut, body=body)
            if not cut:
                self.memory.asked(host, time.monotonic())
            if isinstance(answer, Failure) and answer.code == "busy" and answer.wait:
                self.memory.wants_quiet(host, time.monotonic() + answer.wait)
            return answer

    async def _robots(self, url: str) -> Robots:
        origin = origin_of(url)
        async with self._origins[origin]:
            kept = self.memory.robots.get(origin, time.monotonic())
            if kept is None:
                kept = await self._ask_robots(origin)
                self.memory.robots.put(origin, kept, time.monotonic())
            return kept

    async def _ask_robots(self, origin: str) -> Robots:
        url = f"{origin}/robots.txt"
        answer: Answer = Failure(url, "too_many_redirects")
        for _ in range(self.bounds.hops + 1):
            answer = await self._exchange(url, {}, LIMIT, cut=True)
            if isinstance(answer, Failure) or answer.status not in REDIRECTS:
                break
            try:
                url = self._next(answer)
            except Refused as error:
                answer = Failure(url, "not_found", f"redirected to {error.detail}")
                break
        else:
            answer = Failure(url, "too_many_redirects")
        now = time.monotonic()
        wait = answer.wait if isinstance(answer, Failure) and answer.wait else self.bounds.failure_kept
        return robots_of(answer, kept_until=now + self.bounds.robots_kept, failure_until=now + wait)


def _headers(ask: Request, *, same_host: bool) -> dict[str, str]:
    """A validator belongs to the host that issued it (RFC 9110, section 8.8), so no other host receives it."""
    headers = {"Accept": ask.accept, **dict(ask.headers)}
    if ask.form:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if same_host and ask.etag:
        headers["If-None-Match"] = ask.etag
    if same_host and ask.last_modified:
        headers["If-Modified-Since"] = ask.last_modified
    return headers
