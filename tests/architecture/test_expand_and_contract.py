"""Migrations since the former release leave its processes able to work: they add, and take away a release later.

What the former release does without may go: the migration's module names it in UNUSED_BY_FORMER, as "clips.clip.words"
for a column and "clips.clip" for a table, and the test of the former release proves it.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import migrations, models

from newsclip.db.migration_names import shipped_migrations
from newsclip.health.former_release import MIGRATIONS

_BREAKS = re.compile(
    r"\b(DROP\s+(TABLE|COLUMN)|RENAME|ALTER\s+COLUMN\s+\S{1,70}\s+(SET|TYPE)|SET\s+NOT\s+NULL)\b", re.IGNORECASE
)


def test_migrations_since_the_former_release_only_add():
    assert [wrong for migration in since_former() for wrong in breaks(migration)] == []


def test_every_migration_is_one_transaction():
    """A process that dies in the middle of one that is not leaves half a table; what is written beside it is lost."""
    ours = {config.label: config.name for config in apps.get_app_configs() if config.name.startswith("newsclip.")}
    found = [(ours[app], name) for app, name in shipped_migrations() if app in ours]
    modules = [import_module(f"{package}.migrations.{name}") for package, name in found]
    assert len(modules) > 20
    assert [module.__name__ for module in modules if not module.Migration.atomic] == []


def since_former() -> Iterator[migrations.Migration]:
    """Their numbers follow on that of the app's last one then. An app that is new has only new tables."""
    for app, last in MIGRATIONS.items():
        folder = apps.get_app_config(app)
        for file in sorted(Path(folder.path, "migrations").glob("0*.py")):
            if file.stem > last:
                yield import_module(f"{folder.name}.migrations.{file.stem}").Migration(file.stem, app)


def breaks(migration: migrations.Migration) -> Iterator[str]:
    """What the former release could not live with."""
    unused = getattr(import_module(type(migration).__module__), "UNUSED_BY_FORMER", ())
    made = {one.name.lower() for one in migration.operations if isinstance(one, migrations.CreateModel)}
    for operation in migration.operations:
        model = str(getattr(operation, "model_name", getattr(operation, "name", ""))).lower()
        about = ".".join(filter(None, (migration.app_label, model, _column(operation))))
        if model not in made and about not in unused and (why := _why(operation)):
            yield f"{migration.app_label} {migration.name}: {about} {why}"


def _column(operation: Any) -> str:
    return str(operation.name).lower() if isinstance(operation, migrations.operations.fields.FieldOperation) else ""


def _why(operation: Any) -> str:
    """Why the former release could not live with it; "" if it can."""
    gone = (migrations.RemoveField, migrations.DeleteModel, migrations.RenameField, migrations.RenameModel)
    if isinstance(operation, (*gone, migrations.AlterModelTable)):
        return "goes or is renamed: stop using it in this release, and take it away in the next"
    if isinstance(operation, migrations.AddField) and not _may_be_left_out(operation.field):
        return "must be written by whoever adds a row: let it be null, or give it a db_default"
    if isinstance(operation, migrations.AlterField):
        return "changes: add a column beside it, fill it, and take the old one away in the next release"
    if isinstance(operation, migrations.AddConstraint | migrations.AlterUniqueTogether):
        return "has a new constraint, which the former release may break: add it in the next"
    if isinstance(operation, migrations.RunSQL) and _BREAKS.search(str(operation.sql)):
        return "is changed by SQL that takes away or renames"
    return ""


def _may_be_left_out(field: Any) -> bool:
    return bool(field.null or field.many_to_many or field.db_default is not models.NOT_PROVIDED)


@pytest.mark.parametrize(
    ("operation", "says"),
    [
        (migrations.RemoveField("clip", "words"), "clips.clip.words goes"),
        (migrations.DeleteModel("Clip"), "clips.clip goes"),
        (migrations.RenameField("clip", "words", "said"), "goes or is renamed"),
        (migrations.RenameModel("Clip", "Story"), "goes or is renamed"),
        (migrations.AlterField("clip", "words", models.IntegerField()), "add a column beside it"),
        (migrations.AddField("clip", "words", models.TextField(default="")), "db_default"),
        (migrations.AddConstraint("clip", models.UniqueConstraint(fields=["words"], name="once")), "constraint"),
        (migrations.RunSQL("ALTER TABLE clips_clip DROP COLUMN words"), "takes away"),
    ],
)
def test_what_takes_away_in_one_step_is_noticed(operation, says):
    (wrong,) = breaks(_migration(operation))
    assert says in wrong


@pytest.mark.parametrize(
    "operations",
    [
        [migrations.AddField("clip", "words", models.TextField(null=True))],
        [migrations.AddField("clip", "words", models.TextField(default="", db_default=""))],
        [migrations.AddIndex("clip", models.Index(fields=["words"], name="by_words"))],
        [
            migrations.CreateModel("Clip", [("id", models.BigAutoField(primary_key=True))]),
            migrations.AddField("clip", "words", models.TextField()),
        ],
    ],
)
def test_what_only_adds_is_no_fault(operations):
    assert list(breaks(_migration(*operations))) == []


def _migration(*operations: Any) -> migrations.Migration:
    made = type("Migration", (migrations.Migration,), {"operations": list(operations), "__module__": __name__})
    return made("0099_new", "clips")
