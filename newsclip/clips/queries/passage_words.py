from newsclip.articles import queries as articles
from newsclip.clips.queries.cited_articles import cited_revisions
from newsclip.evidence.document import Document
from newsclip.evidence.visitor import passages, sentences_and_quotations
from newsclip.kernel.spans import Passage


def passage_words(told: Document) -> dict[Passage, str]:
    """The words of every passage that the document cites, as its revisions hold them; "" where they do not."""
    kept = articles.revisions(cited_revisions(told))
    found = {}
    for passage in passages(sentences_and_quotations(told)):
        row = kept.get((int(passage.article), passage.revision))
        found[passage] = passage.span.of(row.title if passage.part == "title" else row.text) if row else ""
    return found
