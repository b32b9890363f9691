"""The one way through a clip document: what it says, place by place.

Places come in this order: the headline, the summary, the glance, each section (its heading, then its blocks), the
timeline, the disagreements. Headings are sentences: they carry evidence. Quotations, the values of disagreements and
the answers of the glance are not.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum, auto

from newsclip.evidence.document import (
    Block,
    Bullets,
    Claim,
    Disagreement,
    Document,
    Moment,
    Paragraph,
    Quote,
    Section,
    Sentence,
    Slot,
)
from newsclip.kernel.spans import Passage
from newsclip.language.quotation_marks import is_whole_quotation

type Statement = Sentence | Quote | Claim


class Place(StrEnum):
    """Where a document says something."""

    HEADLINE = auto()
    SUMMARY = auto()
    GLANCE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    QUOTE = auto()
    TIMELINE = auto()
    DISAGREEMENT = auto()


_FEWEST_QUESTIONS = 2

# What a reader reads on, without what is above it.
TEXT = frozenset({Place.SUMMARY, Place.PARAGRAPH, Place.BULLET, Place.QUOTE})


def visit(document: Document) -> Iterator[tuple[Place, Statement]]:
    """Everything the document says, with its place."""
    yield Place.HEADLINE, document.headline
    yield from ((Place.SUMMARY, sentence) for sentence in document.summary)
    yield from ((Place.GLANCE, slot) for slot in document.glance)
    for section in document.sections:
        if section.heading:
            yield Place.HEADING, section.heading
        yield from below_heading(section)
    yield from ((Place.TIMELINE, moment.sentence) for moment in document.timeline)
    yield from ((Place.DISAGREEMENT, claim) for told in document.disagreements for claim in told.claims)


def below_heading(section: Section) -> Iterator[tuple[Place, Sentence | Quote]]:
    """What the section's blocks say, with its place."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield from ((Place.PARAGRAPH, sentence) for sentence in block.sentences)
        elif isinstance(block, Bullets):
            yield from ((Place.BULLET, item) for item in block.items)
        else:
            yield Place.QUOTE, block


def sentences(document: Document) -> list[Sentence]:
    """Every sentence in reading order, headings among them."""
    return [said for _, said in visit(document) if isinstance(said, Sentence)]


def quotations(document: Document) -> list[Quote]:
    """Every pull quote in reading order."""
    return [said for _, said in visit(document) if isinstance(said, Quote)]


def sentences_and_quotations(document: Document) -> list[Sentence | Quote]:
    """All that the document says in words: its sentences, then its quotations."""
    return [*sentences(document), *quotations(document)]


def texts(document: Document, places: Collection[Place] = TEXT) -> list[str]:
    """The words of the sentences and quotations in these places, in reading order."""
    return [said.text for place, said in visit(document) if place in places and not isinstance(said, Claim)]


def passages(said: Iterable[Statement]) -> list[Passage]:
    """What these statements rest on, each passage once."""
    return list(dict.fromkeys(passage for one in said for passage in one.evidence))


class Transformer:
    """What becomes of a document, in the manner of `ast.NodeTransformer`.

    A method returns what takes the place of what it is given: the same, another, or None (in a run of sentences: one
    less). By default everything goes through `sentence` or stays. Places are asked in their order, but for a heading:
    it comes after its blocks.
    """

    def headline(self, headline: Sentence) -> Sentence | None:
        return self.sentence(headline)

    def sentence(self, sentence: Sentence) -> Sentence | None:
        """A sentence, wherever it stands."""
        return sentence

    def text(self, run: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """The summary or a paragraph, in which a sentence may point back to those before it."""
        return tuple(kept for sentence in run if (kept := self.sentence(sentence)))

    def slot(self, slot: Slot) -> Slot | None:
        return slot

    def bullets(self, items: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(kept for item in items if (kept := self.sentence(item)))

    def quote(self, quote: Quote) -> Quote | None:
        return quote

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence | None:
        """The heading of this section; `now`: the section with what became of its blocks."""
        return self.sentence(heading)

    def moment(self, moment: Moment) -> Moment | None:
        kept = self.sentence(moment.sentence)
        return replace(moment, sentence=kept) if kept else None

    def disagreement(self, disagreement: Disagreement) -> Disagreement | None:
        return disagreement


class TextTransformer(Transformer):
    """Changes only what is read on: summary, paragraphs, quotations. What stands by itself stays as it is."""

    def headline(self, headline: Sentence) -> Sentence:
        return headline

    def bullets(self, items: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return items

    def heading(self, heading: Sentence, before: Section, now: Section) -> Sentence:
        return heading

    def moment(self, moment: Moment) -> Moment:
        return moment


def map_sentences(document: Document, transformer: Transformer) -> Document | None:
    """The document with what the transformer puts into its places; None where that leaves no headline.

    A section without blocks goes, and its heading with it. Nothing around the sentences changes: sources, picture,
    hashtags, dates and digest are the caller's to mend.
    """
    headline = transformer.headline(document.headline)
    if headline is None:
        return None
    return replace(
        document,
        headline=headline,
        summary=transformer.text(document.summary),
        glance=worth_showing(tuple(left for slot in document.glance if (left := transformer.slot(slot)))),
        sections=tuple(kept for one in document.sections if (kept := _section(one, transformer))),
        timeline=tuple(moment for one in document.timeline if (moment := transformer.moment(one))),
        disagreements=tuple(told for one in document.disagreements if (told := transformer.disagreement(one))),
    )


def worth_showing(glance: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The glance where it answers two questions at least: one alone is read as fast in the text."""
    return glance if len({slot.question for slot in glance}) >= _FEWEST_QUESTIONS else ()


def _section(section: Section, transformer: Transformer) -> Section | None:
    blocks = tuple(kept for block in section.blocks if (kept := _block(block, transformer)))
    if not blocks:
        return None
    now = replace(section, blocks=blocks)
    if section.heading is None:
        return now
    heading = transformer.heading(section.heading, section, now)
    return replace(now, heading=heading, type=section.type if heading else "")


def _block(block: Block, transformer: Transformer) -> Block | None:
    if isinstance(block, Quote):
        return transformer.quote(block)
    if isinstance(block, Bullets):
        items = transformer.bullets(block.items)
        return Bullets(items) if items else None
    run = transformer.text(block.sentences)
    return Paragraph(run) if run else None


def filter_sentences(document: Document, keeps: Callable[[Statement], bool]) -> Document | None:
    """The document with the statements that are kept; None where its headline is not.

    Empty paragraphs, lists and sections go, a disagreement of which one side is left, and a glance of one answer.
    """
    return map_sentences(document, _Filter(keeps))


class _Filter(Transformer):
    def __init__(self, keeps: Callable[[Statement], bool]) -> None:
        self._keeps = keeps

    def sentence(self, sentence: Sentence) -> Sentence | None:
        return sentence if self._keeps(sentence) else None

    def text(self, run: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        """A quotation goes with the sentence before it, which says whose it is."""
        kept: list[Sentence] = []
        for before, sentence in zip((None, *run), run, strict=False):
            led = before is None or before in kept[-1:] or not is_whole_quotation(sentence.text)
            if led and (still := self.sentence(sentence)):
                kept.append(still)
        return tuple(kept)

    def slot(self, slot: Slot) -> Slot | None:
        return slot if self._keeps(slot) else None

    def quote(self, quote: Quote) -> Quote | None:
        return quote if self._keeps(quote) else None

    def disagreement(self, disagreement: Disagreement) -> Disagreement | None:
        claims = tuple(filter(self._keeps, disagreement.claims))
        return replace(disagreement, claims=claims) if len(claims) > 1 else None
