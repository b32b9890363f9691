"""Broken feeds, entry by entry: one broken entry does not affect the others, nor does the markup around them."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newsclip.sources.rules import xml_parser

MOST_PIECES = 1000  # as MOST_ENTRIES of whole documents
LONGEST_PIECE = 200_000  # bytes of one entry
_FIELDS = frozenset({"link", "guid", "id", "pubdate", "published", "updated", "description", "summary"})
_CDATA = b"<![CDATA["
_OPENS = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,30}:)?(item|entry)(?=[\s>])[^<>]{0,1000}>", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,30}:)?(?:rss|rdf|feed|channel)\b([^<>]{0,4000})>", re.IGNORECASE)
_NAMESPACE = re.compile(rb"\bxmlns(?::[\w.-]{1,30})?\s*=\s*(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}')")


def pieces(body: bytes, charset: str = "") -> "Iterator[etree._Element]":
    """The entries of a document that is not well-formed XML, each repaired separately."""
    body = xml_parser.as_utf8(body, charset)
    root = _ROOT.search(body)
    spaces = b" ".join(dict.fromkeys(_NAMESPACE.findall(root[1]))) if root else b""
    for piece in islice(_cut(body), MOST_PIECES):
        element, _ = xml_parser.parse(b"<feed " + spaces + b">" + piece + b"</feed>")
        if element is not None and len(element):
            yield _flat(element[0])


def _flat(entry: "etree._Element") -> "etree._Element":
    """Move fields that an unclosed element swallowed back to the entry."""
    for inner in [e for e in entry.iter() if xml_parser.local(e) in _FIELDS and e.getparent() is not entry]:
        entry.append(inner)
    return entry


def _cut(body: bytes) -> Iterator[bytes]:
    """Yield the bytes from an entry's opening tag to its closing tag or the next opening tag."""
    starts = list(islice(_OPENS.finditer(body), MOST_PIECES + 1))
    ends = [*(start.start() for start in starts[1:]), len(body)]
    for start, end in zip(starts, ends, strict=False):
        piece = body[start.start() : min(end, start.start() + LONGEST_PIECE)]
        if piece.rfind(_CDATA) > piece.rfind(b"]]>"):
            piece = piece.replace(_CDATA, b"")
        name = start[0][1:].split(b">")[0].split()[0]
        close = piece.rfind(b"</" + name)
        yield piece[:close] + b"</" + name + b">" if close > 0 else piece
