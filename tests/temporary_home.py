"""The home folder of a run of the tests, which goes with it."""

import atexit
import os
import shutil
import tempfile


def temporary_home() -> str:
    """A new folder, removed when this process ends."""
    home = tempfile.mkdtemp(prefix="newsclip-test-")
    atexit.register(_remove, home, os.getpid())
    return home


def _remove(home: str, maker: int) -> None:
    if os.getpid() == maker:  # a process that tests forked ends while the others go on
        shutil.rmtree(home, ignore_errors=True)
