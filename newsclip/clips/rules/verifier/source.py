"""A source text made ready for comparison with claims: its words and figures, whole and by windows of sentences."""

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from newsclip.clips.rules.verifier.tokens import tokens
from newsclip.kernel.language import sentences, stem

_COMMON = frozenset(
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


class Source:
    """The text's sentences as sets of stems, with its figures and the weights of words."""

    def __init__(self, text: str) -> None:
        text = joined(text)
        self.lines = [span.of(text) for span in sentences(text) if len(span.of(text).split()) > 2] or [text]
        self.stems = [frozenset(stems(line)) for line in self.lines]
        self.held = frozenset(stem for line in self.stems for stem in line) | frozenset(stems(text))
        self.figures = figures(text)
        count = Counter(stem for line in self.stems for stem in line)
        self._weights = {stem: math.log(1 + len(self.lines) / times) for stem, times in count.items()}
        self._most = math.log(1 + len(self.lines))

    def weight(self, stem_: str) -> float:
        """How telling a word is: rarer in the source, more."""
        return self._weights.get(stem_, self._most)

    def windows(self) -> list[frozenset[str]]:
        """The stems of each sentence taken with the next one."""
        return [a | b for a, b in pairwise([*self.stems, frozenset()])]


def joined(text: str) -> str:
    """ "U.S." as "US", so that names compare equal."""
    return _DOTTED.sub(lambda m: m.group().replace(".", ""), text)


def stems(text: str) -> list[str]:
    """The stems of the words that carry content, parts of joined words and other names of a country among them."""
    found: list[str] = []
    for token in tokens(text):
        for part in {token, *re.split(r"[-']", token)}:
            if part and part not in _COMMON:
                found.extend(sorted(_stems(part)))
    return found


@lru_cache(maxsize=50_000)
def _stems(word: str) -> frozenset[str]:
    return frozenset(stem(other) for other in _ALIASES.get(word, {word}))


def figures(text: str) -> frozenset[float]:
    """The values of the figures and number words up to fifteen: "1.2 million" gives 1,200,000 and 1.2."""
    found = {_WORDS[token] for token in tokens(text) if token in _WORDS}
    for match in _NUMBER.finditer(text):
        value = float(match[1].replace(",", ""))
        found |= {value, value * _TIMES.get((match[2] or "").lower(), 1)}
    return frozenset(found)
