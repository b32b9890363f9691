"""Pictures in a local folder, which the site serves as files."""

import os
import tempfile
from pathlib import Path

from newsclip.adapters.embedded.picture_process import PictureProcess
from newsclip.articles.ports import Encoded


class FolderPictureStore:
    """One file per picture. Writes are atomic: a reader sees a whole file or none, even after a crash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process = PictureProcess()

    def keep(self, picture: bytes) -> Encoded:
        """Re-encode the picture in a separate process, and store the result. Raises Refused("picture_unreadable")."""
        encoded = self._process.encode(picture)
        self.put(encoded.name, encoded.content)
        return encoded

    def forget(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def put(self, name: str, content: bytes) -> None:
        """Write the file; names are content hashes, so an existing one is identical and stays."""
        target = self.folder / name
        if target.exists():
            return
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
