"""Whether a telling belongs to a story: one linear score, whose parts are its explanation.

The form follows Miranda et al., Multilingual Clustering of Streaming News (EMNLP 2018): rank, then decide; here both
are one score with a threshold.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from math import log, log1p
from pathlib import Path
from typing import Any, NamedTuple

ANY = 0.1  # Where the window is all but empty, being the best of few says little.
OTHERS = 5
SHIPPED = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each likeness counts. `threshold` is the score from which a telling joins; higher splits more.

    `merging` is the score from which two stories become one, when a telling that joins one would join the other, too;
    `size` is what the smaller one's articles count then. `related` is the score from which a story that a telling did
    not join is kept as related. `splitting` is the score of a story's two parts under which they become two stories;
    it lies so far under `merging` that nothing goes to and fro. `names`, `headline` and `days` are what
    rules.contradictions count.
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

    def at(self, threshold: float | None) -> "Weights":
        """The same weights with an operator's own threshold; what is asked of merges moves along."""
        if threshold is None:
            return self
        moved = threshold - self.threshold
        others = {name: getattr(self, name) + moved for name in ("merging", "related", "splitting")}
        return replace(self, threshold=threshold, **others)


@cache
def shipped() -> Weights:
    """The weights that come with Newsclip."""
    return read(SHIPPED.read_text())


def read(text: str) -> Weights:
    """Weights from the JSON that training writes: {"weights": {name: number}, "receipt": {…}}."""
    given = json.loads(text)["weights"]
    return Weights(**{field.name: float(given[field.name]) for field in fields(Weights)})


def receipt() -> Mapping[str, Any]:
    """What the shipped weights were learnt from, when, and what they gave there."""
    told: Mapping[str, Any] = json.loads(SHIPPED.read_text())["receipt"]
    return told


class Likeness(NamedTuple):
    """A telling against a story: cosines to its centre and its most alike member.

    `ahead`: how much more alike this centre is than that of the next best story; negative where another is better.
    `gap_days` is how far outside the story's span of time the telling lies; None where either is undated. `crowd`: how
    alike it is to other stories, whatever this one is.
    """

    centre: float
    nearest: float
    gap_days: float | None = None
    ahead: float = 0.0
    crowd: float = 0.0


def ahead(centres: Sequence[float]) -> list[float]:
    """Of each of these cosines, how far it is ahead of the best of the others, or of what any story is alike."""
    if len(centres) < 2:
        return [cosine - ANY for cosine in centres]
    second, first = sorted(centres)[-2:]
    return [cosine - max(ANY, second if cosine == first else first) for cosine in centres]


def crowd(nearest: Sequence[float]) -> list[float]:
    """Of each story, the mean of the cosines to the nearest articles of the five best others; one missing counts 0.

    `nearest`: each story's cosine, best first. What many stories have in common is their subject's, not an event's.
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
    """The terms of the score that speak against it."""
    return {name: getattr(weights, name) for name in contradictions}


def merging(likeness: Likeness, smaller: int, weights: Weights) -> dict[str, float]:
    """The terms of the score of two stories, the smaller of which has so many articles.

    The centres of two large stories are alike by their subject alone: what sets an event apart is averaged away.
    """
    return parts(likeness, weights) | {"size": weights.size * log(smaller)}


def joins(score: float, weights: Weights) -> bool:
    return score >= weights.threshold


def merges(score: float, weights: Weights) -> bool:
    """Whether two stories with a telling in common are one: by their centres, more alike than a telling need be."""
    return score >= weights.merging


def splits(score: float, weights: Weights) -> bool:
    """Whether two parts of a story are two events: their centres less alike than a telling and a story need be."""
    return score < weights.splitting


def relates(score: float, weights: Weights) -> bool:
    """Whether a story that a telling does not belong to is of a wider story with it: linked, never merged."""
    return score >= weights.related
