"""Name resolution. A name is refused as a whole if any of its addresses is not public."""

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

from newsclip.adapters.egress.guard import LOOPBACK, NotPublic, is_public
from newsclip.kernel.addresses import is_local_name

type Lookup = Callable[[str, int], list[str]]

_MOST_ADDRESSES = 8  # a name with more is served by the first ones, too
_LOOKUPS_AT_ONCE = 16  # a slow name server holds up so many others


def system_lookup(host: str, port: int) -> list[str]:
    """The addresses of `host` from the system's resolver. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


class GuardedResolver(AbstractResolver):
    """Resolves names in its own threads: a slow name server delays only the hosts it is asked about."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._threads = ThreadPoolExecutor(_LOOKUPS_AT_ONCE, thread_name_prefix="lookup")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        if is_local_name(host):
            return [_result(host, LOOPBACK, port)]
        loop = asyncio.get_running_loop()
        addresses = await loop.run_in_executor(self._threads, self._lookup, host, port)
        refused = [address for address in addresses if not is_public(address)]
        if refused:
            raise NotPublic(f"{host} is at {refused[0]}")
        return [_result(host, address, port) for address in addresses[:_MOST_ADDRESSES]]

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=flags)
