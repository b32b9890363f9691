"""Web addresses, parsed once by one WHATWG URL parser (ada), so that the address we check is the address we fetch."""

import re
from functools import cache, lru_cache
from urllib.parse import quote, unquote_plus

import ada_url
from publicsuffixlist import PublicSuffixList

from newsclip.kernel.reasons import Refused

LONGEST = 2000  # characters, as many as the columns of the tables hold
_FRAGMENT_WORDS = 5  # at each end of a long text fragment
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_BARE = re.compile(r"([\w-]{1,63}(?:\.[\w-]{1,63}){1,9})(?::\d{1,5})?(?=[/?#]|$)")
_SCHEMES = ("http://", "https://")
_TRACKING = frozenset(
    # click and campaign identifiers of advertisers, mail services and publishers
    [
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "twclid",
        "ttclid",
        "igshid",
        "igsh",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "_hsenc",
        "_hsmi",
        "vero_id",
        "wickedid",
        "oly_enc_id",
        "oly_anon_id",
        "s_cid",
        "at_medium",
        "at_campaign",
        "ns_mchannel",
        "ns_campaign",
        "ns_source",
        "ns_linkname",
        "ns_fee",
        "ocid",
        "cmpid",
        "xtor",
    ]
)
_TRACKING_STARTS = ("utm_", "pk_", "mtm_")


def normalize(url: str, base: str = "") -> str:
    """Return the canonical form of this http(s) address: no fragment, no tracking parameters, no default port.

    Percent-encoding is upper-cased (RFC 3986, section 6.2.2.1). A relative `url` is resolved against `base`. Raises
    Refused: "not_a_url", "scheme_refused" or "credentials_refused".
    """
    parsed = _parse(url, base)
    href = str(parsed.href)
    if not href.startswith(_SCHEMES):
        raise Refused("scheme_refused", href.partition(":")[0])
    host = href.split("/", 3)[2]
    if "@" in host:
        raise Refused("credentials_refused")
    if host.startswith(".") or ".." in host or host.partition(":")[0].endswith("."):
        href = _without_root_dot(parsed)
    address, _, search = href.partition("#")[0].partition("?")
    address += _without_tracking(search)
    if len(address) > LONGEST:
        raise Refused("not_a_url", f"longer than {LONGEST} characters")
    return _ENCODED.sub(_in_capitals, address) if "%" in address else address


def with_scheme(typed: str) -> str:
    """An address as people type it, with the scheme that they leave out; anything else as it is."""
    typed = typed.strip()
    named = _BARE.match(typed)
    if named is None:
        return typed
    return f"{'http' if is_local_name(named[1].lower()) else 'https'}://{typed}"


def host_of(url: str) -> str:
    """The host of a normalized address, without the port and without the brackets of an IPv6 address."""
    return _parts(url)[0]


def port_of(url: str) -> int:
    """The port of a normalized address; the scheme's default if none is given."""
    return _parts(url)[1]


def origin_of(url: str) -> str:
    """Scheme, host and port: the key of a robots.txt (RFC 9309, section 2.3)."""
    return _parts(url)[2]


def are_of_one_site(one: str, other: str) -> bool:
    """Whether both normalized addresses have one host, and one port or the standard ports of http and https."""
    ports = {port_of(one), port_of(other)}
    return host_of(one) == host_of(other) and (len(ports) == 1 or ports == {80, 443})


def domain_of(url: str) -> str:
    """The registrable domain, by the Public Suffix List: "news.example.co.uk" gives "example.co.uk".

    IP addresses, single-label names and names under ".localhost" are returned whole: each is a host of its own here.
    """
    host = host_of(url).removeprefix("www.")
    if host.endswith(".localhost") or ":" in host or host.replace(".", "").isdigit():
        return host
    return _suffixes().privatesuffix(host) or host


def has_known_suffix(host: str) -> bool:
    """Whether it ends with a name that domains are registered under: "x.com", not "St.Petersburg"."""
    return _suffixes().publicsuffix(host.lower(), accept_unknown=False) is not None


def _in_capitals(encoded: re.Match[str]) -> str:
    return encoded[0].upper()


def is_local_name(host: str) -> bool:
    """Whether this name always resolves to this machine (RFC 6761, section 6.3)."""
    return host == "localhost" or host.endswith(".localhost")


@lru_cache(maxsize=10_000)
def _parts(url: str) -> tuple[str, int, str]:
    """Host, port and origin. Cached: one address is asked for them several times."""
    parsed = _parse(url, "")
    port = int(parsed.port or (443 if parsed.protocol == "https:" else 80))
    return str(parsed.hostname).strip("[]"), port, str(parsed.origin)


def _parse(url: str, base: str) -> ada_url.URL:
    try:
        return ada_url.URL(url, base=base) if base else ada_url.URL(url)
    except ValueError as error:  # UnicodeEncodeError of a lone surrogate is one too
        raise Refused("not_a_url", url[:100].encode("ascii", "backslashreplace").decode()) from error


def _without_root_dot(parsed: ada_url.URL) -> str:
    """ "example.org." is the same host as "example.org" (RFC 1034, section 3.1), spelled in an unusual way."""
    host = parsed.hostname.rstrip(".")
    if ".." in host or host.startswith("."):
        raise Refused("not_a_url", "it names no host")
    try:
        parsed.hostname = host
    except ValueError as error:
        raise Refused("not_a_url", "its host is none") from error
    return str(parsed.href)


def with_text_fragment(url: str, words: str) -> str:
    """The address with a text fragment: the browser scrolls to these words and highlights them."""
    if "#" in url:
        return url
    each = words.split()
    ends = [each] if len(each) <= 2 * _FRAGMENT_WORDS else [each[:_FRAGMENT_WORDS], each[-_FRAGMENT_WORDS:]]
    return f"{url}#:~:text=" + ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)


def _without_tracking(search: str) -> str:
    if not search:
        return ""
    kept = [pair for pair in search.split("&") if pair and not _tracks(pair.partition("=")[0])]
    return "?" + "&".join(kept) if kept else ""


def _tracks(name: str) -> bool:
    plain = unquote_plus(name).lower()
    return plain in _TRACKING or plain.startswith(_TRACKING_STARTS)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
