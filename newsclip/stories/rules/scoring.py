"""Whether an article belongs to a story: one linear score whose terms are its explanation.

The form follows Miranda et al., Multilingual Clustering of Streaming News (EMNLP 2018), who rank and then decide; here
both are one score with a threshold.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from math import log, log1p
from pathlib import Path
from typing import NamedTuple

ANY = 0.1  # the cosine of any two stories: in an almost empty window, being the best of few says little
OTHERS = 5
# Read by eye: of 50 pairs of shared sets that come so near, 43 are of one matter, and 4 of 5 of the sample press; of
# all 15 that `relates` there, 8. The weights were fitted on the same sets, this bound was not.
_NEAR = 0.7
SHIPPED = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature. An article joins from the score `threshold` on; a higher one splits more.

    `merging` is the score from which two stories become one if an article that joins one would join the other too;
    `size` is the weight of the smaller one's number of articles then. From `related` on, a story that an article did
    not join is stored as related. Below `splitting`, two parts of a story become two stories; it is so far below
    `merging` that nothing oscillates. `names`, `headline`, `days`, `place` and `region` are the weights of
    rules.contradictions, `retold` that of rules.retold_headline.
    """

    centre: float
    nearest: float
    ahead: float
    gap: float
    dated: float
    base: float
    threshold: float
    size: float
    merging: float
    related: float
    splitting: float
    crowd: float = 0.0
    names: float = 0.0
    headline: float = 0.0
    days: float = 0.0
    place: float = 0.0
    region: float = 0.0
    retold: float = 0.0

    def at(self, threshold: float | None) -> "Weights":
        """The same weights with an operator's threshold; `merging` shifts along."""
        if threshold is None:
            return self
        moved = threshold - self.threshold
        others = {name: getattr(self, name) + moved for name in ("merging", "related", "splitting")}
        return replace(self, threshold=threshold, **others)


@cache
def shipped() -> Weights:
    """The weights that Newsclip ships."""
    return read(SHIPPED.read_text())


def read(text: str) -> Weights:
    """Weights from the JSON that training writes: {"weights": {name: number}, "receipt": {…}}.

    `by_hand` holds those that were added since by hand, which the receipt knows nothing of.
    """
    told = json.loads(text)
    given = told["weights"] | told.get("by_hand", {}).get("weights", {})
    return Weights(**{field.name: float(given[field.name]) for field in fields(Weights)})


class Likeness(NamedTuple):
    """The features of an article and a story: cosines to its centroid and to its most similar member.

    `ahead`: how much closer this centroid is than the next best story's; negative if another is closer. `gap_days`: how
    far outside the story's time span the article lies; None if either is undated. `crowd`: how similar the article is
    to other stories in general.
    """

    centre: float
    nearest: float
    gap_days: float | None = None
    ahead: float = 0.0
    crowd: float = 0.0


def ahead(centres: Sequence[float]) -> list[float]:
    """For each cosine, its lead over the best of the others, or over ANY."""
    if len(centres) < 2:
        return [cosine - ANY for cosine in centres]
    second, first = sorted(centres)[-2:]
    return [cosine - max(ANY, second if cosine == first else first) for cosine in centres]


def crowd(nearest: Sequence[float]) -> list[float]:
    """For each story, the mean of the cosines to the nearest articles of the five best other stories; a missing one is
    0.

    `nearest`: each story's cosine, best first. What many stories share is their subject, not an event.
    """
    first = nearest[: OTHERS + 1]
    return [(sum(first) - (one if place <= OTHERS else first[-1])) / OTHERS for place, one in enumerate(nearest)]


def parts(likeness: Likeness, weights: Weights) -> dict[str, float]:
    """The terms of the score by name; their sum is the score."""
    given = {
        "centre": weights.centre * likeness.centre,
        "nearest": weights.nearest * likeness.nearest,
        "ahead": weights.ahead * likeness.ahead,
        "base": weights.base,
    }
    if likeness.crowd:
        given["crowd"] = weights.crowd * likeness.crowd
    if likeness.gap_days is not None:
        given["gap"] = weights.gap * log1p(likeness.gap_days)
        given["dated"] = weights.dated
    return given


def against(contradictions: Sequence[str], weights: Weights) -> dict[str, float]:
    """The negative terms of the score."""
    return {name: getattr(weights, name) for name in contradictions}


def retold(share: float | None, weights: Weights) -> dict[str, float]:
    """The term of the score for the share of a headline that the other article tells; none if it says nothing."""
    return {} if share is None else {"retold": weights.retold * share}


def merging(likeness: Likeness, smaller: int, weights: Weights) -> dict[str, float]:
    """The terms of the merge score of two stories; `smaller` is the smaller one's number of articles.

    The centroids of two large stories are similar by subject alone: averaging removes what sets an event apart.
    """
    return parts(likeness, weights) | {"size": weights.size * log(smaller)}


def joins(score: float, weights: Weights) -> bool:
    return score >= weights.threshold


def merges(score: float, weights: Weights) -> bool:
    """Whether two stories that share an article are one: their centroids must score higher than joining needs."""
    return score >= weights.merging


def splits(score: float, weights: Weights) -> bool:
    """Whether two parts of a story are two events: their centroids score lower than joining needs."""
    return score < weights.splitting


def is_near(score: float, weights: Weights) -> bool:
    """Whether an article almost joined: both stories tell the same, one goes on, or one matter is behind both."""
    return score >= weights.threshold - _NEAR


def relates(score: float, weights: Weights) -> bool:
    """Whether an article and a story that it did not join share a subject: linked, never merged."""
    return score >= weights.related
