"""What counts as a word where texts are compared, and which words name a number, a day or a denial."""

import re
from functools import cache

from newsclip.language.pack import ENGLISH, pack, verifier_codes, verifier_words

TOKEN = re.compile(r"[$£€¥]|[^\W_]+(?:[.,:'’\-][^\W_]+)*|[%°]")
UPPER = r"A-Z\u00c0-\u00de"  # capitals of Latin scripts, within a set of characters
_ENGLISH = verifier_words(ENGLISH)
NUMBER_WORDS = (_ENGLISH.counts if _ENGLISH else None) or frozenset[str]()
_NUMBER = re.compile(r"\d")


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Days and months as the language writes them in full, and its words for today and the days beside it."""
    days, more = pack(language).days, verifier_words(language)
    rows = (*days.months, *days.weekdays) if days else ()
    return frozenset(names[0] for names in rows) | (more.today if more and more.today else frozenset())


def tokens(text: str) -> list[str]:
    """Words, figures and units in order, in lower case: "£1.2m" gives "£" and "1.2m"."""
    return [m.group().replace("’", "'").lower() for m in TOKEN.finditer(text)]


def place_of(words: str, text: str) -> int:
    """Where these words first stand in the text as words, and not as part of one ("And" of "Andrews"); -1 where not."""
    at = text.find(words)
    while words and at >= 0:
        end = at + len(words)
        begins = not (words[0].isalnum() and text[at - 1 : at].isalnum())
        if begins and not (words[-1].isalnum() and text[end : end + 1].isalnum()):
            return at
        at = text.find(words, at + 1)
    return -1


def negates(token: str) -> bool:
    return token in _negations() or token.endswith("n't")


@cache
def _negations() -> frozenset[str]:
    """In any language: a claim does not say in which it is."""
    known = (verifier_words(code) for code in verifier_codes())
    return frozenset(word for words in known if words for word in words.negation or ())


def names_number(token: str) -> bool:
    return bool(_NUMBER.search(token)) or token in NUMBER_WORDS
