"""Names of months that are somebody's: "captain Jan Reyl", "Theresa May"."""

import re
from functools import cache

from newsclip.language.pack import english, is_english
from newsclip.language.pack_tables import DayWords
from newsclip.language.pattern_parts import any_of
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.sentence_openings import opens_sentence
from newsclip.language.word_lists import FUNCTION_WORDS, GIVEN_MONTHS, GIVEN_NAMES, NEVER_NAMES, SENTENCE_OPENERS

_NEAR = 40  # characters before it


def given_months(text: str, language: str) -> frozenset[int]:
    """Where such a name starts: beside a given name, or before a last name that is no English word.

    The word before may be that of a month ("in April Quist left"): then another place must tell that somebody is meant.
    Outside of English only those that are a short form of the month, written with a full stop elsewhere.
    """
    first, last = _patterns(full=is_english(language))
    found = [match for match in first.finditer(text) if _is_last_name(match["last"])]
    people = {match.group() for match in found if _is_surely(text, match)}
    starts = {match.start() for match in found if match.group() in people and not _is_dated(text, match.start())}
    given = (match for match in last.finditer(text) if match["given"].lower() in GIVEN_NAMES)
    return frozenset(starts.union(match.start("month") for match in given))


@cache
def _patterns(*, full: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    whole = frozenset[str]() if full else {names[0] for names in english(DayWords).months}
    words = [word.capitalize() for word in sorted(GIVEN_MONTHS - whole)]
    return (
        re.compile(rf"(?<![\w’'.\-])(?P<month>{any_of(map(re.escape, words))}) (?P<last>[A-Z][\w’'\-]+)"),
        re.compile(rf"(?<![\w’'.\-])(?P<given>[A-Z]\w+) (?P<month>{any_of(map(re.escape, words))})\b(?![\-–]| ?\d)"),
    )


def _is_last_name(word: str) -> bool:
    return word.lower() not in NEVER_NAMES and not word.isupper() and not is_common_word(word)


def _is_surely(text: str, match: re.Match[str]) -> bool:
    if opens_sentence(text, match.start()):
        return match["month"].lower() not in FUNCTION_WORDS
    before = text[max(0, match.start() - _NEAR) : match.start()].split()
    return bool(before) and before[-1].lower() not in SENTENCE_OPENERS


def _is_dated(text: str, start: int) -> bool:
    """Whether a figure stands before it: "3 April"."""
    return bool(re.search(r"\d(?:st|nd|rd|th)? $", text[max(0, start - _NEAR) : start]))
