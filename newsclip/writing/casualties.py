"""How many people a sentence counts as dead, injured or missing, in languages that have the table `casualties`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsclip.language.casualty_tables import CasualtyWords
from newsclip.language.pack import pack
from newsclip.language.pattern_parts import ignoring_case, joined
from newsclip.language.quantities import Quantity
from newsclip.language.quotation_marks import inside
from newsclip.language.whole_numbers import plain_spaces, whole_numbers, without

# characters beside a number that are read for what it counts; a clause of a clip is shorter
_BESIDE = 160
_LONGEST = 1_500

KINDS = ("dead", "injured", "missing")


@dataclass(frozen=True, slots=True)
class Count:
    """So many people of a kind, by the number at `[start, end)` of the sentence with what qualifies it."""

    kind: str
    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Patterns:
    behind: Mapping[str, re.Pattern[str]]
    before: Mapping[str, re.Pattern[str]]
    totals: Mapping[str, re.Pattern[str]]
    people: re.Pattern[str]
    clouds: re.Pattern[str]


@cache
def casualty_patterns(language: str) -> _Patterns | None:
    """None where the language has no words for it."""
    words: CasualtyWords | None = pack(language).casualties
    if words is None:
        return None
    return _Patterns(
        behind={kind: re.compile(rf" (?:{joined(some, words.parts)})(?!\w)") for kind, some in words.behind.items()},
        before={kind: re.compile(rf"\b(?:{joined(some, words.parts)}) $") for kind, some in words.before.items()},
        totals={kind: re.compile(rf"\b(?:{joined(some, words.parts)}) $") for kind, some in words.totals.items()},
        people=re.compile(rf" (?:{joined(words.people, words.parts)})(?!\w)"),
        clouds=ignoring_case(rf"(?<!\w)(?:{joined(words.clouds, words.parts)})(?!\w)"),
    )


def counts(sentence: str, language: str) -> list[Count]:
    """What the sentence counts as a fact of now, outside quotation marks; nothing where anything clouds it."""
    known = casualty_patterns(language[:2])
    text = plain_spaces(sentence).replace("’", "'")
    if known is None or len(text) > _LONGEST:
        return []
    numbers = whole_numbers(text, language)
    if known.clouds.search(without(text, numbers)):
        return []
    quoted = inside(text)
    return [
        Count(kind, number.start, number.end, number)
        for number in numbers
        if not quoted[number.start]
        for kind in _kinds(text, number, known)
    ]


def _kinds(text: str, number: Quantity, known: _Patterns) -> Iterator[str]:
    """What became of those whom the number counts, by the words beside it."""
    after, before = text[number.end : number.end + _BESIDE], text[max(0, number.start - _BESIDE) : number.start]
    people = known.people.match(after)
    for kind in KINDS:
        counted = known.behind[kind].match(after) or known.totals[kind].search(before)
        if counted or (people and known.before[kind].search(before)):
            yield kind
