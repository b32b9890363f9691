"""What speaks against two tellings being of one event, however many words they share.

"A bridge closed in one town" is not "a bridge closed in another". Only what both say at their head counts, and only
where both say something: silence contradicts nothing.
"""

import numpy as np

from newsclip.stories.rules.vectors import Numbers, Vector


def contradictions(one: Vector, other: Vector) -> list[str]:
    """Of "names", "headline", "days", those in which two tellings contradict each other.

    "names": no name that either has in its lead is anywhere in the other. "headline": their headlines share no term.
    "days": both name days of the year, and none in common.
    """
    found = []
    if one.marks.names and other.marks.names and not (_meet(one, other) or _meet(other, one)):
        found.append("names")
    if one.marks.title and other.marks.title:
        shared = np.isin(_marked(one, one.marks.title), _marked(other, other.marks.title))
        if not shared.any():
            found.append("headline")
    if one.marks.days and other.marks.days and not one.marks.days & other.marks.days:
        found.append("days")
    return found


def _meet(one: Vector, other: Vector) -> bool:
    return bool(np.isin(_marked(one, one.marks.names), other.numbers).any())


def _marked(vector: Vector, bits: int) -> Numbers:
    """The numbers of the terms whose bits are set."""
    return vector.numbers[[place for place in range(len(vector.numbers)) if bits >> place & 1]]
