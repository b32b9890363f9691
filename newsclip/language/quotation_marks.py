"""Quotation marks: whether they are closed, and whether what they hold is verbatim."""

import re
from functools import lru_cache

_PAIRS = {"“": "”", "„": "“", "«": "»", "‹": "›", "「": "」", "『": "』"}
OPENING = frozenset({*_PAIRS, '"'})
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”“»\"]|「([^「」]+)」|『([^『』]+)』")
_MARK = re.compile(r"[“”„«»\"]")
_FARTHEST = 2_000  # characters before and behind words that are read for the marks of a quotation
_SINGLE_OPENS = re.compile(r"(?<!\w)‘(?=\w)")
_SINGLE_CLOSES = re.compile(r"[’'](?!\w)")  # or an apostrophe: "the clerks’ boat"
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
        elif character in "”»」』" and not waiting:
            return False
    return not waiting


@lru_cache(maxsize=2000)
def inside(text: str) -> tuple[bool, ...]:
    """For each character whether it stands between quotation marks; a passage may begin inside a quotation.

    Single marks are not followed: they are apostrophes too.
    """
    text = text.replace("``", "“ ").replace("''", "” ")
    waiting = _waited_for(text)
    found: list[bool] = []
    for character in text:
        if waiting and character in waiting:
            waiting = ""
        elif not waiting and character == '"':
            waiting = '"'
        elif not waiting and character in _PAIRS:
            waiting = _PAIRS[character]
        found.append(bool(waiting))
    return tuple(found)


def outside(text: str) -> str:
    """The writer's own words: what stands between quotation marks is blank."""
    return "".join(" " if quoted else character for character, quoted in zip(text, inside(text), strict=True))


def _waited_for(text: str) -> str:
    """The closing mark that a text waits for which begins inside a quotation: one that nothing before it opened."""
    for character in text:
        if character in '“„«‹"「『':
            return ""
        if character in "”»」』":
            return character
    return ""


def enclosed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the quotation stands whose marks are the last before `start` and the first behind `end`; None for none.

    Told by what stands around those two alone: one mark too many elsewhere in a text turns all others about.
    """
    opened = next(iter(list(_MARK.finditer(text, max(0, start - _FARTHEST), start))[-1:]), None)
    closed_by = _MARK.search(text, end, end + _FARTHEST)
    if not opened or not closed_by or "\n" in text[opened.start() : closed_by.end()]:
        return None
    at, to = opened.start(), closed_by.start()
    begins = (not text[:at][-1:].strip() or text[at - 1] in "([—–") and (text[at] == "«" or bool(text[at + 1].strip()))
    ends = text[to] == "»" or (bool(text[to - 1].strip()) and not text[to + 1 : to + 2].isalnum())
    return (at, to + 1) if begins and ends and text[at] not in "”" and text[to] != "„" else None


def in_quotation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the quotation stands, marks and all, in whose middle these words stand; None where in none.

    Not where they have a mark of their own, as each paragraph of a long quotation has.
    """
    if text[start : start + 1] in '‘“„«»"':
        return None
    return enclosed(text, start, end) or _in_single_marks(text, start, end)


def _in_single_marks(text: str, start: int, end: int) -> tuple[int, int] | None:
    begin = max(text.rfind("\n", 0, start) + 1, start - _FARTHEST)
    below = text.find("\n", end)
    stop = min(below if below >= 0 else len(text), end + _FARTHEST)
    opened = [mark.start() for mark in _SINGLE_OPENS.finditer(text, begin, start)][-1:]
    closes = _SINGLE_CLOSES.search(text, opened[0] + 1, stop) if opened else None
    said = closes and closes.start() >= end and text[closes.start() - 1] in ",.!?…"
    return (opened[0], closes.end()) if closes and said else None


def quoted(text: str) -> list[str]:
    """The words inside quotation marks."""
    return [m.group(m.lastindex or 0) for m in _QUOTED.finditer(text)]


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
    text = re.sub(r"[“”„«»「」『』\"]|``|''", '"', text).replace("’", "'").replace("‘", "'")
    return _SPACE.sub(" ", text).strip()
