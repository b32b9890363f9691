"""A sentence of a source or a claim made ready for comparison: its words, their stems, names and figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclip.evidence.verifier.tokens import NUMBER_WORDS, TOKEN, negates
from newsclip.language.tokens import stem

COMMON = frozenset(
    """a an the and or but of to in on at by with from as is are was were be been being have has had do does did it
    its he she they them his her hers their our your my we you i who whom whose which that this these those
    so than then there here into after before over also just more most very s t own same other such both
    each all any some between while during through until when where how what why up out off""".split()  # noqa: SIM905
)  # fmt: skip
_TIMES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_NUMBER = re.compile(
    r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:[ -]?(hundred|thousand|million|billion|trillion|bn|m|k)\b)?", re.IGNORECASE
)
_WORDS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()  # noqa: SIM905
    )
}
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_SAME = (
    "us usa america american americans united-states", "uk britain british", "eu european europe",
    "un united-nations", "russia russian russians", "china chinese", "france french", "germany german",
    "israel israeli israelis", "iran iranian", "iraq iraqi", "syria syrian", "ukraine ukrainian",
    "mexico mexican", "spain spanish", "italy italian", "japan japanese", "india indian",
    "australia australian", "england english", "scotland scottish", "wales welsh", "ireland irish",
    "turkey turkish", "greece greek", "korea korean", "pakistan pakistani", "palestine palestinian",
    "republican republicans gop", "democrat democrats democratic",
)  # fmt: skip
_ALIASES = {word: frozenset(group.split()) for group in _SAME for word in group.split()}
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
    found = {_WORDS[word] for word in words if word in _WORDS and word in NUMBER_WORDS}
    for match in _NUMBER.finditer(text):
        value = float(match[1].replace(",", ""))
        found |= {value, value * _TIMES.get((match[2] or "").lower(), 1)}
    return frozenset(found)
