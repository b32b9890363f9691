"""The English pack's words of sentences as patterns, compiled once.

English alone, but asked of more: pages of all languages ask and credit in English, too.
"""

import re
from dataclasses import dataclass
from functools import cache

from newsclip.language.pack import ENGLISH, english, in_all_languages, pack
from newsclip.language.pack_tables import PlainWords
from newsclip.language.pattern_parts import any_of, ignoring_case
from newsclip.language.writer_tables import SentenceWords

_NAME = r"[A-Z][\w.’'\-]{1,20}"


@dataclass(frozen=True, slots=True)
class SentencePatterns:
    """What `SentenceWords` says. `opens_leaning` is asked of a sentence's front."""

    plea: re.Pattern[str]
    caption: re.Pattern[str]
    author: re.Pattern[str]
    opinion: re.Pattern[str]
    views: re.Pattern[str]
    holders: re.Pattern[str]
    first_person: re.Pattern[str]
    says: re.Pattern[str]
    aside: re.Pattern[str]
    also: re.Pattern[str]
    adds: re.Pattern[str]
    connective: re.Pattern[str]
    opens_leaning: re.Pattern[str]
    announces: re.Pattern[str]
    announces_words: re.Pattern[str]
    button: re.Pattern[str]
    one_of_several: re.Pattern[str]
    leans_inside: re.Pattern[str]
    said_by: re.Pattern[str]
    stands_alone: re.Pattern[str]


@cache
def sentence_patterns() -> SentencePatterns:
    words = english(SentenceWords)
    auxiliaries, also, leans, ties = map(any_of, (words.auxiliaries, words.also, words.leans, words.ties))
    several = [word.capitalize() for word in sorted(words.buttons) if " " in word]  # "Close" alone may open a sentence
    buttons = any_of([*(word.upper() for word in sorted(words.buttons)), *several])
    return SentencePatterns(
        plea=ignoring_case(rf"\b(?:{any_of(words.pleas)})"),
        caption=ignoring_case(any_of(words.captions)),
        author=re.compile(
            rf"(?P<name>{_NAME}(?: {_NAME}){{1,3}}) (?:is|are) (?:[\w’'&\-]+ ){{0,6}}(?:{any_of(words.authors)})"
        ),
        opinion=ignoring_case(any_of(words.opinions)),
        views=ignoring_case(any_of(words.views)),
        holders=ignoring_case(rf"\b(?:{any_of(words.holders)})\b"),
        first_person=re.compile(any_of(words.first_person)),
        says=ignoring_case(rf"\b(?:{any_of(words.says)})\b"),
        aside=re.compile(rf"{any_of(words.asides)}| ?\((?=[^()]*\.)[A-Z0-9]*\.[A-Z0-9]{{1,8}}\)"),
        also=re.compile(rf"^((?:[A-Z][\w.'’\-]*,? ){{1,4}}(?:(?:{auxiliaries}) )?)(?P<also>{also}) "),
        adds=re.compile(rf"(?<! but)(?<! and)(?<! who)(?<!which)(?<! that) (?:{also})\b"),
        connective=ignoring_case(rf"^(?:{any_of(words.connectives)})"),
        opens_leaning=ignoring_case(rf"^[“\"'‘]?(?:{leans})|^(?:{ties})"),
        announces=ignoring_case(any_of(words.announces)),
        announces_words=ignoring_case(rf"^(?:{any_of(words.announces_words)})$"),
        button=re.compile(rf"(?:{buttons}) (?=[A-Z][a-z])"),
        one_of_several=ignoring_case(rf"^[“\"'‘]?(?:{any_of(words.one_of_several)})"),
        leans_inside=ignoring_case(any_of(words.leans_inside)),
        said_by=ignoring_case(any_of(words.said_by)),
        stands_alone=ignoring_case(rf"^(?:{any_of(words.stands_alone)})"),
    )


@cache
def abbreviated() -> re.Pattern[str]:
    """An abbreviation of any language at the end: names of people and days stand in texts of all.

    Behind a figure, it is a month whose day is told: "on 15 Jan."
    """
    words = (word for table in in_all_languages(PlainWords) for word in table.abbreviations or ())
    return re.compile(rf"(?<!\d )\b(?:{any_of(words)})\.$")


def tells_voices(language: str) -> bool:
    """Whether the patterns know the writer's voice in this language; what names none is read as English."""
    return pack(language or ENGLISH).sentences is not None
