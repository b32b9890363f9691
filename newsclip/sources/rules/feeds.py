"""Feeds: RSS 0.9x to 2.0, RDF (RSS 1.0), Atom (RFC 4287) and JSON Feed 1.1. The good half of a broken one is kept."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import feedparser
from lxml import etree

from newsclip.sources.rules import trees
from newsclip.sources.rules.reading import Item, Reading, entries_of, plain, resolve

_ITEMS = ("item", "entry")
_ROOTS = ("rss", "rdf", "feed", "channel")
_ELSEWHERE = ("http://search.yahoo.com/mrss", "http://www.itunes.com/dtds/", "https://podcastindex.org/")
_PUBLISHED = ("pubdate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified")
_SUMMARY = ("description", "summary", "subtitle", "abstract", "encoded", "content")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MINUTE = 60
_LONGEST_TTL = 24 * 3600
_SLOW_LIMIT = 200_000
_SLOW_TAGS = 5_000


def read_feed(body: bytes, *, url: str, now: datetime, charset: str = "") -> Reading:
    """What the feed at `url` shows. Never raises for what the bytes hold."""
    if body.lstrip()[:1] in (b"{", b"["):
        return _read_json(body, url, now)
    if trees.is_html(body):
        return Reading("feed_is_html")
    root, whole = trees.parse(body, charset)
    if root is None or trees.local(root) not in _ROOTS:
        return _read_slowly(body, url, now)
    reading = _read_tree(root, url, now)
    if reading.entries:
        return reading if whole else replace(reading, code="partly_read")
    return reading if whole else _read_slowly(body, url, now)


def _read_tree(root: "etree._Element", url: str, now: datetime) -> Reading:
    channel = next((e for e in root.iter() if trees.local(e) in ("channel", "feed")), root)
    facts = {trees.local(e): e for e in reversed(channel) if trees.space(e) not in _ELSEWHERE}
    entries = entries_of(_items(root), url=url, now=now)
    return Reading(
        "looked" if entries else "empty_feed",
        entries,
        title=plain(trees.text(facts.get("title")), 300),
        home=resolve(_link(channel), channel.base or "", url),
        language=plain(trees.text(facts.get("language")) or root.get(_XML_LANG, ""), 12),
        ttl=_ttl(trees.text(facts.get("ttl"))),
    )


def _items(root: "etree._Element") -> Iterator[Item]:
    for element in root.iter():
        if trees.local(element) in _ITEMS:
            yield _item(element)


def _item(element: "etree._Element") -> Item:
    said: dict[str, str] = {}
    for child in element:
        if not trees.space(child).startswith(_ELSEWHERE):
            said.setdefault(trees.local(child), trees.text(child))
    return Item(
        link=said.get("origlink") or _link(element) or _identifier(element),
        base=element.base or "",
        title=said.get("title", ""),
        published=next((said[name] for name in _PUBLISHED if said.get(name)), ""),
        updated=next((said[name] for name in _UPDATED if said.get(name)), ""),
        summary=next((said[name] for name in _SUMMARY if said.get(name)), ""),
        language=element.get(_XML_LANG, "") or said.get("language", ""),
    )


def _link(element: "etree._Element") -> str:
    """The page itself: RSS writes it as text, Atom as href with no relation or "alternate" (RFC 4287, 4.2.7.2)."""
    other = ""
    for child in element:
        if trees.local(child) != "link":
            continue
        href = child.get("href")
        if href is None and trees.text(child):
            return trees.text(child)
        if href and child.get("rel", "alternate").lower() == "alternate":
            if child.get("type", "text/html").lower() in ("text/html", "application/xhtml+xml"):
                return href
            other = other or href
    return other


def _identifier(element: "etree._Element") -> str:
    """An identifier that is an address serves where there is no link."""
    for child in element:
        name, words = trees.local(child), trees.text(child)
        if name == "guid" and child.get("isPermaLink", "true").lower() == "false":
            continue
        if name in ("guid", "id") and words.lower().startswith(("http://", "https://")):
            return words
    return ""


def _ttl(text: str) -> int:
    return min(int(text) * _MINUTE, _LONGEST_TTL) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _read_slowly(body: bytes, url: str, now: datetime) -> Reading:
    """By feedparser, which reads what no XML parser does, and takes long over what was made to hold it up."""
    lower = body.lower()
    if not any(b"<" + name in lower for name in (b"item", b"entry", b"rss", b"feed", b"channel")):
        return Reading("feed_unreadable")
    if len(body) > _SLOW_LIMIT or body.count(b"<") > _SLOW_TAGS:
        return Reading("feed_unreadable", detail="too large to be mended")
    stream = BytesIO(body)  # bytes alone it might take for the name of a file
    found = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    items = (
        Item(
            link=str(e.get("link") or ""),
            title=str(e.get("title") or ""),
            published=str(e.get("published") or ""),
            updated=str(e.get("updated") or ""),
            summary=str(e.get("summary") or ""),
        )
        for e in found.entries
    )
    entries = entries_of(items, url=url, now=now)
    title = plain(str(found.feed.get("title") or ""), 300)
    if entries:
        return Reading("partly_read", entries, title=title, home=resolve(str(found.feed.get("link") or ""), "", url))
    return Reading("empty_feed" if found.version and not found.bozo else "feed_unreadable", title=title)


def _read_json(body: bytes, url: str, now: datetime) -> Reading:
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return Reading("feed_unreadable", detail="broken JSON")
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return Reading("feed_unreadable", detail="JSON, but no JSON Feed")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    entries = entries_of(map(_json_item, items), url=url, now=now)
    code = "empty_feed" if not entries else "looked" if len(items) == len(feed["items"]) else "partly_read"
    return Reading(
        code,
        entries,
        title=plain(_word(feed, "title"), 300),
        home=resolve(_word(feed, "home_page_url"), "", url),
        language=plain(_word(feed, "language"), 12),
    )


def _json_item(item: dict[str, Any]) -> Item:
    identifier = _word(item, "id")
    return Item(
        link=_word(item, "url") or (identifier if identifier.startswith(("http://", "https://")) else ""),
        title=_word(item, "title"),
        published=_word(item, "date_published"),
        updated=_word(item, "date_modified"),
        summary=_word(item, "summary") or _word(item, "content_text") or _word(item, "content_html"),
        language=_word(item, "language"),
    )


def _word(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
