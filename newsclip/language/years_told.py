"""The year of a day that is told without one: what its article named before may say another than its publication does.

"Police arrested him on Nov. 10" means 2020 where the lines before tell of 2020, whatever year the article is of.
"""

import re
from datetime import date, timedelta
from functools import cache

from newsclip.language.days import Day, days, reader
from newsclip.language.pattern_parts import any_of, ignoring_case

_YEAR = re.compile(r"(?<![\d.,])(?:18|19|20)\d\d(?![\d.,]\d|\d)")
_BEFORE = 4_000  # characters before a sentence that are looked at
_BESIDE = 16  # characters before a year in which its month stands: "September 21st, "
_AT_HAND = timedelta(days=7)  # a day so near to publication needs no year to be understood


def is_of_another_year(day: Day, text: str, before: str, published: date, language: str) -> bool:
    """Whether the day may be of another year than it was read as: its sentence or what stands before names one.

    In figures, or by words such as "two years ago". `text`: the sentence that names it; `before`: the article up to
    that sentence. Only a month and a figure without their year are in doubt.
    """
    if not _is_in_doubt(day, text, published, language):
        return False
    told = f"{before[-_BEFORE:]} {text}"
    if any(int(year) != day.first.year for year in _YEAR.findall(told)):
        return True
    other = _other_year(language)
    return bool(other and other.search(" ".join(told.split())))


def _is_in_doubt(day: Day, text: str, published: date, language: str) -> bool:
    """Whether the day is a month and a figure without a year, and not about the day of publication."""
    words = text[day.start : day.end].lower().replace("’", "'")
    by = reader(language)
    if by is None or not any(name in words for name in by.months) or not any(map(str.isdigit, words)):
        return False
    has_year = _YEAR.search(words) or any(year in words for year in by.words.years)
    return not has_year and day.first == day.last and abs(day.first - published) > _AT_HAND


def _is_of_the_year_before(day: Day, text: str, before: str, published: date, language: str) -> bool:
    """Whether the year that the article named last is not the one that the day was read as."""
    if not _is_in_doubt(day, text, published, language):
        return False
    named = _YEAR.findall(f"{before[-_BEFORE:]} {text[: day.start]}")
    return bool(named) and int(named[-1]) != day.first.year


def asks_for_year(text: str, before: str, published: date, language: str) -> bool:
    """Whether only a year that the article named before says when it was: "on Oct 15 that year", "on Nov. 10" of 2020.

    A day that is still ahead is understood without, and so is one behind a year that is no date. Else it is
    the year named last that says it.
    """
    pointing = _that_year(language)
    found = pointing.search(text) if pointing else None
    if found and not _YEAR.search(text, 0, found.start()):
        return True
    if not _tells_of_a_month(before, language):
        return False
    told = (day for day in days(text, published, language) if day.first <= published)
    return any(_is_of_the_year_before(day, text, before, published, language) for day in told)


def _tells_of_a_month(before: str, language: str) -> bool:
    """Whether a month stands beside the year that was named last: "on Nov 8, 2020", not "a study of 2020"."""
    at, by = last_year_in(before), reader(language)
    beside = before[max(0, at - _BESIDE) : at].lower() if at is not None else ""
    return by is not None and any(name in beside for name in by.months)


def last_year_in(text: str) -> int | None:
    """Where the year stands that the text names last; None where it names none."""
    found = [match.start() for match in _YEAR.finditer(text, max(0, len(text) - _BEFORE))]
    return found[-1] if found else None


@cache
def _that_year(language: str) -> re.Pattern[str] | None:
    by = reader(language)
    return ignoring_case(rf"\b(?:{any_of(by.words.told_years)})\b") if by else None


@cache
def _other_year(language: str) -> re.Pattern[str] | None:
    by = reader(language)
    if by is None:
        return None
    words = (*(by.words.relative_years or ()), *(by.words.told_years or ()))
    return ignoring_case(rf"\b(?:{any_of(words)})\b")
