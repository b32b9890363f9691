"""The weight of an account's actions: votes, comments, reads, supports and flags all use it.

Three factors. *Age*: from a fiftieth on the first day to 1 after three weeks. *Activity*: half of the weight is earned
by what others valued. *Independence*: a ring of accounts that act alike at the same time weighs little more than one of
them, while people who merely agree lose next to nothing; the simulation is in docs/why/ranking.md.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, prod, sqrt

FULL_AFTER = timedelta(days=21)  # simulated with the rest in docs/why/ranking.md
# An account earns the other half when people of this total weight have valued something of it.
FULL_VALUE = 3.0
TOGETHER = timedelta(hours=1)  # rings act within minutes; in a longer time readers of one front page meet by chance
# Two days of votes at the rate limit (trust.KNOWN) fill this memory, so that nobody votes it full to hide a meeting.
REMEMBERED_THINGS = 2000
# Compared in parts of this size: heavy voters would otherwise meet by chance.
_AT_A_TIME = 80
REMEMBERED_ACCOUNTS = 60  # accounts that did the same before: bounds the work of a vote
# Down to _COMPANY: chosen by the simulation of rings and honest readers in docs/why/ranking.md.
_FIRST_DAY = 0.02
_UNPROVEN = 0.5
_SMOOTHING = 4
_STRENGTH = 2.5
_MEETING, _BY_CHANCE = 0.6, 0.5
_COMPANY = 2.0

type History = Mapping[int, datetime]


@dataclass(frozen=True, slots=True)
class Account:
    """`valued`: the total weight of the people who valued something of the account, each once.

    `counts` False: its weight is 0, because it waits for approval or a moderator discounted it.
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
    """The weight of an action at this moment, in [0, 1].

    `mine` and `earlier` (the accounts that did the same to the same thing before) map other things to the times of the
    same action; `popular` is how many accounts did so: a meeting at a popular thing proves nothing.
    """
    return standing(account, at) * independence(mine or {}, earlier, popular or {})


def standing(account: Account, at: datetime) -> float:
    """Age times activity, in [0, 1]: a hundredth on the first day, half after three weeks in which nobody valued
    anything.
    """
    if not account.counts:
        return 0.0
    age = min(1.0, _FIRST_DAY + max(timedelta(0), at - account.joined) / FULL_AFTER)
    return age * (_UNPROVEN + (1 - _UNPROVEN) * min(1.0, max(0.0, account.valued) / FULL_VALUE))


def independence(mine: History, earlier: Sequence[History], popular: Mapping[int, int]) -> float:
    """The factor for independence from the accounts that acted before, in (0, 1]."""
    alike = sum(likeness(mine, theirs, popular) for theirs in earlier)
    return 1.0 / (1.0 + alike + company(mine, earlier, popular))


def likeness(mine: History, theirs: History, popular: Mapping[int, int]) -> float:
    """How similarly two accounts act, in [0, 1]: what both did within an hour, rare things counting more.

    The larger of a relative and an absolute measure: extra votes as camouflage do not hide that two met repeatedly
    where hardly anybody was. For a busy account, the part of its actions with the most meetings counts.
    """
    things = met_at(mine, theirs)
    if not things:
        return 0.0
    together = max(sum(1 / log(2 + popular.get(thing, 1)) for thing in some) for some in _at_a_time(mine, things))
    sizes = (min(len(one), _AT_A_TIME) + _SMOOTHING for one in (mine, theirs))
    return min(1.0, max(_STRENGTH * together / sqrt(prod(sizes)), _MEETING * (together - _BY_CHANCE)))


def _at_a_time(mine: History, things: Sequence[int]) -> Iterable[list[int]]:
    """These things in parts, by time: each holds what happened within `_AT_A_TIME` of the account's actions."""
    if len(mine) <= _AT_A_TIME:
        return [list(things)]
    parts: defaultdict[int, list[int]] = defaultdict(list)
    places = {thing: place for place, thing in enumerate(sorted(mine, key=mine.__getitem__))}
    for thing in things:
        parts[places[thing] // _AT_A_TIME].append(thing)
    return parts.values()


def company(mine: History, earlier: Sequence[History], popular: Mapping[int, int]) -> float:
    """How much of a crowd moved along from another thing: 0 if no more than one account did.

    The number of earlier accounts, minus one, that this account met there, times their share of everyone who was there.
    People meet often, but in a story of thirty votes hardly ever with most of those whom they meet again. So a ring is
    recognized at its second story, whatever else its members vote for. The thing with the largest value counts.
    """
    met = Counter(thing for theirs in earlier for thing in met_at(mine, theirs))
    return max(
        (_COMPANY * (number - 1) ** 2 / max(number, popular.get(thing, 1)) for thing, number in met.items()),
        default=0.0,
    )


def met_at(mine: History, theirs: History) -> list[int]:
    """The things to which both did the same within an hour."""
    return [thing for thing in mine.keys() & theirs.keys() if abs(theirs[thing] - mine[thing]) < TOGETHER]
