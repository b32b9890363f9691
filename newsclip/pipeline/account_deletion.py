"""Somebody leaves: what was theirs goes from all stages, in steps; who is broken off is taken up by the worker."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from newsclip.accounts import actions as accounts
from newsclip.accounts import queries
from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.ranking import actions as ranking

PATIENCE = timedelta(minutes=5)  # whoever began may still be at it; two at once do no harm


def leave(reader: Reader, *, now: datetime) -> None:
    """Delete the account with all that was theirs. Repeat it freely: each step leaves what the next one needs."""
    accounts.begin_to_leave(reader, now=now)
    ranking.forget(reader)
    community.forget(reader, now=now)
    accounts.leave(reader)


def go_on(now: datetime) -> Iterator[int]:
    """Finish what was broken off, one person a turn; gives the keys of their accounts."""
    for reader in queries.leaving(before=now - PATIENCE)[:1]:
        leave(reader, now=now)
        yield reader.pk
