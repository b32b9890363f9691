"""Whether readers carry a suggestion out on their own, or a moderator must decide."""

from collections.abc import Sequence
from typing import Literal

ENOUGH = 2.0  # two people of full weight
LEAST_PEOPLE = 2  # nobody alone, whatever their weight

type Outcome = Literal["waits", "referred", "carried_out"]


def enough(agreed: Sequence[float]) -> bool:
    """Two people of full weight, or more people of the same total weight; never one alone."""
    return len(agreed) >= LEAST_PEOPLE and sum(agreed) >= ENOUGH


def outcome(agreed: Sequence[float], *, likely: bool = True, in_front: bool = False, settled: bool = False) -> Outcome:
    """What follows from the support.

    `likely`: grouping itself considers the merge or split possible. `in_front`: it concerns a story on the front page,
    where a mistake would do most harm. `settled`: a moderator shaped one of these stories by hand.
    """
    if not enough(agreed):
        return "waits"
    return "carried_out" if likely and not in_front and not settled else "referred"
