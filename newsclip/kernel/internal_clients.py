"""Who asks from inside: from this machine, or from a private network."""

from collections.abc import Mapping
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

ANSWERS = "Newsclip-Process"  # the header by which a worker's answer to a probe is known from the site's

_INSIDE = tuple(
    map(
        ip_network,
        (
            *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"),  # RFC 1918, 3927
            *("::1/128", "fc00::/7", "fe80::/10"),  # RFC 4193, 4291
        ),
    )
)
_LONGEST = 1000  # characters of a header; a longer one is nobody's of ours
# Each proxy adds some of them, and few all.
_FORWARDED = (
    *("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP"),
    *("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_VIA"),
)


@lru_cache(1000)
def is_inside(address: str) -> bool:
    """Whether it is a loopback, private or link-local address. What is no address is not."""
    try:
        found = ip_address(address.strip().strip("[]").partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return any(found in network for network in _INSIDE)


def asks_from_inside(environ: Mapping[str, str], *, proxies: int) -> bool:
    """Whether a request (a WSGI environment) comes from inside: who connects is, and so is everybody that the header
    X-Forwarded-For names.

    A proxy adds whom it speaks for, and nobody outside can take that away again. More names than there are `proxies`
    mean that the sender wrote some of them.
    """
    told = environ.get("HTTP_X_FORWARDED_FOR", "")
    named = told.split(",") if told else []
    return (
        len(told) <= _LONGEST
        and len(named) <= proxies
        and is_inside(environ.get("REMOTE_ADDR", ""))
        and all(is_inside(one) for one in named)
    )


def asks_directly(environ: Mapping[str, str], *, site_url: str) -> bool:
    """Whether a request comes from inside, past every proxy: none says that it speaks for another, and it is not at the
    site's public name, which a proxy that says nothing would have passed on.
    """
    asked = _host(f"//{environ.get('HTTP_HOST', '')}")
    return (
        is_inside(environ.get("REMOTE_ADDR", ""))
        and not any(environ.get(name) for name in _FORWARDED)
        and not (asked == _host(site_url) and _is_public(asked))
    )


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_public(host: str) -> bool:
    """A name without a dot is a container's or this machine's."""
    return ("." in host or ":" in host) and not is_inside(host)
