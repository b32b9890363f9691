"""What of a claim's sentence stands in a source, in figures: the features of the model of free claims."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from newsclip.evidence.verifier.opposites import OPPOSITES
from newsclip.evidence.verifier.source import Matrix, Source, Told, bears, stem_of, word_vector
from newsclip.evidence.verifier.tokens import DAYS_AND_MONTHS, MODALS
from newsclip.language.pos_tagger import tag_words
from newsclip.language.vectors import Embedder
from newsclip.language.word_frequency import news_frequencies

FEATURES = (
    "one sentence", "two sentences", "source", "alike in source", "alike near", "worst new word", "worst word",
    "new words", "new figures", "figures from elsewhere", "new names", "names from elsewhere", "share of new words",
    "pairs", "triples", "order", "not", "denies", "opposites", "vector", "length", "together", "turned round",
    "new verbs", "new nouns", "new adjectives", "modals", "new days", "from elsewhere", "unlike words",
    "alike words", "far",
)  # fmt: skip
_FAR = (
    "alike in source", "source", "new words", "share of new words", "vector", "together", "new verbs",
    "worst new word", "unlike words",
)  # fmt: skip
NAMES = (*FEATURES, *(f"far: {name}" for name in _FAR))
_CLOSE = 0.35
_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Likeness:
    """`features`: one figure for each of NAMES. The rest is what speaks against the sentence, to be told in words."""

    features: Matrix
    unnamed: tuple[str, ...]
    elsewhere: tuple[str, ...]
    uncounted: tuple[float, ...]
    contrary: tuple[str, ...]
    turned: bool
    strange: tuple[str, ...]


def likeness(line: str, source: Source, embed: Embedder) -> Likeness | None:
    """How the sentence stands to the source; None where it has no words."""
    told = Told(line)
    return _Comparison(told, source, embed).likeness() if told.content else None


class _Comparison:
    """One sentence beside a source. `near`: the sentence most like it, its neighbours, and the one that adds most."""

    def __init__(self, told: Told, source: Source, embed: Embedder) -> None:
        self.told, self.source = told, source
        self.words = [told.low[i] for i in told.content]
        self.weight = np.array([0.15 + _rarity(word) for word in self.words])
        held = np.array([[line.bears(word) for word in self.words] for line in source.lines], float)
        self.share = held @ self.weight / self.weight.sum()
        self.best = int(self.share.argmax())
        self.held = held
        added = np.maximum(held, held[self.best]) @ self.weight / self.weight.sum()
        self.second, self.two = int(added.argmax()), float(added.max())
        last = len(source.lines) - 1
        near = sorted({self.best, self.second, max(0, self.best - 1), min(last, self.best + 1)})
        self.near = [source.lines[k] for k in near]
        self.in_near = held[near].max(axis=0)
        self.in_source = np.array([bears(source.held, word) for word in self.words], float)
        alike = np.stack([word_vector(word, embed) for word in self.words]) @ source.vectors.T
        self.alike = alike.max(axis=1).clip(0, 1)
        places = sorted({source.place[line.low[i]] for line in self.near for i in line.content})
        self.alike_near = alike[:, places].max(axis=1).clip(0, 1) if places else np.zeros(len(self.words))
        self.vector = float((source.line_vectors @ embed((told.text,))[0]).max())

    def likeness(self) -> Likeness:
        figures = self._words() | self._kinds() | self._order()
        far = float(figures["triples"] < _CLOSE)
        row = [*((figures | {"far": far})[name] for name in FEATURES), *(far * figures[name] for name in _FAR)]
        every = range(len(self.words))
        new = [k for k in every if not self.in_source[k]]
        strange = sorted(new, key=lambda k: -float(self.weight[k] * (1 - self.alike[k])))
        return Likeness(
            np.array(row, np.float32),
            tuple(self._written(k) for k in new if self._is_name(k)),
            tuple(self._written(k) for k in every if self._is_name(k) and self._is_elsewhere(k)),
            tuple(sorted(self.told.figures - self.source.figures)),
            tuple(self._contrary()),
            bool(figures["not"]),
            tuple(self._written(k) for k in strange),
        )

    def _words(self) -> dict[str, float]:
        """How much of the sentence's words the source holds or has words like, by their weight."""
        whole = float(self.weight.sum())
        absent = 1 - self.in_source
        soft = np.maximum(self.in_source, self.alike)
        soft_near = np.maximum(self.in_near, self.alike_near)
        strangeness = (1 - soft) * self.weight * absent
        both = max(self.two, self._neighbours(whole))
        return {
            "one sentence": float(self.share[self.best]),
            "two sentences": both,
            "source": float(self.in_source @ self.weight) / whole,
            "alike in source": float(soft @ self.weight) / whole,
            "alike near": float(soft_near @ self.weight) / whole,
            "worst new word": float(strangeness.max()),
            "worst word": float((absent * self.weight).max()),
            "new words": float(strangeness.sum()),
            "share of new words": float(absent.mean()),
            "vector": self.vector,
            "length": float(len(self.words)),
            "from elsewhere": sum(float(self.weight[k]) for k in range(len(self.words)) if self._is_elsewhere(k))
            / whole,
            "unlike words": float(((self.alike < _ALIKE) * absent).sum()),
            "alike words": float(((self.alike >= _ALIKE) * absent).sum()),
        }

    def _neighbours(self, whole: float) -> float:
        """The share that the best two sentences side by side hold."""
        return max((float(np.maximum(a, b) @ self.weight) / whole for a, b in pairwise(self.held)), default=0.0)

    def _kinds(self) -> dict[str, float]:
        """How many names, figures, days, verbs, nouns and adjectives are new, or stand in another place."""
        every = range(len(self.words))
        new = [k for k in every if not self.in_source[k]]
        tags = {word.lower(): tag for word, tag, _ in tag_words(self.told.text)}
        kind = [tags.get(word, "NN") for word in self.words]
        near = frozenset(figure for line in self.near for figure in line.figures)
        low = frozenset(word for line in self.near for word in line.low)
        missing = len(self.told.figures - self.source.figures)
        return {
            "new figures": float(missing),
            "figures from elsewhere": float(len(self.told.figures - near) - missing),
            "new names": float(sum(self._is_name(k) for k in new)),
            "names from elsewhere": float(sum(self._is_name(k) and self._is_elsewhere(k) for k in every)),
            "new verbs": float(sum(kind[k].startswith("VB") for k in new)),
            "new nouns": float(sum(kind[k].startswith("NN") and not self._is_name(k) for k in new)),
            "new adjectives": float(sum(kind[k][:2] in {"JJ", "RB"} for k in new)),
            "new days": float(sum(w in DAYS_AND_MONTHS and w not in self.source.low for w in self.words)),
            "modals": float(sum(word in MODALS and word not in low for word in self.told.low)),
            "opposites": float(len(self._contrary())),
            "denies": float(self.told.negations > 0),
            "not": float(self._turned()),
        }

    def _order(self) -> dict[str, float]:
        """Whether words stand together and in the order in which the source has them."""
        row = self.told.stems
        pairs, triples = list(pairwise(row)), list(zip(row, row[1:], row[2:], strict=False))
        stems = [row[i] for i in self.told.content]
        lines = [self.source.lines[k] for k in sorted({self.best, self.second})]
        model = [line.stems[i] for line in lines for i in line.content]
        near = [(a, b) for i, a in enumerate(stems) for b in stems[i + 1 : i + 4] if a != b]
        together = sum(any(a in line.held and b in line.held for line in self.source.lines) for a, b in near)
        return {
            "pairs": sum(pair in self.source.pairs for pair in pairs) / max(1, len(pairs)),
            "triples": sum(triple in self.source.triples for triple in triples) / max(1, len(triples)),
            "order": _longest_common(model, stems) / len(stems),
            "together": together / max(1, len(near)),
            "turned round": _turned_round(self.source.lines[self.best], stems),
        }

    def _is_name(self, k: int) -> bool:
        at = self.told.content[k]
        return at > 0 and self.told.words[at][0].isupper()

    def _is_elsewhere(self, k: int) -> bool:
        return bool(self.in_source[k] and not self.in_near[k])

    def _written(self, k: int) -> str:
        return self.told.words[self.told.content[k]]

    def _contrary(self) -> list[str]:
        """Words whose contrary stands in the nearest sentences, while they do not."""
        near = frozenset(word for line in self.near for word in line.low)
        return [w for w in self.told.low if w not in near and OPPOSITES.get(w, frozenset()) & near]

    def _turned(self) -> bool:
        """Whether one says "not" where the other does not."""
        best, second = (self.source.lines[k].negations for k in (self.best, self.second))
        return self.told.negations % 2 not in {best % 2, (best + second) % 2}


def _turned_round(line: Told, stems: list[str]) -> float:
    """The share of the pairs of common words that stand in the other order."""
    place = {line.stems[i]: n for n, i in enumerate(line.content)}
    found = [place[stem] for stem in stems if stem in place]
    turned = sum(a > b for i, a in enumerate(found) for b in found[i + 1 :])
    return turned / max(1, len(found) * (len(found) - 1) // 2)


def _longest_common(a: list[str], b: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for word in a:
        above, row = row, [0]
        for j, other in enumerate(b):
            row.append(above[j] + 1 if word == other else max(above[j + 1], row[-1]))
    return row[-1]


@lru_cache(maxsize=50_000)
def _rarity(word: str) -> float:
    """How rare the word is in news, in [0, 1]."""
    known = news_frequencies()
    return math.log((known.documents + 1) / (known.counts.get(stem_of(word), 0) + 1)) / math.log(known.documents + 1)
