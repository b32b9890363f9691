"""The HTTP client: a plain iterator in front of an event loop in its own thread."""

import asyncio
import queue
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field

import aiohttp

from newsclip.adapters.egress import fetch_metrics
from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.egress.guard import OpenSocket, guarded
from newsclip.adapters.egress.hosts import HostMemory
from newsclip.adapters.egress.resolver import GuardedResolver, Lookup
from newsclip.adapters.egress.turn import Turn
from newsclip.adapters.egress.wire import CountedConnector
from newsclip.kernel.fetching import Answer, Request

try:
    from uvloop import new_event_loop
except ImportError:  # uvloop has no wheel for some machines
    new_event_loop = asyncio.new_event_loop  # type: ignore[assignment]

_WAITING_ANSWERS = 32  # fetched and not taken yet; bounds memory
_GLANCE = 0.02  # seconds: short, because a worker checks many idle requests per turn
_LONGEST_HEADER = 16 * 1024  # bytes, twice the usual 8 KB: news sites set long cookies and policies
type _Delivery = tuple[Request, Answer] | BaseException | None


@dataclass(frozen=True, slots=True)
class Egress:
    """A Fetch (see newsclip.kernel.fetching)."""

    user_agent: str
    loopback_ports: frozenset[int]
    bounds: Bounds
    lookup: Lookup
    open_socket: OpenSocket
    plain: bool = True
    memory: HostMemory = field(default_factory=HostMemory)

    def __call__(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer]]:
        """Each request with its answer, as they arrive. Closing the iterator cancels the rest."""
        with closing(self._answers(asks, None)) as answers:
            for found in answers:
                if found:
                    yield found

    def with_idle_periods(self, asks: Iterable[Request]) -> Iterator[tuple[Request, Answer] | None]:
        """As TellsOfLulls. A repeated check during an idle period returns at once."""
        return self._answers(asks, self.bounds.lull)

    def _answers(self, asks: Iterable[Request], lull: float | None) -> Generator[tuple[Request, Answer] | None]:
        todo = list(asks)
        if not todo:
            return
        crew = _FetchThread(self, todo)
        crew.start()
        patience = lull
        try:
            while True:
                try:
                    delivery = crew.deliveries.get(timeout=patience)
                except queue.Empty:
                    patience = _GLANCE
                    yield None
                    continue
                patience = lull
                if delivery is None:
                    return
                if isinstance(delivery, BaseException):
                    raise delivery
                fetch_metrics.count(delivery[1])
                yield delivery
                crew.taken()
        finally:
            crew.stop()

    def session(self) -> aiohttp.ClientSession:
        connector = CountedConnector(
            limit=self.bounds.parallel * 2,
            resolver=GuardedResolver(self.lookup),
            socket_factory=guarded(self.open_socket, self.loopback_ports),
        )
        timeout = aiohttp.ClientTimeout(
            total=None, connect=None, sock_connect=self.bounds.connect, sock_read=self.bounds.silence
        )
        return aiohttp.ClientSession(
            connector=connector,
            timeout=timeout,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.user_agent, "Accept-Encoding": "gzip, deflate"},
            trust_env=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
        )


class _FetchThread:
    """The fetching thread and its bounded queue of answers."""

    def __init__(self, egress: Egress, asks: list[Request]) -> None:
        self.deliveries: queue.SimpleQueue[_Delivery] = queue.SimpleQueue()
        self._egress = egress
        self._asks = asks
        self._loop: asyncio.AbstractEventLoop = new_event_loop()
        self._room = asyncio.Semaphore(_WAITING_ANSWERS)
        self._task: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="egress", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def taken(self) -> None:
        with suppress(RuntimeError):  # the loop closes when every request is done
            self._loop.call_soon_threadsafe(self._room.release)

    def stop(self) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._cancel)
        self._thread.join()

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()

    def _run(self) -> None:
        end: _Delivery = None
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner, suppress(asyncio.CancelledError):
                runner.run(self._work())
        except BaseException as error:
            end = error
        finally:
            self.deliveries.put(end)

    async def _work(self) -> None:
        self._task = asyncio.current_task()
        egress = self._egress
        async with egress.session() as session:
            turn = Turn(
                session,
                egress.memory,
                egress.bounds,
                agent=egress.user_agent.partition("/")[0],
                loopback_ports=egress.loopback_ports,
                plain=egress.plain,
            )
            await turn.run(self._asks, self._deliver)

    async def _deliver(self, ask: Request, answer: Answer) -> None:
        await self._room.acquire()
        self.deliveries.put((ask, answer))
