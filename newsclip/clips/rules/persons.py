"""Whom "he" and "she" may mean: what writer, finder of speakers and verifier alike hold for unclear."""

import re
from collections.abc import Iterable, Sequence

from newsclip.clips.rules.names import Name
from newsclip.clips.rules.words import (
    BODY_WORDS,
    GIVEN_NAMES_HER,
    GIVEN_NAMES_HIS,
    OFFICES,
    PLACE_OPENERS,
    PLACE_WORDS,
    RELATIONS,
    STORMS,
)

NOT_PERSONS = (
    BODY_WORDS
    | PLACE_WORDS
    | PLACE_OPENERS
    | STORMS
    | {"of", "the", "for", "line", "states", "war", "tv", "radio", "castle", "act"}
)
SOMEBODY = (
    RELATIONS
    | OFFICES
    | frozenset(
        """suspect victim driver passenger officer teenager student player patient child baby pupil gunman attacker
        shooter robber thief cyclist motorcyclist pedestrian rider pilot witness resident customer employee worker
        lawyer attorney doctor nurse teacher king queen pope coach captain boss predecessor successor opponent rival
        accused defendant plaintiff prisoner inmate hostage soldier policeman policewoman actor actress singer
        author veterinarian official lawmaker activist""".split()  # noqa: SIM905
    )
)
# not what only says who the named person is: ", a nurse," or "is the mayor" or "the mayor, Ilse Brandt"
_ANOTHER = re.compile(
    r"(?<!, )(?<!\bis )(?<!\bwas )(?<!\bas )\b(?:an?|one|another|the|his|her|their|\d+-year-old) "
    rf"(?:[\w’'\-]+ ){{0,2}}?(?:{'|'.join(sorted(SOMEBODY))}|\d+-year-old)\b(?!['’]s\b)(?!,? (?-i:(?:\w+ )?[A-Z]))",
    re.IGNORECASE,
)


def may_be_person(name: Name) -> bool:
    """Whether two to four words without a digit, a shouted word, or a body's or place's word."""
    words = name.text.split()
    if not 1 < len(words) < 5 or name.kind in {"place", "body"}:
        return False
    return not (
        {word.lower() for word in words} & NOT_PERSONS
        or any(len(word) > 1 and word.isupper() and "." not in word for word in words)
        or any(char.isdigit() or char == "&" for char in name.text)
    )


def possible(names: Iterable[Name], start: int, end: int) -> list[Name]:
    """The names in [start, end) that may be a person's: one pronoun after them may mean any of these."""
    return [n for n in names if start <= n.start and n.end <= end and (n.kind == "person" or may_be_person(n))]


def speaks_of_another(words: str) -> bool:
    """Whether somebody without a name comes in, whom a pronoun may mean as well: "a man", "the driver"."""
    return bool(_ANOTHER.search(words))


def agrees(name: str, pronoun: str) -> bool:
    """Whether the given name does not speak against "he" or "she"."""
    first = name.split(maxsplit=1)[0].lower()
    return first not in (GIVEN_NAMES_HER - GIVEN_NAMES_HIS if pronoun == "he" else GIVEN_NAMES_HIS - GIVEN_NAMES_HER)


def surnames(names: Sequence[Name]) -> set[str]:
    return {name.text.split()[-1] for name in names}
