"""The product's settings, with a database and folders that tests may throw away."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("NEWSCLIP_HOME", tempfile.mkdtemp(prefix="newsclip-test-"))

from newsclip import settings
from newsclip.settings import *  # noqa: F403
from newsclip.settings import DATABASES, OPTIONS

if not OPTIONS.database_url:
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
Path(os.environ["NEWSCLIP_HOME"], "static").mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = Path(os.environ["NEWSCLIP_HOME"]) / "media"

# Tests see each change at once; the page cache has tests of its own.
MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != "newsclip.web.page_cache.PageCache"]
