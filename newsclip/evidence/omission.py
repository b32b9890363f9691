"""What a sentence says without some of its words: the grammar of the marks that stood around them."""

import re

from newsclip.evidence.edits import AT_THE_END, OCCASION, OF_SUBJECT, Omission

# what closes after it opened; a comma may open again at once
_MARKS = re.compile(r"(?:,| [–—-]|[–—])\s?$")
_END = re.compile(r"[.!]?")
# the end, or who says so before it
_ENDS = re.compile(r"\s?[.!]?|, [^,]{1,60}[.!]?")
_LETTER = re.compile(r"\w")
_QUOTED_COMMA = re.compile(r",['’\"”]$")  # "'unfair,'" goes on


def rest_of(text: str, edit: Omission) -> str | None:
    """The text without what the edit leaves out; None where that cannot be taken out of it.

    What ends a headline, but for who says so, needs no mark before it.
    """
    if edit.kind == OCCASION:
        return without(text, edit.words) or _within(text, edit.words)
    if edit.kind not in (*AT_THE_END, OF_SUBJECT):
        return without(text, edit.words)
    at = _only_place(edit.words, text)
    if not at:
        return None
    before, behind = text[:at], text[at + len(edit.words) :]
    if edit.kind == OF_SUBJECT:
        return _closed_up(before, edit.words, behind)
    before = before.rstrip(" ,")
    return before + behind if _ENDS.fullmatch(behind) and not _QUOTED_COMMA.search(before) else None


def _within(text: str, words: str) -> str | None:
    """The text without words that no mark parts from the verb before them."""
    at = _only_place(words, text)
    before, behind = text[:at], text[at + len(words) :] if at else ""
    return before[:-1] + behind if before[-1:] == " " and before[-2:-1].isalnum() and behind[:1] in " ,." else None


def _closed_up(before: str, words: str, behind: str) -> str | None:
    """What stands before and behind the words, without the commas around them, or one that closes another in them."""
    if before.endswith(", "):
        return before[:-2] + behind[1:] if behind.startswith(", ") else None
    closes = behind.startswith(", ") and words.count(",") == 1
    return before[:-1] + behind[closes:] if before.endswith(" ") and (closes or behind[:1] == " ") else None


def without(text: str, words: str) -> str | None:
    """The text without the words and the marks that set them apart.

    None where they do not stand in it once, or no marks part them from the rest: at its beginning a comma or "and",
    inside two marks of one kind or parentheses, at its end a mark before them and the full stop.
    """
    at = _only_place(words, text)
    if at is None:
        return None
    before, behind = text[:at], text[at + len(words) :]
    if not before:
        return _without_opening(behind)
    if before.endswith("(") and behind.startswith(")"):
        return _joined(before[:-1].rstrip(), behind[1:])
    mark = _MARKS.search(before)
    if mark is None:
        return None
    rest = before[: mark.start()]
    if _END.fullmatch(behind):
        return rest + (behind if not rest.endswith(".") else behind[1:])
    return f"{rest} {behind[len(mark[0]) :]}" if behind.startswith(mark[0]) else None


def parted(text: str, words: str, joint: str) -> tuple[str, str] | None:
    """The text as two sentences, the second of these words, behind a comma or semicolon, which end it; None where not.

    The `joint` ("and") goes, "but" stays.
    """
    at = _only_place(words, text)
    before = text[:at] if at else ""
    if at is None or before[-2:] not in (", ", "; ") or not _END.fullmatch(text[at + len(words) :]):
        return None
    told = words.removeprefix(f"{joint} ") if before.endswith(", ") else words
    return f"{before[:-2]}.", f"{told[0].upper()}{told[1:]}."


def _only_place(words: str, text: str) -> int | None:
    at = text.find(words) if words.strip() == words else -1
    if at < 0 or text.find(words, at + 1) >= 0:
        return None
    cut = text[at - 1 : at].isalnum() or text[at + len(words) : at + len(words) + 1].isalnum()
    return None if cut or not words else at


def _without_opening(behind: str) -> str | None:
    rest = behind[1:] if behind.startswith(",") else behind
    first = _LETTER.search(rest)
    if not rest.startswith(" ") or first is None or first.start() != 1:
        return None
    return rest[1].upper() + rest[2:]


def _joined(before: str, behind: str) -> str | None:
    return before + behind if before and not behind[:1].isalnum() else None
