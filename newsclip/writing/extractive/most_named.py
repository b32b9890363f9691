"""Whom and what the articles name most: readers miss them where a clip tells of "the brand" or "their candidates"."""

from collections import Counter
from collections.abc import Sequence

from newsclip.language.content_words import content_stems
from newsclip.writing.candidates import Reading

_MOST = 2  # names that a clip has to have
_OFTEN = 4  # times: what is named less may be somebody who is asked
_EARLY = 3  # in the title, or in the first such part of its article: what the news is about, not what it leads to


def most_named(readings: Sequence[Reading], language: str) -> frozenset[str]:
    """The stems of the last words of the names that stand most often, and early, in the articles: two at most."""
    times: Counter[str] = Counter()
    early: set[str] = set()
    for reading in readings:
        title = content_stems(reading.article.title, language)
        for name in reading.names:
            stems = content_stems(name.text.split()[-1], language)
            times.update(stems)
            if name.start * _EARLY <= len(reading.article.text):
                early |= stems
        early |= title & times.keys()
    often = sorted((stem for stem in early if times[stem] >= _OFTEN), key=lambda stem: (-times[stem], stem))
    return frozenset(often[:_MOST])
