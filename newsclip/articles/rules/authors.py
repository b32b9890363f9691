"""The article's authors: from JSON-LD, then meta elements, then the byline."""

import re
from collections import deque
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from newsclip.articles.rules.byline_area import BylineArea
from newsclip.articles.rules.head import Head, one_line, squash
from newsclip.articles.rules.page_patterns import page_patterns
from newsclip.language.agency_credits import is_author

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "cxenseparse:author", "article.author", "og:article:author", "creator", "authors", "article:author_name",
    "shareaholic:article_author_name", "dc.contributor",
)  # fmt: skip
_BYLINES = (
    '[rel="author"]', '[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', ".author-name", ".byline__name",
    ".byline-name", ".byline a", ".author a", ".byline", ".post-author", ".entry-author", ".article-author", ".author",
)  # fmt: skip
_MOST = 6  # authors of one article
_OTHER_MATTER = re.compile(r"\s{0,9}(?:[|•·]|\s[–—-]\s|\d)")
_A_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_LONGEST_BYLINE = 120  # characters; a longer line is a sentence that begins with "by"
_LONGEST_AUTHOR = 4_000  # characters of one author, markup and all
_LONGEST_READ = 1_000  # characters: names stand at the front of even the longest byline
_SHORT_FORM = re.compile(r"\s*\([^()]{1,20}\)$")
_TAG = re.compile(r"<[^>]{1,500}+>")
_NOT_A_BYLINE = re.compile(r"comment", re.IGNORECASE)


def read_authors(head: Head, site: str, heading: Callable[[], BylineArea]) -> tuple[str, ...]:
    """Names of people, or of the desk if no person is named; the site's own name only as a last resort."""
    own_name = squash(site)
    given = _names(head, head.article.get("author") or head.article.get("creator"))
    found = _clean(given)
    if not _only(found, own_name):
        return tuple(found)
    for name in _METAS:
        other = _clean(head.metas.get(name, ()))
        if not _only(other, own_name):
            return tuple(other)
    return tuple(found or _from_byline(head) or _from_pieces(heading()))


def _only(names: list[str], own_name: str) -> bool:
    """Whether the site itself is the only name."""
    return not names or (bool(own_name) and all(squash(name) == own_name for name in names))


def _from_byline(head: Head) -> list[str]:
    for selector in _BYLINES:
        elements = head.page.css(selector)[:_MOST]
        names = _clean(names_in_byline(element.text(separator=" ")) for element in elements)
        names = [name for name in names if 2 < len(name) < 50 and not _NOT_A_BYLINE.search(name)]
        if names:
            return names[:_MOST]
    return []


def names_of(bylines: Iterable[str]) -> tuple[str, ...]:
    """The names in these bylines, one by one."""
    return tuple(_clean(map(names_in_byline, bylines)))


def names_in_byline(text: str) -> str:
    """The byline up to a date, a clock time or a separator: "By Jane Roe | 3 March 2026" names one author."""
    text = one_line(text[:_LONGEST_READ])
    end = _OTHER_MATTER.search(text)
    names = text[: end.start()] if end else text
    if end and end[0][-1].isdigit():
        while names != (shorter := page_patterns().before_date.sub("", names)):
            names = shorter
    return names


def _from_pieces(heading: BylineArea) -> list[str]:
    """The names in the first text after the heading that begins with "By" and continues like a name."""
    bylines = (piece for piece in heading.after if len(piece) < _LONGEST_BYLINE and page_patterns().by.match(piece))
    names = (_clean([names_in_byline(piece)]) for piece in bylines)
    return next((found for found in names if found and all(_is_name(name) for name in found)), [])


def _is_name(name: str) -> bool:
    return (_A_NAME.fullmatch(name) is not None and not name[0].islower()) or is_author(name)


def _names(head: Head, value: Any) -> list[str]:
    """The names in a JSON-LD author: text, a person, a reference to one, or a list of these."""
    found: list[str] = []
    waiting = deque([value])
    while waiting:
        item = waiting.popleft()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            waiting.extendleft(reversed(item))
        elif isinstance(item, dict):
            name = item.get("name") or head.linked.by_id.get(str(item.get("@id")), {}).get("name")
            found.extend(part for part in (name if isinstance(name, list) else [name]) if isinstance(part, str))
    return found


def _clean(given: Iterable[str]) -> list[str]:
    words, found = page_patterns(), dict[str, str]()
    for text in given:
        line = one_line(_TAG.sub(" ", unescape(text[:_LONGEST_AUTHOR])))
        name = _SHORT_FORM.sub("", words.by.sub("", line).strip(" ,;|"))
        for part in words.several.split(name) if _is_several(name) else [name]:
            if part and len(part) < 80 and not part.isdigit() and not words.nobody.search(part):
                found.setdefault(part.lower(), part)
    return list(found.values())


def _is_several(name: str) -> bool:
    if len(name) >= 200:
        return False
    return ";" in name or bool(page_patterns().ands.search(name)) or ("," in name and name.count(" ") >= 3)
