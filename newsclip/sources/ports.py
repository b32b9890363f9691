"""What leaves this stage: entries, and what came of a look."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as a source shows it. `url` is normalized (see kernel.addresses).

    `changed`: the source showed it before, and not just so; and that is no mere stamp or counter.
    """

    url: str
    title: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    language: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class LookResult:
    """What one look at a source gave: `code` is one of kernel.reasons.

    `shown` counts all entries of the source, `entries` are those that are new or changed, `new` those not met before.
    """

    source_id: int
    url: str
    code: str
    detail: str = ""
    status: int | None = None
    entries: tuple[Entry, ...] = ()
    shown: int = 0
    new: int = 0
