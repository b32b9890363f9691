"""Headings: words that stand in a row in the section they head, and head no other."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import LOWERED, ROLE
from newsclip.language.content_words import content_stems
from newsclip.language.section_types import SectionType, fitting, fitting_type, recognized, same_name
from newsclip.writing.candidates import passage
from newsclip.writing.clip_patterns import clip_patterns
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.titles import counts_outdated, is_fit, title_alone

_LEAST_LINES = 2
_LONGEST_TITLE = 90  # characters
_HALF = 0.5  # of the lines under a subheading
_SHARED, _SHARED_PART = 2, 0.5  # of a subheading's stems, or this part, one line below it has
_NEW = 0.5  # of a title's stems are not told in headline and summary
_ADDED, _ADDED_SHARE = 2, 0.25  # of them, or this share, the section tells, one of them first
_ADDS = 0.5  # of a lone sentence's stems are not in headline, summary and headings
# Types that may stand over one sentence: of 171 such sections that two blind readers saw, those that more than half of
# the readings would print and that got 3.5 of 5 or more, and what came later (docs/why/writer.md).
_ALONE = frozenset(
    {
        *("what_comes_next", "where_things_stand", "what_people_should_do", "what_was_decided", "when_it_takes_effect"),
        *("what_it_costs", "in_court", "the_charges", "the_sentence", "the_damage", "the_injured", "by_the_numbers"),
        *("background", "name_says", "who_is_name", "the_penalty", "what_the_footage_shows", "what_prosecutors_say"),
        *("what_officials_say", "what_experts_say", "what_politicians_say", "what_people_say"),
    }
)


@dataclass(frozen=True, slots=True)
class Headed:
    """A section's heading, and the type of section that it names, "" where it names none."""

    heading: Sentence
    type: str = ""


@dataclass(frozen=True, slots=True)
class ReadAbove:
    """What a reader has read above a section: headline and headings (`used`); the stems of these and the summary
    (`told`), and of the text above, too (`text`).
    """

    used: tuple[str, ...]
    told: frozenset[str]
    text: frozenset[str]

    def and_section(self, heading: str, below: Sequence[Sentence], language: str) -> "ReadAbove":
        """With a section that stands behind it, "" where that has no heading."""
        named = content_stems(heading, language)
        stems = self.text.union(named, *(content_stems(said.text, language) for said in below))
        return ReadAbove((*self.used, *([heading] if heading else [])), self.told | named, stems)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the lines of a section.

    `speakers`: of the quotations among them. `onward`: what the text tells of their article behind them, which will
    stand below the article's title, too. `others`, `other_speakers`: the clip's other sentences, and the speakers of
    its other quotations.
    """

    speakers: Sequence[str | None] = ()
    onward: Sequence[Sentence] = ()
    others: Sequence[str] = ()
    other_speakers: Sequence[str | None] = ()

    def quotes_only(self, name: str) -> bool:
        """Whether the quotations among the lines are all of this person or body."""
        return all(one and same_name(name, one) for one in self.speakers)

    def is_said_elsewhere(self, name: str, language: str) -> bool:
        """Whether the clip tells more that this person or body says."""
        told = [fitting_type("name_says", [text], language) for text in self.others]
        elsewhere = (*(kind.name for kind in told if kind), *self.other_speakers)
        return any(one and same_name(name, one) for one in elsewhere)


def heading(
    material: Material, run: Sequence[int], below: Sequence[Sentence], above: ReadAbove, around: Around | None = None
) -> Headed | None:
    """The heading that says most of a run of lines of one article; None where none fits or it stands already."""
    around = around or Around()
    found = own_heading(material, run, below, above.used) or _type_heading(material, run, below, above, around)
    if found:
        return found
    title = title_heading(material, material.lines[run[0]].article, below, above, around.onward)
    return Headed(title) if title and title.text not in above.used else None


def own_heading(
    material: Material, run: Sequence[int], below: Sequence[Sentence], used: Sequence[str]
) -> Headed | None:
    """The publisher's own subheading: all that may stand over what goes on from the summary.

    None where the section has no word of it and less than half of the lines under it: it is about the others. Nor where
    the headline or a heading above has all of its words. Over one line only where that has much of it and adds to it.
    """
    own = subheading(material, run)
    if own is None or own.text in used:
        return None
    stems = content_stems(own.text, material.language)
    if stems and any(stems <= content_stems(above, material.language) for above in used):
        return None
    told = frozenset[str]().union(*(content_stems(said.text, material.language) for said in below))
    if len(below) < _LEAST_LINES:
        has_much = len(stems & told) >= min(_SHARED, _SHARED_PART * len(stems)) and len(stems) > 1
        return Headed(own) if has_much and len(told - stems) >= _ADDS * len(told) else None
    return Headed(own) if stems & told or len(run) >= _HALF * _lines_under(material, run[0]) else None


def _lines_under(material: Material, i: int) -> int:
    """How many lines stand between the subheading above this line and the next."""
    line = material.lines[i]
    subheadings = material.readings[line.article].subheadings
    first = max((span.end for span in subheadings if span.end <= line.span.start), default=0)
    end = min(
        (span.start for span in subheadings if span.start > line.span.start),
        default=len(material.readings[line.article].article.text),
    )
    return sum(other.article == line.article and first <= other.span.start < end for other in material.lines)


def _type_heading(
    material: Material,
    run: Sequence[int],
    below: Sequence[Sentence],
    above: ReadAbove,
    around: Around,
) -> Headed | None:
    """The type of section that every sentence fits.

    What somebody says heads all of it: readers called the heading false where the same one speaks elsewhere, too.
    """
    for kind in _fitting([said.text for said in below], material.language):
        theirs = kind.name is None or around.quotes_only(kind.name)
        whole = kind.code != "name_says" or not around.is_said_elsewhere(kind.name or "", material.language)
        helps = len(below) >= _LEAST_LINES or (
            material.is_central(run[0]) and _helps_alone(kind, below[0], above, material.language)
        )
        if theirs and whole and helps and not is_used(kind, above.used):
            return Headed(_of_type(kind, below), kind.code)
    return None


def _helps_alone(kind: SectionType, said: Sentence, above: ReadAbove, language: str) -> bool:
    """Whether one sentence may be a section: it adds to headline and summary, and names whom the reader has met."""
    stems = content_stems(said.text, language)
    met = kind.name is None or content_stems(kind.name, language) <= above.told
    return met and len(stems - above.told) >= _ADDS * len(stems)


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


def fits(material: Material, rows: Sequence[int], *, opens: bool = False) -> bool:
    """Whether a subheading stands above all of these lines, or a type of section can be told of them.

    `opens`: whether they go on from the summary, over which only a subheading stands.
    """
    if subheading(material, rows) or opens:
        return subheading(material, rows) is not None
    return bool(_fitting([material.lines[i].told.text for i in rows], material.language))


def _fitting(texts: Sequence[str], language: str) -> list[SectionType]:
    """The types of section that all of these sentences fit; over one by itself, those that may stand there."""
    kinds = [kind for kind in fitting(texts, language) if kind.code != "facts_and_figures"]
    return kinds if len(texts) >= _LEAST_LINES else [kind for kind in kinds if kind.code in _ALONE]


def title_heading(
    material: Material,
    article: int,
    section: Sequence[Sentence],
    above: ReadAbove,
    onward: Sequence[Sentence] = (),
) -> Sentence | None:
    """The title of the one article that the section tells, where it names what the section, or what goes on, adds.

    None where it says mostly what headline and summary say, or little that the section tells first, or counts what is
    outdated.
    """
    reading = material.readings[article]
    title = title_alone(material, reading)
    if (
        len(section) + len(onward) < _LEAST_LINES
        or len(title.text) > _LONGEST_TITLE
        or not is_fit(material, reading)
        or "!" in title.text
        or clip_patterns().of_site.search(title.text)
        or counts_outdated(material, reading)
    ):
        return None
    own = content_stems(title.text, material.language)
    below, behind = (
        frozenset[str]().union(*(content_stems(said.text, material.language) for said in told))
        for told in (section, onward)
    )
    fresh = own - above.told
    held = fresh & (below | behind)
    adds = len(held) >= min(_ADDED, _ADDED_SHARE * len(own)) and not held <= above.text
    return title if adds and fresh & below and len(fresh) >= _NEW * len(own) else None


def role_heading(role: str, section: Sequence[Sentence], language: str) -> Sentence | None:
    """A heading that names a role in the clip's language; the verifier holds every sentence below to its rule.

    None where a sentence does not meet the rule, or the language has none.
    """
    found = fitting_type(role, [sentence.text for sentence in section], language)
    return _of_type(found, section) if found else None


def _of_type(kind: SectionType, section: Sequence[Sentence]) -> Sentence:
    return Sentence(kind.heading, tuple(dict.fromkeys(p for said in section for p in said.evidence[:1])), (ROLE,))
