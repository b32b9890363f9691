"""Run by `upgraded` in the product's environment: creates, fills and upgrades each earlier schema."""

import json
import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from newsclip.server.setup import prepare, ready

ready()

from django.conf import settings  # noqa: E402 the settings have to be loaded first
from django.db import connection, models  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402

from newsclip.db.encrypted_fields import decrypt  # noqa: E402

STAGES = {name.rpartition(".")[2] for name in settings.INSTALLED_APPS if name.startswith("newsclip.")}
NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
EACH = 2
type Row = tuple[str, object, dict[str, Any]]


def main(home: Path, *, small: bool) -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    ends = [place for place, (migration, _) in enumerate(plan, 1) if migration.app_label in STAGES]
    wanted = [ends[len(ends) // 2], ends[-2]] if small else ends
    told = []
    for place in range(1, len(plan) + 1):
        if place in wanted:
            migration = plan[place - 1][0]
            told.append(_one(home, plan[:place], f"{migration.app_label} {migration.name}"))
    (home / "upgrades.json").write_text(json.dumps(told))


def _one(home: Path, plan: list[Any], name: str) -> dict[str, Any]:
    _empty(home)
    executor = MigrationExecutor(connection)
    state = executor.migrate(None, plan=plan)  # type: ignore[arg-type]
    rows: list[Row] = []
    lost: list[str] = []
    error = ""
    try:
        rows = fill(state.apps)
        prepare()
        lost = [f"{table} {key}: {what}" for table, key, values in rows for what in _missing(table, key, values)]
    except Exception as fault:
        error = f"{type(fault).__name__}: {fault}"
    return {"state": name, "rows": len(rows), "lost": lost, "error": error}


def _empty(home: Path) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    connection.close()
    for file in home.glob("newsclip.sqlite3*"):
        file.unlink()
    shutil.rmtree(home / "static", ignore_errors=True)


def fill(apps: Any) -> list[Row]:
    """Two rows in every table of the stages, by that version's models."""
    waiting = [model for model in apps.get_models() if model._meta.app_label in STAGES]
    # By name: a state that was loaded in parts may hold two classes of one table.
    made: dict[str, list[Any]] = {}
    rows: list[Row] = []
    while waiting:
        names = {model._meta.label for model in waiting}
        model = next(model for model in waiting if _needs(model) & names <= {model._meta.label})
        waiting.remove(model)
        made[model._meta.label] = [model.objects.create(**_values(model, number, made)) for number in range(EACH)]
        for row in made[model._meta.label]:
            row.refresh_from_db()
            rows.append((model._meta.db_table, row.pk, _plain(row)))
    return rows


def _needs(model: Any) -> set[str]:
    """The tables that must have rows before it can; a reference that may be empty is none."""
    return {field.related_model._meta.label for field in model._meta.concrete_fields if _is_filled(field)}


def _is_filled(field: Any) -> bool:
    return bool(field.is_relation and (not field.null or field.unique))


def _values(model: Any, number: int, made: dict[str, list[Any]]) -> dict[str, Any]:
    found = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.AutoField):
            continue
        if field.is_relation:
            if _is_filled(field):
                found[f"{field.name}_id"] = made[field.related_model._meta.label][number].pk
        elif not (field.null or field.has_default()) or field.unique or not field.blank:
            found[field.name] = _value(field, number)
    return found


def _value(field: Any, number: int) -> Any:
    if field.choices:
        return field.choices[0][0]
    kinds: list[tuple[Any, Any]] = [
        (models.BooleanField, number == 0), (models.DateTimeField, NOW), (models.DateField, date(2026, 1, 1 + number)),
        (models.JSONField, {}), (models.BinaryField, b"words"), (models.DecimalField, number),
        (models.FloatField, float(number)), (models.IntegerField, number + 1),
    ]  # fmt: skip
    for kind, value in kinds:
        if isinstance(field, kind):
            return value
    return f"words{number}"[: field.max_length or 100]


def _plain(row: Any) -> dict[str, Any]:
    """What stood in the row, by column, as text: the columns that people's words are in."""
    fields = [field for field in row._meta.concrete_fields if isinstance(field, models.CharField | models.TextField)]
    return {field.column: getattr(row, field.attname) for field in fields}


def _missing(table: str, key: object, values: dict[str, Any]) -> list[str]:
    """The row, or those of its words that still have a column and are not there."""
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return ["the table is gone"] if values else []  # numbers alone may have moved to another
        described = connection.introspection.get_table_description(cursor, table)
        primary = connection.introspection.get_primary_key_column(cursor, table)
        quote = connection.ops.quote_name
        columns = [column.name for column in described if column.name in values]
        asked = ", ".join(map(quote, [str(primary), *columns]))
        cursor.execute(f"SELECT {asked} FROM {quote(table)} WHERE {quote(str(primary))} = %s", [key])
        found = cursor.fetchone()
    if found is None:
        return ["the row is gone"]
    # A secret may lie encrypted since; what it says is the same.
    said = [decrypt(value) if isinstance(value, str) else value for value in found[1:]]
    return [f"{column} is {value!r}, was {values[column]!r}"
            for column, value in zip(columns, said, strict=True) if value != values[column]]  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), small="small" in sys.argv[2:])
