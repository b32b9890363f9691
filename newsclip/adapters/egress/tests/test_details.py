"""Who follows a source that does not answer reads what failed, and nothing about what was not tried."""

import asyncio
import socket

import aiohttp
import pytest

from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.egress.exchange import get
from newsclip.kernel.fetching import Failure


@pytest.fixture
def nobody():
    """A port of this machine where nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def test_of_a_plain_http_host_that_refuses_no_certificate_is_spoken_of(nobody):
    async def ask():
        async with aiohttp.ClientSession() as session:
            return await get(session, f"http://127.0.0.1:{nobody}/feed", {}, limit=1000, bounds=Bounds())

    found = asyncio.run(ask())
    assert isinstance(found, Failure)
    assert found.code == "connection_failed"
    assert found.detail.startswith(f"no connection to 127.0.0.1:{nobody}: ")
    assert "ssl" not in found.detail
