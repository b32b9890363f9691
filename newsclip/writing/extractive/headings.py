"""Headings: words that stand in a row in the section they head, and head no other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import LOWERED, ROLE
from newsclip.language.section_types import SectionType, fitting, fitting_type, recognized, same_name
from newsclip.writing.candidates import content_stems, passage
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.clause_headings import Clauses, clause_heading
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.phrase_headings import phrase_heading
from newsclip.writing.extractive.titles import counts_outdated, is_fit, title_alone

_LEAST_LINES = 2
_LONGEST_TITLE = 90  # characters
_NEW = 0.5  # of a title's stems are told nowhere before
_NAMED = 2  # of them stand in the section


@dataclass(frozen=True, slots=True)
class Headed:
    """A section's heading, and the type of section that it names, "" where it names none."""

    heading: Sentence
    type: str = ""


@dataclass(frozen=True, slots=True)
class ReadAbove:
    """What a reader has read above a section: the headline, the headings, and the summary."""

    headings: tuple[str, ...]
    summary: tuple[Sentence, ...]

    def and_heading(self, found: Headed | None) -> "ReadAbove":
        return replace(self, headings=(*self.headings, found.heading.text)) if found else self

    def stems(self, language: str) -> frozenset[str]:
        return content_stems(" ".join([*self.headings, *(said.text for said in self.summary)]), language)


def heading(
    material: Material,
    run: Sequence[int],
    below: Sequence[Sentence],
    read: ReadAbove,
    clauses: Clauses,
    speakers: Sequence[str | None] = (),
) -> Headed | None:
    """The heading that says most of a run of lines of one article; None where none fits or it stands already.

    `clauses`: what of the text's lines may head a section. `speakers`: of the quotations among the lines. A heading
    that names one heads nobody else's words.
    """
    used, told = read.headings, read.stems(material.language)
    found = own_heading(material, run, below, used) or _type_heading(material, below, used, speakers)
    if found:
        return found
    title = title_heading(material, material.lines[run[0]].article, below, told)
    if title and title.text not in used:
        return Headed(title)
    if clause := clause_heading(material, clauses, run, told):
        return Headed(clause)
    phrase = phrase_heading(below, read.summary, used, material.language, material.spread, material.judge)
    return Headed(phrase) if phrase else None


def own_heading(
    material: Material, run: Sequence[int], below: Sequence[Sentence], used: Sequence[str]
) -> Headed | None:
    """The publisher's own subheading: all that may stand over what goes on from the summary."""
    own = subheading(material, run)
    return Headed(own) if own and own.text not in used and len(below) >= _LEAST_LINES else None


def _type_heading(
    material: Material, below: Sequence[Sentence], used: Sequence[str], speakers: Sequence[str | None]
) -> Headed | None:
    """The type of section that every sentence fits."""
    for kind in _fitting([said.text for said in below], material.language):
        theirs = kind.name is None or all(speaker and same_name(kind.name, speaker) for speaker in speakers)
        if theirs and not is_used(kind, used):
            return Headed(_of_type(kind, below), kind.code)
    return None


def is_used(kind: SectionType, used: Sequence[str]) -> bool:
    """Whether it stands over another section, perhaps with another form of its name: "the board", "the Orlo Board"."""
    told = [(code, name) for text in used for code, _, name in recognized(text)]
    return kind.heading in used or any(
        code == kind.code and name and kind.name and same_name(name, kind.name) for code, name in told
    )


def subheading(material: Material, run: Sequence[int]) -> Sentence | None:
    """Its publisher's own subheading, where all of these lines stand below it in the article, before the next."""
    reading = material.readings[material.lines[run[0]].article]
    known = [span for span in reading.subheadings if span.end <= material.lines[run[0]].span.start]
    if not known:
        return None
    above = known[-1]
    behind = [span.start for span in reading.subheadings if span.start > above.start]
    if any(material.lines[i].span.end > min(behind, default=len(reading.article.text)) for i in run):
        return None
    words = above.of(reading.article.text)
    calm = words.capitalize() if words.isupper() else words
    edits = (LOWERED,) if calm != words else ()
    return Sentence(calm, (passage(reading.article, above),), edits)


def fits(material: Material, rows: Sequence[int], read: ReadAbove, clauses: Clauses, *, opens: bool) -> bool:
    """Whether a subheading stands above all of these lines, a type of section can be told of them, or a clause.

    `opens`: whether they go on from the summary, over which only a subheading stands.
    """
    if subheading(material, rows) or opens:
        return subheading(material, rows) is not None
    return bool(
        _fitting([material.lines[i].told.text for i in rows], material.language)
        or clause_heading(material, clauses, rows, read.stems(material.language))
    )


def _fitting(texts: Sequence[str], language: str) -> list[SectionType]:
    """The types of section that all of these sentences fit; one by itself needs no heading."""
    if len(texts) < _LEAST_LINES:
        return []
    return [kind for kind in fitting(texts, language) if kind.code != "facts_and_figures"]


def title_heading(
    material: Material, article: int, section: Sequence[Sentence], told: frozenset[str]
) -> Sentence | None:
    """The title of the one article that the section tells, where it names what the section adds to `told`.

    None where it says mostly what is told already, or nothing of what stands below it, or counts what is outdated.
    """
    reading = material.readings[article]
    title = title_alone(material, reading)
    if (
        len(section) < _LEAST_LINES
        or not is_fit(material, reading)
        or "!" in title.text
        or clip_patterns().of_site.search(title.text)
        or counts_outdated(material, reading)
    ):
        return None
    own = content_stems(title.text, material.language)
    new = own - told
    below = frozenset[str]().union(*(content_stems(sentence.text, material.language) for sentence in section))
    names = len(new) >= _NEW * len(own) and len(new & below) >= _NAMED
    return title if names and len(title.text) <= _LONGEST_TITLE else None


def role_heading(role: str, section: Sequence[Sentence], language: str) -> Sentence | None:
    """A heading that names a role in the clip's language; the verifier holds every sentence below to its rule.

    None where a sentence does not meet the rule, or the language has none.
    """
    found = fitting_type(role, [sentence.text for sentence in section], language)
    return _of_type(found, section) if found else None


def _of_type(kind: SectionType, section: Sequence[Sentence]) -> Sentence:
    return Sentence(kind.heading, tuple(dict.fromkeys(p for said in section for p in said.evidence[:1])), (ROLE,))
