"""The tables that are moved: all that models describe. Those of migrations and of indexes are made anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

from newsclip.database_move.columns import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Table:
    """`key`: the column that rows are ordered by, the first of `columns`."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[Kind, ...]

    @property
    def key(self) -> str:
        return self.columns[0]

    @property
    def is_numbered(self) -> bool:
        """Whether the database gives rows their keys."""
        return self.kinds[0] is Kind.WHOLE


def all_tables(models: Iterable[type[Model]] | None = None) -> list[Table]:
    """By name; None: of this release's models."""
    found = apps.get_models(include_auto_created=True) if models is None else models
    kept = {model._meta.db_table: model for model in found if _is_kept(model)}
    return [table(model) for _, model in sorted(kept.items())]


def table(model: type[Model]) -> Table:
    fields = sorted(model._meta.local_concrete_fields, key=lambda field: not field.primary_key)
    return Table(
        model._meta.db_table, tuple(str(field.column) for field in fields), tuple(kind_of(field) for field in fields)
    )


def kind_of(field: "Field[Any, Any]") -> Kind:
    """Raises KeyError for a kind of column that was never moved: .columns has to learn it."""
    while field.is_relation:
        field = field.target_field  # type: ignore[attr-defined] # a foreign key
    return KINDS[field.get_internal_type()]


def _is_kept(model: type[Model]) -> bool:
    return model._meta.managed and not model._meta.proxy


def batches(rows: Iterator[tuple[Any, ...]], *, most: int = 2000, size: int = 4_000_000) -> Iterator[list[Any]]:
    """Rows in lists of at most `most`, or of about `size` characters: what is in memory at once."""
    batch: list[Any] = []
    held = 0
    for row in rows:
        batch.append(row)
        held += sum(len(value) for value in row if isinstance(value, str | bytes))
        if len(batch) >= most or held >= size:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
