"""All outgoing network access: guarded, polite and bounded. See docs/why/egress.md."""

from newsclip.adapters.egress.bounds import Bounds
from newsclip.adapters.egress.caller import Caller
from newsclip.adapters.egress.egress import Egress
from newsclip.adapters.egress.guard import OpenSocket, plain_socket
from newsclip.adapters.egress.named_server import NamedServer
from newsclip.adapters.egress.resolver import Lookup, system_lookup
from newsclip.kernel.fetching import Call, Post


def make_fetch(
    *,
    user_agent: str,
    loopback_ports: frozenset[int],
    bounds: Bounds | None = None,
    lookup: Lookup = system_lookup,
    open_socket: OpenSocket = plain_socket,
    plain: bool = True,
) -> Egress:
    """The HTTP client for strangers' addresses. On this machine only `loopback_ports` may be reached, at localhost or
    127.0.0.1.

    `lookup` replaces the system's resolver; `open_socket` opens a socket that the guard has approved. `plain`: http is
    allowed besides https.
    """
    return Egress(user_agent, loopback_ports, bounds or Bounds(), lookup, open_socket, plain)


def make_call(*, user_agent: str, named: str, loopback_ports: frozenset[int], seconds: float) -> Call:
    """The client for the server at `named`, wherever it is, and for public ones; each response within `seconds`."""
    egress = make_fetch(user_agent=user_agent, loopback_ports=loopback_ports)
    return Caller(egress, named, Bounds(silence=seconds, total=seconds, grace=seconds))


def make_post(*, user_agent: str, url: str, seconds: float, limit: int) -> Post:
    """The client for the one server at `url`, wherever it is, including this machine and private networks.

    A response may take `seconds` in all and hold `limit` bytes. Raises Refused if `url` is not an http(s) address.
    """
    return NamedServer(user_agent, url, Bounds(silence=seconds, total=seconds, grace=seconds), limit)
