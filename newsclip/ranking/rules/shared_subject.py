"""What two clips both tell of: why their stories stand beside each other."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsclip.evidence.document import Document
from newsclip.evidence.tokens import names_number
from newsclip.evidence.visitor import TEXT, Place, texts
from newsclip.language.content_words import content_stems
from newsclip.language.names import find_names
from newsclip.language.tokens import stem, words
from newsclip.language.word_frequency import COUNTED_LANGUAGES, news_frequencies

_MOST = 4  # a reason is read at a glance
_NAMES = 20  # compared with each other; bounds the work
_RARE = 5.0  # idf: of the articles that words were counted in, one of 150 or fewer has it
_LONGEST = 20_000  # characters: bounds the work


def shared_subject(one: Document, other: Document) -> tuple[str, ...]:
    """Names that both tell, those of several words first, then rare words that one of them opens with; at most four.

    As the first clip writes them. Publishers are not what a clip tells of.
    """
    mine, theirs = _text(one), _text(other)
    publishers = {source.publisher for document in (one, other) for source in document.sources}
    there = {name.text for name in find_names(theirs, other.language)}
    both = [name.text for name in find_names(mine, one.language) if name.text in there - publishers]
    names = sorted(dict.fromkeys(both), key=lambda name: -len(name.split()))[:_NAMES]
    whole = [name for n, name in enumerate(names) if not any(name in longer for longer in names[:n])]
    if one.language[:2] not in COUNTED_LANGUAGES or other.language[:2] != one.language[:2]:
        return tuple(whole)[:_MOST]  # of other languages it is not known which words are rare
    opening = "\n".join(map(_opening, (one, other)))
    rare = _rare_words(mine, theirs, opening, without=(*names, *publishers), language=one.language[:2])
    return (*whole, *dict.fromkeys(rare))[:_MOST]


def _text(document: Document) -> str:
    return "\n".join(texts(document, TEXT | {Place.HEADLINE}))[:_LONGEST]


def _rare_words(mine: str, theirs: str, opening: str, *, without: Iterable[str], language: str) -> Iterator[str]:
    """Words that both texts have, and one of the openings, as the first text writes them."""
    found = [content_stems(text, language) for text in (mine, theirs, opening)]
    wanted = frozenset.intersection(*found) - content_stems(" ".join(without), language)
    known, told = news_frequencies(), set[str]()
    for before, word in pairwise(("", *words(mine))):
        root = stem(word, language)
        plain = root in wanted - told and word.islower() and not names_number(word)
        plain = plain and not (names_number(before) or before.isdigit())  # "6.4 metres": a measure is no subject
        if plain and known.idf(root) >= _RARE:
            told.add(root)
            yield word


def _opening(document: Document) -> str:
    return "\n".join(texts(document, {Place.HEADLINE, Place.SUMMARY}))
