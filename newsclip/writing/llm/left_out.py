"""Which words of a passage a sentence leaves out."""

from collections.abc import Sequence

from newsclip.evidence.tokens import TOKEN


def left_out(text: str, passage: str) -> tuple[str, ...] | None:
    """The words of each gap as they stand in the passage; () where it is whole, None where it is not of its words."""
    found = list(TOKEN.finditer(passage))
    places = _places([m.group().lower() for m in TOKEN.finditer(text)], [m.group().lower() for m in found])
    if places is None:
        return None
    ends = zip([-1, *places], [*places, len(found)], strict=True)
    return tuple(passage[found[a + 1].start() : found[b - 1].end()] for a, b in ends if b > a + 1)


def _places(wanted: Sequence[str], held: Sequence[str]) -> list[int] | None:
    """Where the wanted words stand: in a row, else in their order, the last as far behind as can be."""
    size = len(wanted)
    for start in range(len(held) - size + 1):
        if held[start : start + size] == wanted:
            return list(range(start, start + size))
    places, at = list[int](), len(held)
    for word in reversed(wanted):
        at = next((place for place in range(at - 1, -1, -1) if held[place] == word), -1)
        if at < 0:
            return None
        places.append(at)
    return places[::-1]
