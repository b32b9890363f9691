"""A page as blocks of text: one walk over the parsed page, without recursion, so that no nesting can break it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.names import NO_HINTS, Hints, hints

SENTENCE_END = re.compile(r"[.!?…。！？।\"”’»›)\]:;]\s*$")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SKIPPED = frozenset(
    "script style noscript template iframe svg button input select option textarea nav footer figure figcaption video"
    " audio object embed canvas map dialog picture source img link meta head -comment menu label time progress".split()
)
_BLOCKS = frozenset(
    "html body form p div section article main aside header li ul ol dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 table"
    " thead tbody tfoot tr td th center address details summary hr fieldset hgroup amp-ad".split()
)
_PARAGRAPHS = frozenset("p blockquote li td h1 h2 h3 h4 h5 h6".split())
_UNNAMED = frozenset(("body", "html", "main"))
_SKIPPED_ROLES = frozenset("navigation complementary search banner contentinfo dialog menu form alert".split())
_SKIPPED_PROPERTIES = frozenset("author datePublished headline name image publisher dateModified".split())
ARTICLE_BODY = 3.0
_LIKELY = 1.5
_LANDMARK = 1.3


class Line(NamedTuple):
    """A run of text within one block: `chars` without outer white space, `linked` of them inside links."""

    text: str
    linked: int
    chars: int
    tag: str

    @property
    def is_prose(self) -> bool:
        if self.tag in HEADINGS or self.linked >= self.chars * 0.5:
            return False
        return self.chars >= 80 or (self.chars >= 25 and SENTENCE_END.search(self.text) is not None)


class Block:
    """An element that stands on its own lines, with the blocks and lines in it, in order.

    `weight` grows with the signs that it is the article's body; `beside` says that it is not part of it.
    `prose`, `chars`, `linked` count everything under it; `good` and `bad` only what is not beside.
    """

    __slots__ = (
        "bad", "beside", "body_named", "chars", "depth", "good", "hints", "linked", "parts", "prose", "run", "run_chars",
        "run_linked", "tag", "weight",
    )  # fmt: skip

    def __init__(self, tag: str, depth: int, hinted: Hints = NO_HINTS) -> None:
        self.tag = tag
        self.depth = depth
        self.hints = hinted
        self.parts: list[Block | Line] = []
        self.weight = _LIKELY if hinted.body else _LANDMARK if tag in {"article", "main"} else 1.0
        self.body_named = hinted.body
        self.beside = hinted.beside or tag in {"aside", "form"}
        self.prose = self.chars = self.linked = 0
        self.good = self.bad = 0.0
        self.run: list[str] = []
        self.run_chars = self.run_linked = 0

    def close_run(self) -> None:
        """End the line that is being gathered: another block begins or this one ends."""
        if self.run_chars:
            self.parts.append(Line("".join(self.run), self.run_linked, self.run_chars, self.tag))
        self.run = []
        self.run_chars = self.run_linked = 0

    def visible(self) -> "Iterator[Block]":
        """This block and those under it, in order, leaving out what is beside the body."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield block
            waiting.extend(part for part in reversed(block.parts) if type(part) is Block and not part.beside)


def plant(body: LexborNode) -> list[Block]:
    """The blocks of the page in document order; the first holds all the others."""
    block = Block("body", 0)
    blocks = [block]
    returns: list[tuple[LexborNode | None, Block, bool]] = []
    node, in_link = body.first_child, False
    while node is not None or returns:
        if node is None:
            node, outer, in_link = returns.pop()
            if outer is not block:
                block.close_run()
                block = outer
            continue
        tag = node.tag
        if tag == "-text":
            _take(block, node.text_content or "", in_link=in_link)
        elif tag == "br":
            block.run.append("\n")
        elif tag in _BLOCKS:
            block.close_run()
            inner = _block(node, tag or "", block.depth + 1)
            if inner is not None:
                block.parts.append(inner)
                blocks.append(inner)
                returns.append((node.next, block, in_link))
                block, node = inner, node.first_child
                continue
        elif tag not in _SKIPPED:
            returns.append((node.next, block, in_link))
            node, in_link = node.first_child, in_link or tag == "a"
            continue
        node = node.next
    block.close_run()
    return blocks


def _take(block: Block, text: str, *, in_link: bool) -> None:
    chars = len(text.strip())
    block.run.append(text)
    block.run_chars += chars
    if in_link:
        block.run_linked += chars


def _block(node: LexborNode, tag: str, depth: int) -> Block | None:
    """The block of this element, or None where its attributes say that it is hidden or not the body's."""
    attributes = node.attributes
    if not attributes:
        return Block(tag, depth)
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return None
    style = attributes.get("style")
    if style and "display:none" in style.replace(" ", ""):
        return None
    if attributes.get("role") in _SKIPPED_ROLES:
        return None
    prop = attributes.get("itemprop") or ""
    if prop in _SKIPPED_PROPERTIES:
        return None
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    named = len(names) > 1 and tag not in _UNNAMED
    block = Block(tag, depth, hints(names, in_paragraph=tag in _PARAGRAPHS) if named else NO_HINTS)
    if "articleBody" in prop:
        block.weight = ARTICLE_BODY
    return block
