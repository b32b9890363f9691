"""A page as a tree of text blocks, built in one walk without recursion, so that no nesting depth can break it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.element_names import NO_HINTS, Hints, hints, unfolds
from newsclip.articles.rules.text_rules import RULES, TextRules
from newsclip.kernel.addresses import domain_of
from newsclip.kernel.reasons import Refused

_SENTENCE_ENDS = frozenset('.!?…。！？।"”’»›)]:;')
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WITHOUT_PROSE = """
    script style noscript template iframe svg button input select option textarea nav footer figure figcaption video
    audio object embed canvas map dialog picture source img link meta head -comment menu label time progress
"""
_OWN_LINES = """
    html body form p div section article main aside header li ul ol dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 table
    thead tbody tfoot tr td th center address details summary hr fieldset hgroup amp-ad
"""
_SKIPPED = frozenset(_WITHOUT_PROSE.split())
_BLOCKS = frozenset(_OWN_LINES.split())
PARAGRAPHS = HEADINGS | {"p", "blockquote", "li", "td"}
_UNNAMED = frozenset(("body", "html", "main"))
_WIDE, _WIDE_TELLS = "\u2e80", 2.5  # from this code point on: Chinese, Japanese, Korean; one counts as 2.5 letters
ARTICLE_BODY = 3.0  # what the page itself calls the body, before all that only looks like one
_WITH_HOST = ("https://", "http://", "//")
_LONGEST_HOST = 300  # characters: names have 253 at most, and a port may follow
_WORD = re.compile(r"\w+")
_LONGEST_HEADING = 300  # characters
_MOST_SLUGS = 12  # elements of a page that are searched for their heading: each search may walk all that is below
_LARGE = 0.25  # of the prose elsewhere: a smaller block is never the body (rules.body)
_INNERMOST = 12  # levels of nested marginal elements: the body is never deeper
_MOST_NAMES = (
    150_000  # characters of class and id names that are looked into: four times those of any page we have seen
)
_LIKELY = 1.5  # named like a body ("article-text")
_LANDMARK = 1.3  # an article or main element, which sites also put around teasers


class Line(NamedTuple):
    """A run of text within one block: `chars` without outer white space, `linked` of them inside links.

    `away`: those in links to other sites.
    `prose` counts the characters outside links if the run reads as sentences; it is 0 for labels and headings.
    """

    text: str
    linked: int
    chars: int
    tag: str
    prose: int
    away: int = 0


def ends_sentence(text: str) -> bool:
    return text.rstrip()[-1:] in _SENTENCE_ENDS


def make_line(text: str, linked: int, chars: int, tag: str, rules: TextRules = RULES) -> Line:
    told = chars if chars >= rules.sentence or text.isascii() or max(text) < _WIDE else chars * _WIDE_TELLS
    sentence = told >= rules.sentence or (told >= rules.short_sentence and ends_sentence(text))
    is_prose = sentence and linked < chars * 0.5 and tag not in HEADINGS
    return Line(text, linked, chars, tag, chars - linked if is_prose else 0)


class Block:
    """A block-level element with the blocks and lines in it, in order.

    `weight` grows with signs that this is the article's body; `beside` marks it as not part of the body. `headed`:
    contains an h1; `titled`: contains a line that leads around the site. `prose`, `chars`, `linked` and `away` count
    everything below it, `good` and `bad` only what is not `beside`.
    """

    __slots__ = (
        "away",
        "bad",
        "beside",
        "body_named",
        "chars",
        "depth",
        "first_class",
        "good",
        "headed",
        "hints",
        "linked",
        "parts",
        "prose",
        "tag",
        "titled",
        "weight",
    )  # fmt: skip

    def __init__(self, tag: str, depth: int, hinted: Hints = NO_HINTS) -> None:
        self.tag = tag
        self.depth = depth
        self.hints = hinted
        self.parts: list[Block | Line] = []
        self.weight = _LIKELY if hinted.body else _LANDMARK if tag in {"article", "main"} else 1.0
        self.body_named = hinted.body
        self.headed = tag == "h1"
        self.first_class, self.titled = "", False
        self.beside = hinted.beside or tag in {"aside", "form"}
        self.prose = self.chars = self.linked = self.away = 0
        self.good = self.bad = 0.0

    def visible(self) -> "Iterator[Block]":
        """This block and those below it, in order, without what is beside the body."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield block
            waiting.extend(part for part in reversed(block.parts) if type(part) is Block and not part.beside)


def build_tree(body: LexborNode, host: str = "", rules: TextRules = RULES) -> list[Block]:
    """The page's blocks, parents before children; the first is the root. `host`: the page's, without "www.".

    Blocks beside the body are walked only if they are long enough to be the body after all.
    """
    blocks = [Block("body", 0)]
    line = _Gathered(host, rules)
    beside = [(1, *found) for found in _walk(body, blocks[0], blocks, line)]
    prose = line.prose
    while beside:
        level, node, block = beside.pop()
        chars, linked = len(node.text(strip=True)), sum(len(link.text(strip=True)) for link in node.css("a"))
        if chars - linked > _LARGE * prose and level <= _INNERMOST:
            beside.extend((level + 1, *found) for found in _walk(node, block, blocks, line))
        else:
            block.chars, block.linked = chars, linked
    return blocks


def _walk(  # noqa: C901, PLR0915 — a call a node would cost half as much again
    start: LexborNode, block: Block, blocks: list[Block], line: "_Gathered"
) -> list[tuple[LexborNode, Block]]:
    """Add this element's content to `block` and its blocks to `blocks`. Returns the elements beside the body."""
    in_link = False
    beside: list[tuple[LexborNode, Block]] = []
    returns: list[tuple[LexborNode | None, Block, bool]] = []
    node = start.first_child
    while node is not None or returns:
        if node is None:
            node, outer, in_link = returns.pop()
            if outer is not block:
                line.end(block)
                block = outer
            continue
        tag, inner = node.tag or "", None
        if tag == "-text":
            line.take(node.text_content or "", in_link=in_link)
        elif tag in _BLOCKS or (tag == "figure" and _holds_a_table(node)):
            line.end(block)
            found = _block(node, tag, block.depth + 1, line)
            if found is not None and (inner := node.first_child) is not None:
                block.parts.append(found)
                blocks.append(found)
                if found.beside:
                    beside.append((node, found))
                    inner = None
                else:
                    returns.append((node.next, block, in_link))
                    block = found
        elif tag == "br":
            line.texts.append("\n")
        elif tag not in _SKIPPED and (inner := node.first_child) is not None:
            returns.append((node.next, block, in_link))
            if tag == "a":
                in_link = True
                line.follow(node.attributes.get("href") or "")
        node = inner or node.next
    line.end(block)
    return beside


@lru_cache(maxsize=1_000)
def _site_of(host: str) -> str:
    """The registrable domain: "www.gazette.example" and "news.gazette.example" are one site."""
    try:
        return domain_of(f"https://{host}")
    except Refused:
        return host


class _Gathered:
    """The line of text being gathered. `prose` counts the earlier lines, `names` the characters of element names that
    were examined, `slugs` the elements searched for a heading, `leads_away` the last link.
    """

    __slots__ = ("away", "chars", "host", "leads_away", "linked", "names", "prose", "rules", "slugs", "texts")

    def __init__(self, host: str, rules: TextRules) -> None:
        self.rules = rules
        self.texts: list[str] = []
        self.chars = self.linked = self.away = self.names = self.prose = self.slugs = 0
        self.host, self.leads_away = host, False

    def follow(self, address: str) -> None:
        """A link begins. One without a host stays on the page's site."""
        host = address.split("/", 3)[2][:_LONGEST_HOST] if address.startswith(_WITH_HOST) else ""
        other = bool(host and self.host) and host.removeprefix("www.") != self.host
        self.leads_away = other and _site_of(host) != _site_of(self.host)

    def take(self, text: str, *, in_link: bool) -> None:
        self.texts.append(text)
        if chars := len(text.strip()):
            self.chars += chars
            if in_link:
                self.linked += chars
                self.away += chars * self.leads_away

    def end(self, block: Block) -> None:
        """End the line: a block begins or ends."""
        if self.chars:
            line = make_line("".join(self.texts), self.linked, self.chars, block.tag, self.rules)
            block.parts.append(line._replace(away=self.away) if self.away else line)
            self.prose += line.prose
            self.chars = self.linked = self.away = 0
        self.texts.clear()


def _block(node: LexborNode, tag: str, depth: int, gathered: "_Gathered") -> Block | None:
    """The block of this element; None if its attributes say that it is hidden or not part of the body."""
    attributes = node.attributes
    if not attributes:
        return Block(tag, depth)
    told = attributes.get
    own_class = told("class") or ""
    names = own_class + " " if tag in HEADINGS else f"{own_class} {told('id') or ''}"  # a heading's id is its words
    if told("role") in gathered.rules.skipped_roles or (
        _is_hidden(attributes, tag) and not _unfolds(attributes, names)
    ):
        return None
    prop = told("itemprop") or ""
    if prop in gathered.rules.skipped_properties:
        return None
    if names != " " and tag not in _UNNAMED and gathered.names < _MOST_NAMES:
        gathered.names += len(names)
        hinted = hints(names, gathered.rules.names, in_paragraph=tag in PARAGRAPHS)
        if hinted.beside and gathered.slugs < _MOST_SLUGS and _is_slug(told("id") or "", node, gathered):
            hinted = hints(own_class, gathered.rules.names, in_paragraph=tag in PARAGRAPHS)
        block = Block(tag, depth, hinted)
        block.first_class = own_class.lstrip().partition(" ")[0]
    else:
        block = Block(tag, depth)
    if "articleBody" in prop:
        block.weight = ARTICLE_BODY
    return block


def _is_slug(identifier: str, node: LexborNode, gathered: "_Gathered") -> bool:
    """Whether this id is made of the words of the element's heading, so that a link can lead there."""
    least = gathered.rules.slug_words
    if identifier.count("-") < least - 1:
        return False
    gathered.slugs += 1
    heading = node.css_first("h2, h3, h4")
    words = _WORD.findall(heading.text()[:_LONGEST_HEADING].lower()) if heading is not None else []
    return len(words) >= least and "-".join(words[:least]) in identifier.lower()


def _is_hidden(attributes: dict[str, str | None], tag: str) -> bool:
    told = attributes.get
    if "hidden" in attributes and not _is_streamed(attributes):
        return True
    if told("aria-hidden") == "true" and tag != "p":  # a paragraph may be hidden from screen readers only
        return True
    return "display:none" in (told("style") or "").replace(" ", "")


def _unfolds(attributes: dict[str, str | None], names: str) -> bool:
    """Whether readers open it: it is named like it, or a button labels it."""
    return unfolds(names) or (attributes.get("role") == "region" and "aria-labelledby" in attributes)


def _holds_a_table(figure: LexborNode) -> bool:
    """Editors put tables into figures; any other figure is a picture."""
    return figure.css_first("table") is not None


def _is_streamed(attributes: dict[str, str | None]) -> bool:
    """React streams hidden parts after the page and moves them into place."""
    return (attributes.get("id") or "").startswith("S:")
