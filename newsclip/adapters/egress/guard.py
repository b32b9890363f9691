"""SSRF guard: which addresses may be connected to. An allow-list, since every deny-list had holes.

Allowed are IPv4 without its special-purpose blocks, and 2000::/3 without these, as in the registries of RFC 6890 (IANA,
iana-ipv4-special-registry and iana-ipv6-special-registry). Every form of IPv4 inside IPv6 (mapped, compatible, NAT64,
6to4, Teredo) is excluded.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

from newsclip.kernel.addresses import host_of, is_local_name, port_of
from newsclip.kernel.reasons import Refused

type AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]
type OpenSocket = Callable[[AddressInfo], socket.socket]

LOOPBACK = "127.0.0.1"
NEWS_PORTS = frozenset({80, 443, 8000, 8080, 8443})
_AZURE_PLATFORM = "168.63.129.16/32"
_SPECIAL_V4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 "
        f"203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 {_AZURE_PLATFORM}"
    ).split()
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_SPECIAL_V6 = tuple(
    IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)


class NotPublic(OSError):
    """The address to connect to is not on the public internet."""


def is_public(address: str) -> bool:
    """Whether this IP address, in any spelling that a socket accepts, is on the public internet."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in block for block in _SPECIAL_V4)
    return _is_public_v6(parsed)


def _is_public_v6(address: IPv6Address) -> bool:
    if address.scope_id or address not in _GLOBAL_V6 or any(address in block for block in _SPECIAL_V6):
        return False
    isatap = (int(address) >> 32) & 0xFFFF == 0x5EFE  # RFC 5214: the last 32 bits are an IPv4 address
    return not isatap or is_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))


def check_address(url: str, loopback_ports: frozenset[int], *, plain: bool = True) -> None:
    """Check a normalized address before its name is resolved. `plain`: http is allowed too.

    Raises Refused: "address_not_public", "port_refused" or "not_encrypted".
    """
    host, port = host_of(url), port_of(url)
    if is_local_name(host) or host == LOOPBACK:
        if port not in loopback_ports:
            raise Refused("address_not_public", f"{host}:{port}")
        return
    if _is_literal(host) and not is_public(host):
        raise Refused("address_not_public", host)
    if port not in NEWS_PORTS:
        raise Refused("port_refused", str(port))
    if not plain and not url.startswith("https://"):
        raise Refused("not_encrypted", host)


def _is_literal(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def guarded(open_socket: OpenSocket, loopback_ports: frozenset[int]) -> OpenSocket:
    """`open_socket`, restricted to allowed addresses; NotPublic for the others.

    It runs when the connection is made, after every lookup and redirect, so nothing can bypass it.
    """

    def open_checked(info: AddressInfo) -> socket.socket:
        address, port = info[4][:2]
        local = address == LOOPBACK and port in loopback_ports
        if not local and (not is_public(address) or port not in NEWS_PORTS):
            raise NotPublic(f"{address} port {port}")
        return open_socket(info)

    return open_checked


def plain_socket(info: AddressInfo) -> socket.socket:
    return socket.socket(*info[:3])
