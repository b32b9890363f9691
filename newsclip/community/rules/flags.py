"""The order of the moderation queue: by the weight of the flags, with a share for the others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

# How many open flags of an account count in full; beyond that each counts for less.
OF_A_NEWCOMER, OF_A_MEMBER = 1, 5
# One in this many places is reserved for targets without weighty flags.
_SHARE = 5


type Matter = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """An open flag on a target, given as kind and key. `account` None: a rule raised it."""

    matter: Matter
    account: int | None
    weight: float
    at: datetime
    newcomer: bool = False


def in_order(raised: Iterable[OpenFlag], *, limit: int, page: int = 1) -> list[Matter]:
    """The targets of a page, at most `limit`: the weightiest that are on no earlier page, then the longest waiting.

    An account's weight is shared among all that it flags, so flagging everything is flagging nothing. A fifth of the
    places goes to flags by accounts that flag least, whatever their weight, so that newcomers are heard too.
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
