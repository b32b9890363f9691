"""The shape in which each language's words are written down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Alternatives of regular expressions, matched as whole words without regard to case; see `foreign.Cues`.

    `titles`: what stands before a person's name.
    """

    function: frozenset[str]
    leans: tuple[str, ...]
    connectives: tuple[str, ...]
    pleas: tuple[str, ...]
    mine: tuple[str, ...]
    says: tuple[str, ...]
    pronouns: tuple[str, ...]
    ahead: tuple[str, ...]
    state: tuple[str, ...]
    past: tuple[str, ...]


def word_set(lines: str) -> frozenset[str]:
    """The words of these lines."""
    return frozenset(lines.split())
