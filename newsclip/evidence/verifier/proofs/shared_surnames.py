"""Surnames that an article gives to a second person without a given name: "her nephew, Holm", "the Holm brothers"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclip.evidence.tokens import UPPER
from newsclip.language.pack import english
from newsclip.language.pattern_parts import any_of
from newsclip.language.verifier_tables.proofs import ProofWords
from newsclip.language.verifier_tables.speech import SpeakingWords
from newsclip.language.word_lists import GIVEN_NAMES, PERSON_TITLES

_WORDS = english(ProofWords)
_COURTESY = any_of(sorted(english(SpeakingWords).courtesy))
_KIN_TOGETHER = any_of(_WORDS.kin_together)
_TOGETHER = any_of(_WORDS.bearers_together)
_ONE_OF_TWO = any_of(_WORDS.one_of_two)
_OF_ANOTHER = any_of(_WORDS.of_another)
_NAME = rf"(?<![\w'’-])(?P<name>[{UPPER}][\w-]{{1,30}})"
_KIN = rf"\b(?:{any_of(_WORDS.kin_before)})?(?:{any_of(_WORDS.kin)})(?:{any_of(_WORDS.kin_behind)})?\b"
_WHOSE = rf"(?:(?:{any_of(_WORDS.whose_kin)}|[{UPPER}][\w-]{{1,30}}['’]s?) )"
_NAMING = rf"(?: and \w{{1,20}})?(?:,? (?:{any_of(_WORDS.naming)})){{0,4}}"
_OF_SOMEBODY = rf"(?! (?:of|to) (?!(?:{any_of(_WORDS.whose_kin)})\b)[a-z0-9])"  # "a father of two" is nobody else
_AS_RELATIVES = (
    re.compile(rf"(?i:{_KIN}){_NAMING},? \(?{_NAME}"),
    re.compile(rf"{_NAME}['’]s? (?:[a-z-]{{1,20}} ){{0,2}}{_KIN}"),
    re.compile(rf"\b(?i:the) {_NAME} (?:{_KIN}|(?:{_KIN_TOGETHER})\b)"),
    re.compile(rf"\b(?i:{_TOGETHER}) (?:[a-z]{{1,20}} )?(?<![\w'’-])(?P<name>[{UPPER}][\w-]{{1,30}})s\b"),
    re.compile(rf"\b(?i:{_ONE_OF_TWO}) (?:(?i:{_COURTESY})\.? )?{_NAME}"),
    re.compile(rf"{_NAME},? \(?(?i:{_OF_ANOTHER})\b"),
)
_OF_KIN = re.compile(rf"{_NAME}(?:,| \(|,? who (?:is|was)) ?{_WHOSE}{{1,4}}{_KIN}{_OF_SOMEBODY}")
_TWO = re.compile(rf"(?<![\w'’-])(?P<first>[{UPPER}][\w-]{{1,30}})\.? and [{UPPER}][\w-]{{0,30}}\.? {_NAME}")
_INITIAL = re.compile(rf"(?<![\w.])(?P<first>[{UPPER}])\.(?: ?[{UPPER}]\.){{0,2}} {_NAME}")
_LONGEST_WORD = 32
# "Ada Holm and her son Tom", "Tom, the brother of Ada Holm", "Ada Holm is married to Tom": Tom may be a Holm, too.
_WHOSE_KIN, _WHO, _MARRIED = any_of(_WORDS.whose_kin), any_of(_WORDS.whose), any_of(_WORDS.married)
_GIVEN = rf"(?P<given>[{UPPER}][\w-]{{1,30}})(?! [{UPPER}])"
_KIN_BY_GIVEN = (
    re.compile(rf"\b(?i:{_WHOSE_KIN}|{_WHO}) (?:[a-z-]{{1,20}} ){{0,2}}{_KIN},? {_GIVEN}"),
    re.compile(rf"\b(?i:{_MARRIED}) {_GIVEN}"),
    re.compile(rf"(?<![\w'’-]){_GIVEN}, (?:{_WHOSE_KIN}) (?:[a-z-]{{1,20}} ){{0,2}}{_KIN}\b"),
)
_CAPITAL = re.compile(rf"(?<![\w'’-])[{UPPER}][\w-]{{1,30}}")
_NEAR = 120  # characters around a relative's given name, in which the other is named


@lru_cache(maxsize=64)
def names_of_others(article: str) -> frozenset[str]:
    """The surnames, in lower case, that somebody else may bear by the words beside them."""
    return frozenset(name.lower() for name in _names(article))


@lru_cache(maxsize=64)
def initials(article: str) -> frozenset[tuple[str, str]]:
    """Surnames in lower case, each with an initial that stands before it."""
    return frozenset((found["name"].lower(), found["first"].lower()) for found in _INITIAL.finditer(article))


def _names_near_relatives(article: str) -> Iterator[str]:
    """The names beside a relative who is called by a given name alone, and so may bear one of them."""
    for pattern in _KIN_BY_GIVEN:
        for found in pattern.finditer(article):
            if found["given"].lower() in GIVEN_NAMES:
                near = article[max(0, found.start() - _NEAR) : found.end() + _NEAR]
                yield from (name for name in _CAPITAL.findall(near) if name.lower() not in GIVEN_NAMES)


def _names(article: str) -> Iterator[str]:
    yield from _names_near_relatives(article)
    for pattern in _AS_RELATIVES:
        yield from (found["name"] for found in pattern.finditer(article))
    for found in _OF_KIN.finditer(article):
        before = article[max(0, found.start() - _LONGEST_WORD) : found.start()].split()
        if not before or not (before[-1][:1].isupper() and before[-1][-1:].isalpha()):
            yield found["name"]  # not "Ada Holm, her sister,"
    for found in _TWO.finditer(article):
        if found["first"].lower() in GIVEN_NAMES | PERSON_TITLES:
            yield found["name"]
