"""The secret key, generated on first start and kept in a file."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def load_or_create_key(kept: Path, *, read_only: bool = False) -> str:
    """Return the key in this file, creating it if missing; if `read_only`, one that is kept nowhere.

    Raises SystemExit, saying how to recover, if the file is empty.
    """
    if not kept.exists():
        if read_only:
            return secrets.token_urlsafe(50)
        kept.parent.mkdir(parents=True, exist_ok=True)
        _write(kept)
    if key := kept.read_text().strip():
        return key
    raise SystemExit(
        f"{kept} is empty. Restore it from a backup, or delete it: then all people must sign in again,"
        " and need a recovery code or passkey if they use one-time codes."
    )


def _write(kept: Path) -> None:
    """Atomically, and once, however many processes start together."""
    descriptor, name = tempfile.mkstemp(dir=kept.parent)  # readable by its owner only
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
    """Raises FileExistsError if the name is taken."""
    try:
        os.link(part, kept)
    except PermissionError:  # a file system without hard links
        part.rename(kept)
