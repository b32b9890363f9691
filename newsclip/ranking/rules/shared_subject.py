"""What two clips both tell of: why their stories stand beside each other."""

from collections.abc import Iterator

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
    return (*whole, *dict.fromkeys(_rare_words(one, other, " ".join((*names, *publishers)))))[:_MOST]


def _text(document: Document) -> str:
    return "\n".join(texts(document, TEXT | {Place.HEADLINE}))[:_LONGEST]


def _rare_words(one: Document, other: Document, named: str) -> Iterator[str]:
    """In the first clip's form. English only: of other languages it is not known which words are rare."""
    language = one.language[:2]
    if language not in COUNTED_LANGUAGES or other.language[:2] != language:
        return
    known, without = news_frequencies(), content_stems(named, language)
    mine, theirs = content_stems(_text(one), language), content_stems(_text(other), language)
    opening = content_stems(_opening(one), language) | content_stems(_opening(other), language)
    wanted = (mine & theirs & opening) - without
    for word in words(_text(one)):
        root = stem(word, language)
        if root in wanted and word.islower() and not names_number(word) and known.idf(root) >= _RARE:
            wanted -= {root}
            yield word


def _opening(document: Document) -> str:
    return "\n".join(texts(document, {Place.HEADLINE, Place.SUMMARY}))
