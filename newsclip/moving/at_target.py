"""Run as `python -m newsclip.moving.at_target tables|index` with the settings of the database that a move goes to.

A process of its own: the one that moves has the settings of the database that the rows come from.
"""

import sys
import time

from newsclip.server.setup import ready
from newsclip.terminal import cli_errors

_TOLD_EVERY = 10.0  # seconds


def make_tables() -> None:
    ready()
    from django.db import connection  # noqa: PLC0415 the settings have to be loaded first

    from newsclip.server.migrating import migrate_tables  # noqa: PLC0415 the same

    migrate_tables(connection)


def make_index() -> None:
    """Search, and the vectors if they are on, of every clip. What was broken off goes on where it was."""
    ready()
    from newsclip import wiring  # noqa: PLC0415 the settings have to be loaded first
    from newsclip.clips import actions, queries  # noqa: PLC0415 the same

    search, vectors = wiring.search_index(), wiring.vector_index()
    total, done, told = queries.to_index().count(), 0, time.monotonic()
    while batch := list(queries.to_index()[:100]):
        done += actions.index(batch, index=search, vectors=vectors)
        if time.monotonic() - told > _TOLD_EVERY:
            told = time.monotonic()
            sys.stdout.write(f"  search: {done:,} of {total:,} clips\n")
            sys.stdout.flush()


if __name__ == "__main__":
    with cli_errors():
        {"tables": make_tables, "index": make_index}[sys.argv[1]]()
