"""Feeds: RSS 0.9x to 2.0, RDF (RSS 1.0), Atom (RFC 4287) and JSON Feed. Broken feeds are read as far as possible."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import repeat

from lxml import etree

from newsclip.sources.rules import recover, xml_parser
from newsclip.sources.rules.json_feed import read_json_feed
from newsclip.sources.rules.poll_hints import PollHints, read_hints
from newsclip.sources.rules.reading import Item, Reading, plain, reading_of, resolve
from newsclip.sources.rules.seen import Seen
from newsclip.sources.rules.skip_known import Cut, cut

_ITEMS = ("item", "entry")
_ROOTS = ("rss", "rdf", "feed", "channel", "entry")
_ELSEWHERE = ("http://search.yahoo.com/mrss", "http://www.itunes.com/dtds/", "https://podcastindex.org/")
_PUBLISHED = ("pubdate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified")
_SUMMARY = ("description", "summary", "subtitle", "abstract", "encoded", "content")
_TOLD = frozenset(("origlink", "title", "language", *_PUBLISHED, *_UPDATED, *_SUMMARY))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_feed(body: bytes, *, url: str, now: datetime, charset: str = "", seen: Seen | None = None) -> Reading:
    """The entries of the feed at `url`, without those unchanged since the last poll. Never raises for bad input."""
    seen = seen or Seen()
    if body.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        return read_json_feed(body, url=url, now=now, seen=seen)
    if xml_parser.is_html(body):
        return Reading("feed_is_html")
    left = cut(body, seen)
    root, whole = xml_parser.parse(left.body, charset)
    if whole and root is not None and xml_parser.local(root) in _ROOTS:
        return _read_tree(root, url, now, seen, left)
    root, _ = xml_parser.parse(body, charset)
    return _salvaged(body, root, url=url, now=now, charset=charset, seen=seen)


def _salvaged(
    body: bytes, root: "etree._Element | None", *, url: str, now: datetime, charset: str, seen: Seen
) -> Reading:
    """The rest of a broken document: as the parser repaired it, or entry by entry if that gives more."""
    is_feed = root is not None and xml_parser.local(root) in _ROOTS
    mended = _read_tree(root, url, now, seen, Cut(body)) if root is not None and is_feed else Reading("feed_unreadable")
    pieces = recover.pieces(body, charset)
    read = reading_of(map(_item, pieces), url=url, now=now, seen=seen)
    best = replace(read, title=mended.title, home=mended.home) if read.shown > mended.shown else mended
    return replace(best, code="partly_read" if best.shown else "feed_unreadable")


def _read_tree(root: "etree._Element", url: str, now: datetime, seen: Seen, left: Cut) -> Reading:
    channel = next((e for e in root.iter() if xml_parser.local(e) in ("channel", "feed")), root)
    facts = {xml_parser.local(e): e for e in reversed(channel) if xml_parser.space(e) not in _ELSEWHERE}
    links = _relations(channel)
    return replace(
        reading_of(_items(root, left.raw), url=url, now=now, seen=seen, same=left.same),
        title=plain(xml_parser.text(facts.get("title")), 300),
        home=resolve(_link(channel), channel.base or "", url),
        language=plain(xml_parser.text(facts.get("language")) or root.get(_XML_LANG, ""), 12),
        wishes=_wishes(facts),
        hub=resolve(links.get("hub", ""), "", url),
        topic=resolve(links.get("self", ""), "", url),
    )


def _relations(channel: "etree._Element") -> dict[str, str]:
    """The channel's atom:link elements by relation, for WebSub discovery (section 4)."""
    found: dict[str, str] = {}
    for child in channel:
        if xml_parser.local(child) == "link" and child.get("href"):
            found.setdefault(child.get("rel", "alternate").lower(), child.get("href", ""))
    return found


def _wishes(facts: "dict[str, etree._Element]") -> PollHints:
    def words(name: str) -> Iterable[str]:
        element = facts.get(name)
        return [xml_parser.text(child) for child in element] if element is not None else []

    return read_hints(
        ttl=xml_parser.text(facts.get("ttl")),
        period=xml_parser.text(facts.get("updateperiod")),
        frequency=xml_parser.text(facts.get("updatefrequency")),
        hours=words("skiphours"),
        days=words("skipdays"),
    )


def _items(root: "etree._Element", raw: Sequence[bytes]) -> Iterator[Item]:
    """`raw`: the digest of each element's bytes, if known for all of them."""
    elements = [element for element in root.iter("*") if xml_parser.names(element)[1] in _ITEMS]
    known = raw if len(raw) == len(elements) else repeat(b"")
    for element, digest in zip(elements, known, strict=False):
        yield _item(element, digest)


def _item(element: "etree._Element", raw: bytes = b"") -> Item:
    said: dict[str, str] = {}
    for child in element.iterchildren("*"):
        space, name = xml_parser.names(child)
        if name in _TOLD and name not in said and not space.startswith(_ELSEWHERE):
            said[name] = xml_parser.text(child)
    return Item(
        link=said.get("origlink") or _link(element) or _identifier(element),
        other=_identifier(element),
        base=element.base or "",
        title=said.get("title", ""),
        published=next((said[name] for name in _PUBLISHED if said.get(name)), ""),
        updated=next((said[name] for name in _UPDATED if said.get(name)), ""),
        summary=max((said.get(name, "") for name in _SUMMARY), key=len),
        language=element.get(_XML_LANG, "") or said.get("language", ""),
        raw=raw,
    )


def _link(element: "etree._Element") -> str:
    """The entry's page: RSS has it as text, Atom as href with no relation or "alternate" (RFC 4287, 4.2.7.2)."""
    other = ""
    for child in element.iterchildren("*"):
        if xml_parser.names(child)[1] != "link":
            continue
        href = child.get("href")
        if href is None and xml_parser.text(child):
            return xml_parser.text(child)
        if href and child.get("rel", "alternate").lower() == "alternate":
            if child.get("type", "text/html").lower() in ("text/html", "application/xhtml+xml"):
                return href
            other = other or href
    return other


def _identifier(element: "etree._Element") -> str:
    """An identifier that is an address, or in RSS a path from the root, stands in for a missing link."""
    for child in element:
        name, words = xml_parser.local(child), xml_parser.text(child)
        if name == "guid" and child.get("isPermaLink", "true").lower() == "false":
            continue
        if name in ("guid", "id") and words.lower().startswith(("http://", "https://")):
            return words
        if name == "guid" and words.startswith("/"):
            return words
    return ""
