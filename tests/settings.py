"""The product's settings, with a database and folders that tests may throw away."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.temporary_home import temporary_home

os.environ["NEWSCLIP_HOME"] = os.environ.get("NEWSCLIP_HOME") or temporary_home()
# What tests group must not depend on an extra; those of stories of several languages bring their embedder.
os.environ.setdefault("NEWSCLIP_STORY_LANGUAGES", "one")

from django.db.backends.signals import connection_created

from newsclip.settings import *  # noqa: F403
from newsclip.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE, OPENID_CONNECT, OPTIONS


def _begin_with_tables(connection, **_):
    """Tables that benchmarks/new_tables made spare each process to make them in memory."""
    if connection.is_in_memory_db() and not connection.connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        with closing(sqlite3.connect(os.environ["NEW_TABLES"])) as made:
            made.backup(connection.connection)


if not OPTIONS.database_url:
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}
    if "NEW_TABLES" in os.environ:
        connection_created.connect(_begin_with_tables)
elif "NEW_DATABASE" in os.environ:
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ["NEW_DATABASE"]}
if OPENID_CONNECT not in INSTALLED_APPS:  # as where an operator chose a provider
    INSTALLED_APPS = [*INSTALLED_APPS, OPENID_CONNECT]
# The framework's test client signs in by giving itself the key of a session's row: web/tests/test_session_cookies.py
PROVEN = MIDDLEWARE
_PLAIN = "django.contrib.sessions.middleware.SessionMiddleware"
MIDDLEWARE = [name.replace("newsclip.web.accounts.session_store.SignedSessionMiddleware", _PLAIN) for name in PROVEN]
# It says no password either, so forms that want one again are taken: web/tests/test_forged.py has them ask.
ACCOUNT_REAUTHENTICATION_REQUIRED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
Path(os.environ["NEWSCLIP_HOME"], "static").mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = Path(os.environ["NEWSCLIP_HOME"]) / "media"

SHARES_LISTS = False  # tests see each change at once
