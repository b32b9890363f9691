"""How much of what one article has in its headline the other tells, anywhere in its text.

Two headlines on one event often share no word. But what the one is about is told in the other's text.
"""

from collections.abc import Sequence

from newsclip.stories.rules.contradictions import TOWNS
from newsclip.stories.rules.vectors import Vector

_BY_CHANCE = 0.38  # of a headline's weight: what articles of one subject tell of each other's (docs/why/grouping.md)
_LEAST_TERMS = 3  # of a headline: "Police" is told by every text with that word


def retold(one: Vector, other: Vector, contradicted: Sequence[str] = ()) -> float | None:
    """The larger share of either headline that the other article tells, less what chance tells.

    None if a text is too short for a marked headline, if both headlines are too short, or if the articles contradict
    each other in place or region (`contradicted`, see rules.contradictions). Not above 0 where the other article has
    none of the names in it: "Velland bridge closed" is not told by an article on another town's closed bridge.
    """
    if not (one.marks.title and other.marks.title) or TOWNS.intersection(contradicted):
        return None
    pairs = ((one, other), (other, one))
    shares = [_told(told, by) for told, by in pairs if told.marks.title.bit_count() >= _LEAST_TERMS]
    if not shares:
        return None
    share, is_same = max(shares)
    above = share - _BY_CHANCE
    return above if is_same else min(0.0, above)


def _told(one: Vector, by: Vector) -> tuple[float, bool]:
    """The share of the one's headline, by weight, that the other tells; whether that includes a name, if it has any."""
    title, names, weights = one.marks.title, one.marks.title & one.marks.names, one.weights.tolist()
    numbers, there = one.numbers.tolist(), set(by.numbers.tolist())
    headline = [place for place in range(title.bit_length()) if title >> place & 1]
    told = [place for place in headline if numbers[place] in there]
    share = sum(weights[place] for place in told) / sum(weights[place] for place in headline)
    return share, not names or any(names >> place & 1 for place in told)
