"""How much of what one article has in its headline the other tells, anywhere in its text.

Two headlines on one event often share no word. But what the one is about is told in the other's text.
"""

from newsclip.stories.rules.vectors import Vector

_BY_CHANCE = 0.38  # of a headline's weight: what articles of one subject tell of each other's (docs/why/grouping.md)


def retold(one: Vector, other: Vector) -> float | None:
    """The larger share of either headline that the other article tells, less what chance tells.

    None if a text is too short for a marked headline. Not above 0 where the other article has none of the names in it:
    "Velland bridge closed" is not told by an article on another town's closed bridge.
    """
    if not (one.marks.title and other.marks.title):
        return None
    mine, theirs = one.numbers.tolist(), other.numbers.tolist()
    share, is_same = max(_told(one, mine, set(theirs)), _told(other, theirs, set(mine)))
    above = share - _BY_CHANCE
    return above if is_same else min(0.0, above)


def _told(one: Vector, numbers: list[int], there: set[int]) -> tuple[float, bool]:
    """The share of the one's headline, by weight, that is `there`; whether that includes a name, if it has any."""
    title, names, weights = one.marks.title, one.marks.title & one.marks.names, one.weights.tolist()
    headline = [place for place in range(title.bit_length()) if title >> place & 1]
    told = [place for place in headline if numbers[place] in there]
    share = sum(weights[place] for place in told) / sum(weights[place] for place in headline)
    return share, not names or any(names >> place & 1 for place in told)
