"""Words of a sentence that lead to another time than its article's: "last year", "in March", "since", "a similar fire".

They are many, as a number of an earlier accident is no other number of this one: better too many than one too few.
"""

import re
from collections.abc import Iterable
from functools import cache

from newsclip.language.days import Day, reader
from newsclip.language.pattern_parts import any_of, ignoring_case

_LONGEST = 2_000  # characters, as with days


def other_times(text: str, language: str, known: Iterable[Day]) -> frozenset[str] | None:
    """These words in small letters; None where the language's are not known. `known`: days, whose months are none."""
    patterns = _patterns(language[:2])
    if patterns is None:
        return None
    inside = {place for day in known for place in range(day.start, day.end)}
    words, months = patterns
    found = [match.group() for match in words.finditer(text[:_LONGEST])]
    found += [
        match.group()
        for match in months.finditer(text[:_LONGEST])
        if match.start() not in inside and _is_month(match.group(), language[:2])
    ]
    return frozenset(one.lower() for one in found)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    by = reader(language)
    if by is None:
        return None
    years = [re.escape(words) for words, off in by.words.years.items() if off]
    months = sorted(map(re.escape, by.months), key=len, reverse=True)
    return ignoring_case(rf"\b(?:{any_of([*years, *by.words.other_times])})\b"), ignoring_case(
        rf"\b(?:{any_of(months)})\b"
    )


def _is_month(word: str, language: str) -> bool:
    """ "May" is one, "may" is a verb."""
    by = reader(language)
    return by is not None and (word.lower() not in (by.words.other_words or ()) or word[:1].isupper())
