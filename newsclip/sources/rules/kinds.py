"""Detects a document's kind from its first bytes; the Content-Type header counts less."""

import re
from collections.abc import Mapping
from typing import Literal

from newsclip.sources.rules import xml_parser
from newsclip.sources.rules.sitemaps import unpacked

type DocumentKind = Literal["feed", "sitemap", "page", "other"]

_HEAD = 4096  # bytes examined
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?(rss|rdf|feed|channel|urlset|sitemapindex)\b", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]+)", re.IGNORECASE)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def kind_of(body: bytes, headers: Mapping[str, str]) -> DocumentKind:
    """`headers`: names in lower case."""
    start = unpacked(body)[:_HEAD] if body[:2] == b"\x1f\x8b" else body[:_HEAD]
    type_ = headers.get("content-type", "").lower()
    start = start.replace(b"\x00", b"")  # makes the root element of a UTF-16 document visible
    if xml_parser.is_html(start):
        return "page"
    root = _ROOT.search(start)
    if root:
        return "sitemap" if root[2].lower() in (b"urlset", b"sitemapindex") else "feed"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and (b"jsonfeed.org" in start or "json" in type_):
        return "feed"
    return "page" if type_.startswith(_PAGE_TYPES) else "other"


def charset_of(headers: Mapping[str, str]) -> str:
    """The charset of the Content-Type, or ""."""
    found = _CHARSET.search(headers.get("content-type", ""))
    return found[1] if found else ""
