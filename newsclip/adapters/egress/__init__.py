"""The one way out of this machine: guarded, polite and bounded. See docs/why/egress.md."""

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
    """What asks the network. Only `loopback_ports` of this machine itself may be asked, at localhost or 127.0.0.1.

    `lookup` answers for the machine's resolver and `open_socket` makes a socket that the guard has agreed to.
    `plain`: what is not encrypted (http) may be asked, too.
    """
    return Egress(user_agent, loopback_ports, bounds or Bounds(), lookup, open_socket, plain)


def make_call(*, user_agent: str, named: str, loopback_ports: frozenset[int], seconds: float) -> Call:
    """What asks the server at the address `named`, wherever it is, and public ones; each answer within `seconds`."""
    egress = make_fetch(user_agent=user_agent, loopback_ports=loopback_ports)
    return Caller(egress, named, Bounds(silence=seconds, total=seconds, grace=seconds))


def make_post(*, user_agent: str, url: str, seconds: float, limit: int) -> Post:
    """What sends to the one server at `url`, wherever it is, this machine and its neighbours included.

    An answer may take `seconds` in all and hold `limit` bytes. Raises Refused where `url` is no http(s) address.
    """
    return NamedServer(user_agent, url, Bounds(silence=seconds, total=seconds, grace=seconds), limit)
