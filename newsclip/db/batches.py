"""Many rows at once: in one prepared statement, where the framework would build an expression for each value of each;
or gone, a bounded number at a time."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import AutoField, Field, Model, QuerySet

MOST = 500  # rows in one DELETE: the write lock is held shortly
_LONGEST_REST = 0.05  # seconds


def insert(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]], **same: Any) -> None:
    """Insert rows that hold these fields' values; the model's other fields are the `same` for all, or their default.

    Names are of attributes: "source_id". A row that is there already, by any unique field, stays as it is. No signal is
    sent, no model's `save` is called.
    """
    given = [_field(model, name) for name in names]
    others = [field for field in model._meta.concrete_fields if field not in given and not isinstance(field, AutoField)]
    alike = [_stored(field, same.get(field.attname, field.get_default())) for field in others]
    fields = [*given, *others]
    columns = ", ".join(_quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    values = [[*map(_stored, given, row), *alike] for row in rows]
    statement = f"INSERT INTO {_table(model)} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING"  # noqa: S608 our names
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)


def update(rows: Sequence[Model], names: Sequence[str]) -> None:
    """Store these attributes of these rows of one model."""
    if not rows:
        return
    model = type(rows[0])
    fields = [_field(model, name) for name in names]
    changes = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
    values = [[*(_stored(field, getattr(row, field.attname)) for field in fields), row.pk] for row in rows]
    key = _quoted(model._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {_table(model)} SET {changes} WHERE {key} = %s", values)  # noqa: S608 our names


def drop(rows: "QuerySet[Any]", *, limit: int = MOST) -> int:
    """Delete the first of these rows, `limit` at most, with what hangs on them. Returns how many went.

    Nothing is written where there is none: SQLite's turn to write is waited for even by who then finds nothing.
    """
    found = list(rows.values_list("pk", flat=True)[:limit])
    return int(rows.order_by().filter(pk__in=found).delete()[0]) if found else 0


def in_batches(
    some: Callable[[], object],
    *,
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], object] = time.sleep,
) -> None:
    """Do `some` again and again until there was nothing to do, and rest about as long as each time took.

    SQLite gives the turn to write to whoever asks first: who goes on at once takes it from those that sleep meanwhile.
    """
    began = clock()
    while some():
        pause(min(clock() - began, _LONGEST_REST))
        began = clock()


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def _stored(field: "Field[Any, Any]", value: Any) -> Any:
    """As the database takes it. Words and numbers are taken as they are; they are most of all values."""
    if value is None or (type(value) in (str, int) and isinstance(field, _PLAIN)):
        return value
    return field.get_db_prep_save(value, connection)


_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey)


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))


def _table(model: type[Model]) -> str:
    return _quoted(model._meta.db_table)
