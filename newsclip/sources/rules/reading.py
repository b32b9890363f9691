"""What is read from one document of a source, whatever its format."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from newsclip.kernel.addresses import normalize
from newsclip.kernel.dates import parse_date
from newsclip.kernel.reasons import Refused
from newsclip.sources.ports import Entry

MOST_ENTRIES = 1000
_LONGEST_TITLE = 500
_LONGEST_SUMMARY = 2000
_LONGEST_MARKUP = 20_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Reading:
    """`code` is "looked", "partly_read", or why there is nothing (see kernel.reasons).

    `ttl` is how many seconds the source says it will not change, 0 where it says nothing. `parts` are the addresses
    of further documents that hold the entries (a sitemap index).
    """

    code: str
    entries: tuple[Entry, ...] = ()
    title: str = ""
    home: str = ""
    language: str = ""
    ttl: int = 0
    parts: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as it is written, before anything is believed."""

    link: str
    base: str = ""
    title: str = ""
    published: str = ""
    updated: str = ""
    summary: str = ""
    language: str = ""


def entries_of(items: Iterable[Item], *, url: str, now: datetime) -> tuple[Entry, ...]:
    """The entries that lead somewhere, each address once, the first MOST_ENTRIES of them."""
    found: dict[str, Entry] = {}
    for item in items:
        entry = _entry(item, url, now)
        if entry:
            found.setdefault(entry.url, entry)
        if len(found) >= MOST_ENTRIES:
            break
    return tuple(found.values())


def _entry(item: Item, url: str, now: datetime) -> Entry | None:
    address = resolve(item.link, item.base, url)
    if not address:
        return None
    return Entry(
        url=address,
        title=plain(item.title, _LONGEST_TITLE),
        published=_past(item.published, now),
        updated=_past(item.updated, now),
        summary=plain(item.summary, _LONGEST_SUMMARY),
        language=plain(item.language, 12),
    )


def resolve(link: str, base: str, url: str) -> str:
    """`link` as an address of its own, by the element's base (XML Base) or the document's; "" where it is none."""
    if not link.strip():
        return ""
    for origin in (base, ""):
        try:
            return normalize(link.strip(), base=normalize(origin, base=url) if origin else url)
        except Refused:
            continue
    return ""


def _past(text: str, now: datetime) -> datetime | None:
    """A date in the future is not believed."""
    moment = parse_date(text)
    return moment if moment and moment <= now else None


def plain(markup: str, longest: int) -> str:
    """The words without tags and entities, on one line."""
    text = _TAG.sub(" ", markup[:_LONGEST_MARKUP]) if "<" in markup else markup[:_LONGEST_MARKUP]
    text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(_CONTROL.sub(" ", text).split())[:longest].rstrip()


def merged(readings: Iterable[Reading]) -> Reading:
    """The entries of several parts as one reading; broken parts do not take the good ones with them."""
    parts = list(readings)
    entries = {entry.url: entry for part in parts for entry in part.entries}
    if not entries:
        return parts[0] if parts else Reading("empty_feed")
    whole = all(part.code == "looked" for part in parts)
    title = next((part.title for part in parts if part.title), "")
    return Reading("looked" if whole else "partly_read", tuple(_newest(entries.values())), title=title)


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=_moment, reverse=True)[:MOST_ENTRIES]


def _moment(entry: Entry) -> float:
    moment = entry.published or entry.updated
    return moment.timestamp() if moment else 0.0
