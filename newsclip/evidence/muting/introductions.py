"""Whether a clip still tells what one of its sentences takes for known: "the caller", "Holm", "HPA".

Each must have been brought in by its article, so that the clip had to bring it in, too. What another article calls "the
driver" may be somebody else: its sentence brings him in only if one of this article tells the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Articles, Quote, Sentence
from newsclip.language import definite_nouns, quotation_marks
from newsclip.language.content_words import content_stems, same_fact
from newsclip.language.names import find_names
from newsclip.language.short_names import ShortNames, short_names
from newsclip.language.tokens import sentences

type Said = Sentence | Quote


@dataclass(frozen=True, slots=True)
class _Context:
    """The part of an article before a sentence of it, and how it brings in whom and what it speaks of."""

    id: str
    language: str
    before: str
    short: ShortNames
    named: frozenset[str]


def lost(sentence: Sentence, was: Sequence[Said], above: Sequence[Said], articles: Articles) -> frozenset[str]:
    """What the sentence takes for known, and nothing `above` brings in.

    A short name with which its article opens (its readers know it) is lost only if something that stood above the
    sentence (`was`) told it in full.
    """
    context = _context(sentence, articles)
    if context is None:
        return frozenset()
    own, short = quotation_marks.outside(sentence.text), context.short
    nouns = definite_nouns.known_nouns(own, context.before, context.named, context.language, context.language)
    names = short.used(own) & short.brought_in(context.before)
    familiar = replace(short, known=frozenset()).used(own) & short.brought_in(_joined(was))
    return (nouns - _nouns(context, nouns, above)) | ((names | familiar) - short.brought_in(_joined(above)))


def _context(sentence: Sentence, articles: Articles) -> _Context | None:
    first = sentence.evidence[0]
    article = articles.get((first.article, first.revision))
    if article is None or first.part == "title":
        return None
    language = language_of_article(article)
    short, named = _names(article.title, article.text, language)
    return _Context(article.id, language, article.text[: first.start], short, named)


@lru_cache(maxsize=64)
def _names(title: str, text: str, language: str) -> tuple[ShortNames, frozenset[str]]:
    """The short names of an article, and the words of all of its names."""
    names = find_names(text, language)
    first = next(iter(sentences(text)), None)
    short = short_names(title, text, text[: first.end] if first else "", names, language)
    return short, frozenset(part for name in names for part in name.text.split())


def _nouns(context: _Context, nouns: frozenset[str], said: Sequence[Said]) -> frozenset[str]:
    """Those of the nouns that one of these brings in."""
    found: set[str] = set()
    for one in said if nouns else ():
        stems = content_stems(_words(one), context.language)
        own = any(passage.article == context.id for passage in one.evidence)
        found |= {noun for noun in nouns & stems if own or _tells_alike(context, noun, stems)}
    return frozenset(found)


def _tells_alike(context: _Context, noun: str, stems: frozenset[str]) -> bool:
    """Whether one of the article's own sentences with this noun tells what a sentence with these stems tells."""
    own = (content_stems(span.of(context.before), context.language) for span in sentences(context.before))
    return any(noun in line and same_fact(line, stems) for line in own)


def _joined(said: Sequence[Said]) -> str:
    return "\n".join(map(_words, said))


def _words(said: Said) -> str:
    return " ".join(filter(None, (said.text, said.speaker, said.role))) if isinstance(said, Quote) else said.text
