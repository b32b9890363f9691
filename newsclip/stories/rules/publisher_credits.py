"""Which of a story's publishers each of its articles credits: by its authors and the lines at either end."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from newsclip.language.agency_credits import agencies_of, is_agency, is_author
from newsclip.language.word_lists import NEVER_NAMES
from newsclip.stories.rules.origins import credit, first_publishers, sender

_MOST_WORDS = 14  # of a line that is a credit
_SHORTEST = 4  # characters of a name that is a publisher's first word alone
_LONGEST_SIGN = 60  # characters
_SIGNED = re.compile(r"(?<=[.!?”\"'’)])\s+[-–—]\s?(?P<by>[^-–—.\n]+)\Z")
_WORDS = re.compile(r"\w+")


class Telling(NamedTuple):
    """One article of a story. `head` and `tail`: the ends of its text, `agency_credits.EDGE` characters each."""

    article: int
    report: int
    publisher: str
    published: datetime | None
    found: datetime
    authors: tuple[str, ...] = ()
    head: str = ""
    tail: str = ""


class Credits(NamedTuple):
    """Whom an article credits: `publishers` of the story but its own, by `plain` names, of which `first` told it first;
    `agencies` by their signs. `elsewhere`: it names who told it first, and that is nobody of the story.
    """

    publishers: frozenset[str]
    first: frozenset[str]
    agencies: tuple[str, ...]
    elsewhere: bool = False


class _Lines(NamedTuple):
    """Whom an article says that it is from: who published it first, its authors and senders, short lines that may be a
    publisher's name alone, in small letters, all but agencies, and the signs of those.
    """

    firsts: tuple[str, ...]
    names: tuple[str, ...]
    lines: frozenset[str]
    agencies: tuple[str, ...]


def credits_of(tellings: Sequence[Telling]) -> dict[int, Credits]:
    """Whom each article credits. Takes time by the number of articles, not of pairs: a story may have thousands."""
    known = {plain(one.publisher): one.publisher for one in tellings}
    begin = defaultdict[str, set[str]](set)  # the first words of publishers → those
    for publisher in known:
        for words in _beginnings(publisher):
            begin[words].add(publisher)
    signs = {sign for one in tellings for sign in _lines_of(one).agencies}
    agencies = {sign: {name for name, publisher in known.items() if is_agency(publisher, sign)} for sign in signs}
    return {one.article: _credits(one, known, begin, agencies) for one in tellings}


def _credits(
    one: Telling, known: Mapping[str, str], begin: Mapping[str, set[str]], agencies: Mapping[str, set[str]]
) -> Credits:
    found, own = _lines_of(one), {plain(one.publisher)}
    first = {words for name in found.firsts for words in _beginnings(plain(name)) if words in known}
    by_agency = {publisher for sign in found.agencies for publisher in agencies[sign]}
    named = {publisher for name in found.names for publisher in _publishers_called(plain(name), known, begin)}
    alone = {line for line in found.lines if line in known}
    publishers = frozenset((first | by_agency | named | alone) - own)
    elsewhere = any(_is_another(name, known, plain(one.publisher)) for name in found.firsts)
    return Credits(publishers, frozenset(first - own), found.agencies, elsewhere)


def _is_another(name: str, known: Mapping[str, str], own: str) -> bool:
    """Whether this names, in place of a day or what is no name, somebody who is no publisher of the story."""
    words = plain(name)
    last = own.split()[-_MOST_WORDS:]
    begins, ends = _beginnings(words), {" ".join(last[number:]) for number in range(len(last))}
    if not name[0].isupper() or not begins or begins[0] in NEVER_NAMES:
        return False
    is_own = f"{own} ".startswith(f"{words} ") or not ends.isdisjoint(begins)
    return not is_own and known.keys().isdisjoint(begins)


def _publishers_called(name: str, known: Mapping[str, str], begin: Mapping[str, set[str]]) -> Iterator[str]:
    """Those whose names begin with these words, or that the words begin with."""
    if len(name) >= _SHORTEST:
        yield from begin.get(name, ())
    yield from (words for words in _beginnings(name) if words in known and len(words) >= _SHORTEST)


def _beginnings(name: str) -> list[str]:
    """Its first word, its first two … and the whole, or as much of it as a credit is long."""
    words = name.split()[:_MOST_WORDS]
    return [" ".join(words[:number]) for number in range(1, len(words) + 1)]


def signed_names(tail: str) -> tuple[str, ...]:
    """Whom a text names behind its last sentence as those it is from: "… next week. – The Lantern/Bay Mail"."""
    signed = _SIGNED.search(tail.rstrip()[-_LONGEST_SIGN:])
    return tuple(signed["by"].split("/")) if signed else ()


@lru_cache(maxsize=1 << 12)  # a large story is read anew for each of its readers
def _lines_of(telling: Telling) -> _Lines:
    ends = (telling.head.strip().partition("\n")[0], telling.tail.strip().rpartition("\n")[2])
    lines = [
        line
        for line in (*ends, *signed_names(telling.tail))
        if len(line.split()) <= _MOST_WORDS and not is_author(line)
    ]
    names = (*(author.split(",")[0] for author in telling.authors), *map(sender, lines))
    firsts = (*first_publishers(telling.head), *first_publishers(telling.tail))
    credited = (*agencies_of(telling.authors, telling.head, telling.tail), credit(f"{telling.head}\n{telling.tail}"))
    agencies = tuple(dict.fromkeys(filter(None, credited)))
    people = tuple(name for name in names if not is_author(name))  # "reuters.example" is not Reuters
    return _Lines(firsts, people, frozenset(map(plain, lines)), agencies)


@lru_cache(maxsize=1 << 12)
def plain(name: str) -> str:
    """The words of a name alone, in small letters, without its article."""
    return " ".join(_WORDS.findall(name.casefold())).removeprefix("the ")
