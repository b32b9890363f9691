"""Discovery: the feeds that a web page names, or whether it is an article."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from newsclip.kernel.addresses import domain_of
from newsclip.kernel.depth import truncate_html
from newsclip.sources.rules.page_head import base_of, language_of, title_of
from newsclip.sources.rules.reading import plain, resolve

MOST_FEEDS = 3  # a page links to its main feeds first, then to those of comments and tags
COMMON_PLACES = ("/feed", "/rss.xml", "/atom.xml")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_FORMAT_WORDS = re.compile(r"\b(rss|atom|json|rdf|xml|feed|[012]\.\d+)\b|\W+", re.IGNORECASE)
_FEED_PATH = re.compile(r"(\.rss|\.atom|\.rdf|/rss|/atom|/feed|/(feed|rss|atom|index)\.(xml|json))/?$", re.IGNORECASE)
_CALLED = ("rss", "rss feed", "atom", "atom feed", "feed", "news feed", "rss-feed", "flux rss")
_MOST_LINKS, _LONGEST_LINK = 2000, 2000
_NOT_NEWS = re.compile(r"comment|kommentar|podcast|oembed", re.IGNORECASE)
_ARTICLE_TYPES = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "AnalysisNewsArticle",
                  "OpinionNewsArticle", "LiveBlogPosting", "ReviewNewsArticle")  # fmt: skip
_ARTICLE_PATH = re.compile(r"/(19|20)\d\d[/-]\d\d?\b|[a-z0-9](-[a-z0-9]++){3}|\d{6}|\.html?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What a page says of itself. `feeds` holds (address, title) pairs, the most likely first, without duplicates;
    `linked`: addresses that its text links to and that may be feeds of its own site.
    """

    name: str
    title: str
    language: str
    feeds: tuple[tuple[str, str], ...]
    is_article: bool
    linked: tuple[str, ...] = ()


def read_page(body: bytes, url: str) -> FoundPage:
    tree = LexborHTMLParser(truncate_html(body))
    return FoundPage(
        name=_meta(tree, "og:site_name") or _meta(tree, "application-name"),
        title=_meta(tree, "og:title") or title_of(tree),
        language=language_of(tree),
        feeds=tuple(_feeds(tree, url))[:MOST_FEEDS],
        is_article=_is_article(tree, url),
        linked=tuple(islice(_linked(tree, url), MOST_FEEDS)),
    )


def _meta(tree: LexborHTMLParser, name: str) -> str:
    found = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    return plain(found.attributes.get("content") or "", 300) if found else ""


def _feeds(tree: LexborHTMLParser, url: str) -> Iterator[tuple[str, str]]:
    contents: set[str] = set()
    base = base_of(tree)  # looked for once: it may stand anywhere in the page
    for link in tree.css("link[rel~=alternate][href]")[:_MOST_LINKS]:
        if (link.attributes.get("type") or "").lower().split(";")[0].strip() not in _FEED_TYPES:
            continue
        title = plain(link.attributes.get("title") or "", 300)
        address = resolve(link.attributes.get("href") or "", base, url)
        content = _FORMAT_WORDS.sub(" ", title).strip().lower()
        if address and content not in contents and not _NOT_NEWS.search(f"{title} {urlsplit(address).path}"):
            contents.add(content)
            yield address, title


def _linked(tree: LexborHTMLParser, url: str) -> Iterator[str]:
    """Many a page has its feed's address in its text alone: "RSS", with an icon, at the foot."""
    seen: set[str] = set()
    base = base_of(tree)
    for link in tree.css("a[href]")[:_MOST_LINKS]:
        href = (link.attributes.get("href") or "")[:_LONGEST_LINK]
        named = (link.attributes.get("type") or "").lower() in _FEED_TYPES or link.text(strip=True).lower() in _CALLED
        if not named and not _FEED_PATH.search(href.partition("?")[0]):
            continue
        address = resolve(href, base, url)
        ours = bool(address) and domain_of(address) == domain_of(url)
        if ours and address not in seen and not _NOT_NEWS.search(urlsplit(address).path):
            seen.add(address)
            yield address


def _is_article(tree: LexborHTMLParser, url: str) -> bool:
    path = urlsplit(url).path
    if path in ("", "/"):
        return False
    if _meta(tree, "og:type").lower() in ("article", "news", "blog"):
        return True
    return any(type_ in _ARTICLE_TYPES for type_ in _types(tree)) or bool(_ARTICLE_PATH.search(path))


def _types(tree: LexborHTMLParser) -> Iterator[str]:
    for script in tree.css('script[type="application/ld+json"]')[:10]:
        try:
            value = json.loads(script.text() or "")
        except (ValueError, RecursionError):
            continue
        yield from _types_in(value)


def _types_in(value: Any) -> Iterator[str]:
    """The types of the top level and of its @graph. Types nested deeper are about something else."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            types = item.get("@type")
            yield from (str(type_) for type_ in (types if isinstance(types, list) else [types]))
            yield from _types_in(item.get("@graph", []))
