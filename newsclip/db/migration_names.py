"""Whether the tables are those of this release, by the names of their migrations alone.

To load the migrations and plan takes half a second, which is most of what a small command does.
"""

from pathlib import Path

from django.apps import apps
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper


def shipped_migrations() -> set[tuple[str, str]]:
    """The label and name of every migration of the installed packages, by their files."""
    return {
        (config.label, file.stem)
        for config in apps.get_app_configs()
        for file in Path(config.path, "migrations").glob("[!_]*.py")
    }


def are_current(connection: BaseDatabaseWrapper) -> bool:
    """Whether exactly the installed migrations are recorded; False if the database does not answer."""
    shipped = shipped_migrations()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            recorded = {(app, name) for app, name in cursor.fetchall()}
    except DatabaseError:
        return False
    labels = {app for app, _ in shipped}
    return shipped == {key for key in recorded if key[0] in labels}
