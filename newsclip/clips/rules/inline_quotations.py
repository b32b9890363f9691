"""Quotations that stand within the sentences of a clip, each with who says it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from newsclip.evidence.article_language import language_of_article
from newsclip.evidence.document import Document, Quote, Sentence, SourceArticle
from newsclip.evidence.verifier.quotations import speaker_fault
from newsclip.evidence.visitor import Place, visit
from newsclip.kernel.spans import Passage, digest_of
from newsclip.language.names import find_names
from newsclip.language.quotation_marks import OPENING, plain
from newsclip.language.quotations import FoundQuote, find_quotes

_PLACES = frozenset({Place.SUMMARY, Place.PARAGRAPH, Place.BULLET, Place.TIMELINE})
_FEWEST_WORDS = 4  # fewer are a word that is quoted, not something that was said
_MOST = 40
_MAY_OPEN = OPENING | {"‘"}  # an apostrophe, too: which of these quote is told by `find_quotes`


def inline_quotations(document: Document, sources: Callable[[], Sequence[SourceArticle]]) -> list[Quote]:
    """What the sentences of the text quote, whole and closed, where the article gives it to somebody by name.

    The rules of the writer tell who says it, and those of the verifier agree. At most 40. `sources`: what the document
    cites, asked for where a sentence has quotation marks.
    """
    quoting = [(passage, text) for passage, text in _passages(document) if _MAY_OPEN.intersection(text)]
    known = {(one.id, one.revision): one for one in sources()} if quoting else {}
    cited = dict.fromkeys((passage.article, passage.revision) for passage, _ in quoting)
    read = {key: find_quotes(known[key].text, language_of_article(known[key])) for key in cited if key in known}
    found: dict[str, Quote] = {}
    for passage, text in quoting:
        key = passage.article, passage.revision
        if key not in known or digest_of(known[key].text[passage.start : passage.end]) != passage.digest:
            continue
        for one in _within(passage, text, read[key]):
            quote = _given(one, passage, known[key]) if len(found) < _MOST and one.text not in found else None
            if quote:
                found[quote.text] = quote
    return list(found.values())


def _passages(document: Document) -> Iterator[tuple[Passage, str]]:
    """What sentences of the text rest on, each with its sentence."""
    for place, said in visit(document):
        if place in _PLACES and isinstance(said, Sentence):
            yield from ((passage, said.text) for passage in said.evidence if passage.part == "text")


def _within(passage: Passage, sentence: str, quotes: Iterable[FoundQuote]) -> Iterator[FoundQuote]:
    """Those quotations of the passage that the sentence has word for word."""
    words = plain(sentence)
    for one in quotes:
        inside = passage.start <= one.start and one.end <= passage.end and plain(one.text) in words
        if inside and one.closed and len(one.text.split()) >= _FEWEST_WORDS:
            yield one


def _given(one: FoundQuote, passage: Passage, article: SourceArticle) -> Quote | None:
    """The quotation, where the article gives it to the speaker; None where it does not."""
    if not one.speaker or not one.reliable:
        return None
    quote = Quote(one.text, one.speaker, (passage,), one.role)
    if speaker_fault(quote, article) is None:
        return quote
    bare = replace(quote, role=None)  # whose role stands beside the name in full is not looked at
    return bare if _is_called_by_first_name(one.speaker, bare, article) else None


def _is_called_by_first_name(speaker: str, quote: Quote, article: SourceArticle) -> bool:
    """Whether it gives it to the first word of this full name, which begins no other name in it: “said Ivy”."""
    given = speaker.partition(" ")[0]
    if given == speaker or speaker_fault(replace(quote, speaker=given), article) is not None:
        return False
    names = {name.text for name in find_names(article.text, language_of_article(article))}
    return {name for name in names if name.startswith(f"{given} ")} == {speaker}
