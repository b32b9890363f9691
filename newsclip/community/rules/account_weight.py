"""What anything an account does counts for: the one weight behind votes, comments, reads, supports and flags.

Three factors. *Age*: from a fiftieth on the first day to 1 after three weeks. *Activity*: half of it is earned by what
others valued. *Independence*: a ring of accounts that do the same at the same time counts for little more than one of
them, while people who happen to agree lose nothing worth speaking of: see docs/why/ranking.md for the simulation.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, prod, sqrt

FULL_AFTER = timedelta(days=21)
# So many people of full weight who valued something of an account earn it the other half.
FULL_VALUE = 3.0
TOGETHER = timedelta(hours=1)
# What two days' allowance of votes pushes out (trust.KNOWN), so that nobody votes away the memory of having met.
REMEMBERED_THINGS = 2000
# As many are looked at together: of heavy voters more would meet by chance.
_AT_A_TIME = 80
REMEMBERED_ACCOUNTS = 60
_FIRST_DAY = 0.02
_UNPROVEN = 0.5
_SMOOTHING = 4
_STRENGTH = 2.5
_MEETING, _BY_CHANCE = 0.6, 0.5
_COMPANY = 2.0

type History = Mapping[int, datetime]


@dataclass(frozen=True, slots=True)
class Account:
    """`valued`: the summed weights of distinct people who valued something of it.

    `counts` False: it counts for nothing, as it waits for approval or a moderator said so.
    """

    joined: datetime
    valued: float = 0.0
    counts: bool = True


def weight(
    account: Account,
    at: datetime,
    mine: History | None = None,
    earlier: Sequence[History] = (),
    popular: Mapping[int, int] | None = None,
) -> float:
    """What a signal given at this moment counts for, from 0 to 1.

    `mine` and each of `earlier` (those who did the same to the same thing before) say when somebody did so to which
    other thing; `popular` how many did so to it: two who meet at what everybody likes prove nothing.
    """
    return standing(account, at) * independence(mine or {}, earlier, popular or {})


def standing(account: Account, at: datetime) -> float:
    """Age times activity, from 0 to 1: a hundredth on the first day, half after three weeks of which nobody valued
    anything.
    """
    if not account.counts:
        return 0.0
    age = min(1.0, _FIRST_DAY + max(timedelta(0), at - account.joined) / FULL_AFTER)
    return age * (_UNPROVEN + (1 - _UNPROVEN) * min(1.0, max(0.0, account.valued) / FULL_VALUE))


def independence(mine: History, earlier: Sequence[History], popular: Mapping[int, int]) -> float:
    """The share that is left after what an account has in common with those who came before it, above 0 to 1."""
    alike = sum(likeness(mine, theirs, popular) for theirs in earlier)
    return 1.0 / (1.0 + alike + company(mine, earlier, popular))


def likeness(mine: History, theirs: History, popular: Mapping[int, int]) -> float:
    """How much two accounts act alike, 0 to 1: what both did within the hour, to rare things counting more.

    Either for the share of what they did, or for the sum alone: other votes, given as camouflage, do not take away that
    two met again and again where hardly anybody was. Of much that one did, the part counts where they met most.
    """
    things = met_at(mine, theirs)
    if not things:
        return 0.0
    together = max(sum(1 / log(2 + popular.get(thing, 1)) for thing in some) for some in _at_a_time(mine, things))
    sizes = (min(len(one), _AT_A_TIME) + _SMOOTHING for one in (mine, theirs))
    return min(1.0, max(_STRENGTH * together / sqrt(prod(sizes)), _MEETING * (together - _BY_CHANCE)))


def _at_a_time(mine: History, things: Sequence[int]) -> Iterable[list[int]]:
    """These things, in parts: `_AT_A_TIME` of all that it did, one after the other, fall into the same."""
    if len(mine) <= _AT_A_TIME:
        return [list(things)]
    parts: defaultdict[int, list[int]] = defaultdict(list)
    places = {thing: place for place, thing in enumerate(sorted(mine, key=mine.__getitem__))}
    for thing in things:
        parts[places[thing] // _AT_A_TIME].append(thing)
    return parts.values()


def company(mine: History, earlier: Sequence[History], popular: Mapping[int, int]) -> float:
    """How much of a crowd came along from another thing: 0 where no more than one did.

    So many of those who came before met this account there, but for one, times their share of all who were there:
    people meet often, but at a story of thirty votes hardly ever with most of those whom they meet again. A ring is
    known thereby at its second story, whatever else its members vote for. The thing that tells most counts.
    """
    met = Counter(thing for theirs in earlier for thing in met_at(mine, theirs))
    return max(
        (_COMPANY * (number - 1) ** 2 / max(number, popular.get(thing, 1)) for thing, number in met.items()),
        default=0.0,
    )


def met_at(mine: History, theirs: History) -> list[int]:
    """The things to which both did the same within the hour."""
    return [thing for thing in mine.keys() & theirs.keys() if abs(theirs[thing] - mine[thing]) < TOGETHER]
