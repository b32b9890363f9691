"""The results of checks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check; `remedy` is empty if there is nothing to do."""

    about: str
    ok: bool
    says: str
    remedy: str = ""


def good(about: str, says: str) -> Finding:
    return Finding(about, ok=True, says=says)


def bad(about: str, says: str, remedy: str) -> Finding:
    return Finding(about, ok=False, says=says, remedy=remedy)
