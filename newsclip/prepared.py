"""Questions that are asked again and again, of other rows each time: put into SQL once.

Django composes a statement anew for each asker, which costs several times what the database needs to answer it. What is
kept here is the statement, never an answer.
"""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Any

from django.db import connections, router
from django.db.models import Model, QuerySet

_KEPT = 200  # one for each number of rows that is asked for


class Prepared[M: Model]:
    """A question about rows by their ids: `ask` gives it as a query set, of which nothing else ever changes."""

    def __init__(self, model: type[M], ask: "Callable[[Collection[int]], QuerySet[M, Any]]") -> None:
        self._model, self._ask = model, ask
        self._composed = lru_cache(_KEPT)(self._compose)

    def objects(self, ids: Collection[int]) -> list[M]:
        """In no order; fields that the question does not load are deferred."""
        if not ids:
            return []
        alias = router.db_for_read(self._model)
        return list(self._model._default_manager.using(alias).raw(*self._filled(alias, ids)))

    def rows(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """As the database gives them, so for numbers and words alone: SQLite has neither dates nor JSON."""
        if not ids:
            return []
        alias = router.db_for_read(self._model)
        with connections[alias].cursor() as cursor:
            cursor.execute(*self._filled(alias, ids))
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def _filled(self, alias: str, ids: Collection[int]) -> tuple[str, tuple[Any, ...]]:
        sql, params = self._composed(alias, len(ids))
        here = dict(zip(_places(len(ids)), ids, strict=True))
        return sql, tuple(here[one] if type(one) is int and one < 0 else one for one in params)

    def _compose(self, alias: str, number: int) -> tuple[str, Sequence[Any]]:
        sql, params = self._ask(_places(number)).query.get_compiler(alias).as_sql()
        return sql, params


def _places(number: int) -> range:
    """What stands for the ids in a statement: no row has a number below nought."""
    return range(-number, 0)
