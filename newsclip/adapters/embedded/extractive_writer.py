"""The default writer: clips.rules.extractive with this process's embedder."""

from newsclip.clips.ports import Assigned, Document, Embedder, WriterMark
from newsclip.clips.rules.extractive import VERSION, write


class ExtractiveWriter:
    """A Writer (clips.ports) that needs no model and no network."""

    mark = WriterMark("extractive", VERSION)

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def __call__(self, assigned: Assigned) -> Document:
        return write(assigned, embedder=self._embedder, mark=self.mark)
