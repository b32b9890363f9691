"""The summary: at most 60 words that begin with the news and say most of what the articles tell.

Judged are whole beginnings (the summary and the line after it, cut at 60 words), not line after line: which line goes
well with the lead depends on what the lead leaves out.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsclip.evidence.document import Sentence
from newsclip.language.word_frequency import news_frequencies
from newsclip.writing.candidates import content_stems
from newsclip.writing.extractive.writer_state import Desk, words_in

WORDS = 60
_SHORTEST = 8
_ENOUGH = 25  # words: a summary of so many may end where the next line has no room
_FRONT = 10  # lines that may stand in a beginning
_TOP = 6  # lines that stand for the top of a page
_ELSEWHERE = 0.5
_DECAY = 0.1
# chosen on one set of articles and checked on another: docs/why/writer.md
_EARLY, _COVERED, _LIKE_THE_TOP, _QUOTING, _ON_HEADLINE = 0.6, 0.5, 0.12, 0.05, 0.3
_LATE = 3
_ON_THE_HEADLINE = 5
_OTHER_LEAD = 0.05  # how much better a beginning must be that leaves out the line most like a lead


def summarize(desk: Desk, headline: str) -> tuple[Sentence, ...]:
    """The best beginning's lines that fit in 60 words. The running text begins with the line that has no room."""
    able = [i for i in desk.free() if _SHORTEST <= desk.lines[i].size <= WORDS]
    able = able if any(desk.alone(i) for i in able) else desk.free()
    lead = _lead(desk, [i for i in able if desk.alone(i)], content_stems(headline, desk.language))
    judge = _judge(desk, desk.lines[lead[0]].article, content_stems(headline, desk.language))
    front = _front(desk, able, lead, judge)
    row = max(_rows(desk, front, lead), key=lambda row: (round(judge.merit(row, lead[0]), 6), [-i for i in row]))
    chosen = [i for k, i in enumerate(row) if k == 0 or words_in(desk, row[: k + 1]) <= WORDS]
    chosen = [i for k, i in enumerate(chosen) if row[k] == i]
    desk.take(chosen)
    _set_onward(desk, row, chosen)
    return tuple(_in_row(desk, i, chosen) for i in chosen)


def _set_onward(desk: Desk, row: Sequence[int], chosen: Sequence[int]) -> None:
    rest = [i for i in row if i not in chosen]
    if rest and (desk.alone(rest[0]) is not None or desk.before(rest[0]) == chosen[-1]):
        desk.onward = rest[0]


def _rows(desk: Desk, front: Sequence[int], leads: Sequence[int]) -> Iterator[list[int]]:
    """Every beginning: a lead, then lines in reading order while they fit, then one that is cut at 60 words."""
    for lead in leads:
        yield from (row for row in _longer(desk, front, [lead]) if lead == leads[0] or leads[0] not in row)


def _longer(desk: Desk, front: Sequence[int], row: list[int]) -> Iterator[list[int]]:
    used = words_in(desk, row)
    open_to = [i for i in front if _goes_on(desk, i, row)] if used < WORDS and len(row) < 4 else []
    if not open_to or used >= _ENOUGH:
        yield row
    for i in open_to:
        if used + desk.lines[i].size > WORDS:
            yield [*row, i]
        elif len(row) == 1 or _follows(desk, row, i):
            yield from _longer(desk, front, [*row, i])


def _follows(desk: Desk, row: Sequence[int], i: int) -> bool:
    first = desk.lines[row[0]].article
    place = [(desk.lines[j].article != first, desk.lines[j].key) for j in (row[-1], i)]
    return place[0] < place[1]


def _goes_on(desk: Desk, i: int, row: Sequence[int]) -> bool:
    stands = desk.alone(i) is not None or desk.before(i) == row[-1]
    return stands and i not in row and not any(desk.same(i, j) for j in row)


def _in_row(desk: Desk, i: int, chosen: Sequence[int]) -> Sentence:
    """The line as told after the one before it, where that is among the chosen; else as it stands alone."""
    alone = desk.alone(i)
    return desk.lines[i].told if alone is None or desk.before(i) in chosen else alone


def _lead(desk: Desk, able: Sequence[int], headline: frozenset[str]) -> list[int]:
    """The first sentences of articles, written to stand alone: the one most like all of them, and its neighbour."""
    first: dict[int, int] = {}
    for i in able:
        first.setdefault(desk.lines[i].article, desk.lines[i].place)
    latest = max(_LATE, min(first.values()))  # behind a caption or two, no later
    places = {i: desk.lines[i].place - first[desk.lines[i].article] for i in able}
    leads = [i for i in able if places[i] <= 1 and desk.lines[i].place <= latest]
    central = {}
    for i in leads:
        named = len(desk.lines[i].stems & headline) / max(1, len(headline))
        early = 1 / (1 + 0.8 * places[i]) / (1 + _DECAY * desk.lines[i].place)
        central[i] = early * (1 + _ON_THE_HEADLINE * named) * float(desk.alike[i, leads].mean())
    best = max(leads, key=lambda i: (round(central[i], 6), -i))
    return [best, *(i for i in leads if i != best and desk.lines[i].article == desk.lines[best].article)]


def _front(desk: Desk, able: Sequence[int], leads: Sequence[int], judge: "_Judge") -> list[int]:
    """The lines that may stand in a beginning, in reading order."""
    early = sorted(able, key=lambda i: (-round(judge.early(i), 6), i))[:_FRONT]
    return sorted({*early, *leads}, key=lambda i: desk.lines[i].key)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What makes a beginning good: early, covering, like the tops of the pages, on the headline, without quotations."""

    desk: Desk
    leader: int
    headline: frozenset[str]
    spread: Counter[str]
    top: Counter[str]

    def early(self, i: int) -> float:
        line = self.desk.lines[i]
        own = 1.0 if line.article == self.leader else _ELSEWHERE * float(self.desk.support[i]) ** 0.5
        return own / (1 + _DECAY * line.place)

    def merit(self, row: Sequence[int], lead: int) -> float:
        stems, early, quoting, used = Counter[str](), 0.0, 0.0, 0
        for i in row:
            line = self.desk.lines[i]
            kept = min(line.size, WORDS - used)
            whole = kept == line.size
            text = line.told.text if whole else " ".join(line.told.text.split()[:kept])
            stems.update(line.stems if whole else content_stems(text, self.desk.language))
            early += kept / WORDS * self.early(i)
            quoting += kept / WORDS * any(mark in text for mark in '"“”')
            used += kept
        covered = sum(self.spread[stem] for stem in stems) / max(1, self.spread.total())
        named = len(self.headline & stems.keys()) / max(1, len(self.headline))
        return (
            _EARLY * early + _COVERED * covered + _LIKE_THE_TOP * _cosine(stems, self.top, self.desk.language)
            - _QUOTING * quoting + _ON_HEADLINE * named - _OTHER_LEAD * (row[0] != lead)
        )  # fmt: skip


def _judge(desk: Desk, leader: int, headline: frozenset[str]) -> _Judge:
    spread = Counter(stem for line in desk.lines for stem in line.stems)
    own = [line for line in desk.lines if line.article == leader][:_TOP]
    top = Counter(stem for line in own for stem in line.stems)
    return _Judge(desk, leader, headline, spread, top)


def _cosine(a: Counter[str], b: Counter[str], language: str) -> float:
    frequencies = news_frequencies()
    rare = {stem: frequencies.idf(stem) if language == "en" else 1.0 for stem in a | b}
    dot = sum(a[stem] * b[stem] * rare[stem] ** 2 for stem in a)
    lengths = (math.sqrt(sum((c[stem] * rare[stem]) ** 2 for stem in c)) or 1.0 for c in (a, b))
    return dot / math.prod(lengths)
