"""A sentence of a source or a claim made ready for comparison: its words, their stems, names and figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclip.evidence.tokens import TOKEN, negates
from newsclip.language.pack import english
from newsclip.language.tokens import stem
from newsclip.language.verifier_tables.values import ClaimWords

_CLAIMS = english(ClaimWords)
COMMON = _CLAIMS.common
_TIMES = _CLAIMS.magnitudes
_UNITS = "|".join(sorted(_TIMES, key=lambda unit: (-len(unit), unit)))
_NUMBER = re.compile(rf"(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:[ -]?({_UNITS})\b)?", re.IGNORECASE)
_WORDS = {word: float(value) for value, word in enumerate(_CLAIMS.numbers, 1)}
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_ALIASES = {word: frozenset(row) for row in _CLAIMS.aliases for word in row}
_JOINT = re.compile(r"[-']")
_POSSESSIVE = re.compile(r"'s$")


class ParsedSentence:
    """Its words as written and in lower case, and which of them carry content (`content`); `held`: their stems."""

    def __init__(self, text: str) -> None:
        self.words = [m.group().replace("’", "'") for m in TOKEN.finditer(text)]
        self.low = [word.lower() for word in self.words]
        self.content = [
            i for i, word in enumerate(self.low) if word not in COMMON and (len(word) > 1 or word.isdigit())
        ]
        self.held = frozenset(form for i in self.content for form in forms(self.low[i]))
        self.figures = figures(text)
        self.negations = sum(negates(word) for word in self.low)

    def bears(self, word: str) -> bool:
        """Whether it has the word, another name for it, or all of its parts."""
        if stem_of(word) in self.held or any(stem_of(other) in self.held for other in _ALIASES.get(word, ())):
            return True
        parts = [part for part in _JOINT.split(word) if part]
        return len(parts) > 1 and all(stem_of(part) in self.held for part in parts)

    def names(self) -> Iterator[str]:
        """Words with a capital, but for the first."""
        return (self.words[i] for i in self.content if i > 0 and self.words[i][0].isupper())


def joined(text: str) -> str:
    """ "U.S." as "US", so that names compare equal."""
    return _DOTTED.sub(lambda m: m.group().replace(".", ""), text)


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The stem of a word in lower case, without 's."""
    return stem(_POSSESSIVE.sub("", word))


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """The stems that the word stands for: its own, those of its parts, and other names of a country."""
    parts = [part for part in _JOINT.split(word) if part and part not in COMMON]
    return frozenset((stem_of(word), *map(stem_of, parts), *(stem_of(other) for other in _ALIASES.get(word, ()))))


def figures(text: str) -> frozenset[float]:
    """The values of the figures and number words up to fifteen: "1.2 million" gives 1,200,000 and 1.2."""
    words = (m.group().lower() for m in TOKEN.finditer(text))
    found = {_WORDS[word] for word in words if word in _WORDS}
    for match in _NUMBER.finditer(text):
        value = float(match[1].replace(",", ""))
        found |= {value, value * _TIMES.get((match[2] or "").lower(), 1)}
    return frozenset(found)
