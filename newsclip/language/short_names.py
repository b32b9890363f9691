"""Whom and what a sentence calls by a short name ("Holm", "HPA"), and what tells the full one.

A last or first name by itself needs the full name, or what the person is, somewhere before; a short form what its
article spells out. Where an article begins with the last name alone, its readers know whose it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from newsclip.language.names import Name
from newsclip.language.pack import ENGLISH, english
from newsclip.language.pos_tagger import TAGGED_LANGUAGES, is_common_word
from newsclip.language.tokens import stem, words
from newsclip.language.word_lists import (
    BODY_WORDS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    NEVER_NAMES,
    PERSON_TITLES,
    PLACE_PREPOSITIONS,
    PLACE_WORDS,
    PLAIN_WORDS,
)
from newsclip.language.writer_tables import TagWords

_MARK = "="  # before a short name among stems: no word of a text has it
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z]{1,9})\)")
_BEFORE = 90  # characters before the brackets: no name is longer
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PARTS = (2, 3)
_OF_THINGS = PLACE_PREPOSITIONS | {"a", "an", "the", "of", "from"}
_KINDS = {word.capitalize() for word in BODY_WORDS | PLACE_WORDS}


@dataclass(frozen=True, slots=True)
class ShortNames:
    """Of an article: by last name the stems of first names, and the other way round; by short form what it stands for;
    `known` needs neither.
    """

    people: Mapping[str, frozenset[str]]
    spelt: Mapping[str, str]
    known: frozenset[str]

    def used(self, text: str) -> frozenset[str]:
        """The short names in the text that need a full one before, as marks; none that the text itself explains."""
        bare = frozenset(_bare(text))
        found = bare & self.people.keys()
        found |= {name for name in map(_plain, _WORD.findall(text)) if name in self.spelt}
        return frozenset(map(mark, found - self.known - self._told(text, bare)))

    def brought_in(self, text: str) -> frozenset[str]:
        """The marks of the short names that the text explains."""
        return frozenset(map(mark, self._told(text, frozenset(_bare(text)))))

    def used_as_known(self, text: str) -> frozenset[str]:
        """The marks of what a whole article calls by such a name and never in full."""
        return frozenset(mark(name) for name in set(_bare(text)) if name not in self.people and name not in self.spelt)

    def _told(self, text: str, bare: Set[str]) -> Set[str]:
        named = self.people.keys() & set(words(text))
        stems = frozenset(map(stem, words(text))) if named & bare else frozenset[str]()
        people = {name for name in named if name not in bare or self.people[name] & stems}
        return people | {name for name, full in self.spelt.items() if f"({name})" in text or full in text}


def mark(name: str) -> str:
    return _MARK + name


def is_mark(term: str) -> bool:
    return term.startswith(_MARK)


def short_names(title: str, text: str, opening: str, names: Sequence[Name], language: str) -> ShortNames:
    """What the readers of an article with this title, text and names can know of its short names.

    `opening`: its text as far as its first sentence goes. `language`: "" where it is not known.
    """
    people, spelt = _people(names, text, language), _spelt(text)
    front = f"{title}\n{opening}"
    opens = people.keys() & set(_bare(front))
    found = ShortNames(people, spelt, frozenset())
    return ShortNames(people, spelt, frozenset(opens - found._told(front, frozenset(_bare(front)))))


def _people(names: Sequence[Name], text: str, language: str) -> dict[str, frozenset[str]]:
    """By last name the stems of the first names in the article: of people, and of what may be one; and the other way
    round of people whom it calls by the first name alone.

    The last name of "Lim Ah Kow" is the first word, where the article calls him "Mr Lim" or "Lim".
    """
    found: dict[str, frozenset[str]] = {}
    short = {name.text for name in names if name.kind == "person"}
    tagged = language[:2] in TAGGED_LANGUAGES
    things = _of_things(text) if tagged else set()
    alone = {name.text for name in names if name.kind in ("person", "other")} - things
    by_first = set(_bare(text)) - things - _KINDS if tagged else set()
    for name in names:
        parts = name.text.split()
        if _may_be_person(name, short, language):
            first, last = (
                (parts[-1], parts[0]) if parts[0] in alone and parts[-1] not in alone else (parts[0], parts[-1])
            )
            found[last] = found.get(last, frozenset()) | {stem(first, language or ENGLISH)}
            if name.kind == "person" and first in by_first and _may_be_given(first):
                found[first] = found.get(first, frozenset()) | {stem(last, language or ENGLISH)}
    for first, last in _in_full(text) if tagged else ():
        found[last] = found.get(last, frozenset()) | {stem(first, language)}
    return found


def _in_full(text: str) -> Iterator[tuple[str, str]]:
    """First and last names, where the text also gives the last one by itself: "Whip Bram Holm", "behind Tony Holm".

    What stands around them hides such names from `find_names`. No places, which are told by "in".
    """
    alone = set(_bare(text)) - _placed(text) - _KINDS
    found = list(_WORD.finditer(text)) if alone else []
    for first, last, behind in zip(found, found[1:], [*found[2:], None], strict=False):
        ends = behind is None or behind.start() != last.end() + 1 or not behind.group()[:1].isupper()
        name = _plain(last.group())
        ends = ends or name != last.group()
        if ends and name in alone and last.start() == first.end() + 1 and _may_be_first(first.group(), name):
            yield first.group(), name


def _may_be_given(word: str) -> bool:
    return word.lower() in GIVEN_NAMES or not is_common_word(word)


def _may_be_first(first: str, last: str) -> bool:
    given = _may_be_given(first)
    named = first.istitle() and len(first) > 1 and first.lower() not in NEVER_NAMES | PERSON_TITLES
    return given and named and not last.isupper() and last.lower() not in NEVER_NAMES and not is_common_word(last)


def _placed(text: str) -> set[str]:
    """The words with a capital that stand behind a word of place."""
    found = list(_WORD.finditer(text))
    return {_plain(word.group()) for before, word in pairwise(found) if before.group() in PLACE_PREPOSITIONS}


def _of_things(text: str) -> set[str]:
    """The words with a capital behind a function word that seldom leads to a person: "the Bill", "from Virginia"."""
    found = list(_WORD.finditer(text))
    return {_plain(word.group()) for before, word in pairwise(found) if before.group().lower() in _OF_THINGS}


def _may_be_person(name: Name, people: Set[str], language: str) -> bool:
    parts = name.text.split()
    if len(parts) not in _PARTS or name.kind not in ("person", "other"):
        return False
    first, last = parts[0], parts[-1]
    if name.kind == "person" or last in people:
        return True  # "Mr Cook" tells what "Jack Cook" is
    if not _nationalities().isdisjoint(part.lower() for part in parts):
        return False  # "British Prime" of "British Prime Minister Ada Holm"
    plain = first.istitle() and not is_common_word(first) and last[:1].isupper() and not last.isupper()
    return plain and language[:2] in TAGGED_LANGUAGES


def _nationalities() -> frozenset[str]:
    return english(TagWords).nationalities or frozenset()


def _bare(text: str) -> Iterator[str]:
    """Capitalised words with no capitalised word beside them, and no calling ("lawyer Holm") before."""
    found = list(_WORD.finditer(text))
    for at, word in enumerate(found):
        before = found[at - 1] if at and found[at - 1].end() + 1 == word.start() else None
        behind = found[at + 1] if at + 1 < len(found) and found[at + 1].start() == word.end() + 1 else None
        called = before is not None and (before.group()[:1].isupper() or before.group().lower() in PERSON_TITLES)
        plain = before is not None and before.group().lower() in PLAIN_WORDS | FUNCTION_WORDS  # "Mr Holm", "For Holm"
        called = called and not plain
        name = _plain(word.group())
        owns = name != word.group()
        joined = behind is not None and behind.group()[:1].isupper() and not owns
        if name[:1].isupper() and not called and not joined:
            yield name


def _plain(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _spelt(text: str) -> dict[str, str]:
    """By short form the words that stand before it in brackets, where their letters give it."""
    found: dict[str, str] = {}
    for bracketed in _BRACKETED.finditer(text):
        short = bracketed[1]
        lead = text[max(0, bracketed.start() - _BEFORE) : bracketed.start()].rpartition("\n")[2].split()
        for at in range(len(lead) - 2, -1, -1):
            if _stands_for(short, lead[at:]):
                found.setdefault(short, " ".join(lead[at:]))
                break
    return found


def _stands_for(short: str, full: list[str]) -> bool:
    letters = iter(" ".join(full).lower())
    capitals = sum(word[:1].isupper() for word in full)
    enough = capitals > len(_PARTS) if not short.isupper() else capitals > 1 or _has_initials(short, full)
    return enough and full[0][:1].upper() == short[:1].upper() and all(letter in letters for letter in short.lower())


def _has_initials(short: str, full: list[str]) -> bool:
    """Whether each letter begins a word, and at most one word more ("and") stands among these."""
    initials = iter(word[:1].lower() for word in full)
    return len(full) <= len(short) + 1 and all(letter in initials for letter in short.lower())
