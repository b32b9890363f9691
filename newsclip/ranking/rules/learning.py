"""Weights learnt from this site's readers: online logistic regression with AdaGrad (Duchi, Hazan and Singer, 2011).

The examples are slates: what was shown together, and what of it was opened. Only differences within a slate count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from newsclip.ranking.rules.personal import DEFAULTS, FACTORS

ENOUGH = 300  # slates, before learnt weights replace the shipped ones (docs/why/ranking.md)
_STEP = 0.1  # AdaGrad's rate: its first step, which later ones only fall below
_TOWARDS_DEFAULTS = 1e-4  # pulls back what the slates say nothing about


@dataclass(frozen=True, slots=True)
class Learned:
    """`weights` in force after `slates`; `squares` are AdaGrad's sums of squared gradients."""

    weights: Mapping[str, float]
    squares: Mapping[str, float]
    slates: int = 0

    @property
    def in_force(self) -> Mapping[str, float]:
        """The shipped weights until there are enough slates."""
        return self.weights if self.slates >= ENOUGH else DEFAULTS


BEGINNING = Learned(DEFAULTS, dict.fromkeys(FACTORS, 0.0))


def learn(known: Learned, shown: Sequence[Mapping[str, float]], opened: Sequence[bool]) -> Learned:
    """Learn one slate: the factors of each item shown, and whether it was opened. Without an
    opening nothing changes.
    """
    if not any(opened) or all(opened):
        return known
    mean = {name: sum(item.get(name, 0.0) for item in shown) / len(shown) for name in FACTORS}
    weights, squares = dict(known.weights), dict(known.squares)
    for item, was_opened in zip(shown, opened, strict=True):
        centred = {name: item.get(name, 0.0) - mean[name] for name in FACTORS}
        raised = max(-30.0, sum(weights[name] * centred[name] for name in FACTORS))
        wrong = float(was_opened) - 1.0 / (1.0 + exp(-raised))
        for name in FACTORS:
            gradient = wrong * centred[name] - _TOWARDS_DEFAULTS * (weights[name] - DEFAULTS[name])
            squares[name] += gradient * gradient
            if squares[name]:
                weights[name] += _STEP * gradient / sqrt(squares[name])
    return Learned(weights, squares, known.slates + 1)
