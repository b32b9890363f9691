"""How many things sank, burned or are without power: a count that grows as news comes in, so that the newest one holds.

In English, which alone reads what is counted. Of people `casualty_counts` knows more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsclip.language.pack import is_english
from newsclip.language.quantities import Quantity
from newsclip.writing.candidates import Line, Reading
from newsclip.writing.disagreements import given_by
from newsclip.writing.disagreements.contexts import spread
from newsclip.writing.disagreements.facts import facts
from newsclip.writing.disagreements.others import of_others
from newsclip.writing.disagreements.slots import Facts, Given, agree, has_grown
from newsclip.writing.selection import Matrix


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
    counts = [one for one in given if one.fact.kind == "count"]
    story = Facts(given, spread([one.fact.context for one in given]))
    return tuple(dict.fromkeys(_outgrown(counts, given, story)))


def _outgrown(counts: Sequence[Given], given: Sequence[Given], story: Facts) -> Iterator[Outgrown]:
    for a, b in combinations(counts, 2):
        if a.reading == b.reading or agree(a.fact, b.fact) or not has_grown(a, b) or not story.same_slot(a, b):
            continue
        beside = [one for one in given if one.line.key in {a.line.key, b.line.key}]
        if story.also(a, b) or story.also(b, a) or of_others(a, b, beside):
            continue
        less = min((a, b), key=lambda one: one.fact.quantity.middle if one.fact.quantity else 0.0)
        if less.fact.quantity:
            yield Outgrown(less.line.key, less.fact.key, less.fact.quantity)


def outdated(readings: Sequence[Reading], lines: Sequence[Line], _alike: Matrix) -> frozenset[int]:
    """The lines with such a count."""
    keys = {one.line for one in outgrown(readings)}
    return frozenset(i for i, line in enumerate(lines) if line.key in keys)


def counts(title: str, found: Sequence[Outgrown]) -> bool:
    """Whether the title gives such a count."""
    said = [(fact.key, fact.quantity) for fact in facts(title, None) if fact.kind == "count"] if found else []
    return any(
        key == one.key and number is not None and number.agrees(one.quantity) for key, number in said for one in found
    )
