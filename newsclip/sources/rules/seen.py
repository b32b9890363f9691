"""What a poll showed, in a few bytes per entry, so that the next poll reads only new and changed entries.

Many feeds stamp every entry whenever they are built, or hold a counter in its text. So a change is believed only if
most of the earlier entries are unchanged, or if exactly one entry has other words: a feed with few entries has too few
others to compare with.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Protocol

# bytes; six tell 10,000 entries apart but for one chance in five million
_LINK, _CONTENT, _STAMP, _TIME, _RAW = 6, 6, 4, 4, 6
_STAMPED = _CONTENT + _STAMP
_TIMED = _STAMPED + _TIME
_ENTRY = _LINK + _TIMED + _RAW


class Shown(Protocol):
    """An entry as written. Identifiers are ignored: some publishers generate new ones with each build."""

    @property
    def link(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def published(self) -> str: ...
    @property
    def updated(self) -> str: ...
    @property
    def raw(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """By the digest of each entry's link: digests of content and stamp, time, and the digest of its bytes.

    26 bytes an entry; `raw` is `digest_of` the entry's bytes in the document, or zeros.
    """

    marks: dict[bytes, bytes] = field(default_factory=dict)

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Seen":
        whole = len(kept) - len(kept) % _ENTRY
        return cls({kept[n : n + _LINK]: kept[n + _LINK : n + _ENTRY] for n in range(0, whole, _ENTRY)})

    def to_bytes(self) -> bytes:
        return b"".join(link + mark for link, mark in self.marks.items())

    def joined(self, older: "Seen", most: int) -> "Seen":
        """This, plus the entries that only `older` has: the newest `most`."""
        marks = self.marks | {link: mark for link, mark in older.marks.items() if link not in self.marks}
        return Seen(dict(list(marks.items())[:most]))

    def by_bytes(self) -> dict[bytes, bytes]:
        """The link's digest by the digest of the entry's bytes."""
        return {mark[_TIMED:]: link for link, mark in self.marks.items()}

    def only(self, links: Iterable[bytes]) -> "Seen":
        return Seen({link: self.marks[link] for link in links})

    def times(self, most: int) -> tuple[datetime, ...]:
        """Publication times of the first entries that have one, to the minute."""
        minutes = (int.from_bytes(mark[_STAMPED:_TIMED]) for mark in list(self.marks.values())[:most])
        return tuple(datetime.fromtimestamp(minute * 60, UTC) for minute in minutes if minute)

    def timed(self, moments: dict[str, datetime | None]) -> "Seen":
        """With these publication times, by link."""
        marks = dict(self.marks)
        for link, moment in moments.items():
            key = digest_of(link.encode("utf-8", "surrogatepass"), _LINK)
            if moment and key in marks:
                minute = int(moment.timestamp() // 60).to_bytes(_TIME)
                marks[key] = marks[key][:_STAMPED] + minute + marks[key][_TIMED:]
        return Seen(marks)


@dataclass(frozen=True, slots=True)
class ChangedItems[Item]:
    """`fresh` are the entries to read: each with None if its link is new, else whether its change is believed."""

    fresh: list[tuple[Item, bool | None]]
    seen: Seen


def find_changed[Item: Shown](items: Iterable[Item], seen: Seen, same: Seen | None = None) -> ChangedItems[Item]:
    """Separate new and changed items from unchanged ones. Of duplicate links the first counts.

    `same`: entries of the document known by their bytes, which are not among `items`.
    """
    marks: dict[bytes, bytes] = {}
    new: list[Item] = []
    restamped: list[Item] = []
    rewritten: list[Item] = []
    known = same.marks if same else {}
    alike = len(known)
    for item in items:
        link, mark = _marked(item)
        if link in marks or link in known:
            continue
        before = seen.marks.get(link, b"")
        marks[link] = mark[:_STAMPED] + (before[_STAMPED:_TIMED] or bytes(_TIME)) + mark[_STAMPED:]
        if not before:
            new.append(item)
        elif before[:_STAMPED] == mark[:_STAMPED]:
            alike += 1
        elif before[:_CONTENT] == mark[:_CONTENT]:
            restamped.append(item)
        else:
            rewritten.append(item)
    return ChangedItems(list(_fresh(new, restamped, rewritten, alike)), Seen(marks | known))


def _fresh[Item](
    new: Sequence[Item], restamped: Sequence[Item], rewritten: Sequence[Item], same: int
) -> Iterator[tuple[Item, bool | None]]:
    yield from ((item, None) for item in new)
    believed = len(restamped) + len(rewritten) <= same
    yield from ((item, believed or len(rewritten) == 1) for item in rewritten)
    if believed:
        yield from ((item, True) for item in restamped)


def _marked(item: Shown) -> tuple[bytes, bytes]:
    content = f"{item.title}\0{item.published}\0{item.summary}"
    link, words, stamp = (text.encode("utf-8", "surrogatepass") for text in (item.link, content, item.updated))
    mark = digest_of(words, _CONTENT) + digest_of(stamp, _STAMP) + (item.raw or bytes(_RAW))
    return digest_of(link, _LINK), mark


def digest_of(words: bytes, size: int = _RAW) -> bytes:
    return blake2b(words, digest_size=size).digest()
