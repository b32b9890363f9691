"""Who wrote the article: JSON-LD, then meta elements, then the byline."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from newsclip.articles.rules.head import Head, one_line, squash

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "cxenseparse:author", "article.author", "og:article:author", "creator", "authors", "article:author_name",
    "shareaholic:article_author_name", "dc.contributor",
)  # fmt: skip
_BYLINES = (
    '[rel="author"]', '[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', ".author-name", ".byline__name",
    ".byline-name", ".byline a", ".author a", ".byline", ".post-author", ".entry-author", ".article-author", ".author",
)  # fmt: skip
_MOST = 6
_NO_NAME = re.compile(
    r"^(?:https?:|www\.|@|admin$|editor$|redaktion$|staff$|webmaster|unknown|none|null|n/a)", re.IGNORECASE
)
_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|af|words by|written by|story by|text by|posted by|author:?)\s*:?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|,|\s\|\s|\s+(?:and|und|et|y|&|e)\s+)\s*")
_TAG = re.compile(r"<[^>]+>")
_NOT_A_BYLINE = re.compile(r"\d{4}|comment", re.IGNORECASE)


def read_authors(head: Head, site: str) -> tuple[str, ...]:
    """Names of people, or of the desk where nobody else is named; the site's own name only where nothing better is."""
    own_name = squash(site)
    given = _names(head, head.article.get("author") or head.article.get("creator"))
    found = _clean(given)
    if not _only(found, own_name):
        return tuple(found)
    for name in _METAS:
        other = _clean(head.metas.get(name, ()))
        if not _only(other, own_name):
            return tuple(other)
    return tuple(found or _from_byline(head))


def _only(names: list[str], own_name: str) -> bool:
    """Whether there is nobody among these names but the site itself."""
    return not names or (bool(own_name) and all(squash(name) == own_name for name in names))


def _from_byline(head: Head) -> list[str]:
    for selector in _BYLINES:
        elements = head.page.css(selector)[:_MOST]
        names = _clean(element.text(separator=" ") for element in elements)
        names = [name for name in names if 2 < len(name) < 50 and not _NOT_A_BYLINE.search(name)]
        if names:
            return names[:_MOST]
    return []


def _names(head: Head, value: Any) -> list[str]:
    """The names in a JSON-LD author: text, a person, a reference to one, or a list of these."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            waiting = [*item, *waiting]
        elif isinstance(item, dict):
            name = item.get("name") or head.linked.by_id.get(str(item.get("@id")), {}).get("name")
            found.extend(part for part in (name if isinstance(name, list) else [name]) if isinstance(part, str))
    return found


def _clean(given: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for text in given:
        name = _BY.sub("", one_line(_TAG.sub(" ", unescape(text)))).strip(" ,;|")
        for part in _BETWEEN.split(name) if _is_several(name) else [name]:
            if part and len(part) < 80 and not part.isdigit() and not _NO_NAME.search(part):
                found.setdefault(part.lower(), part)
    return list(found.values())


def _is_several(name: str) -> bool:
    if len(name) >= 200:
        return False
    return ";" in name or " and " in name or " und " in name or ("," in name and name.count(" ") >= 3)
