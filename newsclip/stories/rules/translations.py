"""Translations: a report in two languages is one report, where credits, or numbers and quotations, say so."""

from math import isnan
from typing import NamedTuple

from newsclip.language.news_agencies import AGENCY
from newsclip.language.quotations import find_quotes
from newsclip.stories.rules.origins import origin
from newsclip.stories.rules.shared_numbers import LOOKED_AT, NONE, Numbers, common_share

# Measured on `stories-crosslingual`, whose documents are translated: docs/why/grouping.md.
_TIED_SHARE, _TIED_WEIGHT = 0.5, 2.0
_SHARE, _WEIGHT = 0.8, 4.0
_DAYS = 2.0  # a translation follows within two days
_MOST_QUOTES = 255


class Telling(NamedTuple):
    """What of a text stands alike in its translations. `credit`: the agency it names; `publisher` and `owner`: hashes,
    0 if unknown; `quotes`: how many quotations its beginning has; `day`: NaN if undated.
    """

    numbers: Numbers = NONE
    credit: str = ""
    publisher: int = 0
    owner: int = 0
    quotes: int = 0
    day: float = float("nan")


class Translated(NamedTuple):
    """Why two texts are one report: the share of their numbers in common, and their tie, "" if nothing else says so."""

    alike: float
    tie: str


def telling_of(text: str, numbers: Numbers, day: float, language: str, names: tuple[str, str]) -> Telling:
    """`names`: of the publisher and its owner."""
    found = origin(text, *names)
    quotes = min(_MOST_QUOTES, len(find_quotes(text[:LOOKED_AT], language)))
    return Telling(numbers, found.credit, found.publisher, found.owner, quotes, day)


def translated(one: Telling, other: Telling) -> Translated | None:
    """Whether two texts in different languages are one report.

    Both are by one agency, publisher or owner and share half of their numbers; or nearly all of many numbers, and have
    as many quotations.
    """
    if abs(one.day - other.day) > _DAYS:  # never, if one is undated
        return None
    share, weight = common_share(one.numbers, other.numbers)
    tie = _tie(one, other)
    if tie and share >= _TIED_SHARE and weight >= _TIED_WEIGHT:
        return Translated(share, tie)
    quoted = one.quotes == other.quotes > 0 and not isnan(one.day + other.day)
    return Translated(share, "") if quoted and share >= _SHARE and weight >= _WEIGHT else None


def _tie(one: Telling, other: Telling) -> str:
    """An agency without a name is any agency, so it ties nothing."""
    if one.credit and one.credit == other.credit != AGENCY:
        return "agency"
    if one.publisher and one.publisher == other.publisher:
        return "publisher"
    return "owner" if one.owner and one.owner == other.owner else ""
