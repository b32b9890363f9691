"""The folder in which the web processes of one site share their metrics."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

_PREFIX = "newsclip-metrics-"


def new_metrics_folder(inside: Path | None = None) -> Path:
    """A folder named by this process, which the web server then is; those of processes that ended are deleted."""
    inside = inside or Path(tempfile.gettempdir())
    for left in inside.glob(f"{_PREFIX}*"):
        number = left.name.removeprefix(_PREFIX).partition("-")[0]
        if _is_ours(left) and not _runs(number):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=inside))


def _is_ours(folder: Path) -> bool:
    """Everybody may make something of that name in /tmp."""
    with suppress(OSError):
        return not folder.is_symlink() and folder.is_dir() and folder.stat().st_uid == os.getuid()
    return False


def _runs(number: str) -> bool:
    if not number.isdecimal():  # made by a release before
        return False
    with suppress(ProcessLookupError, OverflowError):
        try:
            os.kill(int(number), 0)
        except PermissionError:
            return True
        return True
    return False
