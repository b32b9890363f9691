"""Collects static files into the folder they are served from, if they changed."""

import hashlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from newsclip.server.source_archive import newest


def gather(collect: Callable[[], object], mark: Path) -> bool:
    """Collect them unless `mark` says that nothing changed; otherwise every start would lose half a second.

    Returns whether they were collected. An interrupted run leaves the old mark, and is repeated.
    """
    if mark.exists() and mark.read_text() == _state():
        return False
    collect()
    mark.write_text(_state())
    return True


def _state() -> str:
    """A digest of the source files' bytes, the collected files' names and sizes, the versions of the packages
    involved, and the state of our own package, whose source is collected, too.
    """
    seen = hashlib.sha256(
        f"{version('django')} {version('whitenoise')} {settings.STORAGES['staticfiles']} {newest()}".encode()
    )
    for finder in get_finders():
        for name, storage in finder.list(None):
            seen.update(f"\n{name}\n".encode() + hashlib.sha256(Path(storage.path(name)).read_bytes()).digest())
    root = Path(settings.STATIC_ROOT)
    for made in sorted(one for one in root.rglob("*") if one.is_file()):
        seen.update(f"\n{made.relative_to(root)}\n{made.stat().st_size}".encode())
    return seen.hexdigest()
