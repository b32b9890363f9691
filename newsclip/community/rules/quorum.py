"""Whether readers carry a suggestion out by themselves, or a moderator is to decide."""

from typing import Literal

from newsclip.community.ports import Agreed

ENOUGH = 2.0
LEAST_PEOPLE = 2

type Outcome = Literal["waits", "referred", "carried_out"]


def enough(agreed: Agreed) -> bool:
    """Two people of full weight, or more who weigh as much together; never one alone."""
    return len(agreed.weights) >= LEAST_PEOPLE and sum(agreed.weights) >= ENOUGH


def outcome(agreed: Agreed, *, likely: bool = True, in_front: bool = False, settled: bool = False) -> Outcome:
    """What comes of those who agree.

    `likely`: whether grouping itself holds the merge or the split possible. `in_front`: whether it is of a story of the
    front page, where a wrong one would do most. `settled`: whether a moderator shaped one of these stories by hand.
    """
    if not enough(agreed):
        return "waits"
    return "carried_out" if likely and not in_front and not settled else "referred"
