"""Whether a database holds anything that a backup could keep."""

from collections.abc import Collection
from typing import Any

from newsclip.terminal import CommandError

# What a start fills by itself: the worker, too, looks for trends where nothing is.
_MADE_AT_START = ("django_", "auth_permission", "operations_", "clip_search", "ranking_trend", "sqlite_")
_WRONG_ONE = "Is it the right database? Name its settings: newsclip --settings FILE backup …"


def refuse_empty(tables: Collection[str], cursor: Any, place: str) -> None:
    """Raises CommandError if there are no tables, or no row in them but those that a first start makes."""
    if not tables:
        raise CommandError(f"There is nothing to back up: {place} has no tables.", _WRONG_ONE)
    for name in tables:
        if not name.startswith(_MADE_AT_START):
            cursor.execute(f'SELECT 1 FROM "{name}" LIMIT 1')  # noqa: S608 a table that is there
            if cursor.fetchone():
                return
    raise CommandError(f"There is nothing to back up: {place} has tables, and nothing in them.", _WRONG_ONE)
