"""Which database this is, in words for people; never its password."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def location(settings: Mapping[str, Any]) -> str:
    """By the kind, the name and the host. `settings`: the framework's, of one database."""
    if settings["ENGINE"].endswith("sqlite3"):
        return f"SQLite {settings['NAME']} on this machine"
    host = settings["HOST"]
    if not host or host.startswith("/"):
        return f"PostgreSQL {settings['NAME']} on this machine"
    shown = f"[{host}]" if ":" in host else host
    return f"PostgreSQL {settings['NAME']} on {shown}:{settings['PORT']}"


def is_missing(connection: BaseDatabaseWrapper) -> bool:
    """Whether it is an SQLite file that does not exist, which a first question would make."""
    file = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or file.startswith(("file:", ":")):
        return False
    return not Path(file).exists()
