"""Ranks the stories that an article may join, with explanations."""

from collections.abc import Sequence
from math import inf
from typing import Any, NamedTuple

from newsclip.stories.rules import scoring
from newsclip.stories.rules.centroids import Centroid
from newsclip.stories.rules.contradictions import contradictions, lies_elsewhere
from newsclip.stories.rules.retold_headline import retold
from newsclip.stories.rules.store import ArticleStore, NearArticle, Story, Words
from newsclip.stories.rules.vectors import Vector, Weights

SHARED = 6  # terms named in a receipt
_JUDGED = 8  # stories compared in full for each article: bounds the work
_RELATED = 3  # stories linked per article
NOTHING_NEAR: dict[str, Any] = {
    "score": 0.0, "parts": {}, "shared": [], "nearest": None, "likeness": 0.0, "copy_of": None
}  # fmt: skip


class Choice(NamedTuple):
    """A story that an article may join, and why; `nearest` is its most similar article.

    `cosine` is the similarity to the story's centroid.
    """

    story: Story
    score: float
    parts: dict[str, float]
    nearest: NearArticle
    cosine: float


class CandidateRanker:
    """Finds and scores the stories that an article may join."""

    def __init__(self, words: Words, store: ArticleStore, weights: scoring.Weights) -> None:
        self._words = words
        self._store = store
        self._weights = weights

    def choices(self, vector: Vector, day: float) -> tuple[list[NearArticle], list[Choice], dict[str, Any]]:
        """The nearest articles; the most similar stories, best first; the receipt of joining the best one or not."""
        with self._words.spread(vector) as spread:
            near = self._store.near(vector, spread, day)
            choices = self._judged(near, vector, spread, day)
            return near, choices, self._receipt(choices, spread)

    def again(self, row: int) -> tuple[Choice, dict[str, Any]] | None:
        """The story that an indexed article would join today, with the receipt; None if it would stay."""
        held, vector = self._store.kept(row), self._store.vector(row)
        with self._words.spread(vector) as spread:
            others = [one for one in self._store.near(vector, spread, held.day) if one.story != held.story]
            choices = self._judged(others, vector, spread, held.day)
            if not choices or not scoring.joins(choices[0].score, self._weights):
                return None
            return choices[0], scored(choices[0].parts) | {"shared": self._shared(choices[0], spread)}

    def compared(self, row: int, key: str) -> tuple[float, float, dict[str, Any]] | None:
        """The scores of an indexed article in its story, itself not counted there, and in the story `key`; the receipt
        of joining the latter. None if it is near none of its articles.
        """
        held, vector = self._store.kept(row), self._store.vector(row)
        with self._words.spread(vector) as spread:
            near = [one for one in self._store.near(vector, spread, held.day) if one.row != row]
            choices = self._judged(near, vector, spread, held.day, without=held.story)
            found = {choice.story.key: choice for choice in choices}
            if key not in found:
                return None
            here = found[held.story].score if held.story in found else -inf
            return here, found[key].score, self._explained(found[key], spread)

    def _judged(
        self, near: Sequence[NearArticle], vector: Vector, spread: Weights, day: float, without: str = ""
    ) -> list[Choice]:
        """The stories of the nearest articles, best first. `without`: the story that the vector is not to count in."""
        nearest: dict[str, NearArticle] = {}
        for one in near:
            if nearest.setdefault(one.story, one) is one and len(nearest) == _JUDGED:
                break
        found = [(story, one) for key, one in nearest.items() if (story := self._store.story(key))]
        theirs = (story.centre.without(vector, spread) if story.key == without else story.centre for story, _ in found)
        centres = Centroid.cosines(list(theirs), spread)
        aheads, crowds = scoring.ahead(centres), scoring.crowd([one.cosine for _, one in found])
        choices = []
        for (story, one), centre, ahead, crowd in zip(found, centres, aheads, crowds, strict=True):
            likeness = scoring.Likeness(centre, one.cosine, story.gap(day, day), ahead, crowd)
            parts = scoring.parts(likeness, self._weights)
            score = sum(parts.values())
            if scoring.relates(score, self._weights):
                parts |= self._read(vector, one, near)
                score = sum(parts.values())
            choices.append(Choice(story, score, parts, one, centre))
        return sorted(choices, key=lambda choice: -choice.score)

    def _read(self, vector: Vector, nearest: NearArticle, near: Sequence[NearArticle]) -> dict[str, float]:
        """The terms of the score that headlines and leads give.

        The nearest article may not say where its town lies, but others of its story do.
        """
        other = self._store.vector(nearest.row)
        found = contradictions(vector, other)
        if vector.marks.regions and "region" not in found:
            beside = (self._store.vector(one.row) for one in near if one.story == nearest.story)
            found += ["region"] if any(lies_elsewhere(vector, one) for one in beside) else []
        return scoring.against(found, self._weights) | scoring.retold(retold(vector, other, found), self._weights)

    def _receipt(self, choices: Sequence[Choice], spread: Weights) -> dict[str, Any]:
        if not choices:
            return dict(NOTHING_NEAR)
        found = self._explained(choices[0], spread) | {"copy_of": None}
        related = self._related(choices)
        return found | ({"related": related} if related else {})

    def _explained(self, choice: Choice, spread: Weights) -> dict[str, Any]:
        nearest = {"nearest": self._store.kept(choice.nearest.row).id, "likeness": round(choice.nearest.cosine, 3)}
        return scored(choice.parts) | {"shared": self._shared(choice, spread), **nearest}

    def _shared(self, choice: Choice, spread: Weights) -> list[str]:
        return self._words.terms(choice.story.centre.shared(spread, SHARED))

    def _related(self, choices: Sequence[Choice]) -> list[dict[str, Any]]:
        """Stories that share its subject but not its event: linked, never merged."""
        joined = choices[0].story.key if scoring.joins(choices[0].score, self._weights) else None
        alike = [one for one in choices if one.story.key != joined and scoring.relates(one.score, self._weights)]
        return [{"story": one.story.key, "score": round(one.score, 3)} for one in alike[:_RELATED]]


def scored(parts: dict[str, float]) -> dict[str, Any]:
    rounded = {name: round(value, 3) for name, value in parts.items()}
    return {"score": round(sum(parts.values()), 3), "parts": rounded}
