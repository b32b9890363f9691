"""The article's own text: the densest block of prose, without the lines that do not belong to it."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.head import one_line
from newsclip.articles.rules.lines import is_byline, is_credit, is_junk, opens_tail
from newsclip.articles.rules.tree import ARTICLE_BODY, HEADINGS, Block, Line, ends_sentence, make_line, plant

_NO_WORD = re.compile(r"\W+")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_LISTS = frozenset(("ul", "ol", "dl", "table"))
_SCRAP, _LITTLE, _MOSTLY, _NEARLY_ALL, _TAIL_CHARS = 0.05, 0.3, 0.5, 0.85, 300
_MUCH = 300  # characters


def body_text(body: LexborNode | None, title: str) -> str:
    """The article's text in this element, paragraphs joined by one blank line; without a line that is the title."""
    if body is None:
        return ""
    blocks = plant(body)
    _count(blocks)
    _weigh(blocks)
    root, total = _densest(blocks[0]), blocks[0].prose
    if total > _MUCH and (root is None or root.good < _LITTLE * total):
        root = _second_look(blocks, root)
    return "\n\n".join(_own_lines(_lines(root), title)) if root is not None else ""


def own_paragraphs(lines: Iterable[str], title: str) -> str:
    """The text of these lines without those that are furniture of the page or repeat the title."""
    words = (one_line(line) for line in lines)
    return "\n\n".join(_own_lines([make_line(text, 0, len(text), "p") for text in words if text], title))


def is_prose(text: str) -> bool:
    """Whether most of it are sentences rather than labels."""
    lines = [make_line(line, 0, len(line), "p") for line in text.split("\n\n")]
    return sum(line.prose for line in lines) > _MOSTLY * sum(line.chars for line in lines)


def _count(blocks: list[Block]) -> None:
    """Sum up what is under each block, the innermost first."""
    for block in reversed(blocks):
        for part in block.parts:
            if type(part) is Block:
                block.prose += part.prose
                block.chars += part.chars
                block.linked += part.linked
                block.headed = block.headed or part.headed
                block.body_named = block.body_named or part.body_named or part.weight >= ARTICLE_BODY > block.weight
            elif type(part) is Line:
                block.chars += part.chars
                block.linked += part.linked
                block.prose += part.prose


def _weigh(blocks: list[Block]) -> None:
    """Tell the body's prose from what stands beside it. A name alone does not set most of the page's prose aside."""
    total = blocks[0].prose or 1
    for block in blocks:
        if block.beside and _holds_the_body(block, total):
            block.beside = False
    _sum_visible(blocks)


def _holds_the_body(block: Block, total: int) -> bool:
    if block.headed and block.prose > 0.9 * total:
        return True
    if block.hints.comments:
        return False
    if block.hints.firm:
        return block.prose > 0.9 * total or (block.body_named and block.prose > 0.6 * total)
    likely = block.body_named or block.weight > 1.4
    return block.prose > 0.45 * total or (likely and block.prose > 0.2 * total)


def _sum_visible(blocks: list[Block]) -> None:
    for block in reversed(blocks):
        good = bad = 0.0
        for part in block.parts:
            if type(part) is Block:
                if not part.beside:
                    good += part.good
                    bad += part.bad
            elif type(part) is Line:
                if part.prose:
                    good += part.prose
                else:
                    bad += _badness(part)
        block.good, block.bad = good, bad


def _badness(line: Line) -> float:
    """How much a line that is no prose counts against its block: labels a little, links and headings of links fully."""
    if line.tag in HEADINGS:
        return line.chars if line.linked > line.chars * 0.5 else 0
    return line.linked + 0.3 * (line.chars - line.linked)


def _densest(top: Block) -> Block | None:
    """The block with most prose and least of the rest; one marked as the article's body, where it holds enough."""
    marked = [block for block in top.visible() if block.weight >= ARTICLE_BODY]
    if marked:
        most = max(marked, key=lambda block: block.good)
        if most.good > 200 and most.good > 0.3 * top.good:
            return most
    dense = [block for block in top.visible() if block.good > 0]
    if not dense:
        return None
    best = max(dense, key=_density)
    return _without_tail(best if best.tag == "article" else _first_of_articles(best))


def _density(block: Block) -> float:
    return (block.good - 0.6 * block.bad) * (1 + 0.15 * (block.weight - 1)) + block.depth * 0.5


def _without_tail(best: Block) -> Block:
    """The innermost block that the prose begins with, where what stands after it is little: a footer, an imprint."""
    while True:
        first = next((part for part in best.parts if _prose_of(part) > 0), None)
        if type(first) is not Block:
            return best
        if first.good < _NEARLY_ALL * best.good or best.good - first.good > _TAIL_CHARS:
            return best
        best = first


def _prose_of(part: Block | Line) -> float:
    if type(part) is Block:
        return 0 if part.beside else part.good
    return part.prose if type(part) is Line else 0


def _first_of_articles(best: Block) -> Block:
    """Of several <article> siblings the first is the page's own, if it is long enough beside the others."""
    articles = _outermost(best, "article")
    if len(articles) < 2:
        return best
    first = articles[0]
    longest = max(block.good for block in best.visible() if block.tag == "article" and not _outermost(block, "article"))
    enough = first.good > 250 and first.good >= 0.12 * best.good and first.good >= 0.5 * longest
    return first if enough and sum(block.good for block in articles) > 0.7 * best.good else best


def _outermost(root: Block, tag: str) -> list[Block]:
    """The blocks of this tag under the root that stand in no other of them."""
    found = []
    waiting = [part for part in reversed(root.parts) if type(part) is Block]
    while waiting:
        block = waiting.pop()
        if block.beside:
            continue
        if block.tag == tag:
            found.append(block)
        else:
            waiting.extend(part for part in reversed(block.parts) if type(part) is Block)
    return found


def _second_look(blocks: list[Block], root: Block | None) -> Block | None:
    """Little was found for a page with so much prose: its names mislead, so that only the plainest of them count."""
    for block in blocks:
        if block.beside and block.prose > _SCRAP * blocks[0].prose and _may_mislead(block):
            block.beside = False
    _sum_visible(blocks)
    again = _densest(blocks[0])
    return again if again is not None and (root is None or again.good > 1.5 * root.good) else root


def _may_mislead(block: Block) -> bool:
    return not block.hints.comments and not block.hints.chrome and block.linked < 0.3 * block.chars


def _lines(root: Block) -> list[Line]:
    """The lines under this block in order, each one paragraph, without lists of links and boxes without prose."""
    found: list[Line] = []
    waiting: list[Block | Line] = [root]
    while waiting:
        part = waiting.pop()
        if type(part) is Line:
            found.extend(_paragraphs(part))
        elif type(part) is Block and (part is root or not _is_furniture(part)) and not _is_link_list(part):
            waiting.extend(reversed(part.parts))
    return found


def _is_link_list(block: Block) -> bool:
    return block.tag in _LISTS and block.linked > 0.5 * block.chars


def _is_furniture(block: Block) -> bool:
    if block.beside:
        return True
    empty = block.good == 0 and block.bad > 0 and block.tag in {"div", "section", "header"}
    return empty and block.linked > 0.5 * block.chars


def _paragraphs(line: Line) -> list[Line]:
    pieces = _EMPTY_LINE.split(line.text) if "\n" in line.text and line.tag != "pre" else [line.text]
    words = (" ".join(piece.replace("\u200b", " ").split()) for piece in pieces)
    return [line._replace(text=piece) for piece in words if piece]


def _own_lines(lines: list[Line], title: str) -> list[str]:
    squashed = _squash(title)
    seen: set[str] = set()
    kept = []
    for line in lines:
        if len(line.text) >= 40:
            if line.text in seen:
                continue
            seen.add(line.text)
        if not _is_foreign(line) and not _repeats(line.text, squashed):
            kept.append(line)
    return [line.text for line in _trimmed(kept)]


def _is_foreign(line: Line) -> bool:
    text, linked = line.text, line.linked / line.chars
    if line.tag == "h1" or text[0] == "<" or is_credit(text) or is_junk(text) or is_byline(text):
        return True
    if linked > 0.9 and len(text) < 160:
        return True
    return linked > 0.6 and len(text) < 250 and not ends_sentence(text)


def _repeats(text: str, squashed_title: str) -> bool:
    if not squashed_title or len(text) >= min(300, 2 * len(squashed_title) + 40):
        return False
    squashed = _squash(text)
    return bool(squashed) and (squashed == squashed_title or (len(squashed) > 20 and squashed in squashed_title))


def _squash(text: str) -> str:
    return _NO_WORD.sub("", text).lower()


def _trimmed(lines: list[Line]) -> list[Line]:
    """Without what follows the article, headings that head nothing, and the labels before its first sentence."""
    sizes = [len(line.text) for line in lines]
    for i, line in enumerate(lines):
        if line.tag in HEADINGS and opens_tail(line.text) and sum(sizes[:i]) > sum(sizes[i:]):
            lines = lines[:i]
            break
    last = len(lines)
    while last and (lines[last - 1].tag in HEADINGS or _is_last_label(lines[last - 1])):
        last -= 1
    first = 0
    while first < last and _is_label(lines[first]):
        first += 1
    return lines[first:last]


def _is_last_label(line: Line) -> bool:
    """A last line that is no sentence: a place and a name, or the label of a list that was left out."""
    if line.tag == "li" or len(line.text) >= 60:
        return False
    return not ends_sentence(line.text) or (len(line.text) < 30 and line.text.endswith(":"))


def _is_label(line: Line) -> bool:
    return line.tag not in HEADINGS and len(line.text) < 60 and not ends_sentence(line.text)
