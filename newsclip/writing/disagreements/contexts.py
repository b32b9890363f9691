"""What a value is said of: the content words around it, so that two sentences can be found to fill the same slot."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log, sqrt

from newsclip.language.disagreement_tables import DisagreementWords
from newsclip.language.pack import english
from newsclip.language.tokens import WORD, stem, words
from newsclip.language.word_lists import SPEECH_VERBS

_NEAR = 6  # words before a value that tell what it is of
_FEWEST = 3  # stems in common; fewer may be chance


@dataclass(frozen=True, slots=True)
class Context:
    """`near`: stems beside the value; `wide`: those of the sentence; `time`: times that it names other than now."""

    near: frozenset[str]
    wide: frozenset[str]
    expected: bool
    time: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class ContextWords:
    """`canonical`: of words that journalists use for the same, the stem of the first; `directions` are such stems."""

    empty: frozenset[str]
    canonical: Mapping[str, str]
    directions: frozenset[str]
    expected: re.Pattern[str]
    ends: re.Pattern[str]
    other_times: re.Pattern[str]


@cache
def context_words() -> ContextWords:
    words = english(DisagreementWords)
    return ContextWords(
        empty=(SPEECH_VERBS - words.telling_verbs) | words.empty,
        canonical={stem(word): stem(row[0]) for row in words.same for word in row},
        directions=frozenset(map(stem, words.directions)),
        expected=re.compile(rf"\b(?:{'|'.join(words.expected)})\b"),
        ends=re.compile(rf"[,;:]|{'|'.join(words.ends)}"),
        other_times=re.compile(rf"\b(?:{'|'.join(words.other_times)})\b", re.IGNORECASE),
    )


def context(text: str, start: int, end: int) -> Context:
    """The context of the value at `[start, end)` of an English sentence."""
    known = context_words()
    before, after = text[:start], text[end:]
    left = " ".join(WORD.findall(before)[-_NEAR:])
    right = " ".join(WORD.findall(after)[:_NEAR])
    near = stems_of(f"{left} {right}")
    around = text[max(0, start - 60) : end] + known.ends.split(after[:60], maxsplit=1)[0]
    times = frozenset(m.group().lower() for m in known.other_times.finditer(before + " " + after))
    return Context(near, stems_of(f"{before} {after}"), bool(known.expected.search(around)), times)


def spread(contexts: list[Context]) -> Mapping[str, int]:
    """In how many contexts of the story each stem stands."""
    return Counter(one for c in contexts for one in c.wide)


def likeness(a: Context, b: Context, held: Mapping[str, int], total: int) -> float:
    """How likely both values are said of the same, in [0, 1]; 0 where one is expected and the other a fact."""
    directions = context_words().directions
    if a.expected != b.expected or a.time != b.time or (a.near & directions) ^ (b.near & directions):
        return 0.0
    shared_near, shared_wide = (a.near & b.wide) | (a.wide & b.near), a.wide & b.wide
    if not shared_near or len(shared_wide) < _FEWEST:
        return 0.0

    def weigh(near: frozenset[str], wide: frozenset[str]) -> float:
        def one(stem_: str) -> float:
            return log(1 + total / held.get(stem_, 1)) * (1.0 if stem_ in near else 0.35)

        return sum(one(s) for s in wide)

    both = weigh(shared_near, shared_wide)
    return both / max(1e-9, sqrt(weigh(a.near, a.wide) * weigh(b.near, b.wide)))


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that carry content; words that journalists use for the same have one stem."""
    known = context_words()
    stems = (stem(word) for word in words(text) if word.lower() not in known.empty and len(word) > 2)
    return frozenset(known.canonical.get(s, s) for s in stems if not s[0].isdigit())
