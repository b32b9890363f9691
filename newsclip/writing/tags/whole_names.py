"""Which runs of capitals are whole names, fit for a hashtag: none cut off, none of two names side by side."""

import re
from collections.abc import Set
from dataclasses import replace
from functools import cache

from newsclip.language.names import Name
from newsclip.language.news_agencies import AGENCY_NAMES
from newsclip.language.pack import english
from newsclip.language.pos_tagger import is_adjective, is_common_word
from newsclip.language.word_lists import (
    BODY_WORDS,
    CONNECTORS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    MONTHS,
    OFFICES,
    PLACE_WORDS,
    SOMEBODY,
    WEEKDAYS,
)
from newsclip.language.writer_tables import TagWords

LONGEST = 28  # characters of a hashtag: nobody reads or types a longer one
SHORT_FORMS = frozenset({"EU", "UK", "UN", "US", "U.S.", "U.N.", "E.U.", "U.K.", "AI", "A.I."})
_DESCRIBES, _SHORTENED = re.compile(r"-(?:born|based|led|backed|style)\b"), re.compile(r"[A-Z]['’][a-z]")
# "$4", "Jan5"; "R4bn" and "R50bn" are money, too
_CODE = re.compile(
    r"^(?:RM|US|S|A|HK|Rs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)?\$?\d|^[A-Z]{1,3}\d{1,9}[a-z]{1,3}$"
)
_NUMBERED = re.compile(r"[A-Z][a-z]{2,} \d{1,3}")  # "Maroon 5"
_PERSON = 2  # words of a given and a last name
_WITH_A_PERSON = 4  # words: what is as long and ends in a known last name is a name beside it, no given name
_MOST_PARTED = 10  # words: a longer run is no tag, and to part it at each place takes time by the square of them
_COMPOUND = re.compile(r"[A-Z][a-z]+-[a-z]+ ")  # "High-profile Vellanders"
_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,4} [Tt]he ")  # "V.L. The Harbour Service"
_RUN_ON = re.compile(r"[A-Z]{4}-?[A-Z]?[a-z]{2}")  # "VELMBehind", "VELM-The"


def shouts(name: str) -> bool:
    """Whether a word or a line is written in capitals for its place or its loudness: "STRASBOURG", "VIEW ALL"."""
    return name.isupper() and (len(name) > 5 or " " in name) and "." not in name


def without_calling(name: Name, names: Set[str]) -> Name:
    """The person without the calling that stands before, and without the place behind: "Angler | Ada Quist | of Orlo".

    `names`: all names, of which one may tell a calling: "Reeve Ada Quist" beside "Reeve Quist".
    """
    words = name.text.split()
    if len(words) > _PERSON + 1 and words[0].lower() in GIVEN_NAMES and words[_PERSON] == "of":
        return replace(name, text=" ".join(words[:_PERSON]))
    at = len(words) - _PERSON
    if at < 1 or words[at].lower() not in GIVEN_NAMES or words[0].lower() in GIVEN_NAMES:
        return name
    if is_common_word(words[-1]) or words[-1].lower() in PLACE_WORDS | BODY_WORDS:
        return name
    body = at > 1 and " ".join(words[:at]) in names  # "Corte Suprema | Ada Quist"
    if not body and not all(_calls(word) or f"{word} {words[-1]}" in names for word in words[:at]):
        return name
    return replace(name, text=" ".join(words[at:]), start=name.start + name.text.index(words[at]))


def _calls(word: str) -> bool:
    return is_common_word(word) or word.lower() in SOMEBODY or "-" in word  # "AfD-Kandidat"


def persons(names: Set[str]) -> Set[str]:
    """The last names of the people who are named in full."""
    parted = (name.split() for name in names)
    return {words[-1] for words in parted if len(words) == _PERSON and words[0].lower() in GIVEN_NAMES}


def forenames(names: Set[str]) -> set[str]:
    """The given names of the people who are named in full: "Nancy" beside "Nancy Quist" is no town."""
    parted = (name.split() for name in names)
    people = (words for words in parted if len(words) == _PERSON and words[0].lower() in GIVEN_NAMES)
    return {first for first, last in people if last.lower() not in PLACE_WORDS | BODY_WORDS and "-" not in last}


def is_joined(name: str, names: Set[str], opening: Set[str], last_names: Set[str]) -> bool:
    """Whether two names stand side by side: "Lindmere Ada Quist" beside "Lindmere" and "Ada Quist".

    `opening`: the first words of the names that have several. `last_names`: those of people named in full.
    """
    words = name.split()
    if len(words) >= _WITH_A_PERSON and words[-1] in last_names and words[0].lower() not in GIVEN_NAMES:
        return not set(words) & CONNECTORS  # "Orlo Club World Cup Quist"
    rest = " ".join(words[1:])
    named = words[-1].lower() not in PLACE_WORDS | BODY_WORDS
    if (
        len(words) > 2
        and named
        and rest in names
        and (words[0] in names or words[0].isupper() or is_common_word(words[0]))
    ):
        return words[0].lower() not in GIVEN_NAMES  # "Angler Ada Quist"
    if len(words) > 2 and words[1].lower() in GIVEN_NAMES and (words[0].isupper() or words[0] in names):
        return words[0].lower() not in GIVEN_NAMES  # "CW Ada Quist", "Velland Ada Quist"
    common = is_common_word(words[0]) and words[0].lower() not in GIVEN_NAMES  # "Jack Holm" is one name
    if len(words) == 2 and (common or (words[0].isupper() and len(words[0]) < 5 and "." not in words[0])):
        return rest in names or rest in opening  # "Passenger Lin", "AC Raub"
    if len(words) > 2 and words[0] in names and words[-1] in names:
        return True
    if not 2 < len(words) <= _MOST_PARTED:
        return False
    parted = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(
        first in names and last in names and last.lower() not in PLACE_WORDS | BODY_WORDS for first, last in parted
    )


def is_tag(name: str) -> bool:
    """Whether the name may be a hashtag: whole, and no day, office, code, adjective or news agency."""
    low = name.lower()
    if _is_torn(name):
        return False
    if _CODE.match(name) or (" " in name and any(c.isdigit() for c in name) and not _NUMBERED.fullmatch(name)):
        return False
    if _describes(name) or low.split()[-1] in _no_ends() or (len(name) < 4 and name.istitle()):
        return False  # "Malaysia-registered", "Singapore President", "Lin"
    if set(low.split()) & (FUNCTION_WORDS - CONNECTORS - {"and"}):
        return False
    if low in AGENCY_NAMES | WEEKDAYS | MONTHS | _nationalities() or len(set(low.split())) < len(low.split()):
        return False
    if (
        (len(name) < 3 and name not in SHORT_FORMS)
        or (" " in name and shouts(name))
        or re.search(r"[a-z]\d|['’](?:ve|re|ll|d)$", name)
    ):
        return False
    if " " in name or name.isupper():
        return True
    return low not in says_too_little() and not is_adjective(name) and not (len(name) < 4 and is_common_word(name))


def _describes(name: str) -> bool:
    """Whether it says what something is like: "Velland-registered", unlike the given name of "Yoo Lin-ha"."""
    behind = re.search(r"-([a-z]+)$", name)
    if re.match(r"\w+-[a-z]{3,} ", name):  # "KI-generiertes Bild"
        return True
    return behind is not None and (" " not in name or is_common_word(behind[1]))


def _is_torn(name: str) -> bool:
    """Whether it is no whole name: "Velland U" of "Velland U.S.", "Velland-born Quist", "V'land", "City"."""
    words = name.lower().split()
    if " " in name and words[-1] in _nationalities():  # "Arrivals of American" herring
        return True
    if " " in name and any(word.isupper() and len(word) > 5 for word in name.split()):
        return True
    if (
        (min(len(words[0]), len(words[-1])) == 1 and not _NUMBERED.fullmatch(name))
        or _DESCRIBES.search(name)
        or _SHORTENED.match(name)
    ):
        return True
    if (
        _COMPOUND.match(name)
        or _RUN_ON.search(name)
        or _ABBREVIATED.match(name)
        or (len(words) > 1 and words[0] in AGENCY_NAMES and len(words[0]) > 3)
    ):
        return True
    return name.lower() in PLACE_WORDS | BODY_WORDS


def is_publisher(name: str) -> bool:
    """Whether it is called as papers and broadcasters are: what they report is mostly not about them."""
    return " " in name and name.lower().split()[-1] in (english(TagWords).publisher_ends or ())


@cache
def says_too_little() -> frozenset[str]:
    """The words that are no hashtag by themselves."""
    return english(TagWords).no_singles or frozenset()


@cache
def crowned() -> frozenset[str]:
    """The titles that stand before a given name alone."""
    return english(TagWords).crowned or frozenset()


@cache
def _nationalities() -> frozenset[str]:
    return english(TagWords).nationalities or frozenset()


@cache
def _no_ends() -> frozenset[str]:
    return OFFICES | (english(TagWords).no_ends or frozenset())
