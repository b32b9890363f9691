"""The recorded edits of a sentence played back on its passages, step by step: what went out and what came in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsclip.evidence.attribution_edits import attributed, attribution, without_attribution
from newsclip.evidence.edits import KINDS, Kind
from newsclip.evidence.proof_edits import OF_PROOFS
from newsclip.evidence.tokens import place_of

type Mark = Literal["", "del", "ins"]

_OF, _BY = ": ", " → "
_NEAR = 60  # characters beside a change: a line of a phone on each side
_SPACE_BEFORE_MARK = re.compile(r" {1,3}(?=[ ,.;:!?])")
_KINDS = {kind.recorded.partition(_OF)[0]: kind for kind in (*KINDS, *OF_PROOFS)}


@dataclass(frozen=True, slots=True)
class Step:
    """`kind`: how the edit is recorded, without its words. `parts`: words with their mark, in the order of the text."""

    kind: str
    recorded: str
    parts: tuple[tuple[Mark, str], ...] = ()

    @property
    def rule(self) -> Kind | None:
        """What was done and what the verifier asks, in English; None for an edit that is not known."""
        return _KINDS.get(self.kind)


def kinds() -> tuple[str, ...]:
    """The kinds of all edits, as steps name them."""
    return tuple(_KINDS)


def played_back(passages: Sequence[str], edits: Sequence[str]) -> tuple[Step, ...]:
    """The steps that lead from the words of the passages to the sentence, each on what the one before left."""
    return tuple(_steps(" ".join(" ".join(passages).split()), edits))


def _steps(text: str, edits: Sequence[str]) -> Iterator[Step]:
    for edit in edits:
        kind, _, words = edit.partition(_OF)
        if not words or kind not in _KINDS:
            yield Step(edit if edit in _KINDS else kind, edit)
            continue
        replaces = _BY in _KINDS[kind].recorded
        old, _, new = words.partition(_BY) if replaces else (words, "", "")
        if kind.endswith("made a sentence"):
            yield Step(kind, edit, (("", old),))
            continue
        if edit == attribution(words):
            text = attributed(text, words)
            before, stop = without_attribution(text, words), "." if text.endswith(".") else ""
            yield Step(kind, edit, (("", _end_of(before.removesuffix("."))), ("ins", f", {words}"), ("", stop)))
            continue
        at = place_of(old, text)
        if at < 0:
            yield Step(kind, edit, _marked("", old, new, ""))
            continue
        before, after = text[:at], text[at + len(old) :]
        yield Step(kind, edit, _marked(_end_of(before), old, new, _start_of(after)))
        text = _SPACE_BEFORE_MARK.sub("", f"{before}{new}{after}").lstrip(" ,")


def _marked(before: str, old: str, new: str, after: str) -> tuple[tuple[Mark, str], ...]:
    """A date behind a weekday or a role behind a name comes in alone; else the old words go and the new ones come."""
    if new.startswith((f"{old} ", f"{old}, ")):
        row: tuple[tuple[Mark, str], ...] = (("", before + old), ("ins", new[len(old) :]), ("", after))
    else:
        row = (("", before), ("del", old), ("", " " if new else ""), ("ins", new), ("", after))
    return tuple((mark, words) for mark, words in row if words)


def _end_of(text: str) -> str:
    return text if len(text) <= _NEAR else "… " + text[-_NEAR:].partition(" ")[2]


def _start_of(text: str) -> str:
    return text if len(text) <= _NEAR else text[:_NEAR].rpartition(" ")[0] + " …"
