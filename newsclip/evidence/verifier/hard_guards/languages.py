"""Another language than that of the passages: by its letters, or by the small words between them."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from newsclip.evidence.verifier.hard_guards.readings import Compared
from newsclip.kernel.reasons import Reason
from newsclip.language.cues import function_words
from newsclip.language.pack import codes, is_english
from newsclip.language.pos_tagger import is_common_word


def fault(compared: Compared) -> Reason | None:
    """A letter of a script that the passages do not use, or more small words of other languages than of its own."""
    known = _scripts(compared.texts)
    if strange := next((letter for letter in compared.text if letter.isalpha() and _script(letter) not in known), ""):
        return Reason("other_language", {"word": strange})
    plain = (token.word for k, token in enumerate(compared.said.tokens) if token.word.islower() or k == 0)
    foreign = [word for word in plain if not word.isupper() and _is_foreign(compared, word.lower())]
    own = sum(word in compared.words.adds for word in compared.said.low)
    return Reason("other_language", {"word": foreign[0]}) if len(foreign) > own else None


def _is_foreign(compared: Compared, word: str) -> bool:
    """Whether it is a small word of another language alone, which no passage has."""
    if word in compared.low or word not in _small_words(compared.language):
        return False
    return not (is_english(compared.language) and is_common_word(word))


@cache
def _small_words(language: str) -> frozenset[str]:
    """Those of all other languages that are none of this one."""
    others = frozenset[str]().union(*(function_words(code) for code in codes() if code != language[:2]))
    return others - function_words(language)


def _scripts(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(_script(letter) for text in texts for letter in text if letter.isalpha())


@cache
def _script(letter: str) -> str:
    """The writing system by the letter's name in Unicode: "LATIN", "CYRILLIC", "CJK"."""
    return unicodedata.name(letter, "").partition(" ")[0]
