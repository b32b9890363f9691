"""The running text: its sections, each below its heading, with the quotations in their place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.document import Quote, Section, Sentence
from newsclip.language.content_words import content_stems
from newsclip.writing.extractive import headings, sections
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.needs import Needs
from newsclip.writing.extractive.pull_quotes import PullQuote, behind_introductions
from newsclip.writing.extractive.sections import Run

_HEADED = 120  # words: a shorter clip needs no headings


@dataclass(frozen=True, slots=True)
class Chosen:
    """What summary, text and quotations are made of: the headline, and lines by number; `ends` heads the ending."""

    top: Sentence
    summary: tuple[int, ...]
    text: tuple[int, ...]
    pulled: Sequence[PullQuote]
    ends: Sentence | None = None


def in_a_row(material: Material, rows: Sequence[int]) -> tuple[Sentence, ...]:
    """The lines as told after the one before, where that stands before them; else as they stand alone."""
    return tuple(
        material.lines[i].told if material.before(i) in rows[:k] else material.alone(i) or material.lines[i].told
        for k, i in enumerate(rows)
    )


def running_text(material: Material, needs: Needs, chosen: Chosen) -> list[Section]:
    """The text in sections, in reading order. A clip of few words has no headings."""
    headed = material.words_in((*chosen.summary, *chosen.text)) > _HEADED
    made: list[tuple[Run, Section]] = []
    last = chosen.summary[-1]
    above = _read_above(material, chosen)
    opening = chosen.text[:1] if material.lines[last].article in _articles(material, chosen.text[:1]) else ()
    chosen = replace(chosen, pulled=behind_introductions(material, chosen.pulled, (*chosen.summary, *chosen.text)))

    def fits(rows: Sequence[int]) -> bool:
        return headed and headings.fits(material, rows, opens=rows[0] in opening)

    for run in sections.runs(material, chosen.text, fits, opens=bool(opening)):
        told = sections.paragraphs(material, run.lines, last)
        below = [said for _, paragraph in told for said in paragraph.sentences]
        blocks = sections.with_quotations(material, told, chosen.pulled)
        speakers = [block.speaker for block in blocks if isinstance(block, Quote)]
        found = None
        if headed and run.lines[0] in opening:
            found = headings.own_heading(material, run.lines, below, above.used)
        elif headed:
            found = headings.heading(material, run.lines, below, above, _around(material, chosen, run, speakers))
        above = above.and_section(found.heading.text if found else "", below, material.language)
        made.append((run, Section(found.heading, blocks, type=found.type) if found else Section(None, blocks)))
        last = run.lines[-1]
    headline = content_stems(chosen.top.text, material.language)
    return _with_first_quotations(chosen, sections.in_reading_order(material, needs, made, chosen.summary, headline))


def _read_above(material: Material, chosen: Chosen) -> headings.ReadAbove:
    used = tuple(said.text for said in (chosen.top, chosen.ends) if said)
    summary = [said.text for said in in_a_row(material, chosen.summary)]
    told = content_stems(" ".join([*used, *summary]), material.language)
    return headings.ReadAbove(used, told, told)


def _around(material: Material, chosen: Chosen, run: Run, speakers: Sequence[str | None]) -> headings.Around:
    onward = (i for i in chosen.text if i > run.lines[-1] and material.lines[i].article == run.article)
    others = (i for i in (*chosen.summary, *chosen.text) if i not in run.lines)
    return headings.Around(
        speakers,
        [material.lines[i].told for i in onward],
        [material.lines[i].told.text for i in others],
        [one.quote.speaker for one in chosen.pulled if one.behind not in run.lines],
    )


def _articles(material: Material, rows: Sequence[int]) -> set[int]:
    return {material.lines[i].article for i in rows}


def _with_first_quotations(chosen: Chosen, made: list[Section]) -> list[Section]:
    """Quotations whose context is the summary, behind the first paragraph; none that goes on from a line there."""
    first = tuple(one.quote for one in chosen.pulled if one.behind in chosen.summary and not one.goes_on)
    if not first:
        return made
    opening, *rest = made or [Section(None, ())]
    return [replace(opening, blocks=(*opening.blocks[:1], *first, *opening.blocks[1:])), *rest]
