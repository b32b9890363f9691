"""Sentences that tell whoever retells a page what a retelling has to hold: addressed to nobody, meant for all.

News tells what happened to this summary or that reader. Such a sentence speaks of any summary and of every reader, and
judges what they say or leave out: a duty ("it is essential that every reader mentions"), a verdict ("a summary without
it is wrong"), a place in the text ("belongs in the first line").
"""

import re
from functools import cache

from newsclip.writing.prompt_injection.instruction_words import any_of, instruction_words

# Marks before its first word are read once, not by each shape: a run of them would take each shape the square of it.
_MARKS_BEFORE = re.compile(r"\W*")
# A word that nobody says, alone in its sentence: letters, then hexadecimal digits, by which an answer is known.
_MARK = re.compile(r"^(?=\S{0,64}\d\S{0,64}\d)[A-Za-z]{3,20}[-_][0-9A-Fa-f]{4,40}\W*$")


@cache
def retelling_patterns() -> tuple[re.Pattern[str], ...]:
    """One by one: most of a page is news, on which each stops early."""
    return tuple(re.compile(any_of([shape]), re.IGNORECASE) for shape in instruction_words().retelling)


def to_whoever_retells(text: str) -> bool:
    """Whether the sentence says of every retelling what it has to say."""
    text = text[_MARKS_BEFORE.match(text).end() :]  # type: ignore[union-attr] # it always matches
    return any(shape.search(text) for shape in retelling_patterns()) or bool(_MARK.match(text))
