"""The result of reading one document of a source, for every format."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from newsclip.kernel.addresses import normalize
from newsclip.kernel.reasons import Refused
from newsclip.language.dates import parse_date
from newsclip.sources.ports import Entry
from newsclip.sources.rules.poll_hints import PollHints
from newsclip.sources.rules.seen import Seen, find_changed

MOST_ENTRIES = 1000  # bounds the work on one document
_LONGEST_TITLE = 500  # characters; longer ones are texts
_LONGEST_SUMMARY = 2000  # characters of a text that only announces another
_LONGEST_MARKUP = 20_000  # characters of markup that are read for those
_TIMES_THAT_TELL = 12  # newest entries, which tell how often a source publishes
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_PAGE = re.compile(r"https?://[^/\s]+/[^\s#?]")  # an address below a home page
_TAG = re.compile(r"<[^<>]*>")
_UNSHOWN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """`code` is "looked", "partly_read", or why there are no entries (see kernel.reasons).

    `entries` are those new or changed since the last poll; `shown` counts all, and `times` are the publication times of
    the first ones. `seen` is to be stored for the next poll. `parts` are the addresses of a sitemap index's parts.
    `hub` and `topic` are a WebSub hub and what to subscribe to there.
    """

    code: str
    entries: tuple[Entry, ...] = ()
    title: str = ""
    home: str = ""
    language: str = ""
    detail: str = ""
    shown: int = 0
    times: tuple[datetime, ...] = ()
    seen: Seen = field(default_factory=Seen)
    wishes: PollHints = field(default_factory=PollHints)
    parts: tuple[str, ...] = ()
    hub: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as written, before validation."""

    link: str
    base: str = ""
    title: str = ""
    published: str = ""
    updated: str = ""
    summary: str = ""
    language: str = ""
    raw: bytes = b""
    other: str = ""  # an address that stands in for a link that leads nowhere, home or to the feed


def reading_of(items: Iterable[Item], *, url: str, now: datetime, seen: Seen, same: Seen | None = None) -> Reading:
    """The valid items, at most MOST_ENTRIES: "looked", or "empty_feed" if there are none.

    Items unchanged since the last poll (`seen`) are counted but not read; `same` were not even parsed.
    """
    shown = [_with_link(item, url) for item in islice(items, MOST_ENTRIES) if item.link.strip()]
    sifted = find_changed(shown, seen, same)
    found: dict[str, Entry] = {}
    times: dict[str, datetime | None] = {}
    for item, changed in sifted.fresh:
        entry = _entry(item, url, now, changed=changed)
        if entry:
            found.setdefault(entry.url, entry)
            times[item.link] = entry.published or entry.updated
    after = sifted.seen.timed(times)
    read = len(sifted.seen.marks) - len(sifted.fresh) + len(found)
    return Reading(
        "looked" if read else "empty_feed",
        tuple(found.values()),
        shown=read,
        times=after.times(_TIMES_THAT_TELL),
        seen=after if read else Seen(),
    )


def _with_link(item: Item, url: str) -> Item:
    """The item with its other address as the link, if its own cannot be read, or is the home page or the feed."""
    if not item.other or _PAGE.match(item.link.strip()):
        return item
    own, other = resolve(item.link, item.base, url), resolve(item.other, item.base, url)
    better = other and (not own or (_is_of_all(own, url) and not _is_of_all(other, url)))
    return replace(item, link=item.other) if better else item


def _is_of_all(address: str, feed: str) -> bool:
    """Whether the address is the home page, or the feed's own ("#"): of all items, and of none."""
    return (address.count("/") == 3 and address.endswith("/")) or address == resolve(feed, "", feed)


def _entry(item: Item, url: str, now: datetime, *, changed: bool | None) -> Entry | None:
    """`changed`: None for an address that is new since the last poll, else whether its change is believed."""
    address = resolve(item.link, item.base, url)
    if not address:
        return None
    return Entry(
        url=address,
        title=plain(item.title, _LONGEST_TITLE),
        published=_past(item.published, now),
        updated=_past(item.updated, now) if changed is not False else None,
        summary=plain(item.summary, _LONGEST_SUMMARY),
        language=plain(item.language, 12),
        changed=bool(changed),
    )


def resolve(link: str, base: str, url: str) -> str:
    """`link` as an absolute address, resolved by the element's base (XML Base) or the document's; "" if invalid."""
    if not link.strip():
        return ""
    for origin in (base, ""):
        try:
            return normalize(link.strip(), base=normalize(origin, base=url) if origin else url)
        except Refused:
            continue
    return ""


def _past(text: str, now: datetime) -> datetime | None:
    """Dates in the future are dropped."""
    moment = parse_date(text)
    return moment if moment and moment <= now else None


def plain(markup: str, longest: int) -> str:
    """The text without tags, scripts and entities, on one line."""
    text = markup[:_LONGEST_MARKUP]
    if "<" in text:
        text = _without_markup(text)
    if "&" in text:
        text = html.unescape(text)
        if "<" in text:
            text = _without_markup(text)
    return " ".join(_CONTROL.sub(" ", text).split())[:longest].rstrip()


def _without_markup(text: str) -> str:
    return _TAG.sub(" ", _UNSHOWN.sub(" ", text))


def merged(readings: Iterable[Reading]) -> Reading:
    """The entries of several parts as one reading; broken parts do not affect the others."""
    parts = list(readings)
    entries = {entry.url: entry for part in parts for entry in part.entries}
    shown = sum(part.shown for part in parts)
    if not shown:
        return parts[0] if parts else Reading("empty_feed")
    whole = all(part.code in ("looked", "empty_feed") for part in parts)
    seen = Seen()
    for part in parts:
        seen = seen.joined(part.seen, MOST_ENTRIES)
    return replace(
        Reading("looked" if whole else "partly_read", tuple(_newest(entries.values())), shown=shown, seen=seen),
        title=next((part.title for part in parts if part.title), ""),
        times=tuple(moment for part in parts for moment in part.times),
    )


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=_moment, reverse=True)[:MOST_ENTRIES]


def _moment(entry: Entry) -> float:
    moment = entry.published or entry.updated
    return moment.timestamp() if moment else 0.0
