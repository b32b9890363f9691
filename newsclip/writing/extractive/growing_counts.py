"""How many things sank, burned or are without power: a count that grows as news comes in, so that the newest one holds.

In English, which alone reads what is counted. Of people `casualty_counts` knows more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.language.pack import is_english
from newsclip.language.quantities import Quantity
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.disagreements import given_by
from newsclip.writing.disagreements.facts import facts
from newsclip.writing.disagreements.others import of_others
from newsclip.writing.disagreements.slots import Facts, Given, agree, facts_of, has_grown


@dataclass(frozen=True, slots=True)
class Outgrown:
    """A count that a later article tells higher: of its line, with what is counted and how many."""

    line: tuple[int, int]
    key: str
    quantity: Quantity


def outgrown(readings: Sequence[Reading]) -> tuple[Outgrown, ...]:
    """The counts of older articles that a later one tells higher, hours later."""
    if len(readings) < 2 or not all(is_english(reading.language) for reading in readings):
        return ()
    given = [one for number, reading in enumerate(readings) for one in given_by(number, reading)]
    story = facts_of(given)
    found: dict[Outgrown, None] = {}
    counts = [one for one in given if one.fact.kind == "count"]
    for less in counts:
        higher = (more for more in counts if _is_higher(more, less))
        if less.fact.quantity and any(_is_of_the_same(more, less, story) for more in higher):
            found[Outgrown(less.line.key, less.fact.key, less.fact.quantity)] = None
    return tuple(found)


def _is_higher(more: Given, less: Given) -> bool:
    one, other = more.fact, less.fact
    if more.reading == less.reading or one.key != other.key or not (one.quantity and other.quantity):
        return False
    return one.quantity.middle > other.quantity.middle and not agree(one, other) and has_grown(more, less)


def _is_of_the_same(more: Given, less: Given, story: Facts) -> bool:
    """Whether it counts the same things, and neither article gives the other's number, too."""
    if not story.same_slot(more, less) or of_others(more, less, story.beside(more, less)):
        return False
    return not (story.also(more, less) or story.also(less, more))


def lines_with(found: Sequence[Outgrown], lines: Sequence[Line]) -> frozenset[int]:
    """The lines with such a count."""
    keys = {one.line for one in found}
    return frozenset(i for i, line in enumerate(lines) if line.key in keys)


def counts(title: str, found: Sequence[Outgrown]) -> bool:
    """Whether the title gives such a count."""
    said = [(fact.key, fact.quantity) for fact in facts(title, None) if fact.kind == "count"] if found else []
    return any(
        key == one.key and number is not None and number.agrees(one.quantity) for key, number in said for one in found
    )
