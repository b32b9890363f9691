"""Names of months that are somebody's: "captain Jan Reyl", "Theresa May"."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from newsclip.language.pack import english, is_english
from newsclip.language.pack_tables import DayWords
from newsclip.language.pattern_parts import any_of
from newsclip.language.pos_tagger import is_adjective, is_common_word
from newsclip.language.sentence_openings import opens_sentence
from newsclip.language.word_lists import (
    BEFORE_MONTHS,
    CONNECTORS,
    FUNCTION_WORDS,
    GIVEN_MONTHS,
    GIVEN_NAMES,
    NEVER_NAMES,
    PERSON_TITLES,
    SENTENCE_OPENERS,
    SOMEBODY,
)

AGE = re.compile(r",\s+(?:aged\s+)?\d{1,3},")  # behind a name
_NEAR = 40  # characters before it
_FIGURE = re.compile(r"\d(?:st|nd|rd|th)? \Z")
_WHOLE = frozenset(names[0] for names in english(DayWords).months)
# "Jan van der Reyl"
_PARTICLES = f"(?:(?:{any_of(sorted(CONNECTORS - FUNCTION_WORDS - {'&', 'y'}))}) ){{0,3}}"
_POSSESSIVE = re.compile(r"['’]s?\Z")


def given_months(text: str, language: str) -> frozenset[int]:
    """Where such a name starts: beside a given name, or before a last name if the text shows that somebody is meant.

    It shows so by a title, an age or the same two words elsewhere, but not where a day or a month is told ("late June
    Brandt left"). A short form has a full stop elsewhere, and need only stand where no time is told: "said Jan Reyl".
    Outside of English no other counts.
    """
    first, last = _patterns(full=is_english(language))
    found = [match for match in first.finditer(text) if _is_last_name(match["last"]) and not _is_dated(text, match)]
    people = _people(text, found) if is_english(language) else {_pair(match) for match in found}
    starts = {match.start() for match in found if _pair(match) in people}
    given = (match for match in last.finditer(text) if match["given"].lower() in GIVEN_NAMES)
    return frozenset(starts.union(match.start("month") for match in given))


@cache
def _patterns(*, full: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    whole = frozenset[str]() if full else _WHOLE
    words = [word.capitalize() for word in sorted(GIVEN_MONTHS - whole)]
    return (
        re.compile(rf"(?<![\w’'.\-])(?P<month>{any_of(map(re.escape, words))}) {_PARTICLES}(?P<last>[A-Z][\w’'\-]+)"),
        re.compile(rf"(?<![\w’'.\-])(?P<given>[A-Z]\w+) (?P<month>{any_of(map(re.escape, words))})\b(?![\-–]| ?\d)"),
    )


def _is_last_name(word: str) -> bool:
    return word.lower() not in NEVER_NAMES and not word.isupper() and not is_common_word(word)


def _people(text: str, found: Sequence[re.Match[str]]) -> set[str]:
    """The pairs that are somebody's: by a title or an age, or found again or in short where no date would stand."""
    often, alone = Counter(map(_pair, found)), {_pair(match) for match in found if _stands_alone(text, match)}
    told = (match for match in found if _is_titled(text, match) or AGE.match(text, match.end()))
    short = {_pair(match) for match in found if match["month"].lower() not in _WHOLE}
    return {pair for pair in alone if pair in short or often[pair] > 1}.union(map(_pair, told))


def _pair(match: re.Match[str]) -> str:
    return f"{match['month']} {_POSSESSIVE.sub('', match['last'])}"


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    if opens_sentence(text, match.start()):
        return match["month"].lower() not in FUNCTION_WORDS
    return _word_before(text, match) not in SENTENCE_OPENERS


def _is_titled(text: str, match: re.Match[str]) -> bool:
    return not opens_sentence(text, match.start()) and _word_before(text, match) in PERSON_TITLES | SOMEBODY


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """Whether a figure or a word of time stands before it, or what a month may be: "3 April", "on a rainy April"."""
    if opens_sentence(text, match.start()):
        return False
    word = _word_before(text, match)
    tells_month = word in BEFORE_MONTHS or (is_adjective(word) and not _is_titled(text, match))
    return tells_month or _FIGURE.search(text, max(0, match.start() - _NEAR), match.start()) is not None


def _word_before(text: str, match: re.Match[str]) -> str:
    words = text[max(0, match.start() - _NEAR) : match.start()].split()
    return words[-1].lower().rstrip(".") if words else ""
