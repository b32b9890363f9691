"""An article of a large story that fits a story of another event better, once that has grown, is moved there.

Else it would depend on the order of arrival in which of two stories an article is that tells of both events.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from newsclip.stories.rules import scoring
from newsclip.stories.rules.candidate_ranking import CandidateRanker
from newsclip.stories.rules.store import ArticleStore, NearArticle, Words

_SIZES = range(4, 11)  # articles: what remains of fewer tells too little of its event, of more many things
_BETTER = 0.8  # than in its own story; so far that nothing oscillates
_ALIKE = 0.15  # of two stories so alike most tell one event (docs/why/grouping.md)
_JUDGED = 3  # articles judged again for each that joins a story: bounds the work


class Moving(NamedTuple):
    """The row of an article, the story that it is in, the story that it fits better, and why."""

    row: int
    story: str
    into: str
    receipt: dict[str, Any]


class BetterFit:
    """Finds articles that fit another story better than their own. A story that people settled stays as it is."""

    def __init__(self, words: Words, store: ArticleStore, weights: scoring.Weights, ranker: CandidateRanker) -> None:
        self._words = words
        self._store = store
        self._weights = weights
        self._ranker = ranker

    def drawn(self, key: str, near: Sequence[NearArticle]) -> Iterator[Moving]:
        """Articles of large stories that fit the story `key` better; `near`: those near the article that it grew by.

        It needs the score of two stories that become one, and less than that in its own.
        """
        if self._store.settled(key):
            return
        found = (one.row for one in near if one.story != key and self._may_move(one.row, key))
        for row in islice(found, _JUDGED):
            yield from self._better(row, key)

    def _may_move(self, row: int, key: str) -> bool:
        """Whether an article may fit the story better than its own: a bound that needs no search."""
        own, into = self._store.story(self._store.kept(row).story), self._store.story(key)
        if own is None or into is None or own is into or own.articles not in _SIZES or self._store.settled(own.key):
            return False
        vector = self._store.vector(row)
        with self._words.spread(vector) as spread:
            rest = own.centre.without(vector, spread)
            if into.centre.cosine(spread) <= rest.cosine(spread):
                return False
        with self._words.spread(rest.direction()) as spread:
            return into.centre.cosine(spread) < _ALIKE

    def _better(self, row: int, key: str) -> Iterator[Moving]:
        if (found := self._ranker.compared(row, key)) is None:
            return
        here, there, receipt = found
        least = self._weights.merging
        if there >= least > here and there - here >= _BETTER:
            yield Moving(row, self._store.kept(row).story, key, receipt)
