"""What a sentence records as done to its passage's words, and whether that may be done."""

import re
from collections.abc import Sequence

from newsclip.clips.rules.edits import Edit
from newsclip.clips.rules.verifier import marks
from newsclip.clips.rules.verifier.tokens import PRONOUNS, guards, ties, tokens
from newsclip.kernel.reasons import Reason

_FURNITURE = frozenset("opens open in a new tab window".split())  # noqa: SIM905
_LABELS = (":", "—", "–", "-", ")", "]", "|", "•", "·", "»")
_EDGE = re.compile(r"^[\s,;:()–—\-\[\]\"“”|•·».!?…]|[\s,;:()–—\-\[\]\"“”|•·»]$")
_CLAUSE = re.compile(r"(?:after|as|when|while|which|who|amid|because|following|where)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")


def fault(edits: Sequence[Edit], texts: Sequence[str]) -> Reason | None:
    """Why one of the recorded edits may not be; None where all may."""
    dropped = [edit.old for edit in edits if not edit.new]
    for edit in edits:
        wrong = _replaced(edit, texts) if edit.new else _dropped(edit.old, dropped, texts)
        if wrong:
            return wrong
    return None


def _replaced(edit: Edit, texts: Sequence[str]) -> Reason | None:
    if not any(_follows(tokens(edit.old), tokens(text)) for text in texts):
        return Reason("change_not_held", {"old": edit.old})
    if edit.old.lower() not in PRONOUNS or not edit.new[:1].isupper():
        return Reason("not_a_pronoun", {"old": edit.old, "new": edit.new})
    if not any(edit.new in marks.plain(text) for text in texts):
        return Reason("name_not_held", {"name": edit.new})
    return None


def _dropped(old: str, dropped: Sequence[str], texts: Sequence[str]) -> Reason | None:
    """Why these words may not be left out, wherever they stand in the passages."""
    faults = [
        _dropped_at(_without(text[: m.start()], dropped), old, text[m.end() :].lstrip())
        for text in texts
        for m in re.finditer(re.escape(old), text)
    ]
    if not faults:
        return Reason("omission_not_held", {"words": old})
    return None if None in faults else faults[0]


def _dropped_at(before: str, old: str, after: str) -> Reason | None:
    lost = tokens(old)
    head = not before or bool(_SENTENCE_END.search(before))
    if ties(lost) and (head or lost == ["also"]):
        return None
    if set(lost) <= _FURNITURE:
        return None
    turning = next((token for token in lost if guards(token)), "")
    if turning:
        return Reason("turning_left_out", {"word": turning})
    if head and after and not old.rstrip().endswith(_LABELS):
        return Reason("opening_left_out", {"words": old})
    opens = head or _EDGE.search(before[-1:]) or _EDGE.search(old[:1]) or (not after and _CLAUSE.match(old))
    closes = not tokens(after) or _EDGE.search(old[-1:]) or _EDGE.search(after[:1])
    return None if opens and closes else Reason("left_out_within_clause")


def _without(before: str, dropped: Sequence[str]) -> str:
    """What stands before, less what is dropped too: behind a dateline a sentence begins."""
    for old in dropped:
        before = before.removeprefix(old)
    return before.strip()


def _follows(wanted: list[str], held: list[str]) -> bool:
    """Whether the wanted words stand in a row."""
    size = len(wanted)
    return any(held[i : i + size] == wanted for i in range(len(held) - size + 1))
