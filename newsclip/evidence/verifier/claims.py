"""A light verdict on a free claim against a whole source: one linear model over what of the claim stands there.

It comes near published models where a claim stays close to its source and near chance where it is free paraphrase
(docs/why/verifier.md), so it is no judge of paraphrase: clips are judged strictly, on the passages they cite, and this
has no part in that. Its weights are made by `python -m training claims`; the file says how.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from newsclip.evidence.article_length import within_reach
from newsclip.evidence.document import Verdict
from newsclip.evidence.verifier.likeness import NAMES, Likeness, likeness
from newsclip.evidence.verifier.source import Matrix, Source, joined
from newsclip.kernel.reasons import Reason, Refused
from newsclip.language.tokens import sentences
from newsclip.language.vectors import Embedder

FILE = Path(__file__).parent.parent / "models" / "claims.json"
THRESHOLD = 0.5
# characters of a claim; each of its words is compared with each sentence of the source. The longest of 1,366 claims of
# three public sets has 687
LONGEST = 2_000
_RECENT = 8
_sources: dict[tuple[str, int], Source] = {}


@dataclass(frozen=True, slots=True)
class ClaimModel:
    """`weights` are for the figures less `means`, over `scales`."""

    weights: Matrix
    means: Matrix
    scales: Matrix
    bias: float

    def score(self, features: Matrix) -> float:
        """How well the source bears the claim, in [0, 1]. The mean of its sentences' figures is what counts."""
        at = float(((features - self.means) / self.scales) @ self.weights) + self.bias
        return 1 / (1 + math.exp(-at))


def verify_claim(source: str, claim: str, *, embedder: Embedder) -> Verdict:
    """Whether the source supports the claim: its sentences together score over the threshold.

    Raises Refused("too_long").
    """
    told = compared(source, claim, embedder)
    if not told:
        return Verdict(claim, supported=False, score=0.0, reason=Reason("no_words"))
    score = round(claim_model().score(mean_of(told)), 4)
    supported = score > THRESHOLD
    return Verdict(claim, supported, score, None if supported else _reason(told))


def compared(source: str, claim: str, embedder: Embedder) -> list[Likeness]:
    """Each sentence of the claim beside as much of the source as an article is read of. Raises Refused("too_long")."""
    if len(claim) > LONGEST:
        raise Refused("too_long", f"{len(claim):,} of {LONGEST:,} characters")
    held = _source(within_reach(source), embedder)
    claim = joined(claim)
    found = (likeness(span.of(claim), held, embedder) for span in sentences(claim))
    return [one for one in found if one]


def mean_of(told: Sequence[Likeness]) -> Matrix:
    mean: Matrix = np.mean([one.features for one in told], axis=0)
    return mean


@cache
def claim_model(file: Path = FILE) -> ClaimModel:
    """The model of this file. Raises ValueError where it is of other features than these."""
    body = json.loads(file.read_text("utf-8"))
    if tuple(body["weights"]) != NAMES:
        raise ValueError(f"{file} was made for other features: train it anew")
    table = np.array(list(body["weights"].values()), np.float32)
    return ClaimModel(table[:, 0], table[:, 1], table[:, 2], float(body["bias"]))


def _source(text: str, embedder: Embedder) -> Source:
    """The source made ready, kept for the next claims on it."""
    key = (text, id(embedder))
    if key not in _sources:
        if len(_sources) >= _RECENT:
            _sources.clear()
        _sources[key] = Source(text, embedder)
    return _sources[key]


def _reason(told: Sequence[Likeness]) -> Reason:
    """The gravest that speaks against the claim."""
    reasons = [
        *(Reason("claim_not_named", {"name": name}) for one in told for name in one.unnamed),
        *(Reason("claim_figure", {"figure": figure}) for one in told for figure in one.uncounted),
        *(Reason("claim_contrary", {"word": word}) for one in told for word in one.contrary),
        *(Reason("claim_negated") for one in told if one.turned),
        *(Reason("claim_of_another", {"name": name}) for one in told for name in one.elsewhere),
        *(Reason("claim_new_word", {"word": word}) for one in told for word in one.strange),
    ]
    return reasons[0] if reasons else Reason("claim_apart")
