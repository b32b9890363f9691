"""Suggests a threshold from pairs of articles labelled as the same event or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_BETA2 = 0.25  # F0.5 (C. van Rijsbergen, Information Retrieval, 1979): a wrong merge costs more than a wrong split


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A threshold with its precision and recall of joins."""

    threshold: float
    precision: float
    recall: float
    pairs: int


def at(threshold: float, labelled: Sequence[tuple[float, bool]]) -> Suggestion:
    """Precision and recall of a threshold on pairs of (score, same event)."""
    joined = [same for score, same in labelled if score >= threshold]
    right, wanted = sum(joined), sum(same for _, same in labelled)
    precision = right / len(joined) if joined else 1.0
    return Suggestion(threshold, precision, right / wanted if wanted else 1.0, len(labelled))


def suggest(labelled: Sequence[tuple[float, bool]]) -> Suggestion | None:
    """The best threshold, midway between two scores; None if all pairs have the same label."""
    if len({same for _, same in labelled}) < 2:
        return None
    scores = sorted({score for score, _ in labelled})
    between = [round((low + high) / 2, 2) for low, high in pairwise(scores)]
    return max((at(threshold, labelled) for threshold in between), key=_worth)


def _worth(one: Suggestion) -> float:
    weighed = _BETA2 * one.precision + one.recall
    return (1 + _BETA2) * one.precision * one.recall / weighed if weighed else 0.0
