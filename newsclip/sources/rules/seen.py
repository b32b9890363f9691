"""What a look showed, kept in a few bytes an entry, so that the next look reads only what is new or changed.

Many feeds stamp every entry anew whenever they are built, or count something in its text. So a change is believed only
where most of the entries that were there before are as they were.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Protocol

_LINK, _CONTENT, _STAMP = 6, 6, 4
_ENTRY = _LINK + _CONTENT + _STAMP


class Shown(Protocol):
    """An entry as it is written. Identifiers do not count: some publishers make fresh ones with each build."""

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


@dataclass(frozen=True, slots=True)
class Seen:
    """By the digest of each entry's link: the digests of its content and of its stamp, 16 bytes in all."""

    marks: dict[bytes, bytes] = field(default_factory=dict)

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Seen":
        whole = len(kept) - len(kept) % _ENTRY
        return cls({kept[n : n + _LINK]: kept[n + _LINK : n + _ENTRY] for n in range(0, whole, _ENTRY)})

    def to_bytes(self) -> bytes:
        return b"".join(link + mark for link, mark in self.marks.items())

    def joined(self, older: "Seen", most: int) -> "Seen":
        """With what an older one holds beyond this, the newest `most` entries."""
        marks = self.marks | {link: mark for link, mark in older.marks.items() if link not in self.marks}
        return Seen(dict(list(marks.items())[:most]))


@dataclass(frozen=True, slots=True)
class Sifted[Item]:
    """`fresh` are the entries to read: each with None where its link is new, else whether its change is believed."""

    fresh: list[tuple[Item, bool | None]]
    seen: Seen


def sift[Item: Shown](items: Iterable[Item], seen: Seen) -> Sifted[Item]:
    """Part what is new or changed from what the last look showed just so. Of one link twice the first counts."""
    marks: dict[bytes, bytes] = {}
    new: list[Item] = []
    restamped: list[Item] = []
    rewritten: list[Item] = []
    same = 0
    for item, link, mark in _marked(items):
        if link in marks:
            continue
        marks[link] = mark
        before = seen.marks.get(link)
        if before is None:
            new.append(item)
        elif before == mark:
            same += 1
        elif before[:_CONTENT] == mark[:_CONTENT]:
            restamped.append(item)
        else:
            rewritten.append(item)
    return Sifted(list(_fresh(new, restamped, rewritten, same)), Seen(marks))


def _fresh[Item](
    new: Sequence[Item], restamped: Sequence[Item], rewritten: Sequence[Item], same: int
) -> Iterator[tuple[Item, bool | None]]:
    yield from ((item, None) for item in new)
    believed = len(restamped) + len(rewritten) <= same
    yield from ((item, believed) for item in rewritten)
    if believed:
        yield from ((item, True) for item in restamped)


def _marked[Item: Shown](items: Iterable[Item]) -> Iterator[tuple[Item, bytes, bytes]]:
    for item in items:
        content = f"{item.title}\0{item.published}\0{item.summary}"
        yield item, _digest(item.link, _LINK), _digest(content, _CONTENT) + _digest(item.updated, _STAMP)


def _digest(text: str, size: int) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
