"""The default writer: writing.extractive with this process's embedder; with a model's answers, writing.llm."""

from collections.abc import Sequence
from dataclasses import replace

from newsclip.evidence import verifier
from newsclip.evidence.document import Document, Sentence, WriterMark, by_revision
from newsclip.evidence.serialization import input_of, seal
from newsclip.kernel.spans import digest_of
from newsclip.language.syntax import NO_PARSER, Parser
from newsclip.language.vectors import Embedder
from newsclip.writing.attribution import attribute
from newsclip.writing.extractive import VERSION, write
from newsclip.writing.first_mentions import name_in_full
from newsclip.writing.introductions import introduce
from newsclip.writing.llm.drafting import draft
from newsclip.writing.llm.story import Means
from newsclip.writing.ports import Answered, Assigned, Drafted, Shorteners
from newsclip.writing.prompt_injection import without_instructions
from newsclip.writing.shortening.clip import SyntacticSentenceShortener, split_clip
from newsclip.writing.shortening.headline_shortening import SyntacticHeadlineShortener
from newsclip.writing.tags import TAXONOMY, Category
from newsclip.writing.weekday_dates import date_weekdays


class ExtractiveWriter:
    """A Writer (writing.ports) that needs no model and no network."""

    def __init__(
        self, embedder: Embedder, taxonomy: tuple[Category, ...] = TAXONOMY, parser: Parser = NO_PARSER
    ) -> None:
        self._embedder = embedder
        self._taxonomy = taxonomy
        self._parser = parser
        own = (
            {} if taxonomy == TAXONOMY else {"categories": digest_of(repr([(c.name, c.description) for c in taxonomy]))}
        )
        if parser.mark:
            own["syntax"] = parser.mark
        self.mark = WriterMark("extractive", VERSION, own)

    def draft(
        self, assigned: Assigned, base: Document, mark: WriterMark, answers: Sequence[Answered | None], /
    ) -> Drafted:
        """A Drafting (writing.ports)."""
        return draft(assigned, base, mark, answers, means=Means(verifier, self._embedder, self._parser))

    def __call__(self, assigned: Assigned) -> Document:
        """Text that instructs a machine is not news: it is removed before anything is chosen or tagged."""
        news = without_instructions(assigned.articles)
        known = by_revision(news)

        def stands(said: Sentence) -> bool:
            return verifier.judge_sentence(said, known, self._parser).supported

        document = write(
            replace(assigned, articles=news),
            embedder=self._embedder,
            judge=verifier,
            mark=self.mark,
            taxonomy=self._taxonomy,
            shorten=Shorteners(
                SyntacticHeadlineShortener(self._parser, stands), SyntacticSentenceShortener(self._parser, stands)
            ),
        )
        if self._parser.mark:
            document = split_clip(document, stands)
            document = introduce(name_in_full(document, known, stands), known, stands)
            document = date_weekdays(document, known, stands)
        document = attribute(document, known, stands)
        inputs = tuple(input_of(article) for article in assigned.articles)
        titles = {article.id: article.title for article in assigned.articles}
        sources = tuple(replace(source, title=titles[source.article]) for source in document.sources)
        return seal(replace(document, sources=sources, receipt=replace(document.receipt, inputs=inputs)))
