"""What leaves this stage: entries, and what came of a look."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as a source shows it. `url` is normalized (see kernel.addresses)."""

    url: str
    title: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class LookResult:
    """What one look at a source gave: `code` is one of kernel.reasons."""

    source_id: int
    url: str
    code: str
    detail: str = ""
    status: int | None = None
    entries: tuple[Entry, ...] = ()
