"""The articles behind a clip, and the clip without some of them."""

from collections.abc import Collection

from newsclip.articles import queries as articles
from newsclip.articles.models import Revision
from newsclip.evidence import muting
from newsclip.evidence.document import Document, SourceArticle, SourceReference
from newsclip.evidence.visitor import passages, sentences, sentences_and_quotations


def given_again(source: SourceReference, row: Revision) -> SourceArticle:
    """What a writer was given of this revision."""
    return SourceArticle(
        id=source.article, revision=row.number, title=row.title, text=articles.newest_part(row), url=source.url,
        publisher=source.publisher, published=source.published, report=source.report, section=row.section,
        language=row.language, image=row.image, image_alt=row.image_alt, image_credit=row.image_credit,
        domain=source.domain,
    )  # fmt: skip


def without(told: Document, domains: Collection[str]) -> Document | None:
    """The clip without what these publishers say, each sentence with a passage; None where too little of it is left."""
    muted = {source.article for source in told.sources if source.domain in domains}
    return muting.without(told, muted, source_articles(told)) if muted else told


def without_judged(told: Document) -> Document | None:
    """The clip without a language model's own words; None where nothing is left of it."""
    judged = any(sentence.basis == "judged" for sentence in sentences(told))
    return muting.without_judged(told, cited_articles(told)) if judged else told


def cited_articles(told: Document) -> list[SourceArticle]:
    """What the document cites, as far as it is kept."""
    sources = {source.article: source for source in told.sources}
    rows = articles.revisions(cited_revisions(told))
    return [given_again(sources[str(pk)], row) for (pk, _), row in rows.items() if str(pk) in sources]


def cited_revisions(told: Document) -> set[tuple[int, int]]:
    """The articles and revisions that the document cites."""
    return {(int(p.article), p.revision) for p in passages(sentences_and_quotations(told))}


def source_articles(told: Document) -> list[SourceArticle]:
    """All that its writer was given, as far as it is kept and still published, and what it cites."""
    given = [one.partition(":")[0].split("@") for one in told.receipt.inputs]
    inputs = {(int(article), int(revision)) for article, revision in given}
    cited = cited_revisions(told)
    gone = articles.gone(pk for pk, _ in inputs - cited)
    sources = {source.article: source for source in told.sources}
    rows = articles.revisions(cited | {one for one in inputs if one[0] not in gone})
    return [given_again(sources[str(pk)], row) for (pk, _), row in rows.items() if str(pk) in sources]
