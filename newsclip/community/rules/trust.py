"""What a vote counts for: the account's age, less what it shares with those who voted for the same story before it.

A ring of accounts that vote for the same stories at the same time counts for little more than one of them, while people
who happen to agree lose nothing worth speaking of: see docs/why/ranking.md for the simulation.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from math import log, sqrt

from newsclip.community.ports import Limits

FULL_TRUST_AFTER = timedelta(days=21)
NEWCOMER_FOR = timedelta(days=7)
TOGETHER = timedelta(hours=1)
REMEMBERED_VOTES = 80
REMEMBERED_VOTERS = 60
_FIRST_DAY = 0.1
_SMOOTHING = 4
_STRENGTH = 2.5
_MEETING, _BY_CHANCE = 0.6, 0.5
_COMPANY = 2.0

NEWCOMER = Limits(links=3, comments=20, votes=60, flags=10, suggestions=3, unseen_domains=False)
MEMBER = Limits(links=30, comments=200, votes=1000, flags=50, suggestions=30, unseen_domains=True)

type History = Mapping[int, datetime]


def limits(joined: datetime, now: datetime) -> Limits:
    return NEWCOMER if now - joined < NEWCOMER_FOR else MEMBER


def trust(joined: datetime, now: datetime) -> float:
    """From a tenth on the first day to 1 after three weeks."""
    return min(1.0, _FIRST_DAY + max(timedelta(0), now - joined) / FULL_TRUST_AFTER)


def weight(trusted: float, mine: History, earlier: Sequence[History], votes: Mapping[int, int]) -> float:
    """What a vote counts for, from 0 to 1.

    `mine` and each of `earlier` (those who voted for the same story before) say when somebody voted for which other
    story; `votes` how many votes a story has: two who meet at a story that everybody likes prove nothing.
    """
    alike = sum(likeness(mine, theirs, votes) for theirs in earlier)
    return trusted / (1.0 + alike + company(mine, earlier, votes))


def likeness(mine: History, theirs: History, votes: Mapping[int, int]) -> float:
    """How much two readers vote alike, 0 to 1: shared votes within the hour, rare stories counting more.

    Either for the share of their votes, or for the sum alone: votes for other stories, given as camouflage, do not take
    away that two met again and again where hardly anybody was.
    """
    together = sum(1 / log(2 + votes.get(story, 1)) for story in _met_at(mine, theirs))
    share = _STRENGTH * together / sqrt((len(mine) + _SMOOTHING) * (len(theirs) + _SMOOTHING))
    return min(1.0, max(share, _MEETING * (together - _BY_CHANCE)))


def company(mine: History, earlier: Sequence[History], votes: Mapping[int, int]) -> float:
    """How much of a crowd came along from another story: 0 where no more than one did.

    So many of those who voted before met this reader at that story, but for one, times their share of its votes: people
    meet often, but at a story of thirty votes hardly ever with most of those whom they meet again. A ring is known
    thereby at its second story, whatever else its members vote for. The story that tells most counts.
    """
    met = Counter(story for theirs in earlier for story in _met_at(mine, theirs))
    return max(
        (_COMPANY * (number - 1) ** 2 / max(number, votes.get(story, 1)) for story, number in met.items()), default=0.0
    )


def _met_at(mine: History, theirs: History) -> list[int]:
    """The stories for which both voted within the hour."""
    few, many = sorted((mine, theirs), key=len)
    return [story for story, at in few.items() if story in many and abs(many[story] - at) < TOGETHER]


def wants_a_look(first_hour: Iterable[tuple[float, int]]) -> bool:
    """Whether a story's first hour was voted up mostly by people who hardly ever voted: (weight, votes before) each."""
    votes = list(first_hour)
    fresh = sum(given for given, before in votes if before < 5)
    return len(votes) >= 8 and fresh > 0.6 * sum(given for given, _ in votes)
