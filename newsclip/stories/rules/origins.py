"""The origin of a text: its agency, another publisher, or the group that owns its publisher."""

import re
import zlib
from functools import lru_cache
from typing import NamedTuple

from newsclip.language.news_agencies import CREDITED
from newsclip.stories.rules.terms import plain

_NAMES = tuple(one.sign for one in CREDITED)
AGENCY = "agency"
CREDITS = ["", *_NAMES, AGENCY]  # kept by number
_LONG = {name: one.sign for one in CREDITED for name in one.names}
_WITHIN = 160
_ONE = "|".join(map(re.escape, _NAMES))
_NAMED = re.compile(
    rf"\((?:with |mit |avec )?(?P<brackets>{_ONE})(?:/(?:{_ONE}))*\)"  # VELMORA (AP) —
    rf"|(?P<long>{'|'.join(_LONG)})"
    rf"|\b(?:[Bb]y|[Ww]ith|[Vv]ia|[Ss]ource:|mit Material (?:von|der)|[Aa]vec) (?:the )?(?P<by>{_ONE})\b(?! [a-z])"
    rf"|(?:[-–—/|]\s?|\n)(?P<last>{_ONE})\W*\Z"  # what a text ends with
)
_AGENCIES = re.compile(
    r"[Ww]ith (?:additional |some )?(?:news |wire )?agenc(?:y|ies)(?: material| reports?| inputs?| copy)?\b"
    r"|[Ww]ith (?:inputs|material|reporting|reports) from (?:news |wire )?agencies"
    r"|\((?:[Nn]ews |[Ww]ire )?[Aa]genc(?:y|ies)\)"
    r"|mit (?:Agenturmaterial|Material von Agenturen)|[Aa]vec (?:les )?agences"
)
_FIRST = re.compile(
    r"(?:[Ff]irst|[Oo]riginally) (?:published|appeared|reported) (?:by|in|on|at) (?:the )?(?P<after>[^.,;:()\n]{3,40})"
    r"|(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated) (?:with permission )?(?:from|by) (?:the )?"
    r"(?P<of>[^.,;:()\n]{3,40})"
    r"|(?:[Zz]uerst (?:erschienen|veröffentlicht)) (?:in|bei|auf|im) (?:der |dem )?(?P<zuerst>[^.,;:()\n]{3,40})"
)
_SAYING = (
    "agency agencies Agency Agencies Agenturmaterial Agenturen agences published appeared reported Republished "
    "republished Reprinted reprinted Syndicated syndicated erschienen veröffentlicht"
)
_HINTS = frozenset(plain(" ".join((*_NAMES, *_LONG, _SAYING))))
_PLAIN = re.compile(r"^(?:https?://)?(?:www\.)?(?:the )?|[^\w]+")
_TIED = 0xFFFF


class Origin(NamedTuple):
    """The agency that a text names, and 16-bit hashes of its publisher, its owner group and its first publisher.

    0 is unknown. Two names collide once in 65,536, and a collision alone makes no copy.
    """

    credit: str = ""
    publisher: int = 0
    owner: int = 0
    first: int = 0


NOWHERE = Origin()


def origin(text: str, publisher: str = "", owner: str = "") -> Origin:
    """The origin of a text, from its first and last words and its publisher."""
    head, tail = text[:_WITHIN], text[-_WITHIN:]
    if _HINTS.isdisjoint(plain(head)) and _HINTS.isdisjoint(plain(tail)):
        return Origin("", _bits(publisher), _bits(owner))  # most texts: reading them costs a tenth of a tokenising
    found = _FIRST.search(tail) or _FIRST.search(head)
    first = next(filter(None, found.groups()), "") if found else ""
    return Origin(credit(text), _bits(publisher), _bits(owner), _bits(first))


def credit(text: str) -> str:
    """The news agency named in the text's first or last words, "agency" for an unnamed one, or ""."""
    parts = (text[:_WITHIN], text[-_WITHIN:])
    for part in parts:
        if found := _NAMED.search(part):
            name = found["brackets"] or found["by"] or found["last"] or found["long"]
            return _LONG.get(name, name)
    return AGENCY if any(map(_AGENCIES.search, parts)) else ""


def tie(one: Origin, other: Origin) -> str:
    """What connects two texts: the "agency" both name; "first": one names the other as its origin; their "owner"; or
    "".
    """
    if one.credit and other.credit and (one.credit == other.credit or AGENCY in {one.credit, other.credit}):
        return "agency"
    if one.first and one.first in {other.publisher, other.first}:
        return "first"
    if other.first and other.first == one.publisher:
        return "first"
    return "owner" if one.owner and one.owner == other.owner else ""


@lru_cache(maxsize=1 << 12)
def _bits(name: str) -> int:
    """A 16-bit hash of a name without spaces, punctuation and article; of a domain's first label."""
    plain = _PLAIN.sub("", name.strip().lower().partition("/")[0] if "://" not in name else name.lower())
    return (zlib.crc32(plain.encode()) % _TIED + 1) if plain else 0
