"""Which lines the running text tells, each with what it needs, and in what order."""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from newsclip.writing.extractive.contiguous_lines import part_of
from newsclip.writing.extractive.material import Material, ToldSoFar
from newsclip.writing.extractive.needs import Known, Needs, known_to, met, unit

_SHORTEST = 6  # words
_LITTLE = 0.5  # of the budget: a clip of two sentences tells no story; one in eight was so thin
_QUOTING = 0.85  # lines with somebody's words count less: quotations are printed as such
_OWN_SHARE, _BEYOND_SHARE = 0.5, 0.75  # a publisher that has told so much of the clip counts so much less
_BESIDE = 0.3  # what stands right beside something told counts so much more: one article is told in stretches
# In languages told as they stand, what goes on from so many words below one subheading, or above the first, makes room
# for the other parts: else the beginning takes all of it.
_PART, _BEYOND_PART = 90, 0.3
_OPENING = 0.8  # an article that tells nothing yet counts less
# Of several articles: the part that a line has in the whole story, and how many of them tell the like, as powers. Each
# alone and both together gain on either half of the set (docs/why/writer.md).
_CENTRAL, _SUPPORTED = 0.5, 0.5
_NOVELTY = 0.5  # what is like something told counts less, so that the clip tells more of the story
# What counts as told already: the share of a line's stems that one line before has, or the lines of other publishers
# together, or how alike one is. Less would print the same twice, more leaves out what people use (docs/why/writer.md).
_CONTAINED, _RETOLD, _ALIKE, _ALIKE_WITHIN = 0.55, 0.5, 0.38, 0.65
_LEADS, _LEAD_RETOLD, _LEAD_ALIKE = 1, 0.4, 0.33  # an article's first line tells the news once more


@dataclass(frozen=True, slots=True)
class BeforeText:
    """What stands before the running text: its lines, and the content stems of the headline.

    `told`: what the clip tells besides the text, its ending included. `onward`: the line that opens the text, where the
    summary had no room for it. `kept`: lines for other parts.
    """

    lines: tuple[int, ...]
    headline: frozenset[str]
    told: ToldSoFar
    onward: int | None
    kept: frozenset[int]


def choose(material: Material, needs: Needs, before: BeforeText, budget: int) -> tuple[int, ...]:
    """The lines, at most `budget` words of them, in reading order: greedily those that matter most, a word.

    Where that is less than _LITTLE of the budget, things that no line of the articles brings in are asked for no more:
    "the rifle" of which only a caption told.
    """
    text = _chosen(material, needs, before, budget)
    if material.words_in(text) >= _LITTLE * budget:
        return text
    return max(text, _chosen(material, needs.that_can_be_met(), before, budget), key=material.words_in)


def _chosen(material: Material, needs: Needs, before: BeforeText, budget: int) -> tuple[int, ...]:
    """What turns out to stand before what it needs makes room for others."""
    chooser = _Chooser(material, needs, before)
    lines = material.lines
    able = {i for i in before.told.free(material) if lines[i].size >= _SHORTEST and i not in before.kept}
    able -= _above_the_lead(material, needs, before)
    kept: list[int] = [i for i in able if i == before.onward and lines[i].size <= budget]
    while True:
        chosen = _filled(chooser, able, kept, budget)
        kept = _in_order(chooser, chosen)
        if len(kept) == len(chosen):
            return tuple(kept)
        able -= set(chosen).difference(kept)


def _above_the_lead(material: Material, needs: Needs, before: BeforeText) -> set[int]:
    """What stands before the clip's first line, where its article is told as it stands: lines of the page's top."""
    lead = min(before.lines)
    return {i for i in range(lead) if i in needs.onward and material.lines[i].article == material.lines[lead].article}


def _filled(chooser: "_Chooser", able: set[int], kept: Sequence[int], budget: int) -> list[int]:
    """These lines and others, while there is room."""
    material, chosen = chooser.material, list(kept)
    while True:
        left = budget - material.words_in(chosen)
        fitting = [rows for rows in chooser.offers(able, chosen) if material.words_in(rows) <= left]
        if not fitting:
            return chosen
        best = max(fitting, key=lambda rows: (round(chooser.merit(rows, chosen), 6), [-i for i in rows]))
        chosen.extend(best)


def _in_order(chooser: "_Chooser", chosen: Sequence[int]) -> list[int]:
    """Reading order, without what cannot stand there: the leading article, then that of the line that matters most …"""
    material, needs, before = chooser.material, chooser.needs, chooser.before
    main = material.lines[before.lines[0]].article
    kept: list[int] = []
    for article in dict.fromkeys([main, *(material.lines[i].article for i in chosen)]):
        above = (*before.lines, *kept)
        own = sorted(i for i in chosen if material.lines[i].article == article)
        known = known_to(material, needs, above, article, before.headline)
        kept.extend(met(material, needs, own, known, above[-1], chooser.again))
    return kept


@dataclass(frozen=True)
class _Chooser:
    material: Material
    needs: Needs
    before: BeforeText

    @cached_property
    def again(self) -> frozenset[int]:
        """Lines that say what stands before the text."""
        told = self.before.told
        return frozenset(i for i in self.needs.onward if i not in told.lines and told.tells(self.material, i))

    def offers(self, able: Set[int], chosen: Sequence[int]) -> list[tuple[int, ...]]:
        """What may be told next: each line with what it needs."""
        lines = self.material.lines
        known: dict[int, Known] = {}
        for article in {lines[i].article for i in able}:
            above = (*self.before.lines, *(j for j in chosen if lines[j].article != article))
            known[article] = known_to(self.material, self.needs, above, article, self.before.headline)
        offers: dict[int, tuple[int, ...]] = {}
        for i in sorted(able - set(chosen)):
            rows = self._offer(i, able, chosen, known[lines[i].article])
            if rows and self._leaves_nothing_out(rows, chosen, offers):
                offers[i] = rows
        below = [self._opened(i, able, chosen, known[lines[i].article]) for i in offers if i in self.needs.openings]
        return [
            *(rows for i, rows in offers.items() if i not in self.needs.openings),
            *(rows for rows in below if rows),
        ]

    def _opened(self, i: int, able: Set[int], chosen: Sequence[int], known: Known) -> tuple[int, ...]:
        """What stands right below a subheading, two lines; () where the second cannot be told: one needs no heading."""
        behind = next((j for j in able if self.material.before(j) == i), None)
        rows = self._offer(behind, able, [*chosen, i], known) if behind is not None else ()
        return (i, *rows) if rows == (behind,) else ()

    def _leaves_nothing_out(
        self, rows: Sequence[int], chosen: Sequence[int], offers: Mapping[int, tuple[int, ...]]
    ) -> bool:
        """Whether nothing that may be told stands between the rows and what is told before them, where that matters.

        Only its first line leads into what stands below a subheading.
        """
        material, first = self.material, rows[0]
        if first not in self.needs.onward:
            return True
        part = part_of(material, first)
        own = [j for j in (*self.before.lines, *chosen) if part_of(material, j) == part and j < first]
        left_out = (j for j in offers if max(own, default=-1) < j < first and part_of(material, j) == part)
        return (bool(own) or not part[1]) and not any(left_out)

    def _offer(self, i: int, able: Set[int], chosen: Sequence[int], known: Known) -> tuple[int, ...]:
        """The line with what it needs, less what is chosen; () where that is told already, or cannot be told."""
        told = [*self.before.told.lines, *chosen]
        own = [j for j in chosen if j < i and self.material.lines[j].article == self.material.lines[i].article]
        rows = unit(self.material, self.needs, i, told, known.and_words(self.needs.stems[j] for j in own), self.again)
        fresh = tuple(j for j in rows if j not in told)
        return () if any(j not in able or self._again(j, chosen) for j in fresh) else fresh

    def merit(self, rows: Sequence[int], chosen: Sequence[int]) -> float:
        """How much the lines matter, a word; less of a publisher that has told half of the clip, or nothing yet."""
        material, article = self.material, self.material.lines[rows[0]].article
        above, told = (*self.before.lines, *chosen), (*self.before.told.lines, *chosen)
        worth = sum(self._worth(i, told) * material.lines[i].size for i in rows) / material.words_in(rows)
        own = [i for i in above if material.lines[i].article == article]
        share = material.words_in((*own, *rows)) / material.words_in((*above, *rows))
        if len(material.readings) == 1:
            return worth * (1 + _BESIDE * self._beside(rows, told)) * self._room_for_others(rows[0], above)
        return worth * (_BEYOND_SHARE if share > _OWN_SHARE else 1.0) * (1.0 if own else _OPENING)

    def _room_for_others(self, i: int, above: Sequence[int]) -> float:
        part = part_of(self.material, i)
        told = self.material.words_in(j for j in above if part_of(self.material, j) == part)
        return _BEYOND_PART if i in self.needs.onward and told > _PART else 1.0

    def _beside(self, rows: Sequence[int], told: Sequence[int]) -> int:
        """How many of the two lines right around these are told."""
        return (self.material.before(rows[0]) in told) + any(self.material.before(i) == rows[-1] for i in told)

    def _worth(self, i: int, told: Sequence[int]) -> float:
        quoting = any(mark in self.material.lines[i].told.text for mark in '"“”')
        near = max((float(self.material.alike[i, j]) for j in told), default=0.0)
        return self._weight(i) * (_QUOTING if quoting else 1.0) * (1 - _NOVELTY * near)

    def _weight(self, i: int) -> float:
        material = self.material
        weight = float(material.weight[i])
        if len(material.readings) == 1:
            return weight
        return weight * math.pow(material.reach[i], _CENTRAL) * math.pow(material.support[i], _SUPPORTED)

    def _again(self, i: int, chosen: Sequence[int]) -> bool:
        """Whether the line tells what is told: by one line, or, of another article, by several together."""
        material = self.material
        line, before = material.lines[i], (*self.before.told.lines, *chosen)
        told = (*self.before.told.stems, *(material.lines[j].stems for j in chosen))
        if any(len(line.stems & other) >= _CONTAINED * len(line.stems) for other in told):
            return True
        share, alike = (_LEAD_RETOLD, _LEAD_ALIKE) if line.place < _LEADS else (_RETOLD, _ALIKE)
        others = [j for j in before if material.lines[j].article != line.article]
        retold = line.stems & frozenset[str]().union(*(material.lines[j].stems for j in others))
        if len(retold) >= share * len(line.stems):
            return True
        return any(material.alike[i, j] >= (alike if j in others else _ALIKE_WITHIN) for j in before)
