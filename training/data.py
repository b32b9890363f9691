"""Rows to train on, and the split that never changes."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclip.language.tokens import sentences

_TERMS = re.compile(r"commercial|licen[cs]e|copyright|public domain|\bCC[ -]BY\b|\bMIT\b", re.IGNORECASE)
HELD = 5  # one row in so many is held out


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a data set, with its category in our taxonomy ("" where it has none)."""

    data: str
    id: str
    title: str
    text: str
    category: str = ""

    @property
    def held(self) -> bool:
        """Whether it is never trained on when the figures are taken: by the digest of its id."""
        return hashlib.sha256(f"{self.data}/{self.id}".encode()).digest()[0] % HELD == 0


LABELS = {
    "sport": "Sports",
    "sports": "Sports",
    "tech": "Technology",
    "technology": "Technology",
    "sci/tech": "Technology",
    "business": "Business",
    "politics": "Politics",
    "world": "World",
    "entertainment": "Entertainment",
    "culture": "Culture",
    "science": "Science",
    "health": "Health",
    "environment": "Environment",
}


def rows(folders: list[Path]) -> list[Row]:
    """The rows of the folders. Raises FileNotFoundError for a folder without rows.jsonl."""
    return [_row(folder.name, found) for folder in folders for found in _lines(folder / "rows.jsonl")]


def terms_of_use(folders: list[Path]) -> dict[str, str]:
    """The sentences of each set's NOTICE that say on what terms it is given out; "not stated" where none does."""
    found = {}
    for folder in folders:
        notice = folder / "NOTICE"
        text = notice.read_text(encoding="utf-8") if notice.is_file() else ""
        told = [span.of(text) for span in sentences(text) if _TERMS.search(span.of(text))]
        found[folder.name] = " ".join(told) or "not stated"
    return found


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _row(data: str, found: dict[str, Any]) -> Row:
    label = str((found.get("gold") or {}).get("category", "")).lower()
    title = str(found.get("title") or "")
    return Row(data, str(found["id"]), title, str(found.get("text") or ""), LABELS.get(label, ""))


def counts(found: list[Row]) -> dict[str, int]:
    """How many rows each data set gave."""
    told: dict[str, int] = {}
    for row in found:
        told[row.data] = told.get(row.data, 0) + 1
    return told
