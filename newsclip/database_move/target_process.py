"""Run as `python -m newsclip.database_move.target_process tables|index PARENT` with the settings of the database
that a move goes to.

A process of its own: the one that moves, PARENT, has the settings of the database that the rows come from.
"""

import os
import sys
import time

from newsclip.kernel.reasons import Refused
from newsclip.server.setup import ready
from newsclip.server.supervisor import end_with_parent
from newsclip.terminal import cli_errors

_TOLD_EVERY = 10.0  # seconds


def make_tables() -> None:
    ready()
    from django.db import connection  # noqa: PLC0415 the settings have to be loaded first

    from newsclip.server.migrating import migrate_tables  # noqa: PLC0415 the same

    migrate_tables(connection)


def make_index() -> None:
    """Search, and the vectors if they are on, of every clip. What was broken off goes on where it was. A clip whose
    document cannot be read is left out, and named.
    """
    ready()
    from django.db import transaction  # noqa: PLC0415 the settings have to be loaded first

    from newsclip import wiring  # noqa: PLC0415 the same
    from newsclip.clips import actions, queries  # noqa: PLC0415 the same

    search, vectors = wiring.search_index(), wiring.vector_index()
    total, done, last, told = queries.to_index().count(), 0, 0, time.monotonic()
    while batch := list(queries.to_index().filter(pk__gt=last)[:100]):
        with transaction.atomic():
            for clip in batch:
                try:
                    actions.index([clip], index=search, vectors=vectors)
                except Refused as refused:
                    say(f"search: {clip.slug} is left out. {refused}")
        done, last = done + len(batch), batch[-1].pk
        if time.monotonic() - told > _TOLD_EVERY:
            told = time.monotonic()
            say(f"search: {done:,} of {total:,} clips")


def end_with(parent: int) -> None:
    """Or it would go on beside the next move, which would find the tables half made."""
    end_with_parent()
    if os.getppid() != parent:
        sys.exit(1)


def say(words: str) -> None:
    sys.stdout.write(f"  {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    end_with(int(sys.argv[2]))
    with cli_errors():
        {"tables": make_tables, "index": make_index}[sys.argv[1]]()
