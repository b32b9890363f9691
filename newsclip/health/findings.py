"""What a check finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `remedy` is empty where nothing need be done."""

    about: str
    ok: bool
    says: str
    remedy: str = ""


def good(about: str, says: str) -> Finding:
    return Finding(about, ok=True, says=says)


def bad(about: str, says: str, remedy: str) -> Finding:
    return Finding(about, ok=False, says=says, remedy=remedy)
