"""The gate before publication: what does not rest on its passages gives way to them, or is left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from newsclip.evidence.document import (
    FEWEST_DAYS,
    Disagreement,
    Document,
    Image,
    Moment,
    Quote,
    Refusal,
    Section,
    Sentence,
    Slot,
    SourceArticle,
    Verdict,
    by_revision,
)
from newsclip.evidence.reason_spans import referring
from newsclip.evidence.serialization import seal
from newsclip.evidence.verifier import (
    RunningText,
    frame,
    judge_apart,
    judge_disagreement,
    judge_heading,
    judge_headline,
    judge_moment,
    judge_quote,
    judge_sentence,
    judge_slot,
    words_of,
)
from newsclip.evidence.visitor import Transformer, map_sentences
from newsclip.kernel.reasons import Refused
from newsclip.language.syntax import NO_PARSER, Parser

type Judge = Callable[[Sentence], Verdict]
type Timeline = tuple[Moment, ...]
_ENDS = (".", "!", "”", '"', "’", "»")


def supported_only(document: Document, articles: Sequence[SourceArticle], parser: Parser = NO_PARSER) -> Document:
    """The document with nothing in it that the verifier refuses, each refusal in its receipt, sealed anew.

    Raises Refused("not_supported") where the headline or the whole summary falls, or where the clip says something
    untrue about its sources, its dates or its address.
    """
    gate = _Gate(articles, parser)
    wrong = frame.fault(document, articles)
    if wrong or not document.summary:  # refused anyway: what is left to judge is whether its head says why
        document = replace(document, glance=(), sections=(), timeline=(), disagreements=())
    passed = map_sentences(document, gate)
    if passed is None or not passed.summary or wrong:
        raise Refused("not_supported", because=gate.refused[0].reason if gate.refused else wrong)
    passed = replace(
        passed,
        hashtags=tuple(tag for tag in document.hashtags if gate.passes(frame.judge_hashtag(tag, articles))),
        image=gate.image(document),
        timeline=_long_enough(passed.timeline, document.timeline),
    )
    refused = (
        Refusal(one.text, referring(one.reason, one.text, one.passages, articles)) for one in gate.refused if one.reason
    )
    receipt = replace(document.receipt, refused=(*document.receipt.refused, *refused))
    return seal(replace(passed, receipt=receipt))


def _long_enough(left: Timeline, written: Timeline) -> Timeline:
    """What is left of a timeline that lost entries, where it still spans the days that make one."""
    enough = len({moment.when for moment in left}) >= FEWEST_DAYS
    return left if enough or len(left) == len(written) else ()


class _Gate(Transformer):
    """Lets pass what is supported and notes the rest in `refused`."""

    def __init__(self, articles: Sequence[SourceArticle], parser: Parser) -> None:
        self.articles = articles
        self.parser = parser
        self.known = by_revision(articles)
        self.refused: list[Verdict] = []
        self.running = RunningText(self.known, parser)

    def passes(self, verdict: Verdict) -> bool:
        if verdict.reason:
            self.refused.append(verdict)
        return verdict.supported

    def headline(self, headline: Sentence) -> Sentence | None:
        """The headline, or in its place the whole title or sentence that it cites first."""
        return headline if self.passes(judge_headline(headline, self.known, self.parser)) else self._passage(headline)

    def text(self, run: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return self._kept(run, self.running.judge)

    def bullets(self, items: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return self._kept(items, lambda item: judge_apart(item, self.known, self.parser))

    def slot(self, slot: Slot) -> Slot | None:
        return slot if self.passes(judge_slot(slot, self.known)) else None

    def quote(self, quote: Quote) -> Quote | None:
        if not self.passes(judge_quote(quote, self.known)):
            return None
        self.running.add(quote)
        return quote

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence | None:
        verdict = judge_heading(now, self.known, self.parser)
        return heading if verdict and self.passes(verdict) else None

    def moment(self, moment: Moment) -> Moment | None:
        return moment if self.passes(judge_moment(moment, self.known, self.parser)) else None

    def disagreement(self, disagreement: Disagreement) -> Disagreement | None:
        return disagreement if self.passes(judge_disagreement(disagreement, self.known)) else None

    def _kept(self, sentences: Iterable[Sentence], judge: Judge) -> tuple[Sentence, ...]:
        """Those that pass; a passage that took the place of two stands there once."""
        kept = [passed for sentence in sentences if (passed := self._judged(sentence, judge))]
        return tuple({sentence.text: sentence for sentence in kept}.values())

    def _judged(self, sentence: Sentence, judge: Judge) -> Sentence | None:
        """The sentence, or in its place the passage that it cites first, where that is a sentence itself."""
        if self.passes(judge(sentence)):
            return sentence
        passage = self._passage(sentence) if sentence.text.rstrip().endswith(_ENDS) else None
        return passage if passage and judge(passage).supported else None

    def image(self, document: Document) -> Image | None:
        given = document.image
        return given if given and self.passes(frame.judge_image(given, self.articles)) else None

    def _passage(self, sentence: Sentence) -> Sentence | None:
        words = words_of(sentence.evidence[0], self.known)
        passage = Sentence(" ".join((words or "").split()), sentence.evidence[:1])
        return passage if judge_sentence(passage, self.known).supported else None
