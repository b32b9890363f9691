"""A sentence as the judge of disagreements reads it: its words and marks, and where a value stands among them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsclip.evidence.tokens import TOKEN, names_number, tokens
from newsclip.language.pack import english
from newsclip.language.quantities import Quantity, quantities
from newsclip.language.tokens import WORD, sentences, stem
from newsclip.language.verifier_tables.values import ValueWords
from newsclip.language.word_lists import SPEECH_VERBS

_VALUES = english(ValueWords)
_WORD_OR_MARK = re.compile(rf"{TOKEN.pattern}|[^\w\s]")
# as much of a sentence as the writer reads; what is longer cannot be judged
_LONGEST, _MOST = 1_500, 120
_JOINS = _VALUES.joins
_PARTS = _JOINS | _VALUES.parts


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with a value in it at `[start, end)`: `before` and `after` are the words and marks around it.

    `quantity`: the number that the value is, with whatever qualifies it; None where it is part of another figure.
    """

    text: str
    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    published: date | None
    quantity: Quantity | None

    @property
    def value(self) -> str:
        return self.text[self.start : self.end]

    @property
    def ends(self) -> bool:
        """Whether no noun follows the value that would take it to itself: "its $5 million grant"."""
        behind = self.after[0].lower() if self.after else "."
        return not behind[0].isalnum() or behind in _VALUES.follows

    @property
    def clause(self) -> list[str]:
        """The words around the value up to where another clause begins; with that of which a relative one is told."""
        left = self.left(_PARTS)
        opener = len(self.before) - len(left)
        relative = opener and self.before[opener - 1].lower() in _VALUES.relative
        return [*(self.before[max(0, opener - 3) : opener - 1] if relative else ()), *left, *self.right(_PARTS)]

    @property
    def told(self) -> list[str]:
        """The words around the value without those that say who says so."""
        return [*without_speaker(self.before, at_front=True), *without_speaker(self.after)]

    def left(self, stops: frozenset[str] = _JOINS) -> list[str]:
        """The words before the value, from the nearest of these on."""
        at = next((n for n in range(len(self.before), 0, -1) if self.before[n - 1].lower() in stops), 0)
        return list(self.before[at:])

    def right(self, stops: frozenset[str] = _JOINS) -> list[str]:
        """The words behind the value, up to the nearest of these."""
        at = next((n for n, word in enumerate(self.after) if word.lower() in stops), len(self.after))
        return list(self.after[:at])


def lines(value: str, passage: str, published: date | None) -> Iterator[Line]:
    """Every place of the passage where the value stands as words of their own."""
    wanted = tokens(value)
    for span in sentences(passage):
        text = span.of(passage)
        found = list(_WORD_OR_MARK.finditer(text))
        if len(text) > _LONGEST or len(WORD.findall(text)) > _MOST or not wanted:
            continue
        words = [m.group() for m in found]
        held = [(n, m) for n, m in enumerate(found) if TOKEN.fullmatch(m.group())]
        numbers = quantities(text)
        for at in range(len(held) - len(wanted) + 1):
            row = held[at : at + len(wanted)]
            if [m.group().replace("’", "'").lower() for _, m in row] == wanted:
                start, end = row[0][1].start(), row[-1][1].end()
                around = tuple(words[: row[0][0]]), tuple(words[row[-1][0] + 1 :])
                yield Line(text, start, end, *around, published, _whole(numbers, start, end))


def without_speaker(words: tuple[str, ...], *, at_front: bool = False) -> list[str]:
    """ "the mayor of Orlo said", "according to the police": a part between commas, or the front up to its verb."""
    parts: list[list[str]] = [[]]
    for word in words:
        parts.append([]) if word == "," else parts[-1].append(word)
    for n, part in enumerate(parts):
        said = [place for place, word in enumerate(part) if word.lower() in SPEECH_VERBS | {"according"}]
        if said and n == len(parts) - 1 and at_front:
            parts[n] = part[said[-1] + 1 :]
        elif said and (n or at_front):
            parts[n] = []
    return [word for part in parts for word in part]


def _whole(numbers: list[Quantity], start: int, end: int) -> Quantity | None:
    """The first number within the value; None where one reaches out of it."""
    touching = [q for q in numbers if q.start < end and start < q.end]
    return touching[0] if touching and all(start <= q.start and q.end <= end for q in touching) else None


def stems(words: list[str]) -> frozenset[str]:
    """The stems of the words that carry content; words for the same thing have one stem."""
    held = (w.lower().removesuffix("'s").removesuffix("’s") for w in words)
    found = (stem(w) for w in held if len(w) > 2 and w not in _VALUES.empty and not names_number(w))
    same = _one_stem()
    return frozenset(same.get(s, s) for s in found)


@cache  # the stemmer is loaded when a clip is judged, not by who serves pages
def _one_stem() -> dict[str, str]:
    return {stem(word): stem(row[0]) for row in _VALUES.same for word in row}
