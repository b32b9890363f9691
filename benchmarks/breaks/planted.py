"""A pytest plugin: loads the module that NEWSCLIP_BREAK names with one edit.

The file stays as it is, so that several breaks can be tried at once.
"""

import json
import os
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

BREAK = "NEWSCLIP_BREAK"


class _Broken(SourceFileLoader):
    """Reads the file with one place of it replaced."""

    def __init__(self, name: str, path: str, broken: dict[str, str]) -> None:
        super().__init__(name, path)
        self._broken = broken

    def get_code(self, fullname: str) -> CodeType:  # past the cache of compiled files
        source = Path(self.path).read_bytes()
        start, end = int(self._broken["start"]), int(self._broken["end"])
        return compile(source[:start] + self._broken["new"].encode() + source[end:], self.path, "exec")


class _Finder(MetaPathFinder):
    def __init__(self, broken: dict[str, str]) -> None:
        self._broken = broken

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith("newsclip"):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin and spec.origin.endswith(f"/{self._broken['path']}"):
            spec.loader = _Broken(fullname, spec.origin, self._broken)
        return spec


def install(broken: dict[str, str]) -> None:
    import sys

    sys.meta_path.insert(0, _Finder(broken))


if os.environ.get(BREAK):
    install(json.loads(os.environ[BREAK]))
