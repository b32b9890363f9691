"""Whether a telling belongs to a story: one linear score, whose parts are its explanation.

The form follows Miranda et al., Multilingual Clustering of Streaming News (EMNLP 2018): rank, then decide; here both
are one score with a threshold.
"""

from dataclasses import dataclass
from math import log1p


@dataclass(frozen=True, slots=True)
class Weights:
    """What each likeness counts. `threshold` is the score from which a telling joins; higher splits more."""

    centre: float = 17.21
    nearest: float = 2.63
    gap: float = -2.58
    dated: float = 1.42
    size: float = -0.33
    base: float = -5.36
    threshold: float = -1.5
    receipt: str = (
        "Logistic regression over pairs of article and candidate story from six development sets (localnews, "
        "mds-ac-en, allsides-dated, allsides-undated, basil, uci-headlines), one setting; docs/why/grouping.md"
    )


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A telling against a story: cosines to its centre and its most alike member, its size in articles.

    `gap_days` is how far outside the story's span of time the telling lies; None where either is undated.
    """

    centre: float
    nearest: float
    size: int
    gap_days: float | None = None


def parts(likeness: Likeness, weights: Weights = WEIGHTS) -> dict[str, float]:
    """The terms of the score by name; their sum is the score."""
    given = {
        "centre": weights.centre * likeness.centre,
        "nearest": weights.nearest * likeness.nearest,
        "size": weights.size * log1p(likeness.size),
        "base": weights.base,
    }
    if likeness.gap_days is not None:
        given["gap"] = weights.gap * log1p(likeness.gap_days)
        given["dated"] = weights.dated
    return given


def joins(score: float, weights: Weights = WEIGHTS) -> bool:
    return score >= weights.threshold
