"""One page of news, read: its text, and what it says about itself."""

import logging
import re
from datetime import datetime
from functools import cache, partial
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from newsclip.articles.ports import Extracted
from newsclip.articles.publishers import Publisher, publisher_at
from newsclip.articles.rules.authors import names_of, read_authors
from newsclip.articles.rules.beside import beside_heading
from newsclip.articles.rules.body import Body, own_paragraphs, read_body
from newsclip.articles.rules.dates import date_of, guess_published, read_published, read_updated
from newsclip.articles.rules.decode import decode
from newsclip.articles.rules.depth import shallow
from newsclip.articles.rules.head import Head, one_line, read_head
from newsclip.articles.rules.jsonld import text_of
from newsclip.articles.rules.kinds import kind_of
from newsclip.articles.rules.pictures import absolute, read_picture
from newsclip.articles.rules.schedule import CLOCKS_DIFFER
from newsclip.articles.rules.titles import read_site, read_title

_SHORT = 250
_LITTLE = 0.33
_MOST_TAGS = 20_000  # what trafilatura and htmldate read in a second
_WORD = re.compile(r"\w+")


def extract(html: bytes | str, url: str = "", *, now: datetime | None = None) -> Extracted:
    """Read one page. Never raises for what stands in a page; bytes that are no page raise Refused("unreadable_page").

    `now` drops times in the future; without it they stay as the page has them.
    """
    text = shallow(decode(html) if isinstance(html, bytes) else html.encode("utf-8", "replace").decode())
    own = publisher_at(url)
    page = _page(text, own)
    head = read_head(page, url)
    site = read_site(head)
    title = one_line(own.title(page)) or read_title(head, site)
    repeated = head.meta("og:title") or title
    body = _text(text, head, own, repeated)
    kind = kind_of(head, body)
    beside = cache(partial(beside_heading, head, title))  # few pages need it
    published = date_of(own.published(page)) or read_published(head, beside)
    if published is None and kind == "article" and text.count("<") < _MOST_TAGS:
        published = guess_published(text, url)
    image, alt, credit = (_sound(part) for part in read_picture(head))
    return Extracted(
        title=_sound(title),
        text=_sound(body),
        authors=tuple(_sound(name) for name in names_of(own.authors(page)) or read_authors(head, site, beside)),
        published=_past(published, now),
        updated=_past(read_updated(head), now),
        image=image,
        image_alt=alt,
        image_credit=_sound(own.image_credit(page)) or credit,
        language=_language(head),
        site=_sound(site),
        section=_sound(_section(head)),
        canonical=_sound(_canonical(head)),
        kind=kind,
    )


def _page(html: str, own: Publisher) -> LexborHTMLParser:
    """The page, without what its publisher's file leaves out."""
    page = LexborHTMLParser(html)
    while own.without and (element := page.css_first(own.without)) is not None:
        element.decompose()  # one by one: those inside it are gone with it
    return page


def _text(html: str, head: Head, own: Publisher, title: str) -> str:
    """The article's text: in the element that its publisher's file names, else where it is found."""
    named = head.page.css_first(own.body) if own.body else None
    if named is not None:
        return read_body(named, title).text
    return _best_text(html, head, read_body(head.page.body, title), title)


def _best_text(html: str, head: Head, body: Body, title: str) -> str:
    """The body's text, or another reading of the page where that is too short to be all.

    JSON-LD's articleBody is often an excerpt or a dump of the page: it counts only where it holds what was found.
    """
    text = body.text
    told = head.linked.body() if "articleBody" in html else ""
    if len(told) >= _SHORT and len(text) < 0.5 * len(told) and (len(text) < _SHORT or _share_in(text, told) > 0.8):
        return own_paragraphs(told.splitlines(), title)
    if len(html) > _SHORT and html.count("<") < _MOST_TAGS and (len(text) < _SHORT or body.share < _LITTLE):
        other = own_paragraphs(_second_reader(html).splitlines(), title)
        if len(other) > 1.25 * len(text):
            return other
    return text


def _second_reader(html: str) -> str:
    from trafilatura import extract as read  # noqa: PLC0415 — it takes longer to load than fifty pages to read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it calls every empty page an error
    return read(html, include_comments=False, fast=True) or ""


def _share_in(text: str, other: str) -> float:
    """How much of the text stands in the other, by runs of four words."""
    runs, others = _runs(text), _runs(other)
    return len(runs & others) / max(1, len(runs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))}


def _sound(text: str) -> str:
    """The text without what no database and no UTF-8 can hold: zeros and halves of surrogate pairs."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _past(when: datetime | None, now: datetime | None) -> datetime | None:
    return None if when and now and when > now + CLOCKS_DIFFER else when


def _language(head: Head) -> str:
    """ISO 639-1 code by what the page declares."""
    element = head.page.css_first("html")
    attributes = element.attributes if element is not None else {}
    declared = (
        attributes.get("lang") or attributes.get("xml:lang") or head.meta("content-language", "og:locale", "language")
    )
    code = (declared or text_of(head.article.get("inLanguage")))[:2].lower()
    return code if code.isalpha() and len(code) == 2 else ""


def _section(head: Head) -> str:
    told = head.meta("article:section", "parsely-section", "section") or text_of(head.article.get("articleSection"))
    return one_line(unescape(told))[:100]


def _canonical(head: Head) -> str:
    link = head.page.css_first('link[rel="canonical"]')
    given = (link.attributes.get("href") or "") if link is not None else ""
    return absolute(head.url, given or head.meta("og:url") or head.url)
