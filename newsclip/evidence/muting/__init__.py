"""A clip without what a reader does not want to hear, or a publisher does not want shown: the story stays.

It still reads like a clip: it has a summary, and nothing in it takes for known what went.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from newsclip.evidence.document import Bullets, Document, Paragraph, SourceArticle, by_revision
from newsclip.evidence.muting.raised_summary import with_summary
from newsclip.evidence.muting.remainder import Remainder, Unjudged
from newsclip.evidence.verifier.frame import judge_hashtag
from newsclip.evidence.visitor import map_sentences
from newsclip.kernel.spans import Passage, digest_of

__all__ = ["within", "without", "without_judged", "without_passages"]

_FEWEST = 2  # sentences of a clip; of one that had one, that is enough


def without(document: Document, muted: Collection[str], articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without the sentences of these articles (ids); None where less than two of its sentences are left.

    A sentence that rests on others too stays with their passages alone, where the verifier finds that they bear it; one
    that another of `articles`, of the same day, has word for word stays with its passage, unless its own article is not
    among them: then that was taken down. It is no longer what was sealed: no digest.
    """
    left = [source for source in document.sources if source.article not in muted]
    return _left(
        document, Remainder(document, lambda passage: passage.article not in muted, articles, left, moves=True)
    )


def within(document: Document, articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without what rests on words that are beyond what these articles show; else as `without`."""
    known = by_revision(articles)

    def is_shown(passage: Passage) -> bool:
        article = known.get((passage.article, passage.revision))
        whole = (article.title if passage.part == "title" else article.text) if article else ""
        return digest_of(whole[passage.start : passage.end]) == passage.digest

    return _left(document, Remainder(document, is_shown, articles, document.sources))


def without_judged(document: Document, articles: Sequence[SourceArticle]) -> Document | None:
    """The clip without a language model's own words (basis judged); else as `without`."""
    return _left(document, Unjudged(document, lambda _: True, articles, document.sources))


def without_passages(
    document: Document, digests: Collection[str], articles: Sequence[SourceArticle]
) -> Document | None:
    """The clip without what rests on a passage with one of these digests; else as `without`."""
    return _left(
        document, Remainder(document, lambda passage: passage.digest not in digests, articles, document.sources)
    )


def _left(document: Document, rest: Remainder) -> Document | None:
    left = map_sentences(document, rest)
    left = with_summary(left, rest.known) if left else None
    if left is None or _sentences(left) < min(_FEWEST, _sentences(document)) or not (left.summary or left.sections):
        return None
    there = rest.articles
    image = document.image if document.image and any(a.image == document.image.url for a in there) else None
    return replace(
        left,
        sources=tuple(rest.sources),
        reports=len({source.report for source in rest.sources}),
        hashtags=tuple(tag for tag in document.hashtags if judge_hashtag(tag, there).supported),
        image=image,
        digest="",
    )


def _sentences(document: Document) -> int:
    """How many sentences the summary and the text have."""
    blocks = [block for section in document.sections for block in section.blocks]
    paragraphs = sum(len(block.sentences) for block in blocks if isinstance(block, Paragraph))
    return len(document.summary) + paragraphs + sum(len(block.items) for block in blocks if isinstance(block, Bullets))
