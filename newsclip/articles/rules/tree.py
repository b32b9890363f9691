"""A page as blocks of text: one walk over the parsed page, without recursion, so that no nesting can break it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.names import NO_HINTS, Hints, hints

SENTENCE_END = re.compile(r"[.!?…。！？।\"”’»›)\]:;]\s*$")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WITHOUT_PROSE = """
    script style noscript template iframe svg button input select option textarea nav footer figure figcaption video
    audio object embed canvas map dialog picture source img link meta head -comment menu label time progress
"""
_OWN_LINES = """
    html body form p div section article main aside header li ul ol dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 table
    thead tbody tfoot tr td th center address details summary hr fieldset hgroup amp-ad
"""
_ASIDE_ROLES = "navigation complementary search banner contentinfo dialog menu form alert"
_TOLD_ELSEWHERE = "author datePublished headline name image publisher dateModified"
_SKIPPED = frozenset(_WITHOUT_PROSE.split())
_BLOCKS = frozenset(_OWN_LINES.split())
_PARAGRAPHS = HEADINGS | {"p", "blockquote", "li", "td"}
_UNNAMED = frozenset(("body", "html", "main"))
_SKIPPED_ROLES = frozenset(_ASIDE_ROLES.split())
_SKIPPED_PROPERTIES = frozenset(_TOLD_ELSEWHERE.split())
ARTICLE_BODY = 3.0
_LIKELY = 1.5
_LANDMARK = 1.3


class Line(NamedTuple):
    """A run of text within one block: `chars` without outer white space, `linked` of them inside links.

    `prose` counts the characters outside links where the run reads as sentences; it is 0 for labels and headings.
    """

    text: str
    linked: int
    chars: int
    tag: str
    prose: int


def make_line(text: str, linked: int, chars: int, tag: str) -> Line:
    sentence = chars >= 80 or (chars >= 25 and SENTENCE_END.search(text) is not None)
    is_prose = sentence and linked < chars * 0.5 and tag not in HEADINGS
    return Line(text, linked, chars, tag, chars - linked if is_prose else 0)


class Block:
    """An element that stands on its own lines, with the blocks and lines in it, in order.

    `weight` grows with the signs that it is the article's body; `beside` says that it is not part of it.
    `prose`, `chars`, `linked` count everything under it; `good` and `bad` only what is not beside.
    """

    __slots__ = (
        "bad", "beside", "body_named", "chars", "depth", "good", "hints", "linked", "parts", "prose", "tag", "weight",
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

    def visible(self) -> "Iterator[Block]":
        """This block and those under it, in order, leaving out what is beside the body."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield block
            waiting.extend(part for part in reversed(block.parts) if type(part) is Block and not part.beside)


def plant(body: LexborNode) -> list[Block]:
    """The blocks of the page in document order; the first holds all the others."""
    blocks = [Block("body", 0)]
    _Walk(blocks).through(body)
    return blocks


class _Walk:
    """A walk over the elements under one node: where it is, what it comes back to, and the line being gathered."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.block = blocks[0]
        self.in_link = False
        self.returns: list[tuple[LexborNode | None, Block, bool]] = []
        self.run: list[str] = []
        self.chars = self.linked = 0

    def through(self, body: LexborNode) -> None:
        node = body.first_child
        while node is not None or self.returns:
            node = self._step(node) if node is not None else self._back()
        self._end_line()

    def _step(self, node: LexborNode) -> LexborNode | None:
        """Take in this node; the next one to look at, None at the end of an element."""
        tag = node.tag
        if tag == "-text":
            self._take(node.text_content or "")
        elif tag in _BLOCKS:
            return self._enter_block(node, tag or "")
        elif tag == "br":
            self.run.append("\n")
        elif tag not in _SKIPPED:
            self.returns.append((node.next, self.block, self.in_link))
            self.in_link = self.in_link or tag == "a"
            return node.first_child
        return node.next

    def _enter_block(self, node: LexborNode, tag: str) -> LexborNode | None:
        self._end_line()
        inner = _block(node, tag, self.block.depth + 1)
        if inner is None:
            return node.next
        self.block.parts.append(inner)
        self.blocks.append(inner)
        self.returns.append((node.next, self.block, self.in_link))
        self.block = inner
        return node.first_child

    def _back(self) -> LexborNode | None:
        node, outer, self.in_link = self.returns.pop()
        if outer is not self.block:
            self._end_line()
            self.block = outer
        return node

    def _take(self, text: str) -> None:
        chars = len(text.strip())
        self.run.append(text)
        self.chars += chars
        if self.in_link:
            self.linked += chars

    def _end_line(self) -> None:
        """Another block begins, or this one ends."""
        if self.chars:
            self.block.parts.append(make_line("".join(self.run), self.linked, self.chars, self.block.tag))
            self.chars = self.linked = 0
        if self.run:
            self.run = []


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
