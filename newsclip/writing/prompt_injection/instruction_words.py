"""The English words of instructions, and what is done to a text among them.

English alone: a tagger tells its imperatives. What is done to a text is a closed class: which of it an attacker takes
does not matter.
"""

from collections.abc import Iterable
from functools import cache

from newsclip.language.pack import english
from newsclip.language.pattern_parts import joined
from newsclip.language.writer_tables import InstructionWords


@cache
def instruction_words() -> InstructionWords:
    return english(InstructionWords)


@cache
def text_verbs() -> frozenset[str]:
    """To make or change a text, or to take or not to take account of one."""
    return frozenset(instruction_words().parts["text_verb"])


@cache
def advice() -> frozenset[str]:
    """To send a reader somewhere or tell them how to live, and the publisher's own business."""
    return frozenset(instruction_words().parts["advice"])


def any_of(patterns: Iterable[str]) -> str:
    """The alternatives as one pattern, their parts put in."""
    return joined(patterns, instruction_words().parts)
