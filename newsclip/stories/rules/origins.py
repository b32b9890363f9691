"""The origin of a text: its agency, another publisher, or the group that owns its publisher."""

import re
import zlib
from functools import cache, lru_cache
from typing import NamedTuple

from newsclip.language.news_agencies import AGENCY, CREDITED
from newsclip.language.pack import in_all_languages
from newsclip.language.pattern_parts import any_of, in_either_case, with_capital
from newsclip.language.text_analysis_tables import CreditWords
from newsclip.stories.rules.terms import plain

_NAMES = tuple(one.sign for one in CREDITED)
CREDITS = ["", *_NAMES, AGENCY]  # kept by number
_LONG = {name: one.sign for one in CREDITED for name in one.names}
_WITHIN = 160  # characters at either end of a text: where credits to an agency stand
_ONE = "|".join(map(re.escape, _NAMES))
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


class CreditPatterns(NamedTuple):
    """Of all languages: `named` finds an agency, `unnamed` agencies without names, `first` who published it first, `by`
    whom a line that is a credit names at its end.

    Where none of the `hints` is among the words of a text, the first three find nothing.
    """

    named: re.Pattern[str]
    unnamed: re.Pattern[str]
    first: re.Pattern[str]
    by: re.Pattern[str]
    hints: frozenset[bytes]


@cache
def credit_patterns() -> CreditPatterns:
    words = list(in_all_languages(CreditWords))
    before = any_of(one for table in words for one in table.in_brackets)
    by = any_of(in_either_case(one for table in words for one in table.by))
    unnamed = any_of(in_either_case(one for table in words for one in table.unnamed))
    first = any_of(in_either_case(one for table in words for one in table.first or ()))
    articles = any_of(one for table in words for one in table.articles or ())
    hints = [one for table in words for one in table.hints]
    return CreditPatterns(
        re.compile(
            rf"\((?:(?:{before}) )?(?P<brackets>{_ONE})(?:/(?:{_ONE}))*\)"  # VELMORA (AP) —
            rf"|(?P<long>{'|'.join(_LONG)})"
            rf"|\b(?:{by}) (?:the )?(?P<by>{_ONE})\b(?! [a-z])"
            rf"|(?:[-–—/|]\s?|\n)(?P<last>{_ONE})\W*\Z"  # what a text ends with
        ),
        re.compile(unnamed),
        re.compile(rf"(?:{first}) (?:(?:{articles}) )?(?P<first>[^.,;:()\n]{{3,40}})"),
        re.compile(rf"\b(?:{by}) (?:(?:{articles}) )?(?P<by>[^.,;:()\n]{{3,40}})\W{{0,4}}\Z"),
        frozenset(plain(" ".join((*_NAMES, *_LONG, *hints, *with_capital(hints))))),
    )


def origin(text: str, publisher: str = "", owner: str = "") -> Origin:
    """The origin of a text, from its first and last words and its publisher."""
    head, tail = text[:_WITHIN], text[-_WITHIN:]
    known = credit_patterns()
    if known.hints.isdisjoint(plain(head)) and known.hints.isdisjoint(plain(tail)):
        return Origin("", _bits(publisher), _bits(owner))  # most texts: reading them costs a tenth of a tokenising
    found = known.first.search(tail) or known.first.search(head)
    first = found["first"] if found else ""
    return Origin(credit(text), _bits(publisher), _bits(owner), _bits(first))


def credit(text: str) -> str:
    """The news agency named in the text's first or last words, "agency" for an unnamed one, or ""."""
    parts, known = (text[:_WITHIN], text[-_WITHIN:]), credit_patterns()
    for part in parts:
        if found := known.named.search(part):
            name = found["brackets"] or found["by"] or found["last"] or found["long"]
            return _LONG.get(name, name)
    return AGENCY if any(map(known.unnamed.search, parts)) else ""


def first_publishers(words: str) -> list[str]:
    """Whom the words name as having published a text first, each with up to 40 characters from its name on."""
    return [found["first"] for found in credit_patterns().first.finditer(words)]


def sender(line: str) -> str:
    """Whom a line names at its end as the sender of a text ("Report by Lantern News"); or ""."""
    found = credit_patterns().by.search(line)
    return found["by"] if found else ""


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
