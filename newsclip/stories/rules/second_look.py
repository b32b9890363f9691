"""Lone articles near a story that has grown are judged again, as if they came now: they may fit a story by now.

Else it would depend on the order of arrival which of an event's articles stays alone.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from newsclip.stories.rules import scoring
from newsclip.stories.rules.candidate_ranking import CandidateRanker, Choice
from newsclip.stories.rules.store import ArticleStore, NearArticle, Story, Words
from newsclip.stories.rules.third_article import joins_both
from newsclip.stories.rules.vectors import Vector

_JUDGED = 3  # lone articles judged again for each that joins a story: bounds the work
_MARGIN = 0.5  # what headlines and leads may add to the score


class Rejoining(NamedTuple):
    """The story of a lone article, the one that it fits now, and why."""

    lone: Story
    best: Choice
    receipt: dict[str, Any]


class SecondLook:
    """Finds lone articles that would join a story if they came now. A story that people settled stays as it is."""

    def __init__(self, words: Words, store: ArticleStore, weights: scoring.Weights, ranker: CandidateRanker) -> None:
        self._words = words
        self._store = store
        self._weights = weights
        self._ranker = ranker

    def related(self, key: str, choices: Sequence[Choice]) -> Iterator[Rejoining]:
        """The lone article that an article most nearly joined when it joined the story `key`; it needs what any needs.

        Ask before the article is stored. It counts in its story's centroid then but is nobody's nearest article: one
        about two events merges nothing.
        """
        lone = next((one for one in choices if one.story.articles == 1 and one.story.key != key), None)
        if lone is not None and scoring.relates(lone.score, self._weights):
            yield from self._again(lone.nearest.row, self._weights.threshold)

    def drawn(self, key: str, choices: Sequence[Choice], third: Vector | None = None) -> Iterator[Rejoining]:
        """Lone articles near the grown story `key`, which need the score of two stories that become one.

        Ask before the article that it grew by is stored; and again after that with its vector, `third`: it may be the
        nearest of a lone article with which it shares the same words as with its story.
        """
        alone = (one.nearest for one in choices if one.story.articles == 1 and one.story.key != key)
        near = (one for one in alone if self._is_near(one, key))
        if third is not None:
            joined = next((one.nearest.row for one in choices if one.story.key == key), None)
            near = (one for one in near if joined is not None and self._tells_both(third, one.row, joined))
        for one in islice(near, _JUDGED):
            yield from self._again(one.row, self._weights.merging)

    def _tells_both(self, third: Vector, row: int, joined: int) -> bool:
        return joins_both(third, self._store.vector(row), self._store.vector(joined))

    def _is_near(self, one: NearArticle, key: str) -> bool:
        """Whether an article may reach the score by the story's centroid: a bound that needs no search."""
        story, day = self._store.story(key), self._store.kept(one.row).day
        if story is None:
            return False
        with self._words.spread(self._store.vector(one.row)) as spread:
            cosine = story.centre.cosine(spread)
        likeness = scoring.Likeness(cosine, max(one.cosine, cosine), story.gap(day, day), cosine - scoring.ANY)
        return sum(scoring.parts(likeness, self._weights).values()) >= self._weights.merging - _MARGIN

    def _again(self, row: int, least: float) -> Iterator[Rejoining]:
        """What an article joins today with a score of `least`, if it is still alone."""
        lone = self._store.story(self._store.kept(row).story)
        if lone is None or lone.articles > 1:
            return
        found = self._ranker.again(row)
        if found and found[0].score >= least and not self._settled(lone, found[0].story):
            yield Rejoining(lone, *found)

    def _settled(self, *stories: Story) -> bool:
        return any(self._store.settled(story.key) for story in stories)
