"""What keeps a part from working, said to an operator."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps something from working, and what an operator may do about it."""

    says: str
    remedy: str
