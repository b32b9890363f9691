"""Static files that were collected when an image was built: what starts there need not do it again, nor write them."""

import sys
from pathlib import Path

from newsclip.kernel.release import version

MARK = ".built-for"  # written last, so that a build that broke off counts for nothing


def place(prefix: str = sys.prefix) -> Path:
    """Where a build leaves them: beside the packages, as the user who installs those."""
    return Path(prefix, "share/newsclip/static")


def built_static(framework: str, prefix: str = sys.prefix) -> Path | None:
    """Their folder, if it was built by this release on this version of the `framework`; else None."""
    mark = place(prefix) / MARK
    try:
        return mark.parent if mark.read_text() == state(framework) else None
    except OSError:
        return None


def state(framework: str) -> str:
    """What the files belong to: both bring some."""
    return f"{version()} {framework}"
