"""What news may take from a page of opinion: only what it says that somebody else said.

A column, an editorial, a review or a letter holds its writer's views. Printed in news without his name they would be
the site's.
"""

from collections.abc import Sequence

from newsclip.language.names import find_names
from newsclip.language.section_types import fitting_type
from newsclip.language.unspaced import count_words
from newsclip.writing import cleaning
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.judgements import judges
from newsclip.writing.page_kinds import OPINION
from newsclip.writing.sentence_patterns import tells_voices

_SAID = ("name_says", "what_police_say")  # tests that ask for the speaker's name beside a verb of saying
_BEHIND = 10  # words of a clause that only says who said it: ", the chair of the council, Ada Holm, said"


def lines_of_opinion(readings: Sequence[Reading], lines: Sequence[Line]) -> frozenset[int]:
    """The lines of opinion pages, where another page of the story is news."""
    if all(reading.kind != "news" for reading in readings):
        return frozenset()
    return frozenset(i for i, line in enumerate(lines) if readings[line.article].kind in OPINION)


def lines_of_views(readings: Sequence[Reading], lines: Sequence[Line]) -> frozenset[int]:
    """The lines of news that judge where nobody is named as judging ("are a testament to"): the site's view otherwise.

    What consists of views alone is told as its publisher's (`writing.attribution`).
    """
    if all(reading.kind != "news" for reading in readings):
        return frozenset()
    english = [tells_voices(reading.language) for reading in readings]
    return frozenset(i for i, line in enumerate(lines) if english[line.article] and judges(line.told.text))


def names_speaker(text: str, language: str) -> bool:
    """Whether the sentence says which person or body said this."""
    if any(fitting_type(kind, [text], language) for kind in _SAID):
        return True
    outside = cleaning.outside_quotes(text)
    _, comma, behind = outside.rpartition(",")
    return bool(comma or outside != text) and count_words(behind) <= _BEHIND and _says_who(behind, language)


def _says_who(clause: str, language: str) -> bool:
    return cleaning.attributed(clause, language) and bool(find_names(clause, language))
