"""Decides, sentence by sentence, whether a clip rests on the passages it cites."""

from collections.abc import Mapping, Sequence

from newsclip.clips.ports import Claim, Document, Quote, Sentence, SourceArticle, Verdict
from newsclip.clips.rules.document import quotes_of, sentences_of
from newsclip.clips.rules.edits import ROLE
from newsclip.clips.rules.verifier import marks, roles, strict
from newsclip.clips.rules.verifier.claims import verify_claim
from newsclip.clips.rules.verifier.tokens import tokens
from newsclip.kernel.spans import Passage, digest_of

__all__ = [
    "judge_claim",
    "judge_quote",
    "judge_sentence",
    "verify_claim",
    "verify_document",
    "verify_quote",
    "verify_sentence",
    "words_of",
]

type Articles = Mapping[tuple[str, int], SourceArticle]
_LOST = "The publisher's words are no longer what this sentence rests on."


def verify_document(document: Document, articles: Sequence[SourceArticle]) -> list[Verdict]:
    """A verdict on the headline, the summary, every heading, sentence and bullet, then on every quotation."""
    known = {(article.id, article.revision): article for article in articles}
    sentences = [judge_sentence(sentence, known) for sentence in sentences_of(document)]
    quotes = [judge_quote(quote, known) for quote in quotes_of(document)]
    claims = [claim for disagreement in document.disagreements for claim in disagreement.claims]
    return [*sentences, *quotes, *(judge_claim(claim, known) for claim in claims)]


def verify_sentence(sentence: Sentence, texts: Sequence[str]) -> Verdict:
    """A verdict on the sentence against the words of its passages, in the order of its evidence."""
    fault = roles.fault(sentence.text, texts) if ROLE in sentence.edits else strict.fault(sentence, texts)
    if fault and _is_phrase_of(sentence, texts):
        fault = ""
    return Verdict(sentence.text, not fault, _share(sentence.text, texts) if fault else 1.0, fault, sentence.evidence)


def verify_quote(quote: Quote, texts: Sequence[str]) -> Verdict:
    """Verbatim in one of its passages, within quotation marks; its speaker and role named in one of them."""
    fault = ""
    everything = " ".join(texts)
    if not any(marks.plain(quote.text) in marks.plain(text) for text in texts):
        fault = "The passage does not hold this quotation."
    elif not any(marks.said(quote.text, text) for text in texts):
        fault = "The passage holds these words, but not as anybody's speech."
    for said in (quote.speaker, quote.role):
        if said and not fault and marks.plain(said).lower() not in marks.plain(everything).lower():
            fault = f"No passage names “{said}”."
    return Verdict(quote.text, not fault, 0.0 if fault else 1.0, fault, quote.evidence)


def words_of(passage: Passage, articles: Articles) -> str | None:
    """The words of the passage; None where the article is missing or says something else there."""
    article = articles.get((passage.article, passage.revision))
    if article is None:
        return None
    words = passage.span.of(article.title if passage.part == "title" else article.text)
    return words if words and digest_of(words) == passage.digest else None


def judge_sentence(sentence: Sentence, articles: Articles) -> Verdict:
    """A verdict on the sentence, its passages read from the articles: each must be there and say what it said."""
    texts = [words_of(passage, articles) for passage in sentence.evidence]
    held = [text for text in texts if text is not None]
    if len(held) < len(texts):
        return Verdict(sentence.text, supported=False, score=0.0, reason=_LOST, passages=sentence.evidence)
    return verify_sentence(sentence, held)


def judge_quote(quote: Quote, articles: Articles) -> Verdict:
    """A verdict on the quotation, its passages read from the articles."""
    texts = [words_of(passage, articles) for passage in quote.evidence]
    held = [text for text in texts if text is not None]
    if len(held) < len(texts):
        return Verdict(quote.text, supported=False, score=0.0, reason=_LOST, passages=quote.evidence)
    return verify_quote(quote, held)


def judge_claim(claim: Claim, articles: Articles) -> Verdict:
    """A verdict on one side of a disagreement: its value stands, word for word, in each of its passages."""
    texts = [words_of(passage, articles) for passage in claim.evidence]
    held = bool(texts) and all(text and marks.plain(claim.value) in marks.plain(text) for text in texts)
    reason = "" if held else f"The passage does not hold “{claim.value}”."
    return Verdict(claim.value, held, 1.0 if held else 0.0, reason, claim.evidence)


def _is_phrase_of(sentence: Sentence, texts: Sequence[str]) -> bool:
    """A heading: a few words without a full stop that stand in a row in a passage, with no word left out."""
    wanted = tokens(sentence.text)
    if not wanted or len(wanted) > 6 or sentence.edits or sentence.text.rstrip().endswith((".", "!", "?")):
        return False
    return any(
        tokens(text)[i : i + len(wanted)] == wanted
        for text in texts
        for i in range(len(tokens(text)) - len(wanted) + 1)
    )


def _share(text: str, texts: Sequence[str]) -> float:
    """How many of the words stand in the passages at all."""
    wanted = tokens(text)
    held = {token for words in texts for token in tokens(words)}
    return round(sum(token in held for token in wanted) / len(wanted), 4) if wanted else 0.0
