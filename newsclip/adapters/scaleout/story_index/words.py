"""One language's vocabulary, counted in a table that all processes share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from newsclip.adapters.scaleout.story_index.tables import ask
from newsclip.stories.rules import background
from newsclip.stories.rules.headings import Heading
from newsclip.stories.rules.vectors import ASSUMED_TEXTS, Vector, Weights, counted, marked, weighed

_KNOWN = "SELECT term, id, count FROM grouping_term WHERE language = %s AND term = ANY(%s)"
_COUNT = "UPDATE grouping_term SET count = count + 1 WHERE id = ANY(%s::int[])"
_NEW = """INSERT INTO grouping_term (language, term, count) SELECT %s, term, 1 FROM unnest(%s::text[]) AS term
    RETURNING term, id"""
_TEXT = """INSERT INTO grouping_language (language, texts) VALUES (%s, 1)
    ON CONFLICT (language) DO UPDATE SET texts = grouping_language.texts + 1 RETURNING texts"""
_MOST = "SELECT coalesce(max(id), 0) FROM grouping_term"
_TERMS = "SELECT id, term FROM grouping_term WHERE id = ANY(%s::int[])"
_HALVE = """UPDATE grouping_language SET texts = texts / 2;
    UPDATE grouping_term SET count = count / 2,
        posted = (SELECT count(*) FROM grouping_posting WHERE grouping_posting.term = grouping_term.id);
    DELETE FROM grouping_term WHERE count < 1 AND posted = 0"""
# An article counts at most twice, once per placement. Terms of many articles stay: their counts reveal no text.
_UNLEARN = """UPDATE grouping_term SET count = count - 1 WHERE language = %s AND term = ANY(%s);
    DELETE FROM grouping_term t WHERE language = %s AND term = ANY(%s) AND count <= 1
        AND NOT EXISTS (SELECT FROM grouping_posting p WHERE p.term = t.id)"""


class TableVocabulary:
    """Words (stories.rules.store) over grouping_term. Shipped background counts are added on reading, not copied."""

    def __init__(self, language: str) -> None:
        self._language = language
        shipped = background.of(language) or background.Background(ASSUMED_TEXTS, {})
        self._shipped, self._texts = shipped.counts, shipped.texts
        self._spread = np.zeros(0, np.float32)

    def vector(self, title: str, text: str, heading: Heading) -> Vector:
        """Count an article's terms, then weigh them, as rules.vectors.Vocabulary does."""
        found = counted(title, text, self._language)
        terms = sorted(found)
        known = {term: (number, count + 1) for term, number, count in ask(_KNOWN, self._language, terms)}
        ask(_COUNT, [number for number, _ in known.values()])
        new = [term for term in terms if term not in known]
        known |= {term: (number, 1.0) for term, number in ask(_NEW, self._language, new)}
        ((texts,),) = ask(_TEXT, self._language)
        numbers = np.array([known[term][0] for term in terms], np.int32)
        counts = np.array([known[term][1] + self._shipped.get(term, 0) for term in terms], np.float32)
        times = np.array([found[term] for term in terms], np.float32)
        vector = weighed(numbers, times, counts, self._texts + texts)
        return marked(vector, heading, dict(zip(terms, numbers.tolist(), strict=True)))

    @contextmanager
    def spread(self, vector: Vector) -> Iterator[Weights]:
        """The vector as a dense array of weights while the block lasts. Not reentrant."""
        ((most,),) = ask(_MOST)
        if len(self._spread) <= most:
            self._spread = np.zeros(most + (1 << 14), np.float32)
        self._spread[vector.numbers] = vector.weights
        try:
            yield self._spread
        finally:
            self._spread[vector.numbers] = 0

    def terms(self, numbers: Sequence[int]) -> list[str]:
        known = dict(ask(_TERMS, list(numbers)))
        return [known[number] for number in numbers if number in known]


def halve() -> None:
    """Halve the stream's counts, and drop rare terms that are not among any article's heaviest."""
    ask(_HALVE)


def unlearn(language: str, title: str, text: str) -> None:
    """Uncount this text, and drop its rare terms that are not among another article's heaviest."""
    terms = sorted(counted(title, text, language))
    ask(_UNLEARN, language, terms, language, terms)
