"""A sentence on the words of another article: what several publishers print alike stays when one of them goes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from newsclip.evidence.document import Quote, Sentence, SourceArticle
from newsclip.kernel.spans import Passage, Span, digest_of
from newsclip.language.tokens import sentences


def other_tellings[S: (Sentence, Quote)](said: S, words: str, others: Sequence[SourceArticle]) -> Iterator[S]:
    """What is said, on each of these articles that has the passage's `words`, or the sentence's own, as a whole.

    `words`: of its one passage; "" where it has several, or they are not known. To be judged by the verifier.
    """
    part = said.evidence[0].part
    for article in others:
        passage = _whole(article, words, title=part == "title")
        if passage:
            yield replace(said, evidence=(passage,))
    if isinstance(said, Sentence) and part == "text":
        for article in others:
            passage = _whole(article, said.text, title=False)
            if passage:
                yield replace(said, evidence=(passage,), edits=())


def _whole(article: SourceArticle, words: str, *, title: bool) -> Passage | None:
    """Where the article has these words as its title, or from the beginning of a sentence to the end of one."""
    whole = article.title if title else article.text
    at = whole.find(words) if words else -1
    if at < 0 or (title and whole.strip() != words.strip()):
        return None
    span = Span(at, at + len(words))
    if not title:
        starts, ends = _bounds(whole)
        if span.start not in starts or span.end not in ends:
            return None
    return Passage(article.id, article.revision, span.start, span.end, digest_of(words), "title" if title else "text")


@lru_cache(maxsize=64)
def _bounds(text: str) -> tuple[frozenset[int], frozenset[int]]:
    found = sentences(text)
    return frozenset(span.start for span in found), frozenset(span.end for span in found)
