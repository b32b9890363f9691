"""A clip without what a reader does not want to hear, or a publisher does not want shown: the story stays."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from newsclip.evidence.document import (
    Articles,
    Disagreement,
    Document,
    Quote,
    Section,
    Sentence,
    Slot,
    SourceArticle,
    SourceReference,
    Verdict,
    by_revision,
)
from newsclip.evidence.edits import JUDGED
from newsclip.evidence.verifier import coreference, judge_heading, judge_quote, judge_sentence
from newsclip.evidence.verifier.frame import judge_hashtag
from newsclip.evidence.visitor import Statement, Transformer, map_sentences
from newsclip.kernel.spans import Passage, digest_of


def without(document: Document, muted: Collection[str], articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without the sentences of these articles (ids); None where nothing of it is left.

    A sentence that rests on others too stays with their passages alone, where the verifier finds that they bear it.
    The headline gives way to that of the first source that is left. It is no longer what was sealed: no digest.
    """
    left = [source for source in document.sources if source.article not in muted]
    return _left(document, _Rest(lambda passage: passage.article not in muted, articles, left))


def within(document: Document, articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without what rests on words that are beyond what these articles show; else as `without`."""
    known = by_revision(articles)

    def is_shown(passage: Passage) -> bool:
        article = known.get((passage.article, passage.revision))
        whole = (article.title if passage.part == "title" else article.text) if article else ""
        return digest_of(whole[passage.start : passage.end]) == passage.digest

    return _left(document, _Rest(is_shown, articles, document.sources))


def without_judged(document: Document, articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without a language model's own words (basis judged); else as `without`."""
    return _left(document, _Unjudged(lambda _: True, articles, document.sources))


def _left(document: Document, rest: "_Rest") -> Document | None:
    left = map_sentences(document, rest)
    if left is None or not (left.summary or left.sections):
        return None
    there = rest.articles()
    image = document.image if document.image and any(a.image == document.image.url for a in there) else None
    return replace(
        left,
        sources=tuple(rest.sources),
        reports=len({source.report for source in rest.sources}),
        hashtags=tuple(tag for tag in document.hashtags if judge_hashtag(tag, there).supported),
        image=image,
        digest="",
    )


class _Rest(Transformer):
    """What is left of a clip of the passages that are kept, and of these `sources`."""

    def __init__(
        self,
        keeps: Callable[[Passage], bool],
        articles: Sequence[SourceArticle],
        sources: Sequence[SourceReference],
    ) -> None:
        self.sources = sources
        self._keeps = keeps
        self._known = by_revision(articles)
        self._before: list[coreference.Said] = []
        self._parted = False

    def articles(self) -> list[SourceArticle]:
        """The revisions of the sources that are left."""
        ids = {source.article for source in self.sources}
        return [article for article in self._known.values() if article.id in ids]

    def headline(self, headline: Sentence) -> Sentence | None:
        return self.sentence(headline) or self._title()

    def sentence(self, sentence: Sentence) -> Sentence | None:
        return self._on_what_is_left(sentence, judge_sentence)

    def text(self, run: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """Those of the running text that are left; behind a gap one whose "he" or "it" would mean another goes, too."""
        kept = []
        for sentence in run:
            left = self.sentence(sentence)
            if left and self._parted and coreference.fault(left, self._before, self._known):
                left = None
            self._parted = left is None
            if left:
                kept.append(left)
                self._before.append(left)
        return tuple(kept)

    def slot(self, slot: Slot) -> Slot | None:
        return slot if self._holds(slot) else None

    def quote(self, quote: Quote) -> Quote | None:
        left = self._on_what_is_left(quote, judge_quote)
        self._parted = self._parted or left is None
        self._before.extend([left] if left else [])
        return left

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence | None:
        if not self._holds(heading):
            return None
        verdict = judge_heading(now, self._known) if now != before else None
        return heading if verdict is None or verdict.supported else None

    def disagreement(self, disagreement: Disagreement) -> Disagreement | None:
        return disagreement if all(map(self._holds, disagreement.claims)) else None

    def _holds(self, said: Statement) -> bool:
        return all(map(self._keeps, said.evidence))

    def _on_what_is_left[S: (Sentence, Quote)](self, said: S, judge: Callable[[S, Articles], Verdict]) -> S | None:
        """What is said, on the passages that are left; None where these do not bear it."""
        if self._holds(said):
            return said
        others = tuple(filter(self._keeps, said.evidence))
        kept = replace(said, evidence=others) if others else None
        return kept if kept and judge(kept, self._known).supported else None

    def _title(self) -> Sentence | None:
        """The headline of the first article that is left, which is evidence for itself."""
        titled = [article for article in self._known.values() if article.title.strip()]
        first = next((one for source in self.sources for one in titled if one.id == source.article), None)
        if first is None:
            return None
        whole = Passage(first.id, first.revision, 0, len(first.title), digest_of(first.title), "title")
        return Sentence(first.title.strip(), (whole,))


class _Unjudged(_Rest):
    """What is left of a clip without the sentences that a language model let pass."""

    def sentence(self, sentence: Sentence) -> Sentence | None:
        return None if JUDGED in sentence.edits else super().sentence(sentence)

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence | None:
        return None if JUDGED in heading.edits else super().heading(heading, before, now)
