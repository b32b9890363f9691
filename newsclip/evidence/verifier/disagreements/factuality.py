"""Whether a sentence states its value as a fact of now: not denied, doubted, made up, or told of a part or a rate."""

from itertools import pairwise

from newsclip.evidence.tokens import negates
from newsclip.evidence.verifier.disagreements.value_mentions import Line
from newsclip.language.pack import english
from newsclip.language.verifier_tables.values import FactWords

_FACTS = english(FactWords)
_DIRECTIONS = {word: row[0] for row in _FACTS.directions for word in row}


def is_denied(line: Line) -> bool:
    """Whether something in the sentence takes the value back: a denial anywhere, a negation in its own clause."""
    every = [word.lower() for word in (*line.before, *line.after)]
    beside = [word.lower() for word in (*line.left(), *line.right())]
    return bool(_FACTS.denied & {*every}) or any(negates(word) for word in beside)


def is_doubted(line: Line) -> bool:
    """Whether the value is told as made up, or as what may be so."""
    every = {word.lower() for word in (*line.before, *line.after)}
    beside = {word.lower() for word in (*line.left(), *line.right())}
    if "lives" in beside:  # "the storm claimed 14 lives"
        beside -= {"claimed"}
    return bool(_FACTS.made_up & every) or bool(_FACTS.doubted & beside)


def is_expected(line: Line) -> bool:
    """Whether it is told as what is to come, or would be."""
    words = [word.lower() for word in (*line.left(), *line.right())]
    ahead = any(a in {"is", "are", "was", "were"} and b == "to" for a, b in pairwise(words))
    return ahead or bool(_FACTS.expected & {*words})


def frame_of(line: Line) -> frozenset[str]:
    """What narrows, widens or dates the statement: years, "last year", "alone", "killed or injured"."""
    words = [word.lower() for word in (*line.before, *line.after)]
    row = " ".join(line.before[-3:]).lower() + " | " + " ".join([*line.right()]).lower()
    joined = f" {' '.join(words)} "
    found = {word for word in words if word in _FACTS.frames or _is_year(word)}
    found |= {phrase for phrase in _FACTS.phrases if f" {phrase} " in joined}
    found |= {"part"} if row.partition(" | ")[2].startswith(_FACTS.part_of) else set()
    found |= _FACTS.beside & {word.lower() for word in (*line.before[-2:], *line.after[:2])}
    found |= {_DIRECTIONS[word] for word in words if word in _DIRECTIONS}
    if {"or"} & {word.lower() for word in line.clause}:
        found.add("or")
    return frozenset(found)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}
