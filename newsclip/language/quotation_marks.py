"""Quotation marks: whether they are closed, and whether what they hold is verbatim."""

import re
from functools import lru_cache

from newsclip.language import single_marks

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』"}
OPENING = frozenset({*_PAIRS, '"'})
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”“»\"]|「([^「」]+)」|『([^『』]+)』")
_MARK = re.compile(r"[“”„«»\"]")
_FARTHEST = 2_000  # characters before and behind words that are read for the marks of a quotation
_NO_WORD = ("", *",.;:!?…)]")
_BETWEEN = 20  # characters between two paragraphs, and more
_SPACE = re.compile(r"\s+")
_DOUBLE = re.compile(r"[“”„«»「」『』\"]|``|''")
# guillemets that point »inward«: each told by the space around it, any other by neither group
_INWARD = re.compile(
    r"(?P<opens>(?<![^\s(\[—–\-/\"»])[»›](?=[\w„“‚‘\"›»(\[…§$€£]))|(?P<closes>(?<=[^\s(\[])[«‹](?!\w))|[«»‹›]"
)
_TURNED = str.maketrans("«»‹›", "»«›‹")


def closed(text: str) -> bool:
    """Whether every quotation mark has its partner."""
    text = _typeset(text)
    if text.count('"') % 2 or not single_marks.all_closed(text):
        return False
    waiting = ""
    for character in text:
        if waiting and character in waiting:
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
    text = _typeset(text)
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


def _typeset(text: str) -> str:
    """The text with ``marks of typewriters'' as curly ones, everything in its place."""
    text = text.replace("``", "“ ").replace("''", "” ") if "``" in text else text
    return text.translate(_TURNED) if _points_inward(text) else text


def _points_inward(text: str) -> bool:
    """Whether its guillemets are »of this kind«: each stands as one of that kind does, the first opens."""
    if "»" not in text and "›" not in text:
        return False
    marks = list(_INWARD.finditer(text))
    return all(mark["opens"] or mark["closes"] for mark in marks) and bool(marks[0]["opens"])


def outside(text: str) -> str:
    """The writer's own words: what stands between quotation marks is blank."""
    return "".join(" " if quoted else character for character, quoted in zip(text, inside(text), strict=True))


def is_whole_quotation(text: str) -> bool:
    """Whether all of its words stand between quotation marks: somebody's, who is named elsewhere."""
    return not any(character.isalnum() for character in outside(text))


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
    at = _opened(text, start)
    closed_by = _MARK.search(text, end, end + _FARTHEST)
    if at is None or not closed_by or not _closes(text, closed_by.start()):
        return None
    return None if "\n" in text[at : closed_by.end()] else (at, closed_by.end())


def in_quotation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the quotation stands, marks and all, in whose middle these words stand; None where in none.

    Not where they have a mark of their own, as each paragraph of a long quotation has.
    """
    if text[start : start + 1] in '‘“„«»"':
        return None
    first = text.rfind("\n", 0, start) + 1
    last = below if (below := text.find("\n", end)) >= 0 else len(text)
    return _going_on(text, start, end, first, last) or single_marks.around(
        text, start, end, max(first, start - _FARTHEST), min(_to_next(text, last), end + _FARTHEST)
    )


def _going_on(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int] | None:
    """Where the quotation in double marks stands that is open before the words in the paragraph `[first, last)`.

    To its closing mark, in another paragraph even; to the next that opens one anew, or else to the paragraph's end.
    """
    at = _opened(text, start)
    mark = _MARK.search(text, start, end + _FARTHEST)
    to = mark.start() if mark else len(text)
    if at is None or (to < end and not _closes(text, to)):
        return None
    if mark and _closes(text, to):
        return at, to + 1
    return (at, min(to, last)) if at >= first and (to >= last or single_marks.begins(text, to)) else None


def _opened(text: str, start: int) -> int | None:
    """Where a quotation in double marks opens that nothing closes before `start`, by what stands around the mark."""
    marks = [mark.start() for mark in _MARK.finditer(text, max(0, start - _FARTHEST), start)]
    if not marks or text[marks[-1]] == "”":
        return None
    before, after = text[max(0, marks[-1] - 1) : marks[-1]], text[marks[-1] + 1 : marks[-1] + 2]
    opens = (not before.strip() or before in "([—–") and (text[marks[-1]] == "«" or after.strip() not in _NO_WORD)
    return marks[-1] if opens else None


def _closes(text: str, to: int) -> bool:
    if text[to] == "„":
        return False
    return text[to] == "»" or (bool(text[max(0, to - 1) : to].strip()) and not text[to + 1 : to + 2].isalnum())


def _to_next(text: str, last: int) -> int:
    """Behind the first character of the next paragraph."""
    return last + len(text[last : last + _BETWEEN]) - len(text[last : last + _BETWEEN].lstrip()) + 1


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
    text = _DOUBLE.sub('"', text).replace("’", "'").replace("‘", "'")
    return _SPACE.sub(" ", text).strip()


def unmarked(text: str) -> str:
    """The words of a quotation, to stand between marks: without those around all of it, and without one that opens it
    and is never closed; marks within become single ones, where each has its partner.
    """
    words = _typeset(text).strip()
    whole = words[:1] in OPENING and closed(words) and is_whole_quotation(words)
    if words[:1] in OPENING and not closed(words):
        words = words[1:]
    if not closed(words):
        return words
    opens = inside(words)
    words = "".join(("’", "‘")[opens[at]] if _DOUBLE.match(one) else one for at, one in enumerate(words))
    last = words.rfind("’")
    return words[1:last] + words[last + 1 :] if whole else words
