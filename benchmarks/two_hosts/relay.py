"""Passes connections on: `python -m benchmarks.two_hosts.relay HOST:PORT=HOST:PORT …`, from the first to the second.

Newsclip takes news from loopback and from public addresses alone, and the press is on a machine of its own.
"""

import asyncio
import sys
from contextlib import suppress


async def _copy(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(1 << 16):
            target.write(data)
            await target.drain()
    target.close()


async def _serve(rule: str) -> None:
    (here, port), (there, their) = (side.rsplit(":", 1) for side in rule.split("="))

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answer, question = await asyncio.open_connection(there, int(their))
        except OSError:
            writer.close()
            return
        await asyncio.gather(_copy(reader, question), _copy(answer, writer))

    server = await asyncio.start_server(accept, here, int(port), backlog=256)
    await server.serve_forever()


async def _serve_all(rules: list[str]) -> None:
    await asyncio.gather(*map(_serve, rules))


if __name__ == "__main__":
    asyncio.run(_serve_all(sys.argv[1:]))
