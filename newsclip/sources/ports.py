"""Records that leave this stage: entries and poll results."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as a source lists it. `url` is normalized (see kernel.addresses).

    `changed`: the source listed it before with other content, beyond a timestamp or a counter.
    """

    url: str
    title: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    language: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class PollResult:
    """The result of polling one source: `code` is one of kernel.reasons.

    `shown` counts all entries of the source, `entries` holds those that are new or changed, `new` counts those never
    seen before.
    """

    source_id: int
    url: str
    code: str
    detail: str = ""
    status: int | None = None
    entries: tuple[Entry, ...] = ()
    shown: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source at an address, not yet followed. `kind` as in models.Source.Kind.

    `site` and `publisher`: the page that names it, and that page's name, where it was found on one; `entries`: how many
    it shows, None if it was not read; `latest`: the titles of its first entries.
    """

    url: str
    kind: str
    title: str = ""
    home: str = ""
    language: str = ""
    site: str = ""
    publisher: str = ""
    entries: int | None = None
    latest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A public source that a catalogue offers. `kind`: "feed", "sitemap" or "page"; `country`: two letters or ""."""

    url: str
    kind: str = "feed"
    title: str = ""
    publisher: str = ""
    home: str = ""
    country: str = ""
    language: str = ""
    categories: tuple[str, ...] = ()
    owner: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueProblem:
    """Why an entry is left out: its place in the file, from 1, and one of kernel.reasons."""

    number: int
    url: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a catalogue offers, and what is wrong with it."""

    entries: tuple[CatalogueEntry, ...] = ()
    problems: tuple[CatalogueProblem, ...] = ()
