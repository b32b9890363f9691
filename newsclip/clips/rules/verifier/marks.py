"""Quotation marks: whether they are closed, and whether what they hold is verbatim."""

import re

_PAIRS = {"“": "”", "„": "“", "«": "»", "‹": "›"}
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”“»\"]")
_SPACE = re.compile(r"\s+")


def closed(text: str) -> bool:
    """Whether every quotation mark has its partner. Single ones are not judged: they are apostrophes too."""
    if text.count('"') % 2:
        return False
    waiting = ""
    for character in text:
        if waiting and character == waiting:
            waiting = ""
        elif character in _PAIRS:
            if waiting:
                return False
            waiting = _PAIRS[character]
        elif character in "”»" and not waiting:
            return False
    return not waiting


def quoted(text: str) -> list[str]:
    """The words inside quotation marks."""
    return [m.group(1) for m in _QUOTED.finditer(text)]


def said(words: str, text: str) -> bool:
    """Whether the text holds these words as speech: behind a quotation mark that was not closed before them."""
    words, text = plain(words), plain(text)
    at = text.find(words) if words else -1
    while at >= 0:
        before = text[:at].rstrip()
        if before[-1:] in {'"', "'", "‹", "‚"} or before.count('"') % 2:
            return True
        at = text.find(words, at + 1)
    return False


def plain(text: str) -> str:
    """The text with one kind of mark and of space, so that verbatim words compare equal."""
    text = re.sub(r"[“”„«»\"]", '"', text).replace("’", "'").replace("‘", "'")
    return _SPACE.sub(" ", text).strip()
