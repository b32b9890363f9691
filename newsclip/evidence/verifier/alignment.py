"""Where the words of a sentence stand in a passage, and whether the passage says them in the same way there.

The same words in the same order can still say something else: without the marks of a quotation they are the
journalist's, and “Holm, said Brandt, lied” is not “Holm said Brandt lied”. So the marks between words count too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newsclip.evidence.origin import Origin
from newsclip.evidence.tokens import TOKEN
from newsclip.evidence.verifier.omissions import leans, omission_fault
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks
from newsclip.language.tokens import sentences

CUT = "\x00"  # stands in a passage for words whose leaving out is recorded
BREAK = "\n"  # parts two passages that are read as one text
_ENDS = re.compile(rf"(?:[.!?…]|'')[\"'”’»)\]]{{0,20}}\s|{BREAK}")
_PARTS = re.compile(r"[.!?;:]")
_AROUND = 400  # characters beside an omission that can say whether it is licensed
_SPACE = re.compile(rf"[\s{CUT}]+")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as its words in lower case. `gaps[i]` stands before word i, the last one behind all of them.

    `quoted`: whether the word stands inside quotation marks. `opens`: whether it begins a sentence.
    """

    text: str
    low: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    gaps: tuple[str, ...]
    quoted: tuple[bool, ...]
    opens: tuple[bool, ...]


@lru_cache(maxsize=2000)
def words_of_text(text: str) -> Words:
    """The text as words with what stands between them."""
    found = list(TOKEN.finditer(text))
    low = tuple(m.group().replace("’", "'").lower() for m in found)
    ends = [0, *(m.end() for m in found)]
    starts = [*(m.start() for m in found), len(text)]
    gaps = tuple(text[a:b] for a, b in zip(ends, starts, strict=True))
    inside = quotation_marks.inside(text)
    starts_of_sentences = _starts(text) if any(map(_ENDS.search, gaps[1:-1])) else frozenset()
    opens = tuple(
        i == 0 or (bool(_ENDS.search(gaps[i])) and not starts_of_sentences.isdisjoint(range(ends[i], m.start() + 1)))
        for i, m in enumerate(found)
    )
    return Words(text, low, tuple(m.span() for m in found), gaps, tuple(inside[m.start()] for m in found), opens)


def _starts(text: str) -> frozenset[int]:
    """Where sentences begin."""
    return frozenset(span.start for span in sentences(text.replace(CUT, " ")))


NOT_IN_ORDER = Reason("other_order")
"""The words of the sentence do not stand in the passage in their order; what differs is for the caller to say."""


def fault(sentence: str, passage: str, origin: Origin, *, lowered: bool = False) -> Reason | None:
    """Why the passage does not say the sentence; None where it does. `lowered`: words in capitals may be in small."""
    said, held = words_of_text(sentence), words_of_text(passage)
    first: Reason | None = None
    for places in _alignments(said.low, held.low):
        wrong = _fault_at(said, held, places, origin) or _cased_otherwise(said, held, places, lowered=lowered)
        if not wrong:
            return None
        first = first or wrong
    return first or NOT_IN_ORDER


def _alignments(wanted: Sequence[str], held: Sequence[str]) -> Iterator[list[int]]:
    """The places of the wanted words: in a row wherever they stand so, else as close together as from either end."""
    size = len(wanted)
    for start in range(len(held) - size + 1):
        if held[start] == wanted[0] and tuple(held[start : start + size]) == tuple(wanted):
            yield list(range(start, start + size))
    backward = _in_order(list(reversed(wanted)), list(reversed(held)))
    if backward is None:
        return
    yield [len(held) - 1 - place for place in reversed(backward)]
    forward = _in_order(wanted, held)
    if forward is not None:
        yield forward


def _in_order(wanted: Sequence[str], held: Sequence[str]) -> list[int] | None:
    places: list[int] = []
    at = -1
    for word in wanted:
        at += 1
        while at < len(held) and held[at] != word:
            at += 1
        if at == len(held):
            return None
        places.append(at)
    return places


def _fault_at(said: Words, held: Words, places: list[int], origin: Origin) -> Reason | None:
    if any(said.quoted[i] != held.quoted[place] for i, place in enumerate(places)):
        return Reason("quoting_differs")
    gone = ((a, b) for a, b in pairwise([-1, *places, len(held.low)]) if b > a + 1)
    if lost := next((wrong for before, after in gone if (wrong := _left_out(held, before, after, origin))), None):
        return lost
    for i, (before, after) in enumerate(pairwise(places), 1):
        if after == before + 1 and not _same(said.gaps[i], held.gaps[after]):
            return Reason("marks_differ", {"word": held.low[after]})
        if BREAK in held.gaps[after] and after == before + 1 and leans(held.low[after], origin.language):
            return Reason("sentences_run_together")
        if after > before + 1 and any(held.opens[before + 1 : after + 1]) and not _PARTS.search(said.gaps[i]):
            return Reason("sentences_run_together")
    return _fault_at_ends(said, held, places)


def _cased_otherwise(said: Words, held: Words, places: list[int], *, lowered: bool) -> Reason | None:
    """The first word in other letters than the passage's: "AIDS" and "aids" are two words, so are "Sie" and "sie".

    Where a sentence begins, the first letter is the beginning's and not the word's.
    """
    for i, place in enumerate(places):
        one, other = (words.text[slice(*words.spans[at])] for words, at in ((said, i), (held, place)))
        if one == other or one.replace("’", "'") == other.replace("’", "'"):
            continue
        begins = one[1:] == other[1:] and (said.opens[i] if one[0].isupper() else held.opens[place])
        if not begins and not (lowered and len(other) > 1 and other.isupper()):
            return Reason("says_instead", {"said": one, "held": other})
    return None


def _fault_at_ends(said: Words, held: Words, places: list[int]) -> Reason | None:
    first, last = held.gaps[places[0]], held.gaps[places[-1] + 1]
    if _opening_mark(said.gaps[0]) != _opening_mark(first):
        return Reason("opening_quote_differs")
    if ("?" in said.gaps[-1]) != ("?" in last.partition(CUT)[0]):
        return Reason("question_differs")
    return None


def _opening_mark(gap: str) -> bool:
    return gap[-1:] in set("\"'“‘«„‹‚`")


def _same(gap: str, other: str) -> bool:
    """Whether the same marks stand between two words; what is recorded as left out there may take marks with it."""
    if CUT in other or gap == other:
        return True
    return _SPACE.sub("", quotation_marks.plain(gap)) == _SPACE.sub("", quotation_marks.plain(other))


def _left_out(held: Words, before: int, after: int, origin: Origin) -> Reason | None:
    """Why the words between these two places may not be left out. -1 and the number of words: the ends.

    Whole sentences may; of those that are told in part, the end of the first and the beginning of the last are judged.
    """
    size = len(held.low)
    begins = [i for i in range(before + 1, min(after, size - 1) + 1) if held.opens[i]]
    if not begins and before >= 0 and after < size:
        return _fault_between(held, before, after, origin)
    if begins and before >= 0 and after < size and leans(held.low[after], origin.language):
        return Reason("sentences_run_together")  # "Holm came. Reyl left. He wept."
    tail = None if before == -1 else _fault_between(held, before, begins[0] if begins else size, origin, ends=True)
    if tail or after == size:
        return tail
    return _fault_between(held, begins[-1] - 1 if begins else -1, after, origin, begins=True)


def _fault_between(
    held: Words, before: int, after: int, origin: Origin, *, begins: bool = False, ends: bool = False
) -> Reason | None:
    """What omissions say to the words between two places. `begins`, `ends`: at the ends of their sentence."""
    if after <= before + 1:
        return None
    start = held.spans[before][1] if before >= 0 else 0
    end = held.spans[after][0] if after < len(held.spans) else len(held.text)
    ahead = "" if begins else held.text[_begin_of_sentence(held, before) : start]
    behind = "" if ends else held.text[end : end + _AROUND]
    return omission_fault(ahead, held.text[start:end].replace(CUT, " "), behind, origin)


def _begin_of_sentence(held: Words, place: int) -> int:
    """Where the sentence of this word begins, or what is looked at of it."""
    first = place
    while not held.opens[first] and held.spans[place][1] - held.spans[first][0] < _AROUND:
        first -= 1
    return held.spans[first][0]
