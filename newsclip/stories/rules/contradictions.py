"""Evidence that two articles are about different events, however many words they share.

"A bridge closed in one town" is not "a bridge closed in another". Only headline and lead count, and only if both
articles say something there: silence contradicts nothing. A fire and an election in two towns of one name share that
name, which weighs most of all their words, and nothing else. Two fires there share more, but "Newbridge, Kent" and
"Newbridge, Ohio" are two towns.
"""

from heapq import nlargest

from newsclip.stories.rules.headings import marked_numbers
from newsclip.stories.rules.vectors import Vector

TOWNS = frozenset({"place", "region"})  # two towns of one name, or what shares a town's name alone
_LEAST_TERMS = 20  # a headline shares one word with another of its event
_PLACE_NAMES = 2  # terms: two words of a name, or a town and its county
_LEAST_BESIDES = 0.05  # of the cosine; more costs roundups (docs/why/grouping.md)


def contradictions(one: Vector, other: Vector) -> list[str]:
    """In which of "names", "headline", "days", "place" and "region" two articles contradict each other.

    "names": no name in either lead occurs anywhere in the other article. "headline": the headlines share no term.
    "days": both name days of the year, and none in common.
    """
    found = []
    mine, theirs = one.numbers.tolist(), other.numbers.tolist()
    if one.marks.names and other.marks.names:
        told = marked_numbers(mine, one.marks.names) & set(theirs) or marked_numbers(theirs, other.marks.names) & set(
            mine
        )
        if not told:
            found.append("names")
    titles = one.marks.title and other.marks.title
    if titles and not marked_numbers(mine, one.marks.title) & marked_numbers(theirs, other.marks.title):
        found.append("headline")
    if one.marks.days and other.marks.days and not one.marks.days & other.marks.days:
        found.append("days")
    if _share_a_place_alone(one, other):
        found.append("place")
    if lies_elsewhere(one, other):
        found.append("region")
    return found


def lies_elsewhere(one: Vector, other: Vector) -> bool:
    """Whether both say where the town of one name lies, and neither names all of the other's region anywhere."""
    if not (one.marks.regions and other.marks.regions):
        return False
    mine, theirs = one.numbers.tolist(), other.numbers.tolist()
    town = marked_numbers(mine, one.marks.town)
    if not town or town != marked_numbers(theirs, other.marks.town):
        return False
    return not (
        marked_numbers(mine, one.marks.regions) <= set(theirs)
        or marked_numbers(theirs, other.marks.regions) <= set(mine)
    )


def _share_a_place_alone(one: Vector, other: Vector) -> bool:
    mine: list[int] = one.numbers.tolist()
    theirs: list[int] = other.numbers.tolist()
    if min(len(mine), len(theirs)) < _LEAST_TERMS:
        return False
    weights: dict[int, float] = dict(zip(theirs, other.weights.tolist(), strict=True))
    shared: dict[int, float] = {
        number: weight * weights[number]
        for number, weight in zip(mine, one.weights.tolist(), strict=True)
        if number in weights
    }
    places = shared.keys() & (marked_numbers(mine, one.marks.places) | marked_numbers(theirs, other.marks.places))
    for numbers, marks in ((mine, one.marks), (theirs, other.marks)):
        if marks.names:  # "of Comet Arnaby" is no place where the other writes of "a comet"
            places &= marked_numbers(numbers, marks.names | marks.places)
    carried = sum(nlargest(_PLACE_NAMES, (shared[number] for number in places)))
    besides = sum(shared.values()) - carried
    return bool(places) and besides < _LEAST_BESIDES
