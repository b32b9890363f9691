"""Where an article may be told anew, in languages of which too little is known to say what a sentence needs.

There it is told as it stands: from its beginning, or from below a subheading, sentence by sentence. What is cut out of
the middle leans on what nobody can tell from its words: in German a subject of two sentences before, in Spanish one
that the verb alone has.
"""

import re
from collections.abc import Set

from newsclip.language.pos_tagger import TAGGED_LANGUAGES
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.extractive.material import Material

_PLACE_ON_TOP = re.compile(r"[^\W\d_a-z][\w-]{2,30}(?: [^\W\d_a-z][\w-]{2,30})?\.")
_LONGEST = 10  # sentences of a paragraph; a text of longer ones has lost its lines


def told_as_it_stands(reading: Reading) -> bool:
    """Whether the article is in a language without a tagger."""
    return reading.language[:2] not in TAGGED_LANGUAGES


def begins_paragraph(line: Line, reading: Reading) -> bool:
    """Whether nothing stands before the line in its paragraph; any may, where the text has lost its lines.

    The place at the top of an article is nothing: "Orlo. | Ein Sturm hat".
    """
    before = reading.article.text[: line.span.start]
    if _PLACE_ON_TOP.fullmatch(before.lstrip().rstrip(" ")):
        return True
    several = len({other.paragraph for other in reading.lines}) * _LONGEST >= len(reading.lines)
    return not several or not before.rpartition("\n")[2].strip()


def part_of(material: Material, i: int) -> tuple[int, int]:
    """The line's article, and how many of its subheadings stand before the line."""
    line = material.lines[i]
    return line.article, sum(span.end <= line.span.start for span in material.readings[line.article].subheadings)


def openings(material: Material) -> frozenset[int]:
    """The lines right below a subheading: each may be told, with the line behind it, though none before it is."""
    found: set[int] = set()
    for i, line in enumerate(material.lines):
        reading = material.readings[line.article]
        before = reading.article.text[: line.span.start].rstrip()
        if told_as_it_stands(reading) and any(len(before) == span.end for span in reading.subheadings):
            found.add(i)
    return frozenset(found)


def onward(material: Material, opening: Set[int]) -> frozenset[int]:
    """The lines of such languages that are told only where nothing is left out before them."""
    lines = enumerate(material.lines)
    return frozenset(i for i, line in lines if i not in opening and told_as_it_stands(material.readings[line.article]))
