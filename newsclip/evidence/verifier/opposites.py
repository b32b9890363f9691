"""English words that say the contrary of each other."""

from newsclip.language.pack import english
from newsclip.language.verifier_tables.values import ClaimWords

_CLAIMS = english(ClaimWords)


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in _CLAIMS.opposites:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _table()
