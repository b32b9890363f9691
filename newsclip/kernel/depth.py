"""Truncate hostile pages before parsing: parsers need quadratic time for deep nesting and for crowded attributes."""

import re

_DEEPEST = 1_500  # bounds nesting: parsers take quadratic time in it
_FEW_TAGS, _MOST_TAGS = 6_000, 100_000  # below the first nothing is checked; the second bounds any page
_STEPS = 50
_SMALL = 30_000  # bytes: too short for attributes to slow the parser down
_CROWDED = re.compile(
    rb"<[a-zA-Z][^\s/<>]*+(?:[\s/]++[^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']*+))?+){300}"
)
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_OPEN_ENDED = b"""
    area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option tbody thead tfoot
    html head body script style path
"""
_NOT_NESTED = frozenset(_OPEN_ENDED.split())


def truncate_html(html: bytes) -> bytes:
    """The page up to the point where it exceeds what any article needs; only hostile pages are cut."""
    html = _without_crowd(html) if len(html) > _SMALL else html
    if html.count(b"<") < _FEW_TAGS or not _may_be_deep(html):
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


def _without_crowd(html: bytes) -> bytes:
    """The page up to an element with hundreds of attributes. Inside a script such a match is a formula and is kept."""
    start = 0
    while crowded := _CROWDED.search(html, start):
        start = crowded.start()
        script = html.rfind(b"<script", 0, start)
        end = html.find(b"</script", script) if script >= 0 else -1
        if script < 0 or -1 < end < start:
            return html[:start]
        if end < 0:
            return html
        start = end
    return html


def _may_be_deep(html: bytes) -> bool:
    """Whether the page may open more elements than the limit before closing them. A coarse count clears most pages."""
    depth = tags = 0
    step = max(1, len(html) // _STEPS)
    for start in range(0, len(html), step):
        closed = html.count(b"</", start, start + step)
        opened = html.count(b"<", start, start + step) - closed
        tags += opened + closed
        if depth + opened > _DEEPEST or tags > _MOST_TAGS:
            return True
        depth = max(0, depth + opened - closed)
    return False
