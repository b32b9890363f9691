"""What a page says about itself outside its body, gathered once: meta elements, JSON-LD, headings."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsclip.articles.rules.jsonld import LinkedData, Thing, read_jsonld, text_of

_SPACE = re.compile(r"\s+")
_MOST_HEADINGS, _LONGEST = 5, 2_000  # headings, characters: bounds the work on hostile pages
_NAMES = ("property", "name", "itemprop", "http-equiv")


@dataclass(eq=False)
class Head:
    """The metadata of the page at `url`; each part is read on first use.

    `metas` maps lower-case names (property, name, itemprop or http-equiv) to their contents, in order.
    """

    page: LexborHTMLParser
    url: str

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self.page.css("meta[content]"):
            attributes = element.attributes
            content = (attributes.get("content") or "").strip()
            name = next((given for key in _NAMES if (given := attributes.get(key))), "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
        return found

    @cached_property
    def linked(self) -> LinkedData:
        return read_jsonld(self.page)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The first h1 elements that hold text. One that leads to the site's front page is the site's name."""
        elements = (element for element in self.page.css("h1")[:_MOST_HEADINGS] if not self._leads_home(element))
        headings = (one_line(element.text()[:_LONGEST]) for element in elements)
        return tuple(heading for heading in headings if heading)

    def _leads_home(self, heading: LexborNode) -> bool:
        link = heading.css_first("a[href]")
        target = link.attributes.get("href") or "" if link is not None else ""
        home = urlsplit(self.url)
        return target == "/" or (bool(home.netloc) and target.rstrip("/") == f"{home.scheme}://{home.netloc}")

    @cached_property
    def title_element(self) -> str:
        title = self.page.css_first("title")
        return one_line(title.text()[:_LONGEST]) if title is not None else ""

    @cached_property
    def shared_title(self) -> str:
        """The og:title. Read alone: this costs less than reading all meta elements."""
        element = self.page.css_first('meta[property="og:title"]')
        shared = (element.attributes.get("content") or "").strip() if element is not None else ""
        return shared or self.meta("og:title")

    def meta(self, *names: str) -> str:
        """The first content of the first of these names that has one."""
        return next((self.metas[name][0] for name in names if name in self.metas), "")

    @cached_property
    def article(self) -> Thing:
        """The JSON-LD article that describes this page; empty if there is none."""
        articles = self.linked.articles()
        if not articles:
            return {}
        shown = [squash(text) for text in (self.meta("og:title"), self.title_element, *self.headings) if text]

        def likeness(thing: Thing) -> tuple[bool, ...]:
            headline = squash(text_of(thing.get("headline")))
            named = any(headline and (headline in other or other in headline) for other in shown if other)
            return (named, *(bool(thing.get(key)) for key in ("datePublished", "author", "articleBody")))

        return max(articles, key=likeness)


def one_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return _SPACE.sub(" ", text).strip()


def squash(text: str) -> str:
    """Lower-case letters and digits only, to compare two spellings of a title."""
    return re.sub(r"\W+", "", unescape(text)).lower()
