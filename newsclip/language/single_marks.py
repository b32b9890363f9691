"""Single quotation marks, told from apostrophes by what stands around each of them."""

import re

from newsclip.language.word_lists import ELIDED

_LETTER = r"[^\W\u0e00-\u0eff\u1100-\uffff]"  # of scripts that part words: in Korean a particle follows the mark
_MARK = re.compile(
    rf"(?P<opens>(?:(?<=[\s(\[—–\-:…“\"])|\A)(?:['‘](?!(?i:{ELIDED})\b)(?=[\w\[(“\"…£$€#@]|\.\.)|‘(?= \w)))"
    rf"|(?P<ends>(?:(?<=[,.!?…;:)\]”\"])|(?<=[,.!?…] ))['’](?!{_LETTER}|['’]))"
    rf"|(?P<tail>(?:(?<=[\w%])|(?<=\w ))['’](?!{_LETTER}|['’]))"
)
_MAY_OPEN = re.compile(r"(?<!\w)['‘](?=\w)")
_BEGINS = re.compile(r"(?:^|[:.!?…][’'”\"]?|[’'”\"])\s*$")
_BEFORE, _BEHIND = 4, 20  # characters: before a mark, the end of a sentence; behind it, what tells what it is
_LONGEST_WORD = 40


def may_open(text: str) -> bool:
    """Whether a mark stands where a quotation can begin; it may be an apostrophe all the same ('em, the '90s)."""
    return bool(_MAY_OPEN.search(text))


def all_closed(text: str) -> bool:
    """Whether each mark that opens a quotation is closed before another opens, and each that ends one has opened."""
    opened = -1
    for mark in _MARK.finditer(text):
        if bool(mark["opens"]) == (opened >= 0) and not mark["tail"]:
            return False
        opened = _open_behind(text, opened, mark)
    return opened < 0


def around(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int] | None:
    """Where the quotation stands that opens between `first` and `start` and goes on there; None where none does.

    It ends with its mark before `last`, or where another begins behind `end`: print opens one anew with each paragraph
    of what somebody says, and closes the last alone.
    """
    opened = -1
    for mark in _MARK.finditer(text, first, start):
        opened = _open_behind(text, opened, mark)
    if opened < 0:
        return None
    for mark in _MARK.finditer(text, start, last + _BEHIND):
        if mark["ends"] and mark.start() < last:
            return opened, mark.end()
        if mark["opens"]:
            goes_on = end <= mark.start() < last and begins(text, mark.start())
            return (opened, mark.start()) if goes_on else None
    return None


def begins(text: str, mark: int) -> bool:
    """Whether a sentence or what somebody says begins with the mark."""
    return bool(_BEGINS.search(text[max(0, mark - _BEFORE) : mark]))


def _open_behind(text: str, opened: int, mark: re.Match[str]) -> int:
    """Where the quotation opens that is open behind this mark; -1 for none."""
    if mark["opens"]:
        return mark.start()
    return opened if opened >= 0 and mark["tail"] and _is_plural(text, opened, mark.start()) else -1


def _is_plural(text: str, opened: int, at: int) -> bool:
    """Whether it is an apostrophe: 'The clerks' boat is late.' Titles have capitals: 'The Clerks' is a film."""
    words = text[max(opened + 1, at - _LONGEST_WORD) : at].split()
    if not (text[opened + 1].isupper() and begins(text, opened) and text[at + 1 : at + 2].isspace() and words):
        return False
    return words[-1].endswith("s") and words[-1][0].islower()
