"""The key that was made on first start, and is kept in a file."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def kept_key(kept: Path) -> str:
    """The key in this file, made where there is none. Raises SystemExit, with the way back, where it is empty."""
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _write(kept)
    if key := kept.read_text().strip():
        return key
    raise SystemExit(
        f"{kept} is empty. Put the backup's in its place; without one, delete it and start again: people sign in anew,"
        " those with one-time codes by a recovery code or passkey."
    )


def _write(kept: Path) -> None:
    """Whole or not at all, and once, however many processes start together."""
    descriptor, name = tempfile.mkstemp(dir=kept.parent)  # its owner's alone
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            _give_name(part, kept)
    finally:
        part.unlink(missing_ok=True)


def _give_name(part: Path, kept: Path) -> None:
    """Raises FileExistsError where it is taken."""
    try:
        os.link(part, kept)
    except PermissionError:  # of a file system without links
        part.rename(kept)
