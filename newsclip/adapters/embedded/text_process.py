"""A separate process that reads pages and writes and verifies clips: everything that a stranger's text could hang."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from newsclip.adapters.limited.process import LimitedProcess
from newsclip.articles.ports import Extracted
from newsclip.evidence.document import Amended, Document, SourceArticle, WriterMark
from newsclip.evidence.ports import CheckedText
from newsclip.stories.ports import IncomingArticle
from newsclip.writing.ports import Answered, Assigned, Drafted

if TYPE_CHECKING:  # the parent process does not load what the rules need
    from newsclip.adapters.embedded.extractive_writer import ExtractiveWriter
    from newsclip.language.syntax import Parser
    from newsclip.writing.tags import Category


# Of one text that is checked, in seconds: of CPU, and by the clock. Its last sentences are then not looked at.
_CHECKING, _PATIENCE = 6, 60


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the process: CPU seconds per page or story, and bytes of address space."""

    reading: int
    writing: int
    memory: int


class TextRules:
    """The worker side. The rules are imported there, on first use."""

    def __init__(self, taxonomy: "tuple[Category, ...]", *, syntax: bool = False) -> None:
        """`syntax`: whether sentences may be edited by it; spaCy is loaded with the first that is."""
        self._taxonomy = taxonomy
        self._syntax = syntax

    def extract(self, body: bytes, url: str, *, content_type: str, asked: datetime) -> Extracted:
        from newsclip.articles.rules import extract  # noqa: PLC0415 see above

        found = extract(body, url, content_type=content_type, asked=asked)
        return replace(found, published=_plain(found.published), updated=_plain(found.updated))

    def mark(self) -> WriterMark:
        return self._writer.mark

    def write(self, assigned: Assigned) -> Document:
        return self._writer(assigned)

    def try_grouping(self, incoming: IncomingArticle, /) -> None:
        """Run all grouping rules on this text and a near-copy of it, in an empty index."""
        from newsclip.adapters.embedded.story_index import MemoryStoryIndex  # noqa: PLC0415 see above

        index = MemoryStoryIndex()
        index.place(incoming)
        index.place(replace(incoming, id=f"{incoming.id}, again", text=f"{incoming.text}\n\n{incoming.title}"))

    def draft(
        self, assigned: Assigned, base: Document, mark: WriterMark, answers: Sequence[Answered | None], /
    ) -> Drafted:
        return self._writer.draft(assigned, base, mark, answers)

    def approve(self, draft: Document, wanted: Sequence[Amended], articles: Sequence[SourceArticle]) -> Document:
        from newsclip.evidence.approval import approve  # noqa: PLC0415 see above

        return approve(draft, wanted, articles, self._parser)

    def check(self, text: str, articles: Sequence[SourceArticle], /) -> CheckedText:
        from newsclip.evidence.verifier.text_check import check_text  # noqa: PLC0415 see above

        parser = self._parser
        parser("It is so.", "en")  # loads its model, which is nothing that this text asks for
        begun, began = time.process_time(), time.monotonic()

        def is_late() -> bool:
            return time.process_time() - begun > _CHECKING or time.monotonic() - began > _PATIENCE

        return check_text(text, articles, parser, is_late)

    @cached_property
    def _parser(self) -> "Parser":
        from newsclip.adapters.embedded.spacy_parser import SpacyParser  # noqa: PLC0415 see above
        from newsclip.language.syntax import NO_PARSER  # noqa: PLC0415 the same

        return SpacyParser() if self._syntax else NO_PARSER

    @cached_property
    def _writer(self) -> "ExtractiveWriter":
        from newsclip.adapters.embedded.extractive_writer import ExtractiveWriter  # noqa: PLC0415 see above
        from newsclip.adapters.embedded.static_vectors import StaticVectors  # noqa: PLC0415 the same

        return ExtractiveWriter(StaticVectors(), self._taxonomy, self._parser)


def _plain(when: datetime | None) -> datetime | None:
    """The same moment with a plain UTC offset instead of a named zone."""
    offset = when.utcoffset() if when else None
    return when.replace(tzinfo=timezone(offset)) if when and offset is not None else when


class LimitedText:
    """The parent side. Every method also raises Refused("time_limit" | "memory_limit" | "process_died")."""

    def __init__(
        self,
        taxonomy: "tuple[Category, ...]",
        limits: Limits,
        rules: type[TextRules] = TextRules,
        *,
        syntax: bool = False,
    ) -> None:
        self._limits = limits
        self.process = LimitedProcess(partial(rules, syntax=syntax), taxonomy, memory=limits.memory)

    def extract(self, body: bytes, url: str, *, content_type: str, asked: datetime) -> Extracted:
        """A PageReader (articles.ports)."""
        found = self.process.ask(
            "extract", body, url, content_type=content_type, asked=asked, seconds=self._limits.reading
        )
        return cast(Extracted, found)

    def write(self, assigned: Assigned) -> Document:
        return cast(Document, self.process.ask("write", assigned, seconds=self._limits.writing))

    def try_grouping(self, incoming: IncomingArticle, /) -> None:
        """A GroupingTrial (stories.ports)."""
        self.process.ask("try_grouping", incoming, seconds=self._limits.reading)

    def draft(
        self, assigned: Assigned, base: Document, mark: WriterMark, answers: Sequence[Answered | None], /
    ) -> Drafted:
        """A Drafting (writing.ports)."""
        given = assigned, base, mark, tuple(answers)
        return cast(Drafted, self.process.ask("draft", *given, seconds=self._limits.writing))

    def approve(self, draft: Document, wanted: Sequence[Amended], articles: Sequence[SourceArticle]) -> Document:
        """A Gate (writing.ports)."""
        return cast(Document, self.process.ask("approve", draft, tuple(wanted), articles, seconds=self._limits.writing))

    def check(self, text: str, articles: Sequence[SourceArticle], /) -> CheckedText:
        """A TextJudge (clips.actions.text_checks)."""
        return cast(CheckedText, self.process.ask("check", text, tuple(articles), seconds=self._limits.reading))

    def mark(self) -> WriterMark:
        return cast(WriterMark, self.process.ask("mark", seconds=self._limits.writing))


class LimitedWriter:
    """A Writer (writing.ports) that needs no model and no network."""

    def __init__(self, text: LimitedText) -> None:
        self._text = text

    @cached_property
    def mark(self) -> WriterMark:
        return self._text.mark()

    def __call__(self, assigned: Assigned) -> Document:
        return self._text.write(assigned)
