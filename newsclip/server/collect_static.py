"""The site's styles and scripts, brought to where they are served from, where they are not there as they should be."""

import hashlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders


def gather(collect: Callable[[], object], mark: Path) -> bool:
    """Collect them, unless `mark` says that nothing changed since: every start would pay half a second for nothing.

    Says whether they were collected. What ends in between leaves an older mark, and is done again.
    """
    if mark.exists() and mark.read_text() == _state():
        return False
    collect()
    mark.write_text(_state())
    return True


def _state() -> str:
    """Of what is gathered, every byte; of what was gathered, names and sizes; and of the packages that do it."""
    seen = hashlib.sha256(f"{version('django')} {version('whitenoise')} {settings.STORAGES['staticfiles']}".encode())
    for finder in get_finders():
        for name, storage in finder.list(None):
            seen.update(f"\n{name}\n".encode() + hashlib.sha256(Path(storage.path(name)).read_bytes()).digest())
    for made in sorted(one for one in Path(settings.STATIC_ROOT).rglob("*") if one.is_file()):
        seen.update(f"\n{made}\n{made.stat().st_size}".encode())
    return seen.hexdigest()
