"""The gate before publication: what does not rest on its passages gives way to them, or is left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from newsclip.evidence.document import (
    Block,
    Bullets,
    Document,
    Image,
    Paragraph,
    Quote,
    Refusal,
    Section,
    Sentence,
    SourceArticle,
    Verdict,
)
from newsclip.evidence.reason_spans import referring
from newsclip.evidence.serialization import seal
from newsclip.evidence.verifier import (
    RunningText,
    frame,
    judge_apart,
    judge_disagreement,
    judge_heading,
    judge_moment,
    judge_quote,
    judge_sentence,
    words_of,
)
from newsclip.kernel.reasons import Refused

type Judge = Callable[[Sentence], Verdict]
_ENDS = (".", "!", "”", '"', "’", "»")


def supported_only(document: Document, articles: Sequence[SourceArticle]) -> Document:
    """The document with nothing in it that the verifier refuses, each refusal in its receipt, sealed anew.

    Raises Refused("not_supported") where the headline or the whole summary falls, or where the clip says something
    untrue about its sources, its dates or its address.
    """
    gate = _Gate(articles)
    headline = gate.headline(document.headline)
    summary = gate.sentences(document.summary)
    wrong = frame.fault(document, articles)
    if headline is None or not summary or wrong:
        raise Refused("not_supported", because=gate.refused[0].reason if gate.refused else wrong)
    passed = replace(
        document,
        headline=headline,
        summary=summary,
        sections=tuple(kept for section in document.sections if (kept := gate.section(section))),
        timeline=tuple(m for m in document.timeline if gate.passes(judge_moment(m, gate.known))),
        disagreements=tuple(d for d in document.disagreements if gate.passes(judge_disagreement(d, gate.known))),
        hashtags=tuple(tag for tag in document.hashtags if gate.passes(frame.judge_hashtag(tag, articles))),
        image=gate.image(document),
    )
    refused = (
        Refusal(one.text, referring(one.reason, one.text, one.passages, articles)) for one in gate.refused if one.reason
    )
    receipt = replace(document.receipt, refused=(*document.receipt.refused, *refused))
    return seal(replace(passed, receipt=receipt))


class _Gate:
    """Lets pass what is supported and notes the rest in `refused`."""

    def __init__(self, articles: Sequence[SourceArticle]) -> None:
        self.articles = articles
        self.known = {(article.id, article.revision): article for article in articles}
        self.refused: list[Verdict] = []
        self.text = RunningText(self.known)

    def passes(self, verdict: Verdict) -> bool:
        if verdict.reason:
            self.refused.append(verdict)
        return verdict.supported

    def headline(self, headline: Sentence) -> Sentence | None:
        """The headline, or in its place the whole title or sentence that it cites first."""
        return headline if self.passes(judge_sentence(headline, self.known)) else self._passage(headline)

    def sentence(self, sentence: Sentence, judge: Judge) -> Sentence | None:
        """The sentence, or in its place the passage that it cites first, where that is a sentence itself."""
        if self.passes(judge(sentence)):
            return sentence
        passage = self._passage(sentence) if sentence.text.rstrip().endswith(_ENDS) else None
        return passage if passage and judge(passage).supported else None

    def sentences(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Those of the running text that pass; a passage that took the place of two stands there once."""
        return self._kept(sentences, self.text.judge)

    def _kept(self, sentences: Iterable[Sentence], judge: Judge) -> tuple[Sentence, ...]:
        kept = [passed for sentence in sentences if (passed := self.sentence(sentence, judge))]
        return tuple({sentence.text: sentence for sentence in kept}.values())

    def section(self, section: Section) -> Section | None:
        blocks = tuple(kept for block in section.blocks if (kept := self._block(block)))
        if not blocks:
            return None
        passed = replace(section, blocks=blocks)
        heading = judge_heading(passed, self.known)
        return passed if heading is None or self.passes(heading) else replace(passed, heading=None)

    def image(self, document: Document) -> Image | None:
        given = document.image
        return given if given and self.passes(frame.judge_image(given, self.articles)) else None

    def _passage(self, sentence: Sentence) -> Sentence | None:
        words = words_of(sentence.evidence[0], self.known)
        passage = Sentence(" ".join((words or "").split()), sentence.evidence[:1])
        return passage if judge_sentence(passage, self.known).supported else None

    def _block(self, block: Block) -> Block | None:
        if isinstance(block, Quote):
            if not self.passes(judge_quote(block, self.known)):
                return None
            self.text.add(block)
            return block
        if isinstance(block, Bullets):
            items = self._kept(block.items, lambda item: judge_apart(item, self.known))
            return Bullets(items) if items else None
        kept = self.sentences(block.sentences)
        return Paragraph(kept) if kept else None
