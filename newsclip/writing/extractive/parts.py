"""The parts beside the running text: the facts, and how the clip ends."""

import re

from newsclip.evidence.document import Sentence
from newsclip.evidence.verifier import roles
from newsclip.evidence.verifier.tokens import names_number, tokens
from newsclip.writing.candidates import Line
from newsclip.writing.extractive.writer_state import Desk, in_order

_MOST_FACTS, _FACT_WORDS = 4, 30
_WEAK_FIGURE = re.compile(r"\b(?:one|two|first|second|half|third)\b", re.IGNORECASE)


def facts(desk: Desk, *, most: int = _MOST_FACTS) -> tuple[Sentence, ...]:
    """Short lines with figures that nothing else tells; none where there are fewer than two."""
    able = [i for i in desk.left() if _is_fact(desk.lines[i])]
    chosen: list[int] = []
    for i in sorted(able, key=lambda i: (-_weight(desk, i), desk.lines[i].key)):
        if len(chosen) < most and not any(desk.same(i, j) for j in chosen):
            chosen.append(i)
    if len(chosen) < 2:
        return ()
    chosen = in_order(desk, chosen)
    desk.take(chosen)
    return tuple(alone for i in chosen if (alone := desk.alone(i)))


def ending(desk: Desk) -> tuple[str, tuple[Sentence, ...]]:
    """How the clip ends, by role: what comes next, else how things stand; ("", ()) where the articles tell neither."""
    free = [i for i in desk.left() if desk.alone(i) and not _quotes(desk.lines[i]) and desk.is_recent(i)]
    free = [i for i in free if desk.lines[i].apart]
    last = {reading.lines[0].article: reading.lines[-1].place for reading in desk.readings if reading.lines}
    late = [i for i in free if desk.lines[i].place >= max(3, last[desk.lines[i].article] / 3) and desk.is_central(i)]
    known = roles.in_language(desk.language)
    for role in (roles.WHAT_COMES_NEXT, roles.WHERE_THINGS_STAND):
        if role in known and (fitting := [i for i in late if known[role][1](_words(desk, i))]):
            return role, _best(desk, fitting, 2)
    return "", ()


def _best(desk: Desk, able: list[int], most: int) -> tuple[Sentence, ...]:
    if not able:
        return ()
    central = {i: float(desk.reach[i]) * float(desk.support[i]) for i in able}
    ranked = sorted(able, key=lambda i: (-round(central[i], 6), desk.lines[i].key))
    chosen = ranked[:1]
    for i in ranked[1:]:
        if len(chosen) < most and not any(desk.same(i, j) for j in chosen):
            chosen.append(i)
    chosen = in_order(desk, chosen)
    desk.take(chosen)
    return tuple(alone for i in chosen if (alone := desk.alone(i)))


def _words(desk: Desk, i: int) -> str:
    return (desk.alone(i) or desk.lines[i].told).text


def _is_fact(line: Line) -> bool:
    if line.alone is None or not line.apart or line.size > _FACT_WORDS or _quotes(line):
        return False
    return roles.gives_a_figure(line.alone.text) and _figures(line) > 0


def _figures(line: Line) -> int:
    """Figures that say something: digits, money, shares; "one" and "first" do not count."""
    return sum(names_number(token) and not _WEAK_FIGURE.fullmatch(token) for token in tokens(line.told.text))


def _weight(desk: Desk, i: int) -> float:
    line = desk.lines[i]
    return round(min(3, _figures(line)) + 2 * float(desk.reach[i]) - line.size / 40, 6)


def _quotes(line: Line) -> bool:
    return any(mark in line.told.text for mark in '"“”')
