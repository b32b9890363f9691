"""Pages nested deeper than any article is: cut before they are parsed, because parsers pay for depth by its square."""

import re

_DEEPEST = 1_500
_FEW_TAGS = 6_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_OPEN_ENDED = """
    area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option tbody thead tfoot
    html head body script style path
"""
_NOT_NESTED = frozenset(_OPEN_ENDED.split())


def shallow(html: str) -> str:
    """The page up to where its elements nest too deeply; all of it for any page but a hostile one."""
    if html.count("<") < _FEW_TAGS:
        return html
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _NOT_NESTED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            return html[: tag.start()]
    return html
