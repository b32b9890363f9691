"""What a sentence records as done to its passage's words, and whether that may be done."""

import re
from collections.abc import Sequence

from newsclip.evidence.edits import Edit
from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import place_of, tokens
from newsclip.evidence.verifier.omissions import omission_fault
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.guards import guards_of, stands_in
from newsclip.language.tokens import sentence_at

_MARKS_BEFORE, _MARKS_BEHIND = re.compile(r"[^\w\s]*\s*$"), re.compile(r"\s*[^\w\s“„«\"‘'(\[]*\s*")


def edits_fault(edits: Sequence[Edit], texts: Sequence[str], origin: Origin) -> Reason | None:
    """Why one of the recorded edits may not be; None where all may."""
    dropped = [edit.old for edit in edits if not edit.new]
    for edit in edits:
        wrong = _replaced(edit, texts, origin) if edit.new else _dropped(edit.old, dropped, texts, origin)
        if wrong:
            return wrong
    return None


def _replaced(edit: Edit, texts: Sequence[str], origin: Origin) -> Reason | None:
    if all(place_of(edit.old, text) < 0 for text in texts):
        return Reason("change_not_held", {"old": edit.old})
    if edit.added:
        held = any(place_of(edit.added, text) >= 0 for text in texts)
        return None if held else Reason("name_not_held", {"name": edit.added})
    if edit.role:
        held = any(edit.role[1:] in text for text in texts)  # its first letter may have become a capital
        return None if held else Reason("name_not_held", {"name": edit.role})
    guards = guards_of(origin.language)
    if guards is None or not (edit.completes or stands_in(edit.old, guards.pronoun)) or not edit.new[:1].isupper():
        return Reason("not_a_pronoun", {"old": edit.old, "new": edit.new})
    if not any(edit.new in quotation_marks.plain(text) for text in texts):
        return Reason("name_not_held", {"name": edit.new})
    return None


def _dropped(old: str, dropped: Sequence[str], texts: Sequence[str], origin: Origin) -> Reason | None:
    """Why these words may not be left out where they stand first in a passage."""
    if not tokens(old):  # marks alone: "Holm, said Brandt, lied" is not "Holm said Brandt lied"
        return Reason("omission_not_held", {"words": old})
    places = [(text, place_of(old, text)) for text in texts]
    faults = [_dropped_at(text, at, old, dropped, origin) for text, at in places if at >= 0]
    if not faults:
        return Reason("omission_not_held", {"words": old})
    return None if None in faults else faults[0]


def _dropped_at(text: str, at: int, old: str, dropped: Sequence[str], origin: Origin) -> Reason | None:
    sentence = sentence_at(text, at)
    start, end = (sentence.start, sentence.end) if sentence else (0, len(text))
    end = max(end, at + len(old))
    before = _without(text[start:at], dropped)
    behind = _MARKS_BEHIND.match(text, at + len(old), end)
    ahead = _MARKS_BEFORE.search(before)
    lost = (ahead.group() if ahead else "") + old + (behind.group() if behind else "")
    after = text[behind.end() if behind else at + len(old) : end]
    return omission_fault(before[: ahead.start()] if ahead else before, lost, after if tokens(after) else "", origin)


def _without(before: str, dropped: Sequence[str]) -> str:
    """What stands before, less what is dropped too: behind a dateline a sentence begins."""
    for old in dropped:
        if (at := place_of(old, before)) >= 0:
            before = f"{before[:at]} {before[at + len(old) :]}"
    return before if tokens(before) else ""
