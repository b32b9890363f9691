"""Whether SQLite knows JSON, asked without waiting for anybody.

Django asks within a transaction, in each thread when it first composes such a query. While another process holds the
write lock that fails; Django takes it for "no", for as long as the thread lives, and every list is a fault.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


def remember() -> None:
    """From now on, in this process: each connection to SQLite knows it from its beginning."""
    connection_created.connect(_ask, dispatch_uid="newsclip.db.sqlite_json")


def _ask(connection: BaseDatabaseWrapper, **_: Any) -> None:
    known = vars(connection.features)
    if connection.vendor == "sqlite" and "supports_json_field" not in known:
        connection.connection.execute("""SELECT json('{"a": "b"}')""")
        known["supports_json_field"] = True
