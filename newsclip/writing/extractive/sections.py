"""The running text in sections: runs of one article each, their paragraphs and headings, quotations in their place."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, zip_longest

from newsclip.evidence.document import Block, Paragraph, Section, Sentence
from newsclip.evidence.edits import ROLE
from newsclip.writing.extractive.contiguous_lines import part_of
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.needs import Known, Needs, known_to, needs_any
from newsclip.writing.extractive.pull_quotes import PullQuote

_FEWEST, _MOST = 2, 4
# What half or double of a limit gives: docs/why/writer.md, "How much the limits matter".
_SENTENCES_A_PARAGRAPH = 3
_LONE = -0.6  # a line by itself; half: 25 of 66 clips are cut otherwise; double: 2 (docs/why/writer.md)
_FITS = 1.0  # what a heading is worth, in likeness of the lines below it; half: no heading of 50 clips changes

type Fits = Callable[[Sequence[int]], bool]


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of one article that stand together."""

    lines: tuple[int, ...]
    article: int


def runs(material: Material, text: Sequence[int], fits: Fits, *, opens: bool = False) -> list[Run]:
    """The text's lines, in order, in runs of two to four, cut where neighbours are least alike.

    What stands below one subheading is one run: its heading would stand over the second half otherwise.

    `fits`: whether a heading can be found for these lines; such runs are preferred. `opens`: whether the text goes on
    from the summary; what does may be a line by itself.
    """
    found: list[Run] = []
    for (article, subheadings), group in groupby(text, key=lambda i: part_of(material, i)):
        rows = list(group)
        cut = [rows] if subheadings else _cut(material, rows, fits, opens=opens and not found)
        found.extend(Run(tuple(run), article) for run in cut)
    return found


def paragraphs(material: Material, run: Sequence[int], before: int | None) -> list[tuple[tuple[int, ...], Paragraph]]:
    """The lines in paragraphs of one to three sentences, with their numbers; a leap in the article begins a new one.

    `before`: the line that stands right before the run on the clip.
    """
    found: list[list[tuple[int, Sentence]]] = []
    last = before
    for i in run:
        follows = last is not None and material.before(i) == last
        alone, line = material.alone(i), material.lines[i]
        near = bool(found) and last is not None and line.place - material.lines[last].place <= _MOST
        if not near or (len(found[-1]) >= _SENTENCES_A_PARAGRAPH and alone is not None):
            found.append([])
        found[-1].append((i, line.told if follows and found[-1] else alone or line.told))
        last = i
    return [(tuple(i for i, _ in rows), Paragraph(tuple(said for _, said in rows))) for rows in found]


def with_quotations(
    material: Material, told: Sequence[tuple[tuple[int, ...], Paragraph]], pulled: Sequence[PullQuote]
) -> tuple[Block, ...]:
    """Each quotation behind the paragraph with the nearest line before it in its article, and behind what goes on from
    that paragraph without a leap.

    One that goes on from that line ("But that is not all") stands right behind it or not at all.
    """
    told = [
        piece for rows in told for piece in _ended_at(material, rows, {one.behind for one in pulled if one.goes_on})
    ]
    blocks: list[Block] = []
    waiting: list[Block] = []
    following = [lines[0] for lines, _ in told[1:]]
    for (lines, paragraph), next_line in zip_longest(told, following):
        blocks.append(paragraph)
        here = [one for one in pulled if one.behind in lines]
        leaps = next_line is None or material.before(next_line) != lines[-1]
        if leaps or (next_line is not None and material.alone(next_line) is not None):
            blocks.extend(one.quote for one in here if one.goes_on and one.behind == lines[-1])
        waiting.extend(one.quote for one in here if not one.goes_on)
        if leaps:
            blocks.extend(waiting)
            waiting = []
    return tuple(blocks)


def _ended_at(
    material: Material, paragraph: tuple[tuple[int, ...], Paragraph], last: Set[int]
) -> list[tuple[tuple[int, ...], Paragraph]]:
    """The paragraph, ended behind each of these lines that the one after it does not lean on."""
    lines, told = paragraph
    ends = [k for k, (i, after) in enumerate(pairwise(lines), 1) if i in last and material.alone(after) is not None]
    bounds = pairwise([0, *ends, len(lines)])
    return [(lines[a:b], replace(told, sentences=told.sentences[a:b])) for a, b in bounds]


def in_reading_order(
    material: Material,
    needs: Needs,
    made: Sequence[tuple[Run, Section]],
    summary: Sequence[int],
    headline: frozenset[str] = frozenset(),
) -> list[Section]:
    """The sections, none of which will be moved in front of what it goes on from or needs.

    What goes on below the same subheading or title joins that section. A type, which must fit every sentence below it,
    goes where its article is told on without a heading: readers would rather have the article's order than the heading
    (docs/why/writer.md). So does any heading where what follows needs the sentences below it.
    `summary`: the lines above. `headline`: the content stems of the headline.
    """

    def known(above: Sequence[int], article: int) -> Known:
        return known_to(material, needs, (*summary, *above), article, headline)

    found: list[tuple[Run, Section]] = []
    for run, section in made:
        if section.heading is None and found:
            last, above = found[-1]
            if above.heading and _is_publishers(above.heading) and _goes_on_below(material, last, run, above.heading):
                lines = (*last.lines, *run.lines)
                found[-1] = (replace(last, lines=lines), replace(above, blocks=(*above.blocks, *section.blocks)))
                continue
            found = _without_headings(material, needs, found, run, known)
        found.append((run, section))
    return joined([section for _, section in found])


def _goes_on_below(material: Material, last: Run, run: Run, heading: Sentence) -> bool:
    titled = any(p.part == "title" for p in heading.evidence)
    same = last.article == run.article
    return same and (titled or part_of(material, last.lines[-1]) == part_of(material, run.lines[0]))


def _without_headings(
    material: Material,
    needs: Needs,
    found: list[tuple[Run, Section]],
    run: Run,
    known: Callable[[Sequence[int], int], Known],
) -> list[tuple[Run, Section]]:
    """The sections, without the headings of those that the run goes on from or that bring in what it needs."""
    for k in reversed(range(len(found))):
        last, section = found[k]
        if section.heading is None:
            break
        above = [i for other, _ in found[:k] for i in other.lines]
        goes_on = run.article == last.article and ROLE in section.heading.edits
        if goes_on or needs_any(material, needs, run.lines, last.lines, known(above, run.article)):
            without = (last, replace(section, heading=None, type=""))
            return [*_without_headings(material, needs, found[:k], last, known), without, *found[k + 1 :]]
    return found


def joined(made: Sequence[Section]) -> list[Section]:
    """A later section for which no heading was found goes on from the nearest before it that has none.

    A type holds for every sentence below it, a subheading or a title for its own article: none takes in anything else.
    """
    found: list[Section] = []
    for section in made:
        able = [k for k, other in enumerate(found) if other.heading is None]
        if section.heading is None and able:
            host = found[able[-1]]
            found[able[-1]] = replace(host, blocks=(*host.blocks, *section.blocks))
        else:
            found.append(section)
    return found


def _is_publishers(heading: Sentence) -> bool:
    """Whether it is an article's title or subheading."""
    return any(p.part == "title" or p.end - p.start == len(heading.text) for p in heading.evidence)


def _cut(material: Material, lines: list[int], fits: Fits, *, opens: bool) -> list[list[int]]:
    """The best cut of the row into runs: dynamic programming over the likeness within runs.

    No run begins with a line that leans on the one before it, unless more lines than a run holds lean on each other.
    """
    if len(lines) <= _FEWEST:
        return [lines] if lines else []
    best: list[tuple[float, int]] = [(0.0, 0)]
    worth: dict[tuple[int, int], float] = {
        (start, end): _cohesion(material, lines[start:end], fits)
        for end in range(1, len(lines) + 1)
        for start in range(max(0, end - _MOST), end)
    }
    if opens:
        worth |= {(0, 1): 0.0}
    for end in range(1, len(lines) + 1):
        starts = range(max(0, end - _MOST), end)
        able = [k for k in starts if k == 0 or material.alone(lines[k]) is not None] or list(starts)
        options = [(best[start][0] + worth[start, end], start) for start in able]
        best.append(max(options, key=lambda option: (round(option[0], 6), option[1])))
    found: list[list[int]] = []
    end = len(lines)
    while end:
        start = best[end][1]
        found.append(lines[start:end])
        end = start
    return found[::-1]


def _cohesion(material: Material, run: list[int], fits: Fits) -> float:
    """How well a run holds together; single lines and gaps in the article cost, a heading that fits is worth much."""
    fitting = _FITS if fits(run) else 0.0
    if len(run) < _FEWEST:
        return _LONE + fitting
    pairs = [(a, b) for k, a in enumerate(run) for b in run[k + 1 :]]
    alike = sum(float(material.alike[a, b]) for a, b in pairs) / len(pairs)
    gaps = sum(min(6, material.lines[b].place - material.lines[a].place) - 1 for a, b in pairwise(run))
    size = {2: 0.0, 3: 0.25, 4: 0.3}[len(run)]
    return alike + size - 0.06 * gaps + fitting
