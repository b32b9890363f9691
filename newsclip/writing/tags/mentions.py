"""Where articles mention names: each name of one kind, as whole as the text has it, and none of a sum of money."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from newsclip.language.names import Name
from newsclip.language.nouns import Nouns, capital_nouns
from newsclip.language.places import Place
from newsclip.language.pos_tagger import is_common_word
from newsclip.language.tokens import paragraphs
from newsclip.language.word_lists import (
    BODY_WORDS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    MONTHS,
    PLACE_OPENERS,
    PLACE_WORDS,
    WEEKDAYS,
)
from newsclip.writing.tags.named_places import Mention, Named, only_describes, with_places
from newsclip.writing.tags.whole_names import crowned, persons

_AGAIN = 2
_LONG = 6  # letters of a German noun that says what something is, at least
_PLACE = 3  # a name that is read as a place once in so many times is one
_TITLED = 0.7  # of a line's words begin with a capital: it is a heading, whose capitals tell no names
_NUMBER = re.compile(r" (\d{1,3})(?![\w%]|[.,:/-]\d)")
_FORENAME = re.compile(r"[a-z,] ([A-Z][a-z]{1,3}) $")  # "founder Do Kwon", of which the names leave "Do" out
_SAINT = re.compile(r"(?:^|[ (])(St\.?) $")  # "St. Orlo", of which they leave "St." out
_FIRST = re.compile(r" I(?![\w'’])")  # "World War I"
_TITLE = re.compile(r"\b([A-Z][a-z]{3,8}) $")  # "Queen Ada"
_LOOK_BACK = 10  # characters, as much as the above take
_NOT_NUMBERED = BODY_WORDS | PLACE_WORDS | MONTHS | WEEKDAYS | GIVEN_NAMES


def mentions(named: Sequence[Named]) -> list[Mention]:
    """All mentions of names in sentences, those of most words first."""
    found = list[Mention]()
    for number, (language, _, text, names) in enumerate(named):
        told = [name for name in _in_sentences(names, text) if not only_describes(name, text)]
        capitals = capital_nouns(language)
        if capitals is not None:
            told = [_without_calling(name, capitals) for name in told]
            told += _last_names(told, text)
        found += [(_with_forename(name, text), number) for name in told]
    found = _with_numbers(with_places(found, named), named)
    places, last_names = _places(found), _last_names_of_people(found)
    kinds = (
        (name if isinstance(name, Place) else _of_kind(name, places, last_names), number) for name, number in found
    )
    return sorted(kinds, key=lambda pair: (-len(pair[0].text.split()), pair[1], pair[0].start))


def has_forename_like_a_word(name: Name) -> bool:
    """Whether a person's forename is a common word, too: "Do Kwon"."""
    first, _, last = name.text.partition(" ")
    return name.kind == "person" and bool(last) and " " not in last and first.lower() in FUNCTION_WORDS


def _in_sentences(names: Sequence[Name], text: str) -> list[Name]:
    """The names less those of headings within the text; all where it is nothing but a heading."""
    headings = [line for line in paragraphs(text) if _is_heading(line.of(text))]
    starts = [line.start for line in headings]

    def stands_in_one(name: Name) -> bool:
        place = bisect_right(starts, name.start)
        return place > 0 and name.start < headings[place - 1].end

    return [name for name in names if not stands_in_one(name)] or list(names)


def _is_heading(line: str) -> bool:
    words = [word for word in line.split() if word[0].isalpha()]
    return (
        len(words) > 3
        and line.rstrip()[-1:] not in '.!?”"'
        and (sum(word[0].isupper() for word in words) >= _TITLED * len(words))
    )


def _last_names(names: Sequence[Name], text: str) -> Iterator[Name]:
    """Where the last names of people named in full stand by themselves: no name in German, where all nouns do."""
    spans = [(name.start, name.end) for name in names]
    for last in sorted(persons({name.text for name in names})):
        for found in re.finditer(rf"(?<![\w-]){re.escape(last)}(?![\w-])", text):
            if not any(start <= found.start() < end for start, end in spans):
                yield Name(last, found.start(), found.end(), "person")


def _without_calling(name: Name, capitals: Nouns) -> Name:
    """The name behind the noun that says what it is: "Zahlungssystem | Orlopay"."""
    first, _, rest = name.text.partition(" ")
    if not rest or len(first) < _LONG or first.lower() in GIVEN_NAMES or not capitals.calling.search(first.lower()):
        return name
    return replace(name, text=rest, start=name.end - len(rest))


def _with_forename(name: Name, text: str) -> Name:
    if name.text.endswith(" War") and _FIRST.match(text, name.end):
        return replace(name, text=f"{name.text} I", end=name.end + 2)
    looked = text[max(0, name.start - _LOOK_BACK) : name.start]
    saint = _SAINT.search(looked)
    if saint:
        start = name.start - len(saint[1]) - 1
        return Name(text[start : name.end], start, name.end, "place")
    title = _TITLE.search(looked)
    if title and title[1].lower() in crowned() and name.text.split()[0].lower() in GIVEN_NAMES:
        start = name.start - len(title[1]) - 1
        return Name(text[start : name.end], start, name.end, "person")
    before = _FORENAME.search(looked)
    if not before or " " in name.text or before[1].lower() not in FUNCTION_WORDS - MONTHS:
        return name
    start = name.start - len(before[1]) - 1
    return Name(text[start : name.end], start, name.end, "person")


def _with_numbers(found: Sequence[Mention], named: Sequence[Named]) -> list[Mention]:
    """The names with the number that most of their mentions have: "Maroon 5"."""
    behind, times = Counter[tuple[str, str]](), Counter(name.text for name, _ in found)
    for name, number in found:
        told = _NUMBER.match(named[number][2], name.end)
        if told and " " not in name.text and name.text.istitle() and name.text.lower() not in _NOT_NUMBERED:
            behind[name.text, told[0]] += 1
    kept = {text: more for (text, more), so in behind.items() if so >= _AGAIN and 2 * so > times[text]}
    return [(_longer(name, named[number][2], kept), number) for name, number in found]


def _longer(name: Name, text: str, numbers: dict[str, str]) -> Name:
    more = numbers.get(name.text, "")
    return replace(name, text=name.text + more, end=name.end + len(more)) if text.startswith(more, name.end) else name


def _places(found: Sequence[Mention]) -> Set[str]:
    """What is a place in a third of its mentions."""
    times, there = Counter(name.text for name, _ in found), Counter(n.text for n, _ in found if n.kind == "place")
    return {text for text, so in there.items() if _PLACE * so >= times[text]}


def _last_names_of_people(found: Sequence[Mention]) -> Set[str]:
    """The last names of people named in full twice, or before each mention by the last name alone."""
    times, firsts = Counter(name.text for name, _ in found), dict[tuple[str, int], int]()
    articles = defaultdict[str, set[int]](set)
    for name, number in found:
        firsts[name.text, number] = min(name.start, firsts.get((name.text, number), name.start))
        articles[name.text].add(number)
    people = {text for text in times if persons({text})}
    again = {text for text in people if times[text] >= _AGAIN}
    led = {
        text
        for text in people - again
        if all(
            firsts.get((text, n), firsts[last, n]) < firsts[last, n] for last in persons({text}) for n in articles[last]
        )
    }
    return persons(again | led)


def _is_of_person(name: str, last_names: Set[str]) -> bool:
    """Whether it is a last name, or ends with one and begins like no place: "Velm Quist", unlike "West Quist"."""
    first, _, last = name.partition(" ")
    return (last or first) in last_names and not (
        last and (first.lower() in PLACE_OPENERS | PLACE_WORDS or is_common_word(first))
    )


def _of_kind(name: Name, places: Set[str], last_names: Set[str]) -> Name:
    """The name of the kind that it mostly is; a last name is no place: "Quist" beside "Ada Quist"."""
    if isinstance(name, Place):
        return name
    if name.text in places:
        return replace(name, kind="person" if _is_of_person(name.text, last_names) else "place")
    return replace(name, kind="other") if name.kind == "place" else name
