"""Words of one family: "collaborate" and "collaboration", "probable" and "probably"."""

from functools import lru_cache

_SHORTEST = 4  # letters of what is left without an ending
_LONGEST = 12  # letters of an ending; a word may be as long as its text


@lru_cache(maxsize=50_000)
def family(word: str, endings: frozenset[str]) -> frozenset[str]:
    """What is left of the word without one of its endings, each way; the word itself among them."""
    low = word.lower()
    found = {low}
    for length in range(1, min(_LONGEST, len(low) - _SHORTEST + 1) + 1):
        if low[-length:] in endings:
            found |= _bare(low[:-length])
    short = (one.rstrip("e") for one in found)
    return frozenset(one for one in short if len(one) >= _SHORTEST) | {low}


def _bare(word: str) -> set[str]:
    found = {word}
    if word[-1:] == "i":
        found.add(word[:-1])  # "denied"
    if len(word) > _SHORTEST - 1 and word[-1] == word[-2]:
        found.add(word[:-1])  # "stopped"
    if word.endswith("at") and len(word) > _SHORTEST + 1:
        found.add(word[:-2])  # "organisation"
    return found
