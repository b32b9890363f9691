"""An article's sentences that may be shown by themselves, word for word: nothing is left out inside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.article_language import is_foreign
from newsclip.evidence.document import Sentence, SourceArticle
from newsclip.kernel.spans import Span
from newsclip.language.tokens import sentences
from newsclip.writing import cleaning, pronouns
from newsclip.writing.candidates import passage
from newsclip.writing.select_articles import one_each

_MOST, _MOST_ARTICLES = 30, 30  # sentences of an article that are looked at, and articles: bounds the work of a page
_DATED = 2  # sentences that a place and an agency may stand before


@dataclass(frozen=True, slots=True)
class WholeSentence:
    """`place`: the how manieth of its article it is, from 0."""

    sentence: Sentence
    place: int


def whole_sentences(article: SourceArticle, language: str) -> Iterator[WholeSentence]:
    """Those of an article of this language, in its order."""
    for place, whole in enumerate(sentences(article.text)[:_MOST]):
        span = _without_front(article, whole, language, dated=place < _DATED)
        text = " ".join(span.of(article.text).split())
        if _can_be_shown(text, language, first=place == 0) and not is_foreign(article, span):
            yield WholeSentence(Sentence(text, (passage(article, span),)), place)


def whole_sentences_by_place(articles: Sequence[SourceArticle], language: str) -> list[Sentence]:
    """Those of the first telling of each report: what opens them first, then what comes next in each."""
    found = [one for article in one_each(articles, _MOST_ARTICLES) for one in whole_sentences(article, language)]
    return [one.sentence for one in sorted(found, key=lambda one: one.place)]


def _without_front(article: SourceArticle, whole: Span, language: str, *, dated: bool) -> Span:
    """The sentence behind its title, a list's mark, and the place and agency in front of it."""
    start = cleaning.before_sentence(article.text, whole.start, article.title, language)
    span = Span(start, whole.end) if start < whole.end else whole
    text = span.of(article.text)
    rest = cleaning.without_dateline(text)[0] if dated else text
    return replace(span, start=span.end - len(rest)) if text.endswith(rest) else span


def _can_be_shown(text: str, language: str, *, first: bool) -> bool:
    leans = cleaning.leans_though_first if first else cleaning.leans
    return bool(text) and not (
        text[0].islower() or cleaning.unfit(text, language) or leans(text, language) or pronouns.hangs(text)
    )
