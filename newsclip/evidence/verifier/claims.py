"""A light verdict on a free claim against a whole source: each sentence beside the two sentences that say most of it.

Names, figures, contraries and "not" must agree with those two, and half of its words stand there. On free paraphrase
that is near chance, as a trained model was (docs/why/verifier.md). So it is no judge of paraphrase: clips are judged
strictly, on the passages they cite, and this has no part in that.
"""

from collections.abc import Sequence
from functools import lru_cache

from newsclip.evidence.article_length import within_reach
from newsclip.evidence.document import Verdict
from newsclip.evidence.verifier.opposites import OPPOSITES
from newsclip.evidence.verifier.source import ParsedSentence, joined
from newsclip.kernel.reasons import Reason, Refused
from newsclip.language.tokens import sentences

THRESHOLD = 0.5  # chosen on the sets of docs/why/verifier.md, "Free claims"
# characters of a claim; each of its words is compared with each sentence of the source. The longest of 1,366 claims of
# three public sets has 687
LONGEST = 2_000
_RECENT = 8  # sources, kept for the next claims on them


def verify_claim(source: str, claim: str) -> Verdict:
    """Whether the source supports the claim: all of its sentences. The score is the mean share of words that stand.

    Raises Refused("too_long").
    """
    if len(claim) > LONGEST:
        raise Refused("too_long", f"{len(claim):,} of {LONGEST:,} characters")
    said = [one for one in _parsed(joined(claim)) if one.content]
    if not said:
        return Verdict(claim, supported=False, score=0.0, reason=Reason("no_words"))
    held = _source(within_reach(source))
    compared = [_compared(one, held) for one in said]
    reason = next((reason for _, reason in compared if reason), None)
    score = sum(share for share, _ in compared) / len(compared)
    if reason is None and score < THRESHOLD:
        reason = Reason("claim_apart")
    return Verdict(claim, not reason, 0.0 if reason else round(score, 4), reason)


@lru_cache(_RECENT)
def _source(text: str) -> list[ParsedSentence]:
    return _parsed(joined(text)) or [ParsedSentence(text)]


def _parsed(text: str) -> list[ParsedSentence]:
    return [ParsedSentence(span.of(text)) for span in sentences(text)]


def _compared(said: ParsedSentence, source: Sequence[ParsedSentence]) -> tuple[float, Reason | None]:
    """The share of the sentence's words that stand in the two nearest, and what speaks against it."""
    words = [said.low[i] for i in said.content]
    borne = [frozenset(k for k, word in enumerate(words) if line.bears(word)) for line in source]
    best = max(range(len(source)), key=lambda i: len(borne[i]))
    second = max(range(len(source)), key=lambda i: len(borne[i] | borne[best]))
    share = len(borne[best] | borne[second]) / len(words)
    return share, _fault(said, source, (source[best], source[second]))


def _fault(
    said: ParsedSentence, source: Sequence[ParsedSentence], near: tuple[ParsedSentence, ParsedSentence]
) -> Reason | None:
    """The gravest that speaks against the sentence."""
    for name in said.names():
        if not any(line.bears(name.lower()) for line in near):
            known = any(line.bears(name.lower()) for line in source)
            return Reason("claim_of_another" if known else "claim_not_named", {"name": name})
    for figure in sorted(said.figures - near[0].figures - near[1].figures):
        known = any(figure in line.figures for line in source)
        return (
            Reason("claim_of_another", {"name": f"{figure:g}"}) if known else Reason("claim_figure", {"figure": figure})
        )
    low = frozenset(word for line in near for word in line.low)
    contrary = next((word for word in said.low if word not in low and OPPOSITES.get(word, frozenset()) & low), None)
    if contrary:
        return Reason("claim_contrary", {"word": contrary})
    best, second = (line.negations for line in near)
    turned = said.negations % 2 not in {best % 2, (best + second) % 2}
    return Reason("claim_negated") if turned else None
