"""Strict support: a sentence is its passage, less or other only by what is recorded or cannot turn it.

Demanding that the words of a sentence stand in its passage in the same order finds 98 to 100 of 100 swapped names,
figures and negations, at 2 false alarms in 1,000 (docs/why/verifier.md); containment in the article finds 3 to 9.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsclip.clips.ports import Sentence
from newsclip.clips.rules.edits import Edit, read
from newsclip.clips.rules.verifier import marks
from newsclip.clips.rules.verifier.tokens import (
    DAYS_AND_MONTHS,
    TOKEN,
    guards,
    names_number,
    negates,
    tokens,
)

_BOUNDARY = re.compile(r"[,;:()–—\-\[\]\"“”]")


def fault(sentence: Sentence, texts: Sequence[str]) -> str:
    """Why the sentence does not rest on the words of its passages; "" where it does."""
    if not marks.closed(sentence.text):
        return "A quotation mark is not closed."
    edits = read(sentence.edits)
    outside = _unsupported_edit(edits, texts)
    if outside:
        return outside
    text = _undone(sentence.text, edits)
    sources = [*texts, *(f"{a} {b}" for a, b in pairwise(texts))]
    faults = [_fault_against(text, _without_dropped(source, edits)) for source in sources]
    if not all(faults):
        return _misquoted(sentence.text, texts)
    return _nearest(text, sources, faults)


_PRONOUNS = frozenset("he she it they him her them his its their who".split())  # noqa: SIM905


def _unsupported_edit(edits: list[Edit], texts: Sequence[str]) -> str:
    everything = [token for text in texts for token in tokens(text)]
    for edit in edits:
        if not _follows(tokens(edit.old), everything) and edit.old.strip():
            return f"“{edit.old}” is recorded as changed, but the passage does not hold it."
        if not edit.new and any(negates(token) for token in tokens(edit.old)):
            return f"“{edit.old}” was left out, which turns the sentence."
        if edit.new and not (edit.old.lower() in _PRONOUNS and edit.new[:1].isupper()):
            return f"“{edit.old}” may not become “{edit.new}”: only a name may take the place of a pronoun."
        if edit.new and not any(edit.new in marks.plain(text) for text in texts):
            return f"No passage holds the name “{edit.new}”."
    return ""


def _undone(text: str, edits: list[Edit]) -> str:
    """The sentence with the publisher's own word put back where a name took its place."""
    for edit in edits:
        if edit.new:
            text = text.replace(edit.new, edit.old, 1)
    return text


def _without_dropped(source: str, edits: list[Edit]) -> str:
    for edit in edits:
        if not edit.new:
            source = source.replace(edit.old, " ", 1)
    return source


def _follows(wanted: list[str], held: list[str]) -> bool:
    """Whether the wanted words stand in a row."""
    size = len(wanted)
    return any(held[i : i + size] == wanted for i in range(len(held) - size + 1))


def _fault_against(text: str, source: str) -> str:
    wanted = tokens(text)
    if not wanted:
        return "There are no words to check."
    found = list(TOKEN.finditer(source))
    held = [m.group().replace("’", "'").lower() for m in found]
    places = _places(wanted, held)
    if places is None:
        return _why(wanted, held)
    lost = [held[i] for i in range(len(held)) if i not in set(places)]
    turning = next((token for token in lost if guards(token)), "")
    if turning:
        return f"“{turning}” was left out, which may turn the sentence."
    if not _bounded(places, [m.span() for m in found], source):
        return "Words were left out in the middle of a clause."
    return ""


def _places(wanted: list[str], held: list[str]) -> list[int] | None:
    """Where the wanted words stand, in order and as close together as from the last one back; None if they do not."""
    places: list[int] = []
    at = len(held)
    for token in reversed(wanted):
        at -= 1
        while at >= 0 and held[at] != token:
            at -= 1
        if at < 0:
            return None
        places.append(at)
    return places[::-1]


def _bounded(places: list[int], spans: list[tuple[int, int]], source: str) -> bool:
    """Whether each run of words left out lies between two boundaries: marks, the beginning or the end."""
    kept = [-1, *places, len(spans)]
    for before, after in pairwise(kept):
        if after == before + 1:
            continue
        opens = before == -1 or _BOUNDARY.search(source[spans[before][1] : spans[before + 1][0]])
        closes = after == len(spans) or _BOUNDARY.search(source[spans[after - 1][1] : spans[after][0]])
        if not (opens and closes):
            return False
    return True


def _why(wanted: list[str], held: list[str]) -> str:
    """The first word that the passage lacks, by its kind."""
    missing = next((token for token in wanted if token not in held), "")
    if not missing:
        return "The passage says the same words in another order."
    if negates(missing):
        return f"The passage does not say “{missing}”."
    if missing in DAYS_AND_MONTHS:
        return f"The passage does not give the date “{missing}”."
    if names_number(missing):
        return f"The passage does not give the figure “{missing}”."
    return f"The passage does not hold “{missing}”."


def _misquoted(text: str, texts: Sequence[str]) -> str:
    everything = marks.plain(" ".join(texts))
    for words in marks.quoted(text):
        if marks.plain(words) not in everything:
            return f"The passage does not hold the quotation “{words}”."
    return ""


def _nearest(text: str, sources: Sequence[str], faults: list[str]) -> str:
    wanted = set(tokens(text))
    return max(zip(sources, faults, strict=True), key=lambda pair: len(wanted & set(tokens(pair[0]))))[1]
