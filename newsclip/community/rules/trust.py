"""Rate limits by account age, and the check for rushed stories. For weights see account_weight."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from newsclip.community.ports import Limits

NEWCOMER_FOR = timedelta(days=7)  # a third of the time to full weight (account_weight.FULL_AFTER)

NEWCOMER = Limits(
    links=3, known_links=20, comments=20, edits=40, withdrawals=20, votes=60, flags=10, suggestions=3, checks=50,
    unseen_domains=False,
)  # fmt: skip
MEMBER = Limits(
    links=30, known_links=200, comments=200, edits=400, withdrawals=200, votes=1000, flags=50, suggestions=30,
    checks=300, unseen_domains=True,
)  # fmt: skip


def limits(joined: datetime, now: datetime) -> Limits:
    return NEWCOMER if is_new(joined, now) else MEMBER


def is_new(joined: datetime, now: datetime) -> bool:
    return now - joined < NEWCOMER_FOR


def wants_a_look(first_hour: Iterable[tuple[float, int]]) -> bool:
    """Whether a story's first hour was upvoted mostly by accounts with hardly any votes: (weight,
    votes before) each.
    """
    votes = list(first_hour)
    fresh = sum(given for given, before in votes if before < 5)
    return len(votes) >= 8 and fresh > 0.6 * sum(given for given, _ in votes)
