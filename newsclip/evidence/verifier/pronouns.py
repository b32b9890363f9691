"""The words of a language that mean somebody or something named before, from its pack; see `PronounWords`."""

from dataclasses import dataclass, fields
from functools import cache

from newsclip.language.pack import pack


@dataclass(frozen=True, slots=True)
class Pronouns:
    """A table of the pack, with empty lists for what is unsupported."""

    persons: frozenset[str]
    others: frozenset[str]
    may_be_empty: frozenset[str]
    empty: frozenset[str]
    expletive: frozenset[str]
    perhaps: frozenset[str]
    then: frozenset[str]
    the: frozenset[str]
    its: frozenset[str]
    subordinators: frozenset[str]
    articles: frozenset[str]
    adjective_ends: frozenset[str]


@cache
def pronouns_of(language: str) -> Pronouns | None:
    """The pronouns of a language (ISO 639-1); None where they are not known."""
    known = pack(language).pronouns
    if known is None:
        return None
    return Pronouns(**{one.name: getattr(known, one.name) or frozenset() for one in fields(Pronouns)})
