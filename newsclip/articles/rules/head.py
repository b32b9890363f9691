"""What a page says about itself outside its body, gathered once: meta elements, JSON-LD, headings."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from newsclip.articles.rules.jsonld import LinkedData, Thing, read_jsonld, text_of

_SPACE = re.compile(r"\s+")
_MOST_HEADINGS = 5


@dataclass(frozen=True)
class Head:
    """`metas` maps lower-case names (property, name, itemprop or http-equiv) to their contents, in order."""

    page: LexborHTMLParser
    url: str
    metas: dict[str, list[str]]
    linked: LinkedData
    headings: tuple[str, ...]
    title_element: str

    def meta(self, *names: str) -> str:
        """The first content of the first of these names that has one."""
        return next((self.metas[name][0] for name in names if name in self.metas), "")

    @cached_property
    def article(self) -> Thing:
        """The JSON-LD article that is this page's own; empty where there is none."""
        articles = self.linked.articles()
        if not articles:
            return {}
        shown = [squash(text) for text in (self.meta("og:title"), self.title_element, *self.headings) if text]

        def likeness(thing: Thing) -> tuple[bool, ...]:
            headline = squash(text_of(thing.get("headline")))
            named = any(headline and (headline in other or other in headline) for other in shown if other)
            return (named, *(bool(thing.get(key)) for key in ("datePublished", "author", "articleBody")))

        return max(articles, key=likeness)


def read_head(page: LexborHTMLParser, url: str) -> Head:
    metas: dict[str, list[str]] = {}
    for element in page.css("meta[content]"):
        attributes = element.attributes
        name = next(
            (attributes[key] for key in ("property", "name", "itemprop", "http-equiv") if attributes.get(key)), ""
        )
        content = (attributes.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    headings = (one_line(element.text()) for element in page.css("h1")[:_MOST_HEADINGS])
    title = page.css_first("title")
    return Head(
        page=page,
        url=url,
        metas=metas,
        linked=read_jsonld(page),
        headings=tuple(heading for heading in headings if heading),
        title_element=one_line(title.text()) if title is not None else "",
    )


def one_line(text: str) -> str:
    """The text with runs of white space as one space, and none around it."""
    return _SPACE.sub(" ", text).strip()


def squash(text: str) -> str:
    """Letters and digits alone, in lower case: what two writings of one title share."""
    return re.sub(r"\W+", "", unescape(text)).lower()
