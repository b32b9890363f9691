"""A clip without what a reader does not want to hear, or a publisher does not want shown: the story stays."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from newsclip.evidence.document import (
    Block,
    Bullets,
    Document,
    Paragraph,
    Quote,
    Section,
    Sentence,
    SourceArticle,
    SourceReference,
)
from newsclip.evidence.verifier import coreference, judge_heading, judge_quote, judge_sentence
from newsclip.evidence.verifier.frame import judge_hashtag
from newsclip.kernel.spans import Passage, digest_of


def without(document: Document, muted: Collection[str], articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without the sentences of these articles (ids); None where nothing of it is left.

    A sentence that rests on others too stays with their passages alone, where the verifier finds that they bear it.
    The headline gives way to that of the first source that is left. It is no longer what was sealed: no digest.
    """
    return _left(document, _Rest(lambda passage: passage.article not in muted, articles), muted)


def within(document: Document, articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without what rests on words that are beyond what these articles show; else as `without`."""
    known = {(article.id, article.revision): article for article in articles}

    def is_shown(passage: Passage) -> bool:
        article = known.get((passage.article, passage.revision))
        whole = (article.title if passage.part == "title" else article.text) if article else ""
        return digest_of(whole[passage.start : passage.end]) == passage.digest

    return _left(document, _Rest(is_shown, articles), ())


def _left(document: Document, rest: "_Rest", muted: Collection[str]) -> Document | None:
    left = [source for source in document.sources if source.article not in muted]
    summary = rest.of(document.summary)
    sections = [made for section in document.sections if (made := rest.section(section))]
    headline = rest.sentence(document.headline) or rest.title(left)
    if headline is None or not (summary or sections):
        return None
    moments = [replace(m, sentence=kept) for m in document.timeline if (kept := rest.sentence(m.sentence))]
    there = rest.articles({source.article for source in left})
    image = document.image if document.image and any(a.image == document.image.url for a in there) else None
    return replace(
        document,
        headline=headline,
        summary=summary,
        sections=tuple(sections),
        timeline=tuple(moments),
        disagreements=tuple(d for d in document.disagreements if all(rest.holds(c.evidence) for c in d.claims)),
        sources=tuple(left),
        reports=len({source.report for source in left}),
        hashtags=tuple(tag for tag in document.hashtags if judge_hashtag(tag, there).supported),
        image=image,
        digest="",
    )


class _Rest:
    """What is left of a clip of the passages that are kept."""

    def __init__(self, keeps: Callable[[Passage], bool], articles: Sequence[SourceArticle]) -> None:
        self._keeps = keeps
        self._known = {(article.id, article.revision): article for article in articles}
        self._before: list[coreference.Said] = []
        self._parted = False

    def articles(self, ids: Collection[str]) -> list[SourceArticle]:
        return [article for article in self._known.values() if article.id in ids]

    def holds(self, evidence: Iterable[Passage]) -> bool:
        return all(map(self._keeps, evidence))

    def sentence(self, sentence: Sentence) -> Sentence | None:
        if self.holds(sentence.evidence):
            return sentence
        others = tuple(filter(self._keeps, sentence.evidence))
        kept = replace(sentence, evidence=others) if others else None
        return kept if kept and judge_sentence(kept, self._known).supported else None

    def of(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Those of the running text that are left; behind a gap one whose "he" or "it" would mean another goes, too."""
        kept = []
        for sentence in sentences:
            left = self.sentence(sentence)
            if left and self._parted and coreference.fault(left, self._before, self._known):
                left = None
            self._parted = left is None
            if left:
                kept.append(left)
                self._before.append(left)
        return tuple(kept)

    def quote(self, quote: Quote) -> Quote | None:
        if self.holds(quote.evidence):
            return quote
        others = tuple(filter(self._keeps, quote.evidence))
        kept = replace(quote, evidence=others) if others else None
        return kept if kept and judge_quote(kept, self._known).supported else None

    def section(self, section: Section) -> Section | None:
        blocks = [made for block in section.blocks if (made := self._block(block))]
        if not blocks:
            return None
        kept = replace(section, blocks=tuple(blocks))
        if section.heading is None or (kept == section and self.holds(section.heading.evidence)):
            return kept
        verdict = judge_heading(kept, self._known) if self.holds(section.heading.evidence) else None
        return kept if verdict and verdict.supported else replace(kept, heading=None)

    def title(self, left: Sequence[SourceReference]) -> Sentence | None:
        """The headline of the first article that is left, which is evidence for itself."""
        first = next((a for s in left for a in self._known.values() if a.id == s.article and a.title.strip()), None)
        if first is None:
            return None
        whole = Passage(first.id, first.revision, 0, len(first.title), digest_of(first.title), "title")
        return Sentence(first.title.strip(), (whole,))

    def _block(self, block: Block) -> Block | None:
        if isinstance(block, Quote):
            quote = self.quote(block)
            self._parted = self._parted or quote is None
            self._before.extend([quote] if quote else [])
            return quote
        if isinstance(block, Bullets):
            items = tuple(kept for item in block.items if (kept := self.sentence(item)))
            return Bullets(items) if items else None
        sentences = self.of(block.sentences)
        return Paragraph(sentences) if sentences else None
