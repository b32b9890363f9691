"""The product's settings, with a database and folders that tests may throw away."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("NEWSCLIP_HOME", tempfile.mkdtemp(prefix="newsclip-test-"))

from newsclip.settings import *  # noqa: F403
from newsclip.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE, OPENID_CONNECT, OPTIONS

if not OPTIONS.database_url:
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}
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
