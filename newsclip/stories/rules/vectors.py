"""TF-IDF vectors whose document frequencies grow with the stream.

Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988 (logarithmic tf, idf, cosine).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclip.language import unspaced
from newsclip.stories.rules import background
from newsclip.stories.rules.headings import NOTHING, UNMARKED, Heading, Marks, marks
from newsclip.stories.rules.terms import terms

BODY_WORDS = 400  # see docs/why/grouping.md
KEPT_TERMS = 64  # heaviest terms of a text (docs/why/grouping.md)
# Without a background table, document frequencies start as in a small corpus: rare terms weigh much, but not too much.
ASSUMED_TEXTS = 200

type Numbers = NDArray[np.int32]
type Weights = NDArray[np.float32]


class Vector(NamedTuple):
    """The `KEPT_TERMS` heaviest terms, heaviest first, as term numbers with their weights.

    Normalized to length one after the cut, so a dot product is a cosine and long texts compare to short ones. `marks`
    says which terms occur in headline and lead.
    """

    numbers: Numbers
    weights: Weights
    marks: Marks = UNMARKED


class Vocabulary:
    """The terms of one language's stream, numbered, with their document frequencies."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.texts = float(ASSUMED_TEXTS)
        self._numbers: dict[str, int] = {}
        self._terms: list[str] = []
        self._counts = np.zeros(1 << 16, np.float32)
        self._shipped = np.zeros(0, np.float32)
        self._shipped_texts = self.texts
        self._spread = np.zeros(0, np.float32)
        if shipped := background.of(language):
            self._start_from(shipped)

    def __len__(self) -> int:
        return len(self._terms)

    def terms(self, numbers: Sequence[int]) -> list[str]:
        return [self._terms[number] for number in numbers]

    def vector(self, title: str, text: str, heading: Heading = NOTHING) -> Vector:
        """Count an article's terms, then weigh them: its title twice and the first 400 words of its text."""
        found = counted(title, text, self.language)
        for term in heading.regions:  # "Ill." is Illinois
            found.setdefault(term, 1)
        numbers = np.fromiter((self._number(term) for term in found), np.int32, len(found))
        self.texts += 1
        self._counts[numbers] += 1
        times = np.fromiter(found.values(), np.float32, len(found))
        return marked(weighed(numbers, times, self._counts[numbers], self.texts), heading, self._numbers)

    @contextmanager
    def spread(self, vector: Vector) -> Iterator[Weights]:
        """The vector as a dense array over the vocabulary while the block lasts. Not reentrant."""
        if len(self._spread) < len(self._counts):
            self._spread = np.zeros_like(self._counts)
        self._spread[vector.numbers] = vector.weights
        try:
            yield self._spread
        finally:
            self._spread[vector.numbers] = 0

    def trim(self, used: Numbers) -> Numbers:
        """Halve the stream's counts, and forget rare terms that are not in `used`.

        Returns the new number of every old one, -1 if it is gone. Shipped background counts stay.
        """
        shipped, size = len(self._shipped), len(self._terms)
        start = np.zeros(size, np.float32)
        start[:shipped] = self._shipped
        counts = start + (self._counts[:size] - start) / 2
        self.texts = self._shipped_texts + (self.texts - self._shipped_texts) / 2
        kept = counts >= 1
        kept[:shipped] = kept[used] = True
        self._terms = [term for term, stays in zip(self._terms, kept.tolist(), strict=True) if stays]
        self._numbers = {term: number for number, term in enumerate(self._terms)}
        self._counts = np.zeros(max(1 << 16, 2 * len(self._terms)), np.float32)
        self._counts[: len(self._terms)] = counts[kept]
        self._spread = np.zeros(0, np.float32)
        return np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)

    def _number(self, term: str) -> int:
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self._terms)
            self._terms.append(term)
            if number == len(self._counts):
                self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
        return number

    def _start_from(self, known: background.Background) -> None:
        self._terms = list(known.counts)
        self._numbers = {term: number for number, term in enumerate(self._terms)}
        self._counts = np.zeros(2 * len(self._terms), np.float32)
        self._shipped = np.array(list(known.counts.values()), np.float32)
        self._counts[: len(self._terms)] = self._shipped
        self.texts = self._shipped_texts = float(known.texts)


def counted(title: str, text: str, language: str) -> Counter[str]:
    """The terms of an article with their counts: its title twice and the first 400 words of its text."""
    begins = text[: 2 * BODY_WORDS] if language in unspaced.LANGUAGES else opening(text)
    return Counter(terms(title, language) * 2 + terms(begins, language))


def weighed(numbers: Numbers, times: Weights, counts: Weights, texts: float) -> Vector:
    """The vector of these terms, from their frequencies here and in all texts."""
    rarity = np.log((texts + 1) / (counts + 0.5))
    weights = (1 + np.log(times)) * np.maximum(0, rarity)
    heaviest = np.argsort(-weights, kind="stable")[:KEPT_TERMS]
    kept = weights[heaviest]
    length = float(np.sqrt(kept @ kept)) or 1.0
    return Vector(numbers[heaviest], (kept / length).astype(np.float32))


def marked(vector: Vector, heading: Heading, numbers: Mapping[str, int]) -> Vector:
    """The vector with its heading's bits; `numbers[term]` is a term's number."""
    if heading is NOTHING:
        return vector
    return vector._replace(marks=marks(heading, vector.numbers.tolist(), numbers))


def opening(text: str) -> str:
    """The first 400 words."""
    return " ".join(text.split(maxsplit=BODY_WORDS)[:BODY_WORDS])
