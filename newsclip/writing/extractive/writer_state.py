"""What the writer has before it: every line of the story, how alike they are, and what has been told already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np

from newsclip.evidence.document import Sentence
from newsclip.language.days import days
from newsclip.language.vectors import Embedder
from newsclip.writing import cleaning, page_kinds, selection
from newsclip.writing.candidates import Line, Reading, content_stems, read, same_fact
from newsclip.writing.extractive import casualty_counts
from newsclip.writing.ports import Assigned
from newsclip.writing.selection import Matrix

_ON_TOPIC = 0.6
_VIEW = 0.3
_RECENT = timedelta(days=2)
_SAME, _SAME_ELSEWHERE, _SAME_FIGURES = 0.65, 0.5, 0.38


@dataclass(slots=True)
class Desk:
    """The readings of a story's articles and their lines in one row, first published first.

    `onward`: the line that the summary had no room for, with which the running text begins.
    `outdated`: lines whose count of the injured or dead a later article has put right, or that announce a day which
    was over when the latest article came.
    """

    assigned: Assigned
    language: str
    readings: list[Reading]
    lines: list[Line]
    alike: Matrix
    prior: Matrix
    support: Matrix
    reach: Matrix
    taken: list[int] = field(default_factory=list)
    told: list[frozenset[str]] = field(default_factory=list)
    onward: int | None = None
    outdated: frozenset[int] = frozenset()

    def free(self) -> list[int]:
        """Lines of the story that nothing has told yet: no line, and no quotation."""
        able = [i for i in range(len(self.lines)) if i not in self.outdated and i not in self.taken]
        return [i for i in able if self.on_topic(i) and not self._told(i)]

    def on_topic(self, i: int) -> bool:
        """Whether the line has to do with the rest; pages carry other news, too."""
        return float(self.reach[i]) >= _ON_TOPIC * float(np.median(self.reach))

    def kind(self) -> page_kinds.Kind:
        """What kind of pages these are: "news" where one of them is."""
        kinds = [reading.kind for reading in self.readings]
        return "news" if "news" in kinds else kinds[0]

    def is_recent(self, i: int) -> bool:
        """Whether its article came within two days before the latest one; undated ones count as recent."""
        times = [reading.article.published for reading in self.readings]
        published = times[self.lines[i].article]
        return published is None or max(time for time in times if time) - published <= _RECENT

    def is_central(self, i: int) -> bool:
        """Whether it has as much to do with the rest as the middling line has."""
        return float(self.reach[i]) >= 0.9 * float(np.median(self.reach))

    def left(self) -> list[int]:
        """What is free for the parts that the running text comes before."""
        return [i for i in self.free() if i != self.onward]

    def take(self, indices: Iterable[int]) -> None:
        for i in indices:
            if i not in self.taken:
                self.taken.append(i)
                self.told.append(self.lines[i].stems)

    def take_words(self, text: str) -> None:
        """Count these words (a quotation, a headline) among what is told."""
        self.told.append(content_stems(text, self.language))

    def before(self, i: int) -> int | None:
        """The line that stands right before this one in its article, where it is fit to be published."""
        line = self.lines[i]
        if i and self.lines[i - 1].key == (line.article, line.place - 1):
            return i - 1
        return None

    def same(self, i: int, j: int) -> bool:
        """Whether two lines tell the same; publishers put one fact in different words, so less is asked across them."""
        a, b, alike = self.lines[i], self.lines[j], float(self.alike[i, j])
        figures = {stem for stem in a.stems & b.stems if stem[0].isdigit()}
        if a.article == b.article:
            return alike >= _SAME or same_fact(a.stems, b.stems)
        return alike >= _SAME_ELSEWHERE or same_fact(a.stems, b.stems) or (bool(figures) and alike >= _SAME_FIGURES)

    def alone(self, i: int) -> Sentence | None:
        return self.lines[i].alone

    def _told(self, i: int) -> bool:
        stems = self.lines[i].stems
        return any(same_fact(stems, other) for other in self.told) or any(self.same(i, j) for j in self.taken)


def lay_out(assigned: Assigned, language: str, embedder: Embedder) -> Desk:
    """The desk at the start, nothing told."""
    readings = read(assigned.articles, language)
    lines = [line for reading in readings for line in reading.lines]
    alike = selection.likeness(lines, embedder)
    prior = selection.position_prior(lines) * _fairness(readings, lines, language)
    support = selection.support(lines, alike)
    desk = Desk(assigned, language, readings, lines, alike, prior * _weight(support), support, selection.reach(alike))
    desk.outdated = casualty_counts.outdated(readings, lines, alike) | _announced(readings, lines)
    return desk


def _announced(readings: Sequence[Reading], lines: Sequence[Line]) -> frozenset[int]:
    """Lines that name a day after their article's and before that of the latest one: no news any more."""
    times = [reading.article.published for reading in readings]
    newest = max((time.date() for time in times if time), default=None)
    found = []
    for i, line in enumerate(lines):
        published = times[line.article]
        if newest is None or published is None or published.date() >= newest:
            continue
        named = days(cleaning.outside_quotes(line.told.text), published.date(), readings[line.article].language)
        if any(published.date() < day.last < newest for day in named):
            found.append(i)
    return frozenset(found)


def _fairness(readings: Sequence[Reading], lines: Sequence[Line], language: str) -> Matrix:
    """On an opinion page what nobody is named as saying is the writer's view: it counts less."""
    views = [reading.kind in page_kinds.VIEWS for reading in readings]
    plain = [not views[line.article] or cleaning.attributed(line.told.text, language) for line in lines]
    return np.array([1.0 if fair else _VIEW for fair in plain], np.float32)


def backbone(desk: Desk) -> int:
    """The article that tells most of what all of them tell: the others add to it."""
    reach = {
        index: float(desk.alike[[i for i, line in enumerate(desk.lines) if line.article == index]].max(axis=0).mean())
        for index in sorted({line.article for line in desk.lines})
    }
    return max(reach, key=lambda index: (round(reach[index], 6), -index))


def in_order(desk: Desk, indices: Iterable[int]) -> list[int]:
    """Reading order: the order of the article, the articles one after the other."""
    return sorted(indices, key=lambda i: desk.lines[i].key)


def _weight(support: Matrix) -> Matrix:
    """What several publishers tell comes first."""
    weight: Matrix = support**0.5
    return weight


def words_in(desk: Desk, indices: Sequence[int]) -> int:
    return sum(desk.lines[i].size for i in indices)
