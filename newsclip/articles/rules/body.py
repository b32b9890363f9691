"""Finds the article's text: the densest block of prose, without lines that do not belong to it."""

from itertools import groupby

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.block_tree import ARTICLE_BODY, HEADINGS, PARAGRAPHS, Block, Line, build_tree
from newsclip.articles.rules.paragraphs import own_lines, paragraphs

_LISTS = frozenset(("ul", "ol", "dl", "table"))
_SCRAP, _LITTLE, _HALF = 0.05, 0.3, 0.5
# On 929 pages, against 0.85 and 300: better on 28 hosts, worse on 2.
_NEARLY_ALL, _TAIL_CHARS = 0.8, 1_500
_MUCH, _TITLE, _TEASER = 300, 20, 350  # characters
_SEVERAL = 3  # alike parts make a list; two may be two paragraphs


def body_text(body: LexborNode | None, title: str, host: str = "") -> tuple[str, int]:
    """The article's text inside this element, and the number of prose characters in the whole element.

    Paragraphs are joined by one blank line; a line that repeats the title is dropped. `host` is the page's.
    """
    if body is None:
        return "", 0
    blocks = build_tree(body, host)
    _count(blocks)
    _weigh(blocks)
    root, total = _densest(blocks[0]), blocks[0].prose
    if total > _MUCH and (root is None or root.good < _LITTLE * total):
        root = _second_look(blocks, root)
    return "\n\n".join(own_lines(_lines(root), title)) if root is not None else "", total


def part_text(part: LexborNode, title: str) -> str:
    """All text in this element, a part of the body, with its headings; as `body_text` gives it otherwise."""
    blocks = build_tree(part)
    _count(blocks)
    _sum_visible(blocks)
    return "\n\n".join(own_lines(_lines(blocks[0]), title))


def _count(blocks: list[Block]) -> None:
    """Sum up what is below each block, innermost first."""
    for block in reversed(blocks):
        for part in block.parts:
            if type(part) is Block:
                block.prose += part.prose
                block.chars += part.chars
                block.linked += part.linked
                block.away += part.away
                block.headed = block.headed or part.headed
                block.titled = block.titled or part.titled
                block.body_named = block.body_named or part.body_named or part.weight >= ARTICLE_BODY > block.weight
            elif type(part) is Line:
                block.chars += part.chars
                block.linked += part.linked
                block.away += part.away
                block.prose += part.prose
                block.titled = block.titled or (part.chars >= _TITLE and part.linked - part.away >= 0.8 * part.chars)


def _weigh(blocks: list[Block]) -> None:
    """Separate the body from marginal blocks. A class name alone never excludes most of the page's prose."""
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
    """How much a line that is not prose counts against its block: labels little, links and linked headings fully."""
    if line.tag in HEADINGS:
        return line.chars if line.linked > line.chars * 0.5 else 0
    return line.linked + 0.3 * (line.chars - line.linked)


def _densest(top: Block) -> Block | None:
    """The block with the most prose and the least clutter; one marked as the article body, if it holds enough."""
    visible = list(top.visible())
    marked = [block for block in visible if block.weight >= ARTICLE_BODY]
    if marked:
        most = max(marked, key=lambda block: block.good)
        if most.good > 200 and most.good > 0.3 * top.good:
            return most
    dense = [block for block in visible if block.good > 0]
    if not dense:
        return None
    best = max(dense, key=_density)
    return _without_tail(best if best.tag == "article" else _first_of_articles(best))


def _density(block: Block) -> float:
    return (block.good - 0.6 * block.bad) * (1 + 0.15 * (block.weight - 1)) + block.depth * 0.5


def _without_tail(best: Block) -> Block:
    """The innermost block that starts with the prose and leaves little behind: a footer or an imprint."""
    while True:
        first = next((part for part in best.parts if _prose_of(part) > 0), None)
        if type(first) is not Block or first.tag in PARAGRAPHS:
            return best
        if first.good < _NEARLY_ALL * best.good or best.good - first.good > _TAIL_CHARS:
            return best
        best = first


def _prose_of(part: Block | Line) -> float:
    if type(part) is Block:
        return 0 if part.beside else part.good
    return part.prose if type(part) is Line else 0


def _first_of_articles(best: Block) -> Block:
    """The <article> that holds most of the prose; of several, the first is the page's own if it is long enough."""
    articles = _outermost(best, "article")
    if len(articles) < 2:
        return articles[0] if articles and articles[0].good > _HALF * best.good else best
    first = articles[0]
    if best.headed and not any(block.headed for block in articles):
        return best  # sections of one text, below its heading
    longest = max(block.good for block in best.visible() if block.tag == "article" and not _outermost(block, "article"))
    enough = first.good > 250 and first.good >= 0.12 * best.good and first.good >= 0.5 * longest
    return first if enough and sum(block.good for block in articles) > 0.7 * best.good else best


def _outermost(root: Block, tag: str) -> list[Block]:
    """The blocks of this tag below the root that are not nested in another one."""
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
    """Too little was found on a page with so much prose: its class names mislead, so only the plainest count."""
    for block in blocks:
        if block.beside and block.prose > _SCRAP * blocks[0].prose and _may_mislead(block):
            block.beside = False
    _sum_visible(blocks)
    again = _densest(blocks[0])
    return again if again is not None and (root is None or again.good > 1.5 * root.good) else root


def _may_mislead(block: Block) -> bool:
    return not block.hints.comments and not block.hints.chrome and block.linked < 0.3 * block.chars


def _lines(root: Block) -> list[Line]:
    """The lines below this block in order, one per paragraph, without link lists and boxes without prose."""
    found: list[Line] = []
    waiting: list[Block | Line] = [root]
    while waiting:
        part = waiting.pop()
        if type(part) is Line:
            found.extend(paragraphs(part))
        elif type(part) is Block and (part is root or not _is_furniture(part)) and not _is_link_list(part):
            teasers = _teasers(part, root.good)
            waiting.extend(inner for inner in reversed(part.parts) if inner not in teasers)
    return found


def _teasers(block: Block, good: float) -> list[Block]:
    """Sibling blocks of one kind that each link to another page with a title and a sentence or two.

    `good` is the prose of the body. Teasers hold less than half of it: some articles consist of such blocks.
    """
    inner = [part for part in block.parts if type(part) is Block and not part.beside]
    if len(inner) < _SEVERAL or not block.titled:
        return []
    groups = [list(alike) for _, alike in groupby(inner, key=lambda part: (part.tag, part.first_class))]
    return [part for group in groups if _lead_elsewhere(group, good) for part in group]


def _lead_elsewhere(group: list[Block], good: float) -> bool:
    if len(group) < _SEVERAL or group[0].tag in {"p", "tr"} or any(part.prose > _TEASER for part in group):
        return False
    titled = sum(part.titled for part in group)
    return titled >= 0.8 * len(group) and sum(part.good for part in group) < 0.35 * good


def _is_link_list(block: Block) -> bool:
    """A list that leads around the site. Links to other sites are sources, or what the article is about."""
    return block.tag in _LISTS and block.linked > _HALF * block.chars and block.away <= _HALF * block.linked


def _is_furniture(block: Block) -> bool:
    if block.beside:
        return True
    empty = block.good == 0 and block.bad > 0 and block.tag in {"div", "section", "header"}
    return empty and block.linked > 0.5 * block.chars
