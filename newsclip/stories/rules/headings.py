"""What headline and lead say, to find contradictions between two articles."""

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of, with_capital
from newsclip.stories.rules.terms import WORD, terms
from newsclip.stories.rules.town_regions import town_and_regions

LEAD_WORDS = 80  # the first paragraphs, which say what the headline says
LEAST_WORDS = 150  # a teaser names too little for its silence to mean anything
_NAME = re.compile(rf"[A-Z](?<=[a-z0-9,;)’'] [A-Z])(?:{WORD.pattern})?")
_WORD_OF_A_NAME = r"(?-i:[A-Z])[\w’'-]{1,30}"


class Heading(NamedTuple):
    """The names in headline and lead, the headline's terms, and the days of the year that the text names.

    All are empty if the text is too short. `days` is a 64-bit set, in which two days may share a bit. `places`: the
    terms of the places named there, however short the text is; those of `town` are of the one place of which
    the text says where it lies, and `regions` where ("in Newbridge, Kent").
    """

    names: Set[str] = frozenset()
    title: Set[str] = frozenset()
    days: int = 0
    places: Set[str] = frozenset()
    town: Set[str] = frozenset()
    regions: Set[str] = frozenset()


class Dates(NamedTuple):
    """The months of a language, a day of one, and the months in lower case, which are no names; `place` finds the names
    of places.
    """

    months: list[str]
    date: re.Pattern[str]
    no_names: frozenset[str]
    place: re.Pattern[str]


class Marks(NamedTuple):
    """A heading as bits: which terms of a vector are names in it, in the headline, of places, of the town and of where
    it lies; heaviest term first.
    """

    names: int = 0
    title: int = 0
    days: int = 0
    places: int = 0
    town: int = 0
    regions: int = 0


NOTHING = Heading()
UNMARKED = Marks()


def heading(title: str, text: str, language: str) -> Heading:
    """The heading of an article. Names are capitalized words within a sentence; in German that finds none."""
    dates = dates_of(language)
    if dates is None:
        return NOTHING
    words = text.split(maxsplit=LEAST_WORDS)
    lead = " ".join(words[:LEAD_WORDS])
    places = frozenset(terms(" ".join(dates.place.findall(f"{title}\n{lead}")))) - dates.no_names
    town, regions = town_and_regions(lead, language)
    regions -= dates.no_names
    if len(words) <= LEAST_WORDS:
        return Heading(places=places, town=town, regions=regions)
    names = frozenset(terms(" ".join(_NAME.findall(lead)))) - dates.no_names
    return Heading(names, frozenset(terms(title)), _days(f"{title} {lead}", dates), places, town, regions)


@cache
def dates_of(language: str) -> Dates | None:
    """None where the names of a text are not told by their capitals alone."""
    known = pack(language)
    if known.stories is None or known.days is None:
        return None
    months = with_capital(names[0] for names in known.days.months)
    month, no_names = "|".join(months), frozenset(map(str.lower, months))
    date = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({month})|({month}) (\d{{1,2}}))\b")
    place = re.compile(
        rf"\b(?:{any_of(map(re.escape, known.stories.places))}) ((?:{_WORD_OF_A_NAME} ?){{1,3}})", re.IGNORECASE
    )
    return Dates(months, date, no_names, place)


def _days(text: str, dates: Dates) -> int:
    """The days of the year that a text names, as bits."""
    if not any(month in text for month in dates.months):
        return 0
    days = 0
    for day, month, other, its in dates.date.findall(text):
        days |= 1 << ((dates.months.index(month or other) * 31 + int(day or its)) % 64)
    return days


def marks(given: Heading, kept: Sequence[int], numbers: Mapping[str, int]) -> Marks:
    """The heading's bits over the terms that a vector keeps; `numbers[term]` is a term's number."""
    places = dict(zip(kept, range(len(kept)), strict=True))
    said = given.names, given.title, given.places, given.town, given.regions
    names, title, *where = (_bits(some, places, numbers) for some in said)
    return Marks(names, title, given.days, *where)


def _bits(said: Set[str], places: Mapping[int, int], numbers: Mapping[str, int]) -> int:
    bits = 0
    for term in said:
        if (place := places.get(numbers.get(term, -1))) is not None:
            bits |= 1 << place
    return bits


def marked_numbers(numbers: Sequence[int], bits: int) -> set[int]:
    """The numbers of a vector's terms whose bits are set."""
    found = set()
    while bits:
        found.add(numbers[(bits & -bits).bit_length() - 1])
        bits &= bits - 1
    return found
