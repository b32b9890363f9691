"""Questions that are asked again and again, of other rows each time: put into SQL once.

Django composes a statement anew for each asker, which costs several times what the database needs to answer it. What is
kept here is the statement, never an answer.
"""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Model, QuerySet

_KEPT = 200  # one for each number of rows that is asked for


class CachedQuery[M: Model]:
    """A question about rows by their ids: `ask` gives it as a query set, of which nothing else ever changes.

    One that does not go by ids is asked for none.
    """

    def __init__(self, model: type[M], ask: "Callable[[Collection[int]], QuerySet[M, Any]]") -> None:
        self._model, self._ask = model, ask
        self._composed = lru_cache(_KEPT)(self._compose)

    def objects(self, ids: Collection[int] = ()) -> list[M]:
        """Fields that the question does not load are deferred."""
        alias = router.db_for_read(self._model)
        filled = self._filled(alias, ids)
        return list(self._model._default_manager.using(alias).raw(*filled)) if filled else []

    def rows(self, ids: Collection[int] = ()) -> list[tuple[Any, ...]]:
        """As the database gives them, so for numbers and words alone: SQLite has neither dates nor JSON."""
        alias = router.db_for_read(self._model)
        filled = self._filled(alias, ids)
        if not filled:
            return []
        with connections[alias].cursor() as cursor:
            cursor.execute(*filled)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def _filled(self, alias: str, ids: Collection[int]) -> tuple[str, tuple[Any, ...]] | None:
        sql, params = self._composed(alias, len(ids))
        here = dict(zip(_places(len(ids)), ids, strict=True))
        return (sql, tuple(here[one] if type(one) is int and one < 0 else one for one in params)) if sql else None

    def _compose(self, alias: str, number: int) -> tuple[str, Sequence[Any]]:
        """No SQL where the question is one for nothing."""
        try:
            sql, params = self._ask(_places(number)).query.get_compiler(alias).as_sql()
        except EmptyResultSet:
            return "", ()
        return sql, params


def _places(number: int) -> range:
    """What stands for the ids in a statement: no row has a number below nought."""
    return range(-number, 0)
