"""Weekdays as papers shorten them: "resigned Monday after a vote", "said on Monday (Sep 19)"."""

import re
from functools import cache

from newsclip.language.days import reader
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, tag_words

_BEFORE = frozenset({"VBD", "VBN", "NN", "NNS", "PRP", "RP", "RB"})
_BEHIND = frozenset({"IN", "TO", "PRP", "DT", ",", "."})
_BRACKETS = re.compile(r"\([^()]{1,30}\)")
_SHORTEST = 6  # letters; abbreviated weekdays may be other words: "sat"


def with_prepositions(text: str, language: str) -> str:
    """The text with "on" before each bare weekday of a verb, in a language that has a tagger, and blanks for brackets.

    Not in names ("Black Friday", "the Monday club"): a verb, or what it did something to, stands in lower case before
    the weekday, and nothing that it could be a part of behind it.
    """
    by = reader(language) if language[:2] in TAGGED_LANGUAGES else None
    if by is None or not (weekday := _weekday(language[:2])).search(text):
        return text
    text = _BRACKETS.sub(lambda found: " " * len(found.group()), text)
    words = tag_words(text)
    bare = [
        start
        for before, (day, _, start), behind in zip(words, words[1:], [*words[2:], ("", ".", 0)], strict=False)
        if weekday.fullmatch(day) and before[1] in _BEFORE and before[0].islower() and behind[1] in _BEHIND
    ]
    for at in reversed(bare):
        text = f"{text[:at]}{by.words.on[0]} {text[at:]}"
    return text


@cache
def _weekday(language: str) -> re.Pattern[str]:
    by = reader(language)
    names = [name.capitalize() for name in (by.weekdays if by else ()) if len(name) >= _SHORTEST]
    return re.compile("|".join(map(re.escape, names)))
