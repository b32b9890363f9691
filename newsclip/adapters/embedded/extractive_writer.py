"""The default writer: clips.rules.extractive with this process's embedder."""

from dataclasses import replace

from newsclip.clips.ports import Assigned, Document, Embedder, WriterMark
from newsclip.clips.rules.document import input_of, seal
from newsclip.clips.rules.extractive import VERSION, write
from newsclip.clips.rules.instructions import without_instructions
from newsclip.clips.rules.tags import TAXONOMY, Category
from newsclip.kernel.spans import digest_of


class ExtractiveWriter:
    """A Writer (clips.ports) that needs no model and no network."""

    def __init__(self, embedder: Embedder, taxonomy: tuple[Category, ...] = TAXONOMY) -> None:
        self._embedder = embedder
        self._taxonomy = taxonomy
        own = (
            {} if taxonomy == TAXONOMY else {"categories": digest_of(repr([(c.name, c.description) for c in taxonomy]))}
        )
        self.mark = WriterMark("extractive", VERSION, own)

    def __call__(self, assigned: Assigned) -> Document:
        """What tells a machine what to do is no news: it is left out before anything is chosen or tagged."""
        news = without_instructions(assigned.articles)
        document = write(
            replace(assigned, articles=news), embedder=self._embedder, mark=self.mark, taxonomy=self._taxonomy
        )
        inputs = tuple(input_of(article) for article in assigned.articles)
        titles = {article.id: article.title for article in assigned.articles}
        sources = tuple(replace(source, title=titles[source.article]) for source in document.sources)
        return seal(replace(document, sources=sources, receipt=replace(document.receipt, inputs=inputs)))
