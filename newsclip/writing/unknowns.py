"""What is not yet known, only where a source says so, in its own words."""

import re
from collections.abc import Sequence
from functools import cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.cues import cues
from newsclip.language.pack import in_all_languages
from newsclip.language.tokens import sentences
from newsclip.language.writer_tables import UnknownWords
from newsclip.writing import cleaning, pronouns
from newsclip.writing.candidates import passage
from newsclip.writing.select_articles import one_each

_MOST, _MOST_ARTICLES, _MOST_SENTENCES = 5, 30, 60  # shown; the others bound the work
_FEWEST_STEMS = 2  # one stem in common may be chance


@cache
def unknown_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that something is not known, and what all of them say in one word or the other, in any language."""
    tables = list(in_all_languages(UnknownWords))
    says, empty = ([one for table in tables for one in getattr(table, field)] for field in ("says", "empty"))
    return _whole_words(says), _whole_words(empty)


def _whole_words(alternatives: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


def unknowns(articles: Sequence[SourceArticle], language: str) -> list[Sentence]:
    """What sources say is not known, the latest word of each publisher only, at most five, newest first.

    `articles`: first published first. A quotation does not count: what somebody does not know others may.
    """
    last: dict[str, SourceArticle] = {}
    for article in reversed(articles):
        last.setdefault(article.publisher, article)
    empty = unknown_patterns()[1]
    found: list[tuple[Sentence, frozenset[str]]] = []
    for article in one_each(list(last.values()), _MOST_ARTICLES):
        own = language_of_article(article) or language
        for span in sentences(article.text)[:_MOST_SENTENCES]:
            text = " ".join(span.of(article.text).split())
            if len(found) >= _MOST or not says_so(text, own):
                continue
            stems = content_stems(empty.sub("", text), own)
            if not any(_same(stems, other) for _, other in found):
                found.append((Sentence(text, (passage(article, span),)), stems))
    return [sentence for sentence, _ in found]


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    return a == b or same_fact(a, b) or (min(len(a), len(b)) >= _FEWEST_STEMS and (a <= b or b <= a))


def says_so(text: str, language: str) -> bool:
    """Whether the sentence says, outside quotations, that something is not known, and can be shown by itself."""
    outside = cleaning.outside_quotes(text)
    return (
        not text[:1].islower()
        and unknown_patterns()[0].search(outside) is not None
        and not cleaning.unfit(text, language)
        and not _leans(text, language)
        and not pronouns.hangs(text)
    )


def _leans(text: str, language: str) -> bool:
    """Whether it leans by its opening words; who says it may be unnamed ("…, sagte die Polizei")."""
    known = cues(language)
    return bool(known.leans.match(text) or known.connective.match(text)) if known else cleaning.leans(text, language)
