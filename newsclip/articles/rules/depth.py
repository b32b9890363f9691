"""Pages larger than any article is are cut before they are parsed: parsers pay for depth by its square."""

import re

_DEEPEST = 1_500
_FEW_TAGS, _MOST_TAGS = 6_000, 100_000
_MANY_ATTRIBUTES = 20_000
_CROWDED = re.compile(r"<[a-zA-Z](?:[^<>=]*+=){1000}")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_OPEN_ENDED = """
    area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option tbody thead tfoot
    html head body script style path
"""
_NOT_NESTED = frozenset(_OPEN_ENDED.split())


def shallow(html: str) -> str:
    """The page up to where it holds more than any article's page does; all of it for any page but a hostile one."""
    if html.count("=") > _MANY_ATTRIBUTES:
        crowded = _CROWDED.search(html)
        html = html[: crowded.start()] if crowded else html
    if html.count("<") < _FEW_TAGS:
        return html
    depth = 0
    for number, tag in enumerate(_TAG.finditer(html)):
        if number > _MOST_TAGS:
            return html[: tag.start()]
        if tag[2].lower() in _NOT_NESTED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            return html[: tag.start()]
    return html
