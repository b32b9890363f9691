"""The running text: which lines it tells, which belong together, and in what paragraphs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import numpy as np

from newsclip.evidence.document import Paragraph, Section, Sentence
from newsclip.evidence.edits import ROLE
from newsclip.writing import selection
from newsclip.writing.extractive.writer_state import Desk, backbone, in_order, words_in

_FEWEST, _MOST = 2, 4
_SENTENCES_A_PARAGRAPH = 3
_ADDED = 0.5


def running_text(desk: Desk, *, budget: int) -> list[list[int]]:
    """Groups of lines in reading order, at most `budget` words in all. The first group opens the clip."""
    free = desk.free()
    able = [i for i in free if desk.alone(i) or desk.before(i) in free or i == desk.onward]

    def fits(i: int, chosen: Sequence[int]) -> bool:
        needs = desk.alone(i) is None and desk.before(i) not in chosen
        fresh = not any(desk.same(i, j) for j in chosen)
        return not needs and fresh and words_in(desk, [*chosen, i]) <= budget

    opening = [desk.onward] if desk.onward in able and desk.onward is not None else []

    def fits_after(i: int, chosen: Sequence[int]) -> bool:
        return i not in opening and fits(i, [*opening, *chosen])

    chosen = [*opening, *selection.choose(desk.alike, _flat(desk), able, [*desk.taken, *opening], fits_after)]
    groups = _in_place(desk, _groups(desk, in_order(desk, _distinct(desk, chosen))))
    desk.take(i for group in groups for i in group)
    return groups


def paragraphs(desk: Desk, group: Sequence[int]) -> list[Paragraph]:
    """The group's lines in paragraphs of one to three sentences; a new article or a leap begins a new one."""
    found: list[list[Sentence]] = []
    last: int | None = None
    for i in group:
        follows = last is not None and desk.before(i) == last
        alone = desk.alone(i)
        line = desk.lines[i]
        near = (
            last is not None and desk.lines[last].article == line.article and line.place - desk.lines[last].place <= 3
        )
        if not near or len(found[-1]) >= _SENTENCES_A_PARAGRAPH:
            if alone is None and found and follows:
                found[-1].append(line.told)
                last = i
                continue
            found.append([])
        found[-1].append(line.told if follows and found[-1] else alone or line.told)
        last = i
    return [Paragraph(tuple(sentences)) for sentences in found]


def joined(made: Sequence[Section]) -> list[Section]:
    """A later section for which no heading was found goes on from the nearest before it that may take it in.

    A role holds for every sentence below it, and a title for its own article: neither takes in anything else.
    """
    found: list[Section] = []
    for section in made:
        able = [k for k, other in enumerate(found) if _takes_in(other.heading)]
        if section.heading is None and able:
            host = found[able[-1]]
            found[able[-1]] = replace(host, blocks=(*host.blocks, *section.blocks))
        else:
            found.append(section)
    return found


def _takes_in(heading: Sentence | None) -> bool:
    return heading is None or not (ROLE in heading.edits or any(p.part == "title" for p in heading.evidence))


def _flat(desk: Desk) -> selection.Matrix:
    """Position matters less once the summary is told, and one article leads: the others add to it."""
    flat: selection.Matrix = desk.prior**0.5 * 0.6
    main = backbone(desk)
    return flat * np.array([1.0 if line.article == main else _ADDED for line in desk.lines], np.float32)


def _distinct(desk: Desk, chosen: Sequence[int]) -> list[int]:
    """The chosen lines less those that lean on a line that is not among them."""
    return [i for i in chosen if desk.alone(i) or desk.before(i) in chosen or i == desk.onward]


def _in_place(desk: Desk, groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The runs without lines that lean on one that does not stand right before them: another may have come between."""
    last: int | None = None
    found: list[list[int]] = []
    for group in groups:
        found.append([])
        for i in group:
            goes_on = i == desk.onward if last is None else desk.before(i) == last
            if desk.alone(i) or goes_on:
                found[-1].append(i)
                last = i
    return [row for row in found if row]


def _groups(desk: Desk, ordered: list[int]) -> list[list[int]]:
    """Runs of two to four lines, cut where neighbours are least alike; a run is of one article."""
    groups: list[list[int]] = []
    main = backbone(desk)
    for article in sorted({desk.lines[i].article for i in ordered}, key=lambda article: (article != main, article)):
        own = [i for i in ordered if desk.lines[i].article == article]
        groups.extend(_cut(desk, own))
    return _woven(desk, groups)


def _cut(desk: Desk, lines: list[int]) -> list[list[int]]:
    """The best cut of the row into runs: dynamic programming over the likeness within runs.

    No run begins with a line that leans on the one before it, unless more lines than a run holds lean on each other.
    """
    if len(lines) <= _FEWEST + 1:
        return [lines] if lines else []
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(lines) + 1):
        starts = range(max(0, end - _MOST), end)
        able = [k for k in starts if k == 0 or desk.alone(lines[k]) is not None] or list(starts)
        options = [(best[start][0] + _cohesion(desk, lines[start:end]), start) for start in able]
        best.append(max(options, key=lambda option: (round(option[0], 6), option[1])))
    runs: list[list[int]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        runs.append(lines[start:end])
        end = start
    return runs[::-1]


def _cohesion(desk: Desk, run: list[int]) -> float:
    """How well a run holds together; single lines and gaps in the article cost."""
    if len(run) < _FEWEST:
        return -0.6
    pairs = [(a, b) for k, a in enumerate(run) for b in run[k + 1 :]]
    alike = sum(float(desk.alike[a, b]) for a, b in pairs) / len(pairs)
    gaps = sum(min(6, desk.lines[b].place - desk.lines[a].place) - 1 for a, b in pairwise(run))
    size = {2: 0.0, 3: 0.25, 4: 0.3}[len(run)]
    return alike + size - 0.06 * gaps


def _woven(desk: Desk, groups: list[list[int]]) -> list[list[int]]:
    """Short runs join the run they are most like; others stay sections of their own."""
    kept: list[list[int]] = []
    for group in groups:
        if not kept or len(group) >= _FEWEST:
            kept.append(list(group))
            continue
        able = _hosts(desk, kept, group) or range(len(kept))
        host = max(able, key=lambda k: (float(desk.alike[group][:, kept[k]].mean()), -k))
        kept[host if len(kept[host]) <= _MOST else able[-1]].extend(group)
    return kept


def _hosts(desk: Desk, kept: Sequence[Sequence[int]], group: Sequence[int]) -> list[int]:
    """Runs of the same article, else of the leading one: another article's may come under its title."""
    of = [desk.lines[run[0]].article for run in kept]
    own = [k for k, article in enumerate(of) if article == desk.lines[group[0]].article]
    return own or [k for k, article in enumerate(of) if article == of[0]]


def by_article(desk: Desk, groups: Sequence[Sequence[int]]) -> list[list[list[int]]]:
    """Runs that follow each other and begin with a line of the same article, together."""
    rows = groupby(groups, key=lambda run: desk.lines[run[0]].article)
    return [[list(run) for run in runs] for _, runs in rows]
