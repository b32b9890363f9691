"""The parts beside the running text: the summary, the facts, and how the clip ends."""

import re
from collections.abc import Sequence

import numpy as np

from newsclip.clips.ports import Sentence
from newsclip.clips.rules import selection
from newsclip.clips.rules.extractive.desk import Desk, backbone, in_order, words_in
from newsclip.clips.rules.material import Line, content_stems
from newsclip.clips.rules.verifier import roles
from newsclip.clips.rules.verifier.tokens import names_number, tokens

SUMMARY_WORDS = 60
_ENOUGH = 25
_STEEP, _ELSEWHERE = 0.8, 0.5
_MOST_FACTS, _FACT_WORDS = 4, 30
_TELLING = 12
_VAGUE = re.compile(r"\b(?:is|are) still (?!under|being|in|at|on|missing|closed|open)\w+|\bintends?\b|\bgoes on to\b")
_WEAK_FIGURE = re.compile(r"\b(?:one|two|first|second|half|third)\b", re.IGNORECASE)


def summarize(desk: Desk, headline: str) -> tuple[Sentence, ...]:
    """The lead, then what covers most beyond it and stands early, in at most 60 words.

    A line may lean on the one before it where that is told. Where the best line left has no room the summary ends,
    and the running text begins with it: later lines that are only shorter tell less.
    """
    able = [i for i in desk.free() if 8 <= desk.lines[i].size <= SUMMARY_WORDS]
    able = able if any(desk.alone(i) for i in able) else desk.free()
    chosen = [_lead(desk, [i for i in able if desk.alone(i)], content_stems(headline, desk.language))]
    prior = _early(desk, desk.lines[chosen[0]].article)
    while open_to := [i for i in able if _goes_on(desk, i, chosen)]:
        used = words_in(desk, chosen)
        fitting = [i for i in open_to if used + desk.lines[i].size <= SUMMARY_WORDS]
        best = selection.ranked(desk.alike, prior, open_to if used >= _ENOUGH else fitting, chosen)[:1]
        if not best or best[0] not in fitting:
            desk.onward = best[0] if best else None
            break
        chosen += best
    first = desk.lines[chosen[0]].article
    chosen.sort(key=lambda i: (desk.lines[i].article != first, desk.lines[i].key))
    desk.take(chosen)
    if desk.onward is not None and desk.alone(desk.onward) is None and desk.before(desk.onward) != chosen[-1]:
        desk.onward = None
    return tuple(_in_row(desk, i, chosen) for i in chosen)


def _goes_on(desk: Desk, i: int, chosen: Sequence[int]) -> bool:
    stands = desk.alone(i) is not None or desk.before(i) in chosen
    return stands and i not in chosen and not any(desk.same(i, j) for j in chosen)


def _in_row(desk: Desk, i: int, chosen: Sequence[int]) -> Sentence:
    """The line as told after the one before it, where that is among the chosen; else as it stands alone."""
    alone = desk.alone(i)
    return desk.lines[i].told if alone is None or desk.before(i) in chosen else alone


def _early(desk: Desk, leader: int) -> selection.Matrix:
    """How much each line belongs at the top: early, told by many, of the article that leads."""
    own = np.array([1.0 if line.article == leader else _ELSEWHERE for line in desk.lines], np.float32)
    early: selection.Matrix = selection.position_prior(desk.lines, decay=_STEEP) * desk.support**0.5 * own
    return early


def _lead(desk: Desk, able: Sequence[int], headline: frozenset[str]) -> int:
    """The first sentence of an article, written to stand alone: the one most like all the first sentences."""
    first = min(desk.lines[i].place for i in able)
    leads = [i for i in able if desk.lines[i].place <= max(1, first)]
    early = selection.position_prior(desk.lines, decay=_STEEP)
    central = {}
    for i in leads:
        likeness = float(desk.alike[i, leads].mean())
        named = len(desk.lines[i].stems & headline) / max(1, len(headline))
        central[i] = float(early[i]) * (1 + 3 * named) * likeness
    return max(leads, key=lambda i: (round(central[i], 6), -i))


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
    """How the clip ends, by role: what comes next, else how things stand, else the most central line left."""
    free = [i for i in desk.left() if desk.alone(i) and not _quotes(desk.lines[i])]
    last = {reading.lines[0].article: reading.lines[-1].place for reading in desk.readings if reading.lines}
    late = [i for i in free if desk.lines[i].place >= max(3, last[desk.lines[i].article] / 2)]
    for role, rule in (
        (roles.WHAT_COMES_NEXT, roles.looks_ahead),
        (roles.WHERE_THINGS_STAND, roles.tells_the_state),
    ):
        fitting = [i for i in late if rule(_words(desk, i)) and not _VAGUE.search(_words(desk, i))]
        if fitting:
            return role, _best(desk, fitting, 2)
    main = backbone(desk)
    middle = float(np.median(desk.reach))
    able = [i for i in late if desk.lines[i].article == main and desk.lines[i].size >= _TELLING]
    return roles.CONCLUSION, _best(desk, [i for i in able if float(desk.reach[i]) >= middle], 1)


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
    return desk.lines[i].told.text


def _is_fact(line: Line) -> bool:
    if line.alone is None or line.size > _FACT_WORDS or _quotes(line):
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
