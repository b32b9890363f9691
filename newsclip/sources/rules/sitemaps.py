"""Sitemaps (sitemaps.org 0.9) with the news extension, sitemap indexes, and both compressed by gzip."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from lxml import etree

from newsclip.language.dates import parse_date
from newsclip.sources.rules import xml_parser
from newsclip.sources.rules.reading import MOST_ENTRIES, Item, Reading, reading_of, resolve
from newsclip.sources.rules.seen import Seen

UNPACKED_LIMIT = 20 * 1024 * 1024  # bytes; bounds decompression
_GZIP = b"\x1f\x8b"
_RECENT = timedelta(days=3)  # older changes are not read
_MOST_PARTS = 3  # requests per poll of a sitemap index


def unpacked(body: bytes) -> bytes:
    """The document inside a .gz file, cut at UNPACKED_LIMIT; other bytes unchanged."""
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, UNPACKED_LIMIT)
    except zlib.error:
        return b""


def read_sitemap(body: bytes, *, url: str, now: datetime, charset: str = "", seen: Seen | None = None) -> Reading:
    """The pages of a news sitemap; of a plain one, those changed in the last three days."""
    body = unpacked(body)
    if xml_parser.is_html(body):
        return Reading("feed_is_html")
    root, whole = xml_parser.parse(body, charset)
    kind = xml_parser.local(root) if root is not None else ""
    if root is not None and kind == "sitemapindex":
        parts = _parts(root, url)
        return Reading("looked" if parts else "empty_feed", parts=parts)
    if root is None or kind != "urlset":
        return Reading("feed_unreadable")
    reading = reading_of(_items(root, now), url=url, now=now, seen=seen or Seen())
    if not reading.shown:
        return reading if whole else Reading("feed_unreadable")
    name = next((xml_parser.text(e) for e in root.iter("{*}name")), "")
    return replace(reading, code="looked" if whole else "partly_read", title=name[:300])


def _items(root: "etree._Element", now: datetime) -> Iterator[Item]:
    found = [_facts(element) for element in root if xml_parser.local(element) == "url"]
    news = [facts for facts in found if "publication_date" in facts or "title" in facts]
    for facts in news or _recent(found, now):
        yield Item(
            link=facts.get("loc", ""),
            title=facts.get("title", ""),
            published=facts.get("publication_date", ""),
            updated=facts.get("lastmod", ""),
            language=facts.get("language", ""),
        )


def _facts(element: "etree._Element") -> dict[str, str]:
    facts: dict[str, str] = {}
    for inner in element.iter():
        if not xml_parser.space(inner).startswith("http://www.google.com/schemas/sitemap-image"):
            facts.setdefault(xml_parser.local(inner), (inner.text or "").strip())
    return facts


def _recent(found: list[dict[str, str]], now: datetime) -> list[dict[str, str]]:
    dated = [(parse_date(facts.get("lastmod", "")), facts) for facts in found]
    recent = [(day, facts) for day, facts in dated if day and day >= now - _RECENT]
    return [facts for _, facts in sorted(recent, key=lambda pair: pair[0], reverse=True)][:MOST_ENTRIES]


def _parts(root: "etree._Element", url: str) -> tuple[str, ...]:
    """The most promising parts: news first, then the last changed."""
    found = []
    for element in root:
        facts = _facts(element)
        address = resolve(facts.get("loc", ""), "", url)
        changed = parse_date(facts.get("lastmod", ""))
        if address and xml_parser.local(element) == "sitemap":
            found.append(("news" in address.rpartition("/")[2].lower(), changed.timestamp() if changed else 0, address))
    return tuple(address for *_, address in sorted(found, reverse=True)[:_MOST_PARTS])
