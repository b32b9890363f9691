"""What a sentence records as done to its passage's words, and whether that may be done."""

import re
from collections.abc import Sequence

from newsclip.clips.rules.edits import Edit
from newsclip.clips.rules.verifier import marks
from newsclip.clips.rules.verifier.tokens import PRONOUNS, guards, ties, tokens

_FURNITURE = frozenset("opens open in a new tab window".split())  # noqa: SIM905
_LABELS = (":", "—", "–", "-", ")", "]", "|", "•", "·", "»")
_EDGE = re.compile(r"^[\s,;:()–—\-\[\]\"“”|•·».!?…]|[\s,;:()–—\-\[\]\"“”|•·»]$")
_CLAUSE = re.compile(r"(?:after|as|when|while|which|who|amid|because|following|where)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")


def fault(edits: Sequence[Edit], texts: Sequence[str]) -> str:
    """Why one of the recorded edits may not be; "" where all may."""
    dropped = [edit.old for edit in edits if not edit.new]
    for edit in edits:
        wrong = _replaced(edit, texts) if edit.new else _dropped(edit.old, dropped, texts)
        if wrong:
            return wrong
    return ""


def _replaced(edit: Edit, texts: Sequence[str]) -> str:
    if not any(_follows(tokens(edit.old), tokens(text)) for text in texts):
        return f"“{edit.old}” is recorded as changed, but the passage does not hold it."
    if edit.old.lower() not in PRONOUNS or not edit.new[:1].isupper():
        return f"“{edit.old}” may not become “{edit.new}”: only a name may take the place of a pronoun."
    if not any(edit.new in marks.plain(text) for text in texts):
        return f"No passage holds the name “{edit.new}”."
    return ""


def _dropped(old: str, dropped: Sequence[str], texts: Sequence[str]) -> str:
    """Why these words may not be left out, wherever they stand in the passages."""
    faults = [
        _dropped_at(_without(text[: m.start()], dropped), old, text[m.end() :].lstrip())
        for text in texts
        for m in re.finditer(re.escape(old), text)
    ]
    if not faults:
        return f"“{old}” is recorded as left out, but the passage does not hold it."
    return "" if "" in faults else faults[0]


def _dropped_at(before: str, old: str, after: str) -> str:
    lost = tokens(old)
    head = not before or bool(_SENTENCE_END.search(before))
    if ties(lost) and (head or lost == ["also"]):
        return ""
    if set(lost) <= _FURNITURE:
        return ""
    turning = next((token for token in lost if guards(token)), "")
    if turning:
        return f"“{turning}” was left out, which may turn the sentence."
    if head and after and not old.rstrip().endswith(_LABELS):
        return f"“{old}” opens the passage's sentence and was left out."
    opens = head or _EDGE.search(before[-1:]) or _EDGE.search(old[:1]) or (not after and _CLAUSE.match(old))
    closes = not tokens(after) or _EDGE.search(old[-1:]) or _EDGE.search(after[:1])
    return "" if opens and closes else "Words were left out in the middle of a clause."


def _without(before: str, dropped: Sequence[str]) -> str:
    """What stands before, less what is dropped too: behind a dateline a sentence begins."""
    for old in dropped:
        before = before.removeprefix(old)
    return before.strip()


def _follows(wanted: list[str], held: list[str]) -> bool:
    """Whether the wanted words stand in a row."""
    size = len(wanted)
    return any(held[i : i + size] == wanted for i in range(len(held) - size + 1))
