"""Short texts near the heading, where publishers put the byline and the date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.head import Head, one_line, squash

_AFTER, _BEFORE = 14, 4  # pieces of text: a byline stands behind the heading, seldom before it
_HEADINGS = "h1,h2,h3"
_LIKE_HEADINGS = "b,strong,font,[class*=title],[class*=headline]"
_MOST_HEADINGS, _MOST_NODES = 20, 120  # bounds the work on a page of headings alone
_SHORTEST_TITLE = 8  # letters and digits
_DATED = re.compile(r"(?<![a-z])(?:date|time|published|posted|pubdate|timestamp|dateline)(?![a-z])", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_DATE = 80  # characters; a longer text tells more than a date
_SILENT = frozenset(("script", "style", "noscript", "template", "-comment", "nav"))


@dataclass(eq=False)
class BylineArea:
    """Texts around this heading, each kind read on first use."""

    heading: LexborNode | None = None

    @cached_property
    def after(self) -> tuple[str, ...]:
        """Those behind the heading in page order."""
        return self._pieces(_AFTER, forward=True)

    @cached_property
    def before(self) -> tuple[str, ...]:
        """Those before it, the nearest first."""
        return self._pieces(_BEFORE, forward=False)

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """Of elements behind it whose names say that they hold a date."""
        return tuple(_dates(self.heading)) if self.heading is not None else ()

    def _pieces(self, most: int, *, forward: bool) -> tuple[str, ...]:
        return tuple(islice(_pieces(self.heading, forward=forward), most)) if self.heading is not None else ()


def byline_area_of(head: Head, title: str) -> BylineArea:
    """Empty if no heading is the title."""
    wanted = squash(title)
    if len(wanted) <= _SHORTEST_TITLE:
        return BylineArea()
    found = (_reading(head, names, wanted) for names in (_HEADINGS, _LIKE_HEADINGS))
    return BylineArea(next(filter(None, found), None))


def _reading(head: Head, names: str, wanted: str) -> LexborNode | None:
    """The first of these elements that reads as the title, ignoring a kicker before it."""
    elements = head.page.css(names)[:_MOST_HEADINGS]
    return next((node for node in elements if squash(node.text()).endswith(wanted)), None)


def _pieces(start: LexborNode, *, forward: bool) -> Iterator[str]:
    """The texts after this element in document order, or before it, nearest first."""
    for node in _nodes(start, forward=forward):
        if node.tag == "-text":
            text = (node.text_content or "").strip()
            if text:
                yield text


def _dates(start: LexborNode) -> Iterator[str]:
    for node in _nodes(start, forward=True):
        attributes = node.attributes if node.tag != "-text" else {}
        names = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}"
        if node.tag == "time" or _DATED.search(_HUMP.sub("-", names)):
            text = one_line(node.text(separator=" "))
            if text and len(text) <= _LONGEST_DATE:
                yield text


def _nodes(start: LexborNode, *, forward: bool) -> Iterator[LexborNode]:
    node = _beyond(start, forward=forward)
    for _ in range(_MOST_NODES):
        if node is None:
            return
        yield node
        inner = (node.first_child if forward else node.last_child) if node.tag not in _SILENT else None
        node = inner or _beyond(node, forward=forward)


def _beyond(node: LexborNode, *, forward: bool) -> LexborNode | None:
    """The next element or text outside this one."""
    at: LexborNode | None = node
    while at is not None:
        sibling = at.next if forward else at.prev
        if sibling is not None:
            return sibling
        at = at.parent
    return None
