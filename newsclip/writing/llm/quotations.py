"""Quotations copied from their passage by place: a model names words, it never writes them."""

import re

from newsclip.evidence.document import Quote
from newsclip.kernel.spans import Span
from newsclip.language.quotations import FoundQuote
from newsclip.language.tokens import sentences
from newsclip.writing.candidates import passage
from newsclip.writing.llm.answers import Excerpt
from newsclip.writing.llm.passages import Numbered

_WORD = re.compile(r"\S+")
_FEWEST_WORDS, _MOST_WORDS = 4, 60  # fewer say nothing, more are no quotation to print


def quotation(excerpt: Excerpt, numbered: Numbered) -> Quote | None:
    """The quotation of the passage that these words touch, in whole sentences, so that no "not" is cut off.

    None where the words touch no quotation that its publisher closed, or one that is too short or too long.
    """
    article = numbered.reading.article
    line = numbered.line.span
    words = list(_WORD.finditer(line.of(article.text)))
    first, last = excerpt.first - 1, min(excerpt.last, len(words)) - 1
    if not 0 <= first <= last:
        return None
    asked = Span(line.start + words[first].start(), line.start + words[last].end())
    found = next((q for q in numbered.reading.quotes if q.start < asked.end and asked.start < q.end and q.closed), None)
    if found is None:
        return None
    span = _whole_sentences(found, asked)
    text = span.of(article.text).strip()
    if not line.holds(span) or "\n" in text or not _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS:
        return None
    evidence = [passage(article, span), passage(article, line)]
    speaker, role = (found.speaker, found.role) if found.reliable else (None, None)
    for said in (speaker, role):
        at = article.text.lower().find(said.lower()) if said else -1
        if said and at >= 0 and said.lower() not in line.of(article.text).lower():
            evidence.append(passage(article, Span(at, at + len(said))))
    return Quote(text.rstrip(","), speaker, tuple(evidence), role if speaker else None)


def _whole_sentences(found: FoundQuote, asked: Span) -> Span:
    inside = [Span(found.start + s.start, found.start + s.end) for s in sentences(found.text)]
    touched = [span for span in inside if span.start < asked.end and asked.start < span.end]
    return Span(touched[0].start, touched[-1].end) if touched else Span(found.start, found.end)
