"""Index pages without a feed. Articles are the links that repeat with the same markup around them, as headings do."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsclip.kernel.addresses import domain_of
from newsclip.kernel.depth import truncate_html
from newsclip.sources.rules.page_head import base_of, language_of, title_of
from newsclip.sources.rules.reading import Item, Reading, plain, reading_of, resolve
from newsclip.sources.rules.seen import Seen

FEWEST = 3  # fewer links of one form are no list
LARGEST = 4 * 1024 * 1024  # bytes
_MOST_LINKS = 3_000  # bounds the work on one page
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_AROUND = frozenset({"nav", "footer", "aside", "form", "dialog"})
_HIGHEST = 12  # ancestors of a link that are compared
_TITLE_WORDS = 3  # the fewest of a headline
_UNHEADED_WORDS = 5  # the same without a heading element
_LETTERS_A_WORD = 7  # letters: languages that join words say as much in fewer
_UNSPACED, _IDEOGRAPHS = (
    "\u0e00",
    "\u2e80",
)  # code points from which scripts are written without spaces, and from which one character is a word
_OWN_NAME = re.compile(r"(?<![^\W_])[^\W_]++(-[^\W_]++){3,}|\d{5,}")
_NO_ARTICLE = re.compile(
    r"/(tags?|topics?|categor(y|ies)|authors?|section|search|login|sign-?up|subscribe|about|contact|privacy|terms)(/|$)"
    r"|\.(jpe?g|png|gif|webp|svg|pdf|mp[34]|zip)$",
    re.IGNORECASE,
)


def read_links(body: bytes, *, url: str, now: datetime, charset: str = "", seen: Seen | None = None) -> Reading:
    """The articles that the page lists: "no_links_found" if fewer than FEWEST links share their markup."""
    tree = LexborHTMLParser(_text(body[:LARGEST], charset))
    items = _repeated(_links(tree, resolve(base_of(tree), "", url) or url, url))
    if len(items) < FEWEST:
        return Reading("no_links_found")
    found = reading_of(items, url=url, now=now, seen=seen or Seen())
    return replace(found, title=title_of(tree), language=language_of(tree))


def _text(body: bytes, charset: str) -> bytes | str:
    """Without a declared charset the parser guesses."""
    try:
        decoded = body.decode(charset) if charset else ""
    except (LookupError, UnicodeDecodeError):
        decoded = ""
    return (
        truncate_html(decoded.encode("utf-8", "replace")).decode("utf-8", "replace") if decoded else truncate_html(body)
    )


def _links(tree: LexborHTMLParser, origin: str, url: str) -> Iterator[tuple[tuple[str, ...], Item]]:
    """Each link to a page of the same site that may be an article, with its markup path."""
    domain, here = domain_of(url), urlsplit(url).path.rstrip("/")
    for link in tree.css("a[href]")[:_MOST_LINKS]:
        address = resolve(link.attributes.get("href") or "", "", origin)
        path = urlsplit(address).path.rstrip("/") if address else ""
        if not path or path == here or domain_of(address) != domain or _is_none(path):
            continue
        found = _form(link)
        if found is None:
            continue
        form, headed, place = found
        title = plain(_words(link), 500)
        if _is_headline(title, _TITLE_WORDS if headed else _UNHEADED_WORDS):
            yield (("heading", *form) if headed else form), Item(link=address, title=title, published=_time(place))


def _is_none(path: str) -> bool:
    """Whether the path is a topic, section or picture; an article's path below one does not count."""
    found = _NO_ARTICLE.search(path)
    return found is not None and _OWN_NAME.search(path, found.end()) is None


def _is_headline(title: str, words: int) -> bool:
    """Whether the title has enough words, or is long enough in fewer, or is in a script without spaces."""
    spaced = len(title.split())
    if spaced >= words:
        return True
    told = sum(
        3 if letter >= _IDEOGRAPHS else 1.5 if letter >= _UNSPACED else 1 for letter in title if letter.isalpha()
    )
    return told >= words * _LETTERS_A_WORD and (spaced > 1 or max(title) >= _UNSPACED)


def _words(link: LexborNode) -> str:
    """The heading inside the link, else the link's whole text."""
    inside = link.css_first("h1, h2, h3, h4, h5")
    return str((inside or link).text(separator=" "))


def _form(link: LexborNode) -> tuple[tuple[str, ...], bool, LexborNode] | None:
    """The names of the surrounding elements, whether a heading is among them, and the link's box; None inside
    a menu.
    """
    headed = link.css_first("h1, h2, h3, h4, h5") is not None
    names: list[str] = []
    node, place = link.parent, link
    for _ in range(_HIGHEST):
        if node is None or node.tag in (None, "body", "html"):
            break
        if node.tag in _AROUND:
            return None
        headed = headed or node.tag in _HEADINGS
        if len(names) < 3:
            names.append(str(node.tag))
            place = node
        if node.tag in ("article", "li"):
            place = node
        node = node.parent
    return tuple(names), headed, place


def _time(place: LexborNode) -> str:
    """The publication time that the box around the link shows."""
    times = place.css("time[datetime]")
    return (times[0].attributes.get("datetime") or "") if len(times) == 1 else ""


def _repeated(links: Iterator[tuple[tuple[str, ...], Item]]) -> list[Item]:
    """The links of every markup path that repeats, in page order; only headings if there are enough of them."""
    forms: defaultdict[tuple[str, ...], dict[str, Item]] = defaultdict(dict)
    order: dict[str, Item] = {}
    for form, item in links:
        forms[form].setdefault(item.link, item)
        order.setdefault(item.link, item)
    often = {form: items for form, items in forms.items() if len(items) >= FEWEST}
    headed = {link for form, items in often.items() if form[:1] == ("heading",) for link in items}
    chosen = headed or {link for items in often.values() for link in items}
    return [item for link, item in order.items() if link in chosen]
