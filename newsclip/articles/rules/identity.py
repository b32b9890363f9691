"""Which article a page is: only the outlet's own pages can claim to be another page of it, and only with its text."""

import re
from urllib.parse import urlsplit

from newsclip.kernel.addresses import host_of

_AMP_CACHE = ".cdn.ampproject.org"
_AMP_PATH = re.compile(r"^(?:/amp)?/(?:[a-z]/)?(?P<secure>s/)?(?P<rest>[^/]+\.[^/]+/.*)$")
_GOOGLE_AMP = re.compile(r"^(?:www\.)?google\.[a-z.]{2,6}$")
_OF_PHONES = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)")
_ENOUGH = 0.5  # share of common paragraphs


def publishers_address(url: str) -> str:
    """The publisher's address of a page in an AMP cache; any other address unchanged.

    "https://quill-example.cdn.ampproject.org/c/s/quill.example/ferry" is "https://quill.example/ferry" (AMP cache URL
    format).
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    cached = host.endswith(_AMP_CACHE) or (_GOOGLE_AMP.match(host) and parts.path.startswith("/amp/"))
    found = _AMP_PATH.match(parts.path) if cached else None
    if found is None:
        return url
    scheme = "https" if found["secure"] else "http"
    return f"{scheme}://{found['rest']}" + (f"?{parts.query}" if parts.query else "")


def without_scheme(url: str) -> str:
    """The address without http or https, which sites use inconsistently."""
    return url.partition(":")[2]


def bare_address(url: str) -> str:
    """The address without scheme and last slash. A "/" inside a query is significant."""
    bare = without_scheme(url)
    return bare if "?" in bare else bare.removesuffix("/")


def address_forms(bare: str) -> list[str]:
    """All addresses that differ from this one only by scheme and last slash."""
    ends = [bare] if "?" in bare else [bare, f"{bare}/"]
    return [scheme + end for scheme in ("https:", "http:") for end in ends]


def are_of_one_host(one: str, other: str) -> bool:
    """Whether two normalized addresses have one host, but for "www.", "m.", "mobile." and "amp." before it.

    One domain may hold many publishers: "ada.letters.example" and "jan.letters.example".
    """
    return _OF_PHONES.sub("", host_of(one)) == _OF_PHONES.sub("", host_of(other))


def names_itself(url: str, canonical: str) -> bool:
    """Whether the canonical address that this address's page names is this one, and not one with another last slash."""
    return bool(canonical) and _without_www(url) == _without_www(canonical)


def _without_www(url: str) -> str:
    return without_scheme(url).removeprefix("//").removeprefix("www.")


def have_same_text(one: str, other: str) -> bool:
    """Whether at least half of the shorter text's paragraphs occur verbatim in the longer one."""
    first, second = _paragraphs(one), _paragraphs(other)
    return len(first & second) >= _ENOUGH * max(1, min(len(first), len(second)))


def _paragraphs(text: str) -> set[str]:
    plain = (re.sub(r"\W+", "", part).lower() for part in text.split("\n\n"))
    return {part for part in plain if part}
