"""Whether a sentence says that something happened on a day: not planned for it, spoken of, or compared with it."""

import re
from datetime import date
from functools import cache

from newsclip.clips.rules.day_words import DAY_WORDS
from newsclip.clips.rules.days import Day, days, reader

_CLAUSE = re.compile(r"[;:]|,(?= )")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_NEAR = 60  # characters before a day that can say whose day it is


def happened(text: str, published: date, language: str) -> bool:
    """Whether the sentence tells the one day that it names as that of what it tells.

    `text`: the journalist's own words; what stands in quotation marks is blank.
    """
    by, named = reader(language), days(text, published, language)
    if by is None or len(named) != 1 or named[0].first > published:
        return False
    (day,) = named
    clause = _clause(text, day)
    plan = by.ahead.search(clause)
    return (
        bool(by.behind.search(clause))
        and not plan
        and not _elsewhere_before(language).search(text[: day.start][-_NEAR:])
        and not _is_part_of_a_name(text, day)
    )


def _clause(text: str, day: Day) -> str:
    """The clause with the day; with the next one where it only opens the sentence ("On Monday, …")."""
    left = max((m.end() for m in _CLAUSE.finditer(text, 0, day.start)), default=0)
    right = _CLAUSE.search(text, day.end)
    if right and not left and len(text[: day.start].split()) <= 2 and not text[day.end : right.start()].strip():
        right = _CLAUSE.search(text, right.end())
    return text[left : right.start() if right else len(text)]


def _is_part_of_a_name(text: str, day: Day) -> bool:
    """ "Monday's vote", "20 November survivors": the day says which, not when."""
    return bool(_POSSESSIVE.match(text, day.end))


@cache
def _elsewhere_before(language: str) -> re.Pattern[str]:
    """What stands right before the day of something else: "since", "the storm on"."""
    words = DAY_WORDS[language[:2]]
    noun = rf"(?:{words.of})[ ’'](?:[\w’'-]+ ){{0,4}}?(?:{words.events}) (?:(?:{words.on}|of|de|du|del|vom|van) )?"
    return re.compile(rf"(?:\b(?:{words.elsewhere})\b |\b{noun})$", re.IGNORECASE)
