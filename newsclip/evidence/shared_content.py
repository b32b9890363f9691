"""How much of what a sentence tells stands in the passages of a story's articles: by the words that both have."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log

from newsclip.evidence.document import SourceArticle
from newsclip.evidence.verifier.text_check.near_passages import passages_of
from newsclip.kernel.spans import Passage
from newsclip.language.content_words import content_stems
from newsclip.language.word_frequency import COUNTED_LANGUAGES, news_frequencies

# Weights are idf in news, at most this, times how rare the word is in the story, from 0 to 1; where nobody counted the
# words of a language, all are taken for rather rare.
_MOST, _UNCOUNTED = 8.0, 5.0
_FEWEST = 30  # passages: what is twice in a story of four sentences is no commonplace of it
_NAME = 0.4  # of a word's weight: who and where is the same in most sentences of a story


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A title or a sentence of an article: its words, and the stems that carry content."""

    passage: Passage
    text: str
    stems: frozenset[str]

    @property
    def is_title(self) -> bool:
        return self.passage.part == "title"


@dataclass(frozen=True, slots=True)
class Shared:
    """What a fact and a passage share: the weight of their common words; its part of the fact's whole weight, and of
    the passage's; how many of the words are in no name, and their part of the fact's such words; and `common`: how
    rare in news all of them are together, names and what the whole story repeats included.
    """

    words: PassageWords
    weight: float
    of_fact: float
    of_passage: float
    plain: int
    of_plain: float
    common: float

    @property
    def is_near(self) -> bool:
        """Whether the passage may tell the same: two plain words at least, and enough of either's weight."""
        if self.plain < 2 or self.weight < 3.75:
            return False
        if self.plain >= 3 and self.of_passage >= 0.45:
            return True
        if self.of_plain < 0.3:  # names and figures, above all
            return self.of_fact >= 0.24 and (self.of_passage >= 0.45 or (self.weight >= 10 and self.of_fact >= 0.28))
        least = 0.24 if self.weight >= 10 or self.of_passage >= 0.45 else 0.34
        return self.of_fact >= least or (self.plain >= 3 and self.weight >= 8 and self.of_fact >= 0.16)

    @property
    def is_some(self) -> bool:
        """Whether the passage may tell a part of it in other words: too little to show, too much for an "only"."""
        a_part = self.plain >= 2 and (self.weight >= 3.3 or self.of_fact >= 0.16)
        return a_part or (self.plain >= 1 and self.of_fact >= 0.25) or self.common >= 11

    @property
    def is_whole(self) -> bool:
        """Whether the passage has all that a short fact says."""
        return self.of_fact >= 0.95 and self.plain >= 2 and self.weight >= 3.75

    @property
    def is_mostly(self) -> bool:
        """Whether each of the two says mostly what the other says."""
        return self.of_fact >= 0.5 and self.of_passage >= 0.5 and self.plain >= 3

    @property
    def is_core(self) -> bool:
        """Whether a title says nothing else: then the fact holds what the article is about."""
        return self.words.is_title and self.plain >= 2 and len(self.words.stems) >= 3 and self.of_passage >= 0.7


class SharedContent:
    """The titles and sentences of some articles, found by the words that they share with a fact."""

    def __init__(self, articles: Sequence[SourceArticle], language: str) -> None:
        self._passages = [
            PassageWords(passage, words, content_stems(words, language))
            for article in articles
            for passage, words in passages_of(article)
        ]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._passages):
            for stem in one.stems:
                self._holding[stem].append(place)
        self._known = news_frequencies() if language[:2] in COUNTED_LANGUAGES else None
        self._weights: dict[str, float] = {}

    def with_fact(self, stems: frozenset[str], named: Collection[str]) -> list[Shared]:
        """What shares a word with these stems, the heaviest first. `named`: those of them that are in names."""
        weights = {stem: self._weight(stem) * (_NAME if stem in named else 1) for stem in sorted(stems)}
        whole = sum(weights.values())
        found: dict[int, list[str]] = defaultdict(list)
        for stem in weights:
            for place in self._holding.get(stem, ()):
                found[place].append(stem)
        shared = [
            Shared(
                passage := self._passages[place],
                weight := sum(weights[stem] for stem in both),
                weight / whole if whole else 0.0,
                self._part(weight, passage, named, both),
                plain := sum(stem not in named for stem in both),
                plain / max(1, sum(stem not in named for stem in stems)),
                sum(map(self._rarity, both)),
            )
            for place, both in found.items()
        ]
        return sorted(shared, key=lambda one: -one.weight)

    def _part(self, weight: float, passage: PassageWords, named: Collection[str], both: Collection[str]) -> float:
        others = sum(self._weight(stem) * (_NAME if stem in named else 1) for stem in sorted(passage.stems - set(both)))
        return weight / (weight + others) if weight else 0.0

    def _weight(self, stem: str) -> float:
        """Worked out once: every fact and every passage asks for it."""
        if stem not in self._weights:
            self._weights[stem] = self._rarity(stem) * self._rarity_here(stem)
        return self._weights[stem]

    def _rarity_here(self, stem: str) -> float:
        number = max(_FEWEST, len(self._passages) + 2)
        return log(number / (len(self._holding.get(stem, ())) + 1)) / log(number)

    def _rarity(self, stem: str) -> float:
        return min(self._known.idf(stem) if self._known else _UNCOUNTED, _MOST)
