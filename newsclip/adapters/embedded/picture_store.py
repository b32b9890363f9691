"""Pictures in a folder, from which the site serves them."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from newsclip.kernel.reasons import Refused
from newsclip.kernel.trouble import Trouble


class FolderPictureStore:
    """One file per picture. Writes are atomic: a reader sees a whole file or none, even after a crash."""

    answers = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: bytes) -> None:
        """As PictureStore. Names are content hashes, so an existing file is identical and stays."""
        target = self.folder / name
        if target.exists():
            return
        try:
            self._write(target, content)
        except OSError as error:
            raise Refused("store_away", f"{self.folder}: {error.strerror}") from error

    def read(self, name: str) -> bytes | None:
        """As PictureStore."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Refused("store_away", f"{self.folder}: {error.strerror}") from error

    def forget(self, name: str) -> None:
        """As PictureStore."""
        try:
            (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise Refused("store_away", f"{self.folder}: {error.strerror}") from error

    def missing(self, names: Iterable[str]) -> list[str]:
        """As PictureStore."""
        return [name for name in names if not (self.folder / name).exists()]

    @property
    def place(self) -> str:
        """As PictureStore."""
        return str(self.folder)

    def trouble(self) -> Trouble | None:
        """As PictureStore. A folder that is not there yet is made by the first picture."""
        probe = self.folder / ".written"
        try:
            if self.folder.exists():
                probe.touch()
                probe.unlink()
        except OSError as error:
            remedy = "Give it to the account that runs Newsclip: chown -R"
            return Trouble(f"{self.folder} cannot be written: {error.strerror}.", remedy)
        return None

    def _write(self, target: Path, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self.folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
