"""Of a live blog only the newest entries tell how things stand now."""

from collections.abc import Sequence

_FEW, _LEAST = 8, 3  # entries
_LONG = 4_000  # characters


def places_of(entries: Sequence[str], text: str) -> list[int]:
    """Where these entries begin in the text, in order; one that is not in it is left out."""
    found, last = [], 0
    for entry in entries:
        place = text.find(entry, last)
        if place >= 0:
            found.append(place)
            last = place + len(entry)
    return found


def newest_entries(text: str, places: Sequence[int] | None) -> str:
    """The text up to the end of its newest entries, which come first; all of it where it has few entries, or none.

    Offsets into it are offsets into the text. `places`: where its entries begin.
    """
    ends = [*(places or ())[1:], len(text)]
    kept = max((number for number, end in enumerate(ends, 1) if number <= _FEW and end <= _LONG), default=0)
    return text[: ends[min(max(kept, _LEAST), len(ends)) - 1]].rstrip()
