"""Which town a lead is about, and where it says that the town lies: "Newbridge, Kent", "NEWBRIDGE, Ohio —"."""

import re
from collections.abc import Set
from functools import cache
from typing import NamedTuple

from newsclip.language.news_agencies import AGENCY_NAMES
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import any_of, with_capital
from newsclip.language.text_analysis_tables import StoryWords
from newsclip.language.word_lists import DATELINE_PLACES, GIVEN_NAMES, PERSON_TITLES
from newsclip.stories.rules.terms import terms

_CUT = 6  # letters: a shorter word before a stop may be one that is cut
_WORD = r"[A-Z][\w’'-]{1,30}"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_CAPITALS = r"[A-Z][A-Z’'-]{1,30}(?: [A-Z][A-Z’'-]{1,30}){0,2}"  # "Ada Lind, London —" is who wrote
_NO_LIST = r"(?!, [A-Z])"  # "in Orlo, Holm, Tarn and Morrow" are four towns
_ENDS = rf"(?=[,;:)]|$|(?<=\w{{{_CUT}}})\.){_NO_LIST}"
_DASH = r" ?(?:\([^()\n]{1,30}\) ?)?(?:[—–]|--?) "  # "(AP) —"


class Patterns(NamedTuple):
    """`said` finds a town and where it lies, `cut` the same with a region in short, which `whole` tells in full."""

    said: tuple[re.Pattern[str], ...]
    cut: re.Pattern[str]
    whole: dict[str, str]


def town_and_regions(lead: str, language: str) -> tuple[Set[str], Set[str]]:
    """The terms of the one town of which the lead says where it lies, and of where; nothing where there are several.

    Headlines with a capital in every word would give too many. Capitals alone are a body ("of Velland (NBV)"), and
    short words with a stop are cut ("Fla."): they count where the language tells them in full.
    """
    known = pack(language).stories
    if known is None:
        return frozenset(), frozenset()
    patterns = _patterns(known)
    told = [found for pattern in patterns.said for found in pattern.findall(lead) if _may_be_region(found[1])]
    told += [(town, patterns.whole[region.lower()]) for town, region in patterns.cut.findall(lead)]
    if len({town.casefold() for town, _ in told}) != 1:
        return frozenset(), frozenset()
    town = frozenset(terms(told[0][0]))
    return town, frozenset(terms(" ".join(region for _, region in told))) - town


def _may_be_region(name: str) -> bool:
    """Not "the mayor of Newbridge, Ada Lind,", "in Newbridge, Mayor Lind," nor an agency in a dateline."""
    first, _, more = name.lower().partition(" ")
    somebody = bool(more) and (first in GIVEN_NAMES or first in PERSON_TITLES)
    if name.isupper() or name.lower() in AGENCY_NAMES:
        return False
    return not somebody or name.lower() in DATELINE_PLACES


@cache
def _patterns(known: StoryWords) -> Patterns:
    before = any_of(map(re.escape, [*known.places, *with_capital(known.places)]))
    inside = f"(?:{any_of(map(re.escape, known.inside))})"
    whole = {row[0]: row[1] for row in known.shortened}
    short = any_of(map(re.escape, whole))
    said = (
        re.compile(rf"\b(?:{before}) ({_NAME}), (?:{inside} )?({_NAME}){_ENDS}"),
        re.compile(rf"\b(?:{before}) ({_NAME}) \((?:{inside} )?({_NAME})(?=[,;:)])"),
        re.compile(rf"\b(?:{before}) ({_NAME}) {inside} ({_NAME})(?:{_ENDS}|(?= [a-z]))"),
        re.compile(rf"^({_CAPITALS}), ({_NAME}){_DASH}"),
    )
    return Patterns(said, re.compile(rf"(?:\b(?:{before}) |^)({_NAME}), ((?=[A-Z])(?i:{short}))(?!\w)"), whole)
