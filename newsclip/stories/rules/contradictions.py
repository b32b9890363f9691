"""Evidence that two articles are about different events, however many words they share.

"A bridge closed in one town" is not "a bridge closed in another". Only headline and lead count, and only if both
articles say something there: silence contradicts nothing.
"""

from collections.abc import Sequence

from newsclip.stories.rules.vectors import Vector


def contradictions(one: Vector, other: Vector) -> list[str]:
    """In which of "names", "headline" and "days" two articles contradict each other.

    "names": no name in either lead occurs anywhere in the other article. "headline": the headlines share no term.
    "days": both name days of the year, and none in common.
    """
    found = []
    mine, theirs = one.numbers.tolist(), other.numbers.tolist()
    if one.marks.names and other.marks.names:
        told = _marked(mine, one.marks.names) & set(theirs) or _marked(theirs, other.marks.names) & set(mine)
        if not told:
            found.append("names")
    titles = one.marks.title and other.marks.title
    if titles and not _marked(mine, one.marks.title) & _marked(theirs, other.marks.title):
        found.append("headline")
    if one.marks.days and other.marks.days and not one.marks.days & other.marks.days:
        found.append("days")
    return found


def _marked(numbers: Sequence[int], bits: int) -> set[int]:
    """The numbers of the terms whose bits are set."""
    found = set()
    while bits:
        found.add(numbers[(bits & -bits).bit_length() - 1])
        bits &= bits - 1
    return found
