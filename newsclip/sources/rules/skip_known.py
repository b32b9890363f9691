"""Entries whose bytes are unchanged since the last poll are cut out before parsing."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsclip.sources.rules.seen import Seen, digest_of

_NAMES = (b"item", b"entry")
_AFTER_NAME = frozenset((b"", b" ", b">", b"\t", b"\r", b"\n"))


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left to parse, the entries cut out, and the byte digests of the others in order."""

    body: bytes
    same: Seen = field(default_factory=Seen)
    raw: tuple[bytes, ...] = ()


def cut(body: bytes, seen: Seen) -> Cut:
    """Cuts nothing unless the entries follow each other without nesting."""
    name = max(_NAMES, key=lambda name: body.count(b"</" + name + b">"))
    spans = list(_spans(body, name))
    if not _are_plain(body, spans, name):
        return Cut(body)
    known, same, raw, left, at = seen.by_bytes(), [], [], [], 0
    for start, end in spans:
        digest = digest_of(body[start:end])
        if digest in known:
            same.append(known[digest])
            left.append(body[at:start])
            at = end
        else:
            raw.append(digest)
    left.append(body[at:])
    return Cut(b"".join(left), seen.only(same), tuple(raw))


def _spans(body: bytes, name: bytes) -> Iterator[tuple[int, int]]:
    opens, closes = b"<" + name, b"</" + name + b">"
    start = body.find(opens)
    while start >= 0:
        end = body.find(closes, start)
        if end < 0:
            return
        if body[start + len(opens) : start + len(opens) + 1] in _AFTER_NAME:
            yield start, end + len(closes)
        start = body.find(opens, end)


def _are_plain(body: bytes, spans: list[tuple[int, int]], name: bytes) -> bool:
    """Whether every entry was found, and none ends inside a text that only mentions its end tag."""
    if len(spans) != body.count(b"</" + name + b">") or b"<!--" in body:
        return False
    return all(body.count(b"<![CDATA[", *span) == body.count(b"]]>", *span) for span in spans)
