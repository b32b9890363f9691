"""What reports in other languages tell and a clip does not, quoted in the original.

Nothing of it is stored: it is found in the articles as they are now, so what was changed or taken down leaves no words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from django.core.cache import caches

from newsclip.articles import queries as articles
from newsclip.articles.models import Article
from newsclip.articles.ports import ReadArticle
from newsclip.clips.models import Clip
from newsclip.clips.queries.other_languages import ToldElsewhere
from newsclip.clips.queries.taken_out import taken_out_of
from newsclip.clips.rules.corrections import is_retracted
from newsclip.evidence import serialization
from newsclip.evidence.document import Document, SourceArticle
from newsclip.evidence.visitor import TEXT, Place, texts
from newsclip.kernel.addresses import with_text_fragment
from newsclip.kernel.reasons import Refused
from newsclip.kernel.spans import Passage, digest_of
from newsclip.kernel.text_direction import without_overrides
from newsclip.writing.foreign_facts import ForeignFact, foreign_facts

_KEPT_SECONDS = 24 * 3600
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ForeignQuotation:
    """A sentence of an article in another language; `new`: the figures and names in it that the clip has not."""

    article: Article
    text: str
    passage: Passage
    new: tuple[str, ...]

    @property
    def publisher(self) -> str:
        return _name(self.article)

    @property
    def url(self) -> str:
        """The article's address, with what makes a browser scroll to these words."""
        return with_text_fragment(self.article.url, self.text)


@dataclass(frozen=True, slots=True)
class QuotedElsewhere:
    """The reports of one other language, and what they tell and the clip does not."""

    told: ToldElsewhere
    quotations: tuple[ForeignQuotation, ...]

    @property
    def as_json(self) -> dict[str, Any]:
        """As docs/reference/api.md describes it."""
        reports = [{"title": str(one), "url": one.url, "publisher": _name(one)} for one in self.told.articles]
        quoted = [
            {
                "text": one.text, "publisher": one.publisher, "url": one.url, "new": list(one.new),
                "evidence": [asdict(one.passage)],
            }
            for one in self.quotations
        ]  # fmt: skip
        return {"language": self.told.language, "articles": reports, "more": self.told.more, "quotations": quoted}


def quoted_elsewhere(document: Document | None, told: Sequence[ToldElsewhere]) -> list[QuotedElsewhere]:
    """What is told of this clip's story in other languages, with what the clip does not tell."""
    return _quoted({0: document}, {0: told})[0]


def all_quoted_elsewhere(
    clips: Sequence[Clip], told: Mapping[int, Sequence[ToldElsewhere]]
) -> dict[int, list[QuotedElsewhere]]:
    """The same of what is told of these clips (with documents), by ID, in two questions for all articles."""
    return _quoted({clip.pk: _document(clip) for clip in clips if clip.pk in told}, told)


def _document(clip: Clip) -> Document | None:
    try:
        return serialization.from_json(clip.document)
    except Refused:  # what is stored is no document
        return None


def _quoted(
    documents: Mapping[int, Document | None], told: Mapping[int, Sequence[ToldElsewhere]]
) -> dict[int, list[QuotedElsewhere]]:
    parts = [part for pk, found in told.items() if documents[pk] for part in found]
    read = articles.newest(one.pk for part in parts for one in part.articles) if parts else {}
    out = taken_out_of(part.story for part in parts) if parts else {}
    return {
        pk: [
            QuotedElsewhere(part, _quotations(documents[pk], part, read, out.get(part.story, _NONE))) for part in found
        ]
        for pk, found in told.items()
    }


def _quotations(
    document: Document | None, part: ToldElsewhere, read: Mapping[int, ReadArticle], out: frozenset[str]
) -> tuple[ForeignQuotation, ...]:
    there = {str(one.pk): one for one in part.articles}
    numbered = [(read[one.pk], n) for one, n in zip(part.articles, part.reports, strict=True) if one.pk in read]
    given = [_given(one, report) for one, report in numbered if not is_retracted(one.title, one.text)]
    if document is None or not given:
        return ()
    found = [(fact, fact.sentence.evidence[0]) for fact in _facts(document, given, part.language, out)]
    return tuple(
        ForeignQuotation(there[p.article], without_overrides(fact.sentence.text), p, fact.new) for fact, p in found
    )


def _given(read: ReadArticle, report: int) -> SourceArticle:
    return SourceArticle(
        id=str(read.id), revision=read.revision, title=read.title, text=read.shown, url=read.url,
        publisher=read.publisher, published=read.published, report=str(report), section=read.section,
        language=read.language, domain=read.domain,
    )  # fmt: skip


def _facts(document: Document, given: Sequence[SourceArticle], language: str, out: frozenset[str]) -> list[ForeignFact]:
    """Found once for the same words of the clip and of the articles."""
    clip = (texts(document, TEXT | {Place.HEADLINE, Place.HEADING}), [one.report for one in document.sources])
    said = [replace(one, text=digest_of(one.text)) for one in given]
    key = f"foreign-facts-2:{language}:{digest_of(repr((clip, said, sorted(out))))}"
    found = caches["process"].get_or_set(key, lambda: foreign_facts(document, given, language, out), _KEPT_SECONDS)
    return cast(list[ForeignFact], found)


def _name(article: Article) -> str:
    return article.publisher.name or article.publisher.domain
