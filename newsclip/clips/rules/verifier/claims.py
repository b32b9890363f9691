"""A light verdict on a free claim against a whole source."""

from itertools import pairwise

from newsclip.clips.ports import Verdict
from newsclip.clips.rules.verifier.tokens import tokens

THRESHOLD = 0.5


def verify_claim(source: str, claim: str) -> Verdict:
    """Whether the source supports the claim: the share of the claim's word pairs that the source holds."""
    held = tokens(source)
    pairs = set(pairwise(held))
    said = tokens(claim)
    wanted = list(pairwise(said))
    score = sum(pair in pairs for pair in wanted) / len(wanted) if wanted else 0.0
    fault = "" if score > THRESHOLD else "Too little of the claim stands in the source."
    return Verdict(claim, not fault, round(score, 4), fault)
