"""How much of what one article has in its headline the other tells, anywhere in its text.

Two headlines on one event often share no word. But what the one is about is told in the other's text.
"""

from newsclip.stories.rules.headings import marked_numbers
from newsclip.stories.rules.vectors import Vector

_BY_CHANCE = 0.38  # of a headline's weight: what articles of one subject tell of each other's (docs/why/grouping.md)


def retold(one: Vector, other: Vector) -> float | None:
    """The larger share of either headline that the other article tells, less what chance tells.

    None if a text is too short for a marked headline. Not above 0 where the other article has none of the names in it:
    "Velland bridge closed" is not told by an article on another town's closed bridge.
    """
    if not (one.marks.title and other.marks.title):
        return None
    share, is_same = max(_told(one, other), _told(other, one))
    above = share - _BY_CHANCE
    return above if is_same else min(0.0, above)


def _told(one: Vector, other: Vector) -> tuple[float, bool]:
    """The share of the one's headline, by weight, that the other tells; whether that includes a name, if it has any."""
    numbers: list[int] = one.numbers.tolist()
    weights: dict[int, float] = dict(zip(numbers, one.weights.tolist(), strict=True))
    headline = marked_numbers(numbers, one.marks.title)
    names = headline & marked_numbers(numbers, one.marks.names)
    there = headline.intersection(other.numbers.tolist())
    share = sum(weights[number] for number in there) / sum(weights[number] for number in headline)
    return share, not names or bool(names & there)
