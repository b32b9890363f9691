"""What stands before a name: whether it means who bears the name, and whether that is a man or a woman."""

import re
from collections.abc import Set

from newsclip.language.pack import english
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords
from newsclip.language.verifier_tables.speech import IntroductionWords
from newsclip.language.word_lists import OFFICES, PERSON_TITLES, TITLES_HER, TITLES_HIS

_CALLINGS = english(IntroductionWords).callings | OFFICES | PERSON_TITLES
_SEXES = (("he", re.compile(TITLES_HIS)), ("she", re.compile(TITLES_HER)))


def sex_of(title: str) -> str:
    """ "he" of "Mr", "she" of "Mrs"; "" where it says nothing."""
    return next((sex for sex, known in _SEXES if known.fullmatch(title.rstrip("."))), "")


def means_its_bearer(parse: Parse, place: int, last_names: Set[str], words: ProofWords) -> bool:
    """Whether a word before a name means its bearer: a title, or what one person is ("designer Ada Holm")."""
    token, after = parse.tokens[place], parse.tokens[place + 1 : place + 2]
    if token.word.lower() in words.titles:
        return True
    calls = token.word.lower() in _CALLINGS and token.tag in ("NN", "NNP")
    return calls and any(one.pos == "PROPN" for one in after) and parse.tokens[token.head].word in last_names
