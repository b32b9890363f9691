"""Account deletion across all stages, in steps; the worker resumes an interrupted one."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from newsclip.accounts import actions as accounts
from newsclip.accounts import queries
from newsclip.accounts.models import Reader
from newsclip.community import actions as community
from newsclip.ranking import actions as ranking

PATIENCE = timedelta(minutes=5)  # the first process may still be running; two at once do no harm


def leave(reader: Reader, *, now: datetime) -> None:
    """Delete the account and everything that belongs to it. Idempotent: each step leaves what the next one needs."""
    accounts.start_deletion(reader, now=now)
    ranking.forget(reader)
    community.forget(reader, now=now)
    accounts.leave(reader)


def go_on(now: datetime) -> Iterator[int]:
    """Resume interrupted deletions, one person a turn. Yields the account IDs."""
    for reader in queries.leaving(before=now - PATIENCE)[:1]:
        leave(reader, now=now)
        yield reader.pk
