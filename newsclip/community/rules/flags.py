"""Which matters moderators see first: by the weight of who flagged them, and some of the others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

# How many open flags of an account count in full; with more of them each counts for less.
OF_A_NEWCOMER, OF_A_MEMBER = 1, 5
# One in so many places is for matters that nobody of weight flagged.
_SHARE = 5


type Matter = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Raised:
    """An open flag on a matter, a kind and a key. `account` None: a rule raised it."""

    matter: Matter
    account: int | None
    weight: float
    at: datetime
    newcomer: bool = False


def in_order(raised: Iterable[Raised], *, limit: int, page: int = 1) -> list[Matter]:
    """The matters of a page, `limit` at most: of those of no page before the weightiest, then the longest waiting.

    Each account's weight is shared among all that it flags, so that to flag everything is to flag nothing. A fifth of
    the places goes to what those flagged who flag least, whatever they weigh: newcomers are heard, too.
    """
    flags = list(raised)
    open_of = Counter(one.account for one in flags if one.account is not None)
    strength: dict[Matter, float] = {}
    first: dict[Matter, datetime] = {}
    busy: dict[Matter, int] = {}
    for one in flags:
        number = open_of[one.account] if one.account is not None else 1
        allowed = OF_A_NEWCOMER if one.newcomer else OF_A_MEMBER
        strength[one.matter] = strength.get(one.matter, 0.0) + one.weight * min(1.0, allowed / number)
        first[one.matter] = min(one.at, first.get(one.matter, one.at))
        busy[one.matter] = min(number, busy.get(one.matter, number))
    matters = sorted(first, key=lambda one: (-strength[one], first[one]))
    kept = limit - limit // _SHARE
    shown: list[Matter] = []
    for _ in range(min(page, 1 + len(matters))):
        shown = matters[:kept] + sorted(matters[kept:], key=lambda one: (busy[one], first[one]))[: limit - kept]
        before = set(shown)
        matters = [one for one in matters if one not in before]
    return shown
