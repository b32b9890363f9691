"""What a sentence says that its passage does not: the figure "11", where the passage says "9"."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import islice

from newsclip.evidence.tokens import TOKEN, calendar_words, names_number
from newsclip.evidence.verifier.alignment import CUT
from newsclip.kernel.reasons import Reason

_MOST_SHOWN = 6  # words; a reason names a difference, it does not quote the sentence
_COMPARED = 400  # words of a sentence and of its passage; a sentence of a clip has sixty
_CODES = {
    "": ("says_instead", "not_said"),
    "date": ("date_instead", "date_not_said"),
    "figure": ("figure_instead", "figure_not_said"),
}


def describe_difference(text: str, source: str) -> Reason:
    """The first difference that matters, with both sides where the passage has a word in that place."""
    said = [m.group() for m in islice(TOKEN.finditer(text), _COMPARED)]
    held = [m.group() for m in islice(TOKEN.finditer(source.replace(CUT, " ")), _COMPARED)]
    low, known = [_low(w) for w in said], [_low(w) for w in held]
    missing = next((i for i, word in enumerate(low) if word not in known), None)
    if missing is None:
        return _moved(said, held, low, known)
    for kind, a, b, c, d in SequenceMatcher(None, low, known, autojunk=False).get_opcodes():
        if a <= missing < b:
            theirs = " ".join(held[c:d])
            short = kind == "replace" and d - c <= _MOST_SHOWN
            ours = " ".join(said[a:b]) if short and b - a <= _MOST_SHOWN else said[missing]
            instead, not_said = _CODES[_kind(low[missing])]
            return Reason(instead, {"said": ours, "held": theirs}) if short else Reason(not_said, {"said": ours})
    return Reason("not_said", {"said": said[missing]})


def _moved(said: Sequence[str], held: Sequence[str], low: Sequence[str], known: Sequence[str]) -> Reason:
    for kind, a, b, c, d in SequenceMatcher(None, low, known, autojunk=False).get_opcodes():
        if kind == "replace" and max(b - a, d - c) <= _MOST_SHOWN:
            theirs, ours = " ".join(held[c:d]), " ".join(said[a:b])
            return Reason("order_instead", {"said": ours, "held": theirs})
    return Reason("other_order")


def _kind(word: str) -> str:
    if word in calendar_words("en"):
        return "date"
    return "figure" if names_number(word) else ""


def _low(word: str) -> str:
    return word.replace("’", "'").lower()
