"""Verdicts on values that stand word for word in their passages: sides of a disagreement, answers of the glance."""

from collections.abc import Sequence

from newsclip.evidence.document import Articles, Claim, Disagreement, Slot, Verdict
from newsclip.evidence.tokens import tokens
from newsclip.evidence.verifier import disagreements, glance, strict
from newsclip.evidence.verifier.enclosing_sentences import whole_sentences
from newsclip.kernel.reasons import Reason
from newsclip.kernel.spans import Passage, digest_of

LOST = Reason("passage_lost")


def words_of(passage: Passage, articles: Articles) -> str | None:
    """The words of the passage; None where the article is missing or says something else there."""
    article = articles.get((passage.article, passage.revision))
    if article is None:
        return None
    words = passage.span.of(article.title if passage.part == "title" else article.text)
    return words if words and digest_of(words) == passage.digest else None


def held(evidence: Sequence[Passage], articles: Articles) -> list[str] | None:
    """What the passages say, in whole sentences; None where one is lost, or where there is none."""
    if not evidence or any(words_of(passage, articles) is None for passage in evidence):
        return None
    return [whole_sentences(passage, articles[passage.article, passage.revision]) for passage in evidence]


def verdict_of(text: str, wrong: Reason | None, passages: tuple[Passage, ...]) -> Verdict:
    return Verdict(text, not wrong, 0.0 if wrong else 1.0, wrong, passages)


def judge_claim(claim: Claim, articles: Articles) -> Verdict:
    """A verdict on one side of a disagreement: its value stands, word for word, in each of its passages."""
    texts = [words for passage in claim.evidence if (words := words_of(passage, articles)) is not None]
    if not texts or len(texts) < len(claim.evidence):
        return verdict_of(claim.value, LOST, claim.evidence)
    held = all(strict.in_a_row(tokens(claim.value), tokens(text)) for text in texts)
    return verdict_of(claim.value, None if held else Reason("value_not_held", {"value": claim.value}), claim.evidence)


def judge_slot(slot: Slot, articles: Articles) -> Verdict:
    """A verdict on an answer of the glance: its words stand in its one passage, which tells them as a fact."""
    held = judge_claim(slot, articles)
    if not held.supported or len(slot.evidence) > 1:
        return held if held.reason else verdict_of(slot.value, Reason("glance_unread"), slot.evidence)
    first = slot.evidence[0]
    article = articles[first.article, first.revision]
    return verdict_of(slot.value, glance.fault(slot, whole_sentences(first, article), article), slot.evidence)


def judge_disagreement(told: Disagreement, articles: Articles) -> Verdict:
    """A verdict on a disagreement: each side's value, then whether two articles say different things of one matter."""
    verdicts = [judge_claim(claim, articles) for claim in told.claims]
    refused = next((verdict for verdict in verdicts if not verdict.supported), None)
    if refused:
        return refused
    sides = [
        (
            claim,
            [
                disagreements.Cited(p, words_of(p, articles) or "", articles[p.article, p.revision])
                for p in claim.evidence
            ],
        )
        for claim in told.claims
    ]
    passages = tuple(dict.fromkeys(passage for claim in told.claims for passage in claim.evidence))
    return verdict_of(told.about, disagreements.fault(told, sides), passages)
