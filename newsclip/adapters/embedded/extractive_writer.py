"""The default writer: writing.extractive with this process's embedder."""

from dataclasses import replace

from newsclip.evidence.document import Document, WriterMark
from newsclip.evidence.serialization import input_of, seal
from newsclip.kernel.spans import digest_of
from newsclip.language.vectors import Embedder
from newsclip.writing.extractive import VERSION, write
from newsclip.writing.ports import Assigned
from newsclip.writing.prompt_injection import without_instructions
from newsclip.writing.tags import TAXONOMY, Category


class ExtractiveWriter:
    """A Writer (writing.ports) that needs no model and no network."""

    def __init__(self, embedder: Embedder, taxonomy: tuple[Category, ...] = TAXONOMY) -> None:
        self._embedder = embedder
        self._taxonomy = taxonomy
        own = (
            {} if taxonomy == TAXONOMY else {"categories": digest_of(repr([(c.name, c.description) for c in taxonomy]))}
        )
        self.mark = WriterMark("extractive", VERSION, own)

    def __call__(self, assigned: Assigned) -> Document:
        """Text that instructs a machine is not news: it is removed before anything is chosen or tagged."""
        news = without_instructions(assigned.articles)
        document = write(
            replace(assigned, articles=news), embedder=self._embedder, mark=self.mark, taxonomy=self._taxonomy
        )
        inputs = tuple(input_of(article) for article in assigned.articles)
        titles = {article.id: article.title for article in assigned.articles}
        sources = tuple(replace(source, title=titles[source.article]) for source in document.sources)
        return seal(replace(document, sources=sources, receipt=replace(document.receipt, inputs=inputs)))
