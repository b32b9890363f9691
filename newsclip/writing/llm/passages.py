"""The numbered passages that a language model is given, and nothing besides: publishable lines, first lines first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from newsclip.evidence.document import SourceArticle
from newsclip.writing.candidates import Line, Reading, read
from newsclip.writing.ports import Judge


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line under the number by which the model names it, and the reading it is from."""

    number: int
    line: Line
    reading: Reading


def number(articles: Sequence[SourceArticle], language: str, size: int, judge: Judge) -> dict[int, Numbered]:
    """Lines of all articles up to `size` characters in all, an even share of each, in reading order from 1."""
    readings = read(articles, language, judge)
    room, chosen = size, set()
    for row in zip_longest(*(reading.lines for reading in readings)):
        for line in row:
            if line is not None and len(line.told.text) <= room:
                chosen.add(line.key)
                room -= len(line.told.text)
    rows = [(line, reading) for reading in readings for line in reading.lines if line.key in chosen]
    return {place: Numbered(place, line, reading) for place, (line, reading) in enumerate(rows, 1)}
