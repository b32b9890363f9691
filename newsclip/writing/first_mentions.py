"""Names on a finished clip: in full where it first speaks of somebody, by the surname where it has named them.

Whether a name may be put in is for the verifier to say, who finds again whom the article means.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from newsclip.evidence.document import Articles, Document, Quote, Sentence, SourceArticle
from newsclip.evidence.edits import Edit, read
from newsclip.evidence.visitor import Place, TextTransformer, below_heading, map_sentences
from newsclip.kernel.spans import Span
from newsclip.language import persons
from newsclip.language.names import Name, find_names
from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.writing.candidates import passage

_ABBREVIATED = 5  # characters with the full stop: "Sen.", but no end of a sentence


def name_in_full(document: Document, known: Articles, stands: Callable[[Sentence], bool]) -> Document:
    """The clip with each first surname of its text given in full. `stands`: whether the verifier would let one pass."""
    if document.language not in TAGGED_LANGUAGES:
        return document
    return map_sentences(document, _Naming(document, known, stands)) or document


class _Naming(TextTransformer):
    """Goes through summary and text in their order, and knows whom they have named."""

    def __init__(self, document: Document, known: Articles, stands: Callable[[Sentence], bool]) -> None:
        self._language, self._known, self._stands = document.language, known, stands
        texts = (article.text for article in known.values())
        self._people = {name.text for text in texts for name in people_in_full(text, self._language)}
        self._in_full: set[str] = set()
        self._surnames: set[str] = set()
        self._headings = _headings_above(document)
        self._tell(document.headline.text)

    def quote(self, quote: Quote) -> Quote:
        self._tell(quote.speaker or "")
        return quote

    def sentence(self, sentence: Sentence) -> Sentence:
        self._tell(next(self._headings))
        made = self._named(sentence)
        self._tell(made.text)
        return made

    def _tell(self, text: str) -> None:
        """Notes whom these words of the clip name: the next ones need only the surname."""
        self._surnames |= _introduced_in(text)
        self._in_full.update(name for name in self._people if name in text)

    def _named(self, sentence: Sentence) -> Sentence:
        first = sentence.evidence[0]
        own = self._known[first.article, first.revision]
        for name, article in self._introduced(own):
            surname = name.text.rsplit(maxsplit=1)[-1]
            if surname not in sentence.text:
                continue
            made = self._shortly(sentence, name.text, surname, own.text)
            introduced = self._surnames | _introduced_in(sentence.text)
            if made is None and surname not in introduced and not _is_cited(surname, sentence):
                made = _put(sentence, Edit(surname, name.text), article, name)
            if made and self._stands(made):
                sentence = made
        return sentence

    def _introduced(self, own: SourceArticle) -> Iterator[tuple[Name, SourceArticle]]:
        """Whom the story's articles name in full, the sentence's own article first."""
        for article in (own, *(one for one in self._known.values() if one is not own)):
            yield from ((name, article) for name in people_in_full(article.text, self._language))

    def _shortly(self, sentence: Sentence, name: str, surname: str, own: str) -> Sentence | None:
        """The sentence with the surname alone, where the name took a pronoun's place and the clip has given it.

        Only as its article `own` does: of "Heng Cheng Hock" the last word is none.
        """
        put_in = next((edit for edit in read(sentence.edits) if edit.new == name and not edit.completes), None)
        if put_in is None or name not in self._in_full or all(before[:1].isupper() for before in _before(surname, own)):
            return None
        edits = tuple(str(Edit(put_in.old, surname)) if one == str(put_in) else one for one in sentence.edits)
        return replace(sentence, text=sentence.text.replace(name, surname, 1), edits=edits)


def _headings_above(document: Document) -> Iterator[str]:
    """For each sentence of summary and paragraphs the heading that is read before it, "" for none."""
    yield from ("" for _ in document.summary)
    for section in document.sections:
        above = section.heading.text if section.heading else ""
        for place, _ in below_heading(section):
            if place is Place.PARAGRAPH:
                yield above
                above = ""


def _introduced_in(text: str) -> set[str]:
    """The words that may be surnames: each stands behind a given name or a title."""
    return {word for before, word in _pairs(text) if before[:1].isupper()}


def _is_cited(surname: str, sentence: Sentence) -> bool:
    """Whether a small abbreviation stands before it: "Orlo Port v. Holm" is what a case is called."""
    return any(before.endswith(".") and before.islower() for before in _before(surname, sentence.text))


def _before(surname: str, text: str) -> list[str]:
    """The word before each mention of the surname, "" where a sentence begins with it."""
    return [before for before, word in _pairs(text) if word == surname]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each word without its marks and genitive, behind the word before it: "" where a sentence begins."""
    before = ""
    for word in text.split():
        bare = word.partition("’")[0].partition("'")[0].strip(".,;:!?")
        yield (before if len(before) < _ABBREVIATED or before[-1] not in ".,;:!?" else ""), bare
        before = word


def _put(sentence: Sentence, edit: Edit, article: SourceArticle, name: Name) -> Sentence:
    text = sentence.text.replace(edit.old, edit.new, 1)
    there = passage(article, Span(name.start, name.end))
    return Sentence(text, (*sentence.evidence, there), (*sentence.edits, str(edit)))


@lru_cache(maxsize=64)
def people_in_full(text: str, language: str) -> tuple[Name, ...]:
    """Those whom the text names in full, each once."""
    found = {name.text: name for name in reversed(persons.possible(find_names(text, language), 0, len(text)))}
    return tuple(name for name in reversed(found.values()) if " " in name.text)
