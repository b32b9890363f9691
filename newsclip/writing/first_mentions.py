"""Names on a finished clip: in full where it first speaks of somebody, by the surname where it has named them.

Whether a name may be put in is for the verifier to say, who finds again whom the article means.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from newsclip.evidence.document import Articles, Document, Quote, Section, Sentence, SourceArticle
from newsclip.evidence.edits import Edit, read
from newsclip.evidence.visitor import TextTransformer, below_heading, map_sentences
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
    """Goes through summary and text in their order."""

    def __init__(self, document: Document, known: Articles, stands: Callable[[Sentence], bool]) -> None:
        self._language, self._known, self._stands = document.language, known, stands
        self._read = f"{document.headline.text}\n"
        self._headings = {said: one.heading.text for one in document.sections for said in _first(one) if one.heading}

    def quote(self, quote: Quote) -> Quote:
        self._read += f"{quote.speaker or ''}.\n"
        return quote

    def sentence(self, sentence: Sentence) -> Sentence:
        self._read += f"{self._headings.get(sentence, '')}\n"
        made = self._named(sentence)
        self._read += f"{made.text}\n"
        return made

    def _named(self, sentence: Sentence) -> Sentence:
        first = sentence.evidence[0]
        own = self._known[first.article, first.revision]
        for name, article in self._introduced(own):
            surname = name.text.rsplit(maxsplit=1)[-1]
            if surname not in sentence.text:
                continue
            made = self._shortly(sentence, name.text, surname, own.text)
            if made is None and not _is_named(surname, f"{self._read}{sentence.text}"):
                made = _put(sentence, Edit(surname, name.text), article, name)
            if made and self._stands(made):
                sentence = made
        return sentence

    def _introduced(self, own: SourceArticle) -> Iterator[tuple[Name, SourceArticle]]:
        """Whom the story's articles name in full, the sentence's own article first."""
        for article in (own, *(one for one in self._known.values() if one is not own)):
            yield from ((name, article) for name in _people(article.text, self._language))

    def _shortly(self, sentence: Sentence, name: str, surname: str, own: str) -> Sentence | None:
        """The sentence with the surname alone, where the name took a pronoun's place and the clip has given it.

        Only as its article `own` does: of "Heng Cheng Hock" the last word is none.
        """
        put_in = next((edit for edit in read(sentence.edits) if edit.new == name and not edit.completes), None)
        if put_in is None or name not in self._read or all(before[:1].isupper() for before in _before(surname, own)):
            return None
        edits = tuple(str(Edit(put_in.old, surname)) if one == str(put_in) else one for one in sentence.edits)
        return replace(sentence, text=sentence.text.replace(name, surname, 1), edits=edits)


def _first(section: Section) -> list[Sentence | Quote]:
    return [said for _, said in below_heading(section)][:1]


def _is_named(surname: str, text: str) -> bool:
    """Whether the text says whose surname it is: behind a given name or a title."""
    return any(before[:1].isupper() for before in _before(surname, text))


def _before(surname: str, text: str) -> list[str]:
    """The word before each mention of the surname, "" where a sentence begins with it."""
    words = text.split()
    bare = (word.partition("’")[0].partition("'")[0].strip(".,;:!?") for word in words)
    found = [before for before, word in zip(["", *words], bare, strict=False) if word == surname]
    return [before if len(before) < _ABBREVIATED or before[-1] not in ".,;:!?" else "" for before in found]


def _put(sentence: Sentence, edit: Edit, article: SourceArticle, name: Name) -> Sentence:
    text = sentence.text.replace(edit.old, edit.new, 1)
    there = passage(article, Span(name.start, name.end))
    return Sentence(text, (*sentence.evidence, there), (*sentence.edits, str(edit)))


@lru_cache(maxsize=64)
def _people(text: str, language: str) -> tuple[Name, ...]:
    """Those whom the text names in full, each once."""
    found = {name.text: name for name in reversed(persons.possible(find_names(text, language), 0, len(text)))}
    return tuple(name for name in reversed(found.values()) if " " in name.text)
