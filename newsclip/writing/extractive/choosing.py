"""Which lines the running text tells, each with what it needs, and in what order."""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from newsclip.writing import cleaning
from newsclip.writing.extractive.forward_needs import announcing_lines, turned_lines
from newsclip.writing.extractive.material import Material, ToldSoFar
from newsclip.writing.extractive.most_named import most_named
from newsclip.writing.extractive.needs import Known, Needs, known_to, met, unit
from newsclip.writing.extractive.repeats import tells_again

# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
_SHORTEST = 6  # words
_LITTLE = 0.5  # of the budget: a clip of two sentences tells no story; one in eight was so thin
_LITTLE_OF_THINGS = 0.7  # readers miss facts that stand in the articles; with .7 for names, too, one need was unmet
_NEARLY = 0.8  # in less, lines that others lean on come along; .95: nothing
_QUOTING = 0.85  # lines with somebody's words count less: quotations are printed as such
_BESIDE = 0.3  # what stands right beside something told counts so much more
# Articles are told in stretches: what goes on from nothing told counts so much of what it would, and in so few last
# words nothing begins anew. Blind readers prefer it by far (docs/why/writer.md, "In stretches").
_LEAP, _LAST_WORDS = 0.2, 50
# Of several articles, that of the summary tells most: up to a share of the clip it counts more, an article that tells
# nothing yet less, and a fourth one hardly. Blind readers prefer it (docs/why/writer.md, "One article leads").
_LEADING, _LEADING_SHARE = 1.6, 0.75
_OPENING, _MOST_ARTICLES, _ONE_MORE = 0.6, 3, 0.001
# Of several articles: the part that a line has in the whole story, and how many of them tell the like, as powers. Each
# alone and both together gain on either half of the set (docs/why/writer.md).
_CENTRAL, _SUPPORTED = 0.5, 0.5
_NOVELTY = 0.5  # what is like something told counts less, so that the clip tells more of the story
# What the headline says and nothing above tells counts so much more, by its share of the headline. F1 over the lead's
# .940 without, .944 at 2, .948 at 4, .946 at 6.
_PROMISED = 4.0
# Where the text would not have one of the names that the articles have most, lines with it count so much more, for so
# many of its words. For all of them it cost .005 of F1 over the lead's, at once in all clips .010, so .001.
_NAMES, _ROOM = 4.0, 40
# Of several articles, a fuller sentence counts more, as a power of its words, up to so many: it tells who, when and why
# together. Readers miss fewer facts (docs/why/writer.md, "Fuller sentences").
_FULLNESS, _FULL = 0.75, 30


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


def choose(chooser: "Chooser", budget: int) -> tuple[int, ...]:
    """The lines, at most `budget` words of them, in reading order: greedily those that matter most, a word.

    Where that is little of the budget, things that no line of the articles brings in are asked for no more: "the rifle"
    of which only a caption told; then people whom none names in full. Lines that others lean on may come along before
    that, though they matter little themselves. What the summary passed over comes where the text would double by it.
    """
    found, needs = _chosen(chooser, budget), chooser.needs
    chooser = replace(chooser, linking=True)
    found = _fuller(chooser, budget, found, _NEARLY)
    found = _fuller(replace(chooser, needs=needs.that_can_be_met()), budget, found, _LITTLE_OF_THINGS)
    found = _fuller(replace(chooser, needs=needs.that_can_be_met(names=True)), budget, found, _LITTLE)
    found = _going_back(replace(chooser, needs=needs.that_can_be_met(), going_back=True), budget, found)
    return _naming(replace(chooser, naming=True), budget, found)


def _naming(chooser: "Chooser", budget: int, found: tuple[int, ...]) -> tuple[int, ...]:
    """These lines, or others as full that name whom the articles name most, where these do not: "the firm" alone."""
    told = chooser.before.told.lines
    unnamed = chooser.untold_names((*told, *found))
    if not unnamed:
        return found
    kept = _chosen(replace(chooser, naming=False), max(0, budget - _ROOM))
    others = tuple(in_order(chooser, _filled(chooser, chooser.able(), kept, budget)))
    full = chooser.material.words_in(others) >= _NEARLY * chooser.material.words_in(found)
    return others if full and chooser.untold_names((*told, *others)) < unnamed else found


def _fuller(chooser: "Chooser", budget: int, found: tuple[int, ...], enough: float) -> tuple[int, ...]:
    """These lines where they fill so much of the budget, else what the chooser gives, where that is more."""
    words = chooser.material.words_in
    if words(found) >= enough * budget:
        return found
    return max(found, _chosen(chooser, budget), key=words)


def _going_back(chooser: "Chooser", budget: int, found: tuple[int, ...]) -> tuple[int, ...]:
    words = chooser.material.words_in
    back = found if words(found) >= _LITTLE * budget else _chosen(chooser, budget)
    return back if words(found) < _LITTLE * words(back) else found


def _chosen(chooser: "Chooser", budget: int) -> tuple[int, ...]:
    """What turns out to stand before what it needs makes room for others."""
    able = chooser.able()
    above = {chooser.before.onward, *(chooser.turned.get(i) for i in chooser.before.lines)}
    kept = [i for i in sorted(able & above) if chooser.material.lines[i].size <= budget]
    while True:
        chosen = _filled(chooser, able, kept, budget)
        kept = in_order(chooser, chosen)
        if len(kept) == len(chosen):
            return tuple(kept)
        able -= set(chosen).difference(kept)


def _filled(chooser: "Chooser", able: set[int], kept: Sequence[int], budget: int) -> list[int]:
    """These lines and others, while there is room."""
    material, chosen = chooser.material, list(kept)
    while True:
        left = budget - material.words_in(chosen)
        able = {i for i in able if i in chosen or not chooser.tells(i, chosen)}
        fitting = [rows for rows in chooser.offers(able, chosen).values() if material.words_in(rows) <= left]
        onward = {rows for rows in fitting if chooser.goes_on(rows, able, chosen)}
        fitting = [rows for rows in fitting if rows in onward or left >= _LAST_WORDS or chooser.naming]
        if not fitting:
            return chosen
        worth = {rows: chooser.merit(rows, chosen) * (1.0 if rows in onward else _LEAP) for rows in fitting}
        best = max(fitting, key=lambda rows: (round(worth[rows], 6), [-i for i in rows]))
        chosen.extend(best)


def in_order(chooser: "Chooser", chosen: Sequence[int]) -> list[int]:
    """Reading order, without what cannot stand there: the leading article, then that of the line that matters most …"""
    material, needs, before = chooser.material, chooser.needs, chooser.before
    main = material.lines[before.lines[0]].article
    kept: list[int] = []
    for article in dict.fromkeys([main, *(material.lines[i].article for i in chosen)]):
        above = (*before.lines, *kept)
        own = sorted(i for i in chosen if material.lines[i].article == article)
        known = known_to(material, needs, above, article, before.headline)
        kept.extend(met(material, needs, own, known, above, chooser.again))
    return kept


@dataclass(frozen=True)
class Chooser:
    """Which lines may be told next, and how much they matter.

    With lines that only connect others (`linking`), that name whom the articles name most (`naming`), that the summary
    passed over (`going_back`).
    """

    material: Material
    needs: Needs
    before: BeforeText
    linking: bool = False
    naming: bool = False
    going_back: bool = False

    @cached_property
    def turned(self) -> Mapping[int, int]:
        return turned_lines(self.material)

    @cached_property
    def announced(self) -> Mapping[int, int]:
        """By line that only says that words were given, the one right behind it; -1 where that cannot be told."""
        following = {self.material.before(i): i for i in range(len(self.material.lines))}
        return {i: following.get(i, -1) for i in announcing_lines(self.material)}

    @property
    def again(self) -> frozenset[int]:
        """Lines that say what stands before the text, where others go on from them."""
        return frozenset()

    def able(self) -> set[int]:
        """The lines that the text may tell."""
        lines, before = self.material.lines, self.before
        able = {i for i in before.told.free(self.material) if lines[i].size >= _SHORTEST and i not in before.kept}
        parted = {i for i, led in self.material.spoken.items() if led in before.lines}  # they would open the text
        return (able | self.links) - parted - (frozenset() if self.going_back else self.passed)

    @property
    def passed(self) -> frozenset[int]:
        """What the summary passed over: told behind it, it would go back."""
        return self.material.passed(self.before.lines)

    @cached_property
    def links(self) -> frozenset[int]:
        """Of a `linking` chooser: short lines, and those with little to do with the rest. Told where others lean."""
        told, material = self.before.told, self.material
        if not self.linking:
            return frozenset()
        kept = {*material.unfit, *told.lines, *self.before.kept, *replace(self, linking=False).able()}
        free = {i for i, line in enumerate(material.lines) if i not in kept and not line.caption}
        return frozenset(i for i in free if not told.tells(material, i))

    def offers(self, able: Set[int], chosen: Sequence[int]) -> Mapping[int, tuple[int, ...]]:
        """What may be told next: each line with what it needs, by line."""
        lines = self.material.lines
        known = {article: self.known(article, chosen) for article in {lines[i].article for i in able}}
        fresh = sorted(able - self.links - set(chosen))
        found = ((i, self.offer(i, able, chosen, known[lines[i].article])) for i in fresh)
        return {i: rows for i, rows in found if rows}

    def known(self, article: int, chosen: Sequence[int]) -> Known:
        """What the article's lines may go on from but for its own."""
        others = (j for j in chosen if self.material.lines[j].article != article)
        return known_to(self.material, self.needs, (*self.before.lines, *others), article, self.before.headline)

    def offer(self, i: int, able: Set[int], chosen: Sequence[int], known: Known) -> tuple[int, ...]:
        """The line with what it needs, less what is chosen; () where that cannot be told."""
        told = [*self.before.told.lines, *chosen]
        own = [j for j in chosen if j < i and self.material.lines[j].article == self.material.lines[i].article]
        rows = unit(self.material, self.needs, i, told, known.and_words(self.needs.stems[j] for j in own), self.again)
        announced = {self.announced[j] for j in rows if j in self.announced}
        if not announced <= able | {*told}:
            return ()
        turning = ({self.turned[j] for j in rows if j in self.turned} | announced) & able
        fresh = tuple(j for j in sorted({*rows, *turning}) if j not in told)
        return fresh if rows and set(fresh) <= able else ()

    def merit(self, rows: Sequence[int], chosen: Sequence[int]) -> float:
        """How much the lines matter, a word; more beside what is told, and of the article that leads."""
        material, article = self.material, self.material.lines[rows[0]].article
        told = (*self.before.told.lines, *chosen)
        worth = sum(self._worth(i, told) * material.lines[i].size for i in rows) / material.words_in(rows)
        part = 1.0 if self.single else self._part_of(article, chosen)
        return worth * (1 + _BESIDE * self._beside(rows, told)) * part

    def _part_of(self, article: int, chosen: Sequence[int]) -> float:
        """How much more the article's lines count for the part it has in the clip."""
        lines, above = self.material.lines, (*self.before.lines, *chosen)
        articles = {lines[i].article for i in above}
        if article not in articles:
            return _OPENING * (_ONE_MORE if len(articles) >= _MOST_ARTICLES else 1.0)
        own = self.material.words_in(self._of_publisher(article, above))
        leads = article == lines[self.before.lines[0]].article
        return _LEADING if leads and own < _LEADING_SHARE * self.material.words_in(above) else 1.0

    @property
    def single(self) -> bool:
        """Whether there is only one article."""
        return len(self.material.readings) == 1

    def _of_publisher(self, article: int, indices: Sequence[int]) -> list[int]:
        """Those of the lines that this article's publisher tells, in any of its articles.

        Where one publisher tells the whole story, those of the article alone.
        """
        lines, owners = self.material.lines, self.material.owners
        return [i for i in indices if owners[lines[i].article] == owners[article]]

    def _beside(self, rows: Sequence[int], told: Sequence[int]) -> int:
        """How many of the two lines right around these are told."""
        return (self.material.before(rows[0]) in told) + any(self.material.before(i) == rows[-1] for i in told)

    def goes_on(self, rows: Sequence[int], able: Set[int], chosen: Sequence[int]) -> bool:
        """Whether nothing that may be told stands between the lines, and to one of their article that is told."""
        told, lines = {*self.before.lines, *chosen}, self.material.lines
        own = [i for i, line in enumerate(lines) if line.article == lines[rows[0]].article and i not in rows]
        near = [i for i in own if i in told or i in able]
        if any(rows[0] < i < rows[-1] for i in near if i not in told):
            return False
        above = next((i for i in reversed(near) if i < rows[0]), None)
        below = next((i for i in near if i > rows[-1]), None)
        return above in told or below in told

    def _worth(self, i: int, told: Sequence[int]) -> float:
        quoting = cleaning.has_quotation(self.material.lines[i].told.text)
        near = max((float(self.material.alike[i, j]) for j in told), default=0.0)
        promised = 1 + _PROMISED * self.promised(i, told)
        named = 1 + _NAMES * len(self.untold_names(told) & self.material.lines[i].stems) if self.naming else 1
        return self._weight(i) * (_QUOTING if quoting else 1.0) * (1 - _NOVELTY * near) * promised * named

    @cached_property
    def _most_named(self) -> frozenset[str]:
        return most_named(self.material.readings, self.material.language)

    def untold_names(self, told: Sequence[int]) -> frozenset[str]:
        """The names that the articles have most, and neither the headline nor one of these lines has."""
        return (self._most_named - self.before.headline).difference(*(self.material.lines[j].stems for j in told))

    def promised(self, i: int, told: Sequence[int]) -> float:
        """The share of the headline's stems that the line has and nothing told does."""
        headline, lines = self.before.headline, self.material.lines
        untold = headline.difference(*(lines[j].stems for j in told))
        return len(untold & lines[i].stems) / max(1, len(headline))

    def _weight(self, i: int) -> float:
        material, weight = self.material, float(self.material.weight[i])
        if self.single:
            return weight
        weight *= math.pow(material.reach[i], _CENTRAL) * math.pow(material.support[i], _SUPPORTED)
        return weight * self.fullness(i)

    def fullness(self, i: int) -> float:
        """How much the line counts for what a sentence of its length can hold."""
        return math.pow(min(self.material.lines[i].size, _FULL), _FULLNESS)

    def tells(self, i: int, chosen: Sequence[int]) -> bool:
        """Whether the line tells what the clip tells already, these lines included."""
        return tells_again(self.material, i, self.before.told.with_lines(self.material, chosen))
