"""Reads one page of news: its text and its metadata."""

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from newsclip.articles.ports import Extracted
from newsclip.articles.publishers import Publisher, publisher_at
from newsclip.articles.rules.author_bios import without_author_bios
from newsclip.articles.rules.authors import names_of, read_authors
from newsclip.articles.rules.byline_area import BylineArea, byline_area_of
from newsclip.articles.rules.closing_credits import closing_credits
from newsclip.articles.rules.dates import date_of, guess_published, read_published, read_updated
from newsclip.articles.rules.decode import as_utf8
from newsclip.articles.rules.head import Head, one_line, squash
from newsclip.articles.rules.jsonld import text_of
from newsclip.articles.rules.live_blog import read_live_blog
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.articles.rules.page_types import kind_of
from newsclip.articles.rules.pictures import absolute, read_picture
from newsclip.articles.rules.schedule import CLOCKS_DIFFER
from newsclip.articles.rules.text import read_text
from newsclip.articles.rules.text_rules import RULES, TextRules
from newsclip.articles.rules.titles import read_site, read_title
from newsclip.kernel.depth import truncate_html
from newsclip.language.agency_credits import EDGE, agencies_of
from newsclip.language.news_agencies import AGENCY

READ = ("article", "live_blog")
"""The kinds of pages whose text is kept."""
_MOST_TAGS = 20_000  # what htmldate handles in a second
_LABELS, _LONGEST_LABEL = 2, 80  # pieces of text on either side of the heading; characters
_LONGEST_TEXT = 200_000  # characters: three times the longest reports; only live blogs of days are longer


def extract(
    html: bytes | str,
    url: str = "",
    *,
    content_type: str = "",
    now: datetime | None = None,
    asked: datetime | None = None,
) -> Extracted:
    """Read one page. Never raises for a page's content; bytes that are no page raise Refused("unreadable_page").

    `content_type` is the HTTP header's value. `now` drops times in the future; without it they stay. `asked` is the
    time of the request, from which "2 hours ago" is counted; without it such times are ignored.
    """
    source = _source(html, content_type)
    own = publisher_at(url)
    head = Head(_page(source, own), url)
    site = read_site(head)
    title = _title(head, own, site)
    beside = cache(partial(byline_area_of, head, title))  # few pages need it
    authors = cache(partial(_authors, head, own, site, beside))
    body, entries = _read(source, head, own, title, _others(authors, site))
    kind = kind_of(head, body)
    kind = "live_blog" if entries and kind == "article" else kind
    published = date_of(own.published(head.page)) or read_published(head, beside, asked)
    if published is None and kind in READ and source.count(b"<") < _MOST_TAGS:
        published = guess_published(source.decode("utf-8", "replace"), url)
    image, alt, credit = (_sound(part) for part in read_picture(head))
    return Extracted(
        title=_sound(title),
        text=_sound(body),
        authors=tuple(map(_sound, authors())),
        published=_past(published, now),
        updated=_past(read_updated(head, beside), now),
        image=image,
        image_alt=alt,
        image_credit=_sound(own.image_credit(head.page)) or credit,
        language=_language(head),
        site=_sound(site),
        section=_sound(_section(head, beside)),
        canonical=_sound(_canonical(head)),
        kind=kind,
        entries=entries,
        agencies=_credited(source, body, authors()) if kind in READ else (),
    )


def extract_text(html: bytes | str, url: str = "", *, content_type: str = "", rules: TextRules = RULES) -> str:
    """Only the article's text, as `extract` gives it, at half the cost; by other rules, to measure these.

    Raises as `extract` does.
    """
    source = _source(html, content_type)
    own = publisher_at(url)
    head = Head(_page(source, own), url)
    site = read_site(head)
    title = _title(head, own, site)
    authors = partial(_authors, head, own, site, partial(byline_area_of, head, title))
    return _sound(_read(source, head, own, title, _others(authors, site), rules)[0])


def _authors(head: Head, own: Publisher, site: str, beside: Callable[[], BylineArea]) -> tuple[str, ...]:
    return names_of(own.authors(head.page)) or read_authors(head, site, beside)


def _credited(source: bytes, text: str, authors: tuple[str, ...]) -> tuple[str, ...]:
    """Agencies that either end of the text or a line behind it credits, and which are none of the authors."""
    within = (sign for sign in agencies_of((), text[:EDGE], text[-EDGE:]) if sign != AGENCY)
    known = agencies_of(authors, "", "")
    return tuple(one for one in dict.fromkeys((*within, *closing_credits(source, text))) if one not in known)


def _others(authors: Callable[[], tuple[str, ...]], site: str) -> Callable[[], list[str]]:
    """These authors without the site itself."""
    return lambda: [name for name in authors() if squash(name) != squash(site)]


def _read(
    source: bytes,
    head: Head,
    own: Publisher,
    title: str,
    authors: Callable[[], list[str]],
    rules: TextRules = RULES,
) -> tuple[str, tuple[str, ...]]:
    """The text, without profiles of its authors, and how each entry of a live blog begins in it."""
    text = read_text(source, head, own.body, head.shared_title or title, rules)
    blog = read_live_blog(head, source, text, head.shared_title or title)
    if blog is None:
        return _bounded(without_author_bios(text, authors, rules.profiles)), ()
    bounded = _bounded(blog.text)
    return bounded, tuple(_sound(entry) for entry in blog.entries)


def _bounded(text: str) -> str:
    """The first paragraphs, up to _LONGEST_TEXT."""
    if len(text) <= _LONGEST_TEXT:
        return text
    end = text.rfind("\n\n", 0, _LONGEST_TEXT)
    return text[: end if end > 0 else _LONGEST_TEXT]


def _source(html: bytes | str, content_type: str) -> bytes:
    return truncate_html(as_utf8(html, content_type) if isinstance(html, bytes) else html.encode("utf-8", "replace"))


def _title(head: Head, own: Publisher, site: str) -> str:
    return one_line(own.title(head.page)) or read_title(head, site)


def _page(source: bytes, own: Publisher) -> LexborHTMLParser:
    """The page, without the elements that its publisher's file removes."""
    page = LexborHTMLParser(source)
    while own.without and (element := page.css_first(own.without)) is not None:
        element.decompose()  # one at a time: elements nested in it go with it
    return page


def _sound(text: str) -> str:
    """Drop what neither databases nor UTF-8 can hold: NUL characters and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _past(when: datetime | None, now: datetime | None) -> datetime | None:
    return None if when and now and when > now + CLOCKS_DIFFER else when


def _language(head: Head) -> str:
    """The ISO 639-1 code that the page declares."""
    element = head.page.css_first("html")
    attributes = element.attributes if element is not None else {}
    declared = (
        attributes.get("lang") or attributes.get("xml:lang") or head.meta("content-language", "og:locale", "language")
    )
    code = (declared or text_of(head.article.get("inLanguage")))[:2].lower()
    return code if code.isalpha() and len(code) == 2 else ""


def _section(head: Head, beside: Callable[[], BylineArea]) -> str:
    """What the page declares, or the label at its heading that says whose view it is ("Kommentar von Jan Reyl")."""
    told = head.meta("article:section", "parsely-section", "section") or text_of(head.article.get("articleSection"))
    return one_line(unescape(told))[:100] or _label(beside())


def _label(beside: BylineArea) -> str:
    """A bare one counts right behind the heading alone: elsewhere it leads to a section of the site."""
    views = page_patterns().views
    labels = [
        views.match(one_line(piece[:_LONGEST_LABEL])) for piece in (*beside.after[:_LABELS], *beside.before[:_LABELS])
    ]
    return next((label[1] for at, label in enumerate(labels) if label and (label[2] or not at)), "")


def _canonical(head: Head) -> str:
    """The address that the page names as its own; empty if it names none."""
    link = head.page.css_first('link[rel="canonical"]')
    given = (link.attributes.get("href") or "") if link is not None else ""
    named = given or head.meta("og:url")
    return absolute(head.url, named) if named else ""
