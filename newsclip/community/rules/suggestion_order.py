"""In which order suggested sources wait: nobody's many stand before what another suggests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WaitingAddress:
    """An address that an account suggests, "new" as it did; `account`: None of closed ones, which count as one."""

    address: str
    account: int | None
    newcomer: bool
    at: datetime


def in_order(waiting: Iterable[WaitingAddress]) -> list[str]:
    """Each address once: those of members first; each account's oldest before anybody's second one, and so on.

    Whoever suggests the same as a member, or as an account with few others, does not move it back.
    """
    given: dict[int | None, int] = {}
    best: dict[str, tuple[bool, int, datetime]] = {}
    for one in sorted(waiting, key=lambda one: one.at):
        turn = given.get(one.account, 0)
        given[one.account] = turn + 1
        place = (one.newcomer, turn, one.at)
        best[one.address] = min(place, best.get(one.address, place))
    return sorted(best, key=lambda address: (best[address], address))
