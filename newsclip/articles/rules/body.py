"""Finds the article's text: the densest block of prose, without lines that do not belong to it."""

from functools import partial
from itertools import groupby

from selectolax.lexbor import LexborNode

from newsclip.articles.rules.block_tree import ARTICLE_BODY, HEADINGS, PARAGRAPHS, Block, Line, build_tree
from newsclip.articles.rules.paragraphs import own_lines, paragraphs
from newsclip.articles.rules.text_rules import RULES, TextRules

_LISTS = frozenset(("ul", "ol", "dl", "table"))
_SCRAP = 0.05
_MUCH, _TITLE = 300, 20  # characters
_SEVERAL = 3  # alike parts make a list; two may be two paragraphs


def body_text(body: LexborNode | None, title: str, host: str = "", rules: TextRules = RULES) -> tuple[str, int]:
    """The article's text inside this element, and the number of prose characters in the whole element.

    Paragraphs are joined by one blank line; a line that repeats the title is dropped. `host` is the page's.
    """
    if body is None:
        return "", 0
    blocks = build_tree(body, host, rules)
    _count(blocks, rules)
    _weigh(blocks, rules)
    root, total = _densest(blocks[0], rules), blocks[0].prose
    if total > _MUCH and (root is None or root.good < rules.second_look * total):
        root = _second_look(blocks, root, rules)
    return "\n\n".join(own_lines(_lines(root, rules), title, rules)) if root is not None else "", total


def part_text(part: LexborNode, title: str) -> str:
    """All text in this element, a part of the body, with its headings; as `body_text` gives it otherwise."""
    blocks = build_tree(part)
    _count(blocks, RULES)
    _sum_visible(blocks, RULES)
    return "\n\n".join(own_lines(_lines(blocks[0], RULES), title))


def _count(blocks: list[Block], rules: TextRules) -> None:
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
                block.titled = block.titled or (
                    part.chars >= _TITLE and part.linked - rules.away_titles * part.away >= 0.8 * part.chars
                )


def _weigh(blocks: list[Block], rules: TextRules) -> None:
    """Separate the body from marginal blocks. A class name alone never excludes most of the page's prose."""
    total = blocks[0].prose or 1
    for block in blocks:
        if block.beside and _holds_the_body(block, total, rules):
            block.beside = False
    _sum_visible(blocks, rules)


def _holds_the_body(block: Block, total: int, rules: TextRules) -> bool:
    if block.hints.comments:
        return False
    if block.hints.firm:
        return block.prose > rules.firm_most * total or (
            block.body_named and block.prose > rules.firm_likely_most * total
        )
    return block.prose > rules.unnamed_most * total


def _sum_visible(blocks: list[Block], rules: TextRules) -> None:
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
                    bad += _badness(part, rules)
        block.good, block.bad = good, bad


def _badness(line: Line, rules: TextRules) -> float:
    """How much a line that is not prose counts against its block: labels little, links and linked headings fully."""
    if line.tag in HEADINGS:
        return line.chars if line.linked > line.chars * 0.5 else 0
    return line.linked + rules.label_clutter * (line.chars - line.linked)


def _densest(top: Block, rules: TextRules) -> Block | None:
    """The block with the most prose and the least clutter; one marked as the article body, if it holds enough."""
    visible = list(top.visible())
    marked = [block for block in visible if block.weight >= ARTICLE_BODY]
    if marked:
        most = max(marked, key=lambda block: block.good)
        if most.good > 200 and most.good > rules.marked_body * top.good:
            return most
    dense = [block for block in visible if block.good > 0]
    if not dense:
        return None
    best = max(dense, key=partial(_density, rules))
    return _without_tail(best if best.tag == "article" else _first_of_articles(best, rules), rules)


def _density(rules: TextRules, block: Block) -> float:
    signs = 1 + rules.named_body * (block.weight - 1)
    return (block.good - rules.clutter * block.bad) * signs + block.depth * rules.deeper


def _without_tail(best: Block, rules: TextRules) -> Block:
    """The innermost block that starts with the prose and leaves little behind: a footer or an imprint."""
    while True:
        first = next((part for part in best.parts if _prose_of(part) > 0), None)
        if type(first) is not Block or first.tag in PARAGRAPHS:
            return best
        if first.good < rules.tail * best.good or best.good - first.good > rules.tail_chars:
            return best
        best = first


def _prose_of(part: Block | Line) -> float:
    if type(part) is Block:
        return 0 if part.beside else part.good
    return part.prose if type(part) is Line else 0


def _first_of_articles(best: Block, rules: TextRules) -> Block:
    """The <article> that holds most of the prose; of several, the first is the page's own if it is long enough."""
    articles = _outermost(best, "article")
    if len(articles) < 2:
        return articles[0] if articles and articles[0].good > rules.one_article * best.good else best
    first = articles[0]
    if best.headed and not any(block.headed for block in articles):
        return best  # sections of one text, below its heading
    longest = max(block.good for block in best.visible() if block.tag == "article" and not _outermost(block, "article"))
    enough = first.good > 250 and first.good >= 0.12 * best.good and first.good >= 0.5 * longest
    return first if enough and sum(block.good for block in articles) > rules.several_articles * best.good else best


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


def _second_look(blocks: list[Block], root: Block | None, rules: TextRules) -> Block | None:
    """Too little was found on a page with so much prose: its class names mislead, so only the plainest count."""
    for block in blocks:
        if block.beside and block.prose > _SCRAP * blocks[0].prose and _may_mislead(block):
            block.beside = False
    _sum_visible(blocks, rules)
    again = _densest(blocks[0], rules)
    return again if again is not None and (root is None or again.good > 1.5 * root.good) else root


def _may_mislead(block: Block) -> bool:
    return not block.hints.comments and not block.hints.chrome and block.linked < 0.3 * block.chars


def _lines(root: Block, rules: TextRules) -> list[Line]:
    """The lines below this block in order, one per paragraph, without link lists and boxes without prose."""
    found: list[Line] = []
    waiting: list[Block | Line] = [root]
    while waiting:
        part = waiting.pop()
        if type(part) is Line:
            found.extend(paragraphs(part))
        elif (
            type(part) is Block and (part is root or not _is_furniture(part, rules)) and not _is_link_list(part, rules)
        ):
            teasers = _teasers(part, root.good, rules)
            waiting.extend(inner for inner in reversed(part.parts) if inner not in teasers)
    return found


def _teasers(block: Block, good: float, rules: TextRules) -> list[Block]:
    """Sibling blocks of one kind that each link to another page with a title and a sentence or two.

    `good` is the prose of the body. Teasers hold less than half of it: some articles consist of such blocks.
    """
    inner = [part for part in block.parts if type(part) is Block and not part.beside]
    if len(inner) < _SEVERAL or not block.titled:
        return []
    groups = [list(alike) for _, alike in groupby(inner, key=lambda part: (part.tag, part.first_class))]
    return [part for group in groups if _lead_elsewhere(group, good, rules) for part in group]


def _lead_elsewhere(group: list[Block], good: float, rules: TextRules) -> bool:
    if len(group) < _SEVERAL or group[0].tag in {"p", "tr"} or any(part.prose > rules.teaser for part in group):
        return False
    titled = sum(part.titled for part in group)
    return titled >= 0.8 * len(group) and sum(part.good for part in group) < rules.teasers * good


def _is_link_list(block: Block, rules: TextRules) -> bool:
    """A list that leads around the site. Links to other sites are sources, or what the article is about."""
    mostly_links = block.tag in _LISTS and block.linked > rules.link_list * block.chars
    return mostly_links and block.away <= rules.away_list * block.linked


def _is_furniture(block: Block, rules: TextRules) -> bool:
    if block.beside:
        return True
    empty = block.good == 0 and block.bad > 0 and block.tag in {"div", "section", "header"}
    return empty and block.linked > rules.link_box * block.chars
