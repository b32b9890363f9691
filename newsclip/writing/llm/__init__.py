"""The LLM writer: a language model plans a clip and tells it; what it says is published only where passages bear it.

Nothing here trusts the model. It gets clusters of numbered passages as data, answers with a plan, then part by part
with sentences that name their passages, and quotations by number. Category, hashtags, picture, dates and sources are
never its business. docs/why/llm.md tells why.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsclip.evidence.document import Document, Section, Sentence, WriterMark
from newsclip.evidence.edits import PROVED
from newsclip.evidence.serialization import seal
from newsclip.evidence.slugs import slug_of
from newsclip.evidence.visitor import TEXT, Place, visit
from newsclip.kernel.reasons import Refused
from newsclip.writing.llm.answers import Plan, PlannedSection
from newsclip.writing.llm.conversation import Conversation
from newsclip.writing.llm.plan_request import ask_for_plan
from newsclip.writing.llm.section_writer import SectionWriter
from newsclip.writing.llm.sentence_verifier import SentenceVerifier
from newsclip.writing.llm.story import Means, Story, story_of
from newsclip.writing.llm.told import Told
from newsclip.writing.ports import Assigned, Figures, LanguageModel

__all__ = ["BASES", "DEFAULT_BASIS", "VERSION", "write"]

VERSION = "5"
BASES = ("exact", "edited", "judged")
DEFAULT_BASIS = "edited"
_FEWEST = 3  # sentences of a clip
_OF_MODEL = (Place.HEADLINE, Place.HEADING, *TEXT)


def write(
    assigned: Assigned,
    base: Document,
    *,
    model: LanguageModel,
    mark: WriterMark,
    figures: Figures,
    means: Means,
) -> Document:
    """The clip of this story as the model plans and tells it, sealed; `base` is the extractive one.

    `mark.settings["passages"]`: characters of passages of one question; `["basis"]`: what is enough for a sentence, one
    of BASES. `figures` is filled in as far as the work came. Raises Refused where the base is to be published instead:
    what the model raises, "bad_draft", "answer_cut", "too_little_left".
    """
    story = story_of(assigned, base.language, means)
    basis = str(mark.settings.get("basis", DEFAULT_BASIS))
    conversation = Conversation(model)
    size = int(mark.settings["passages"])
    plan, faults = ask_for_plan(story, base, conversation, basis, size)
    verifier = SentenceVerifier(story, means, basis, conversation)
    told = Told(story)
    writer = SectionWriter(story, verifier, conversation, figures, told, size, list(faults), spare=_text_of(base))
    document = _told(assigned, base, plan, writer)
    _must_be_enough(document, writer, len(story.passages))
    _count_bases(document, figures)
    receipt = replace(document.receipt, refused=tuple(writer.refused), answers=tuple(conversation.digests))
    return seal(replace(document, writer=mark, receipt=receipt))


def _told(assigned: Assigned, base: Document, plan: Plan, writer: SectionWriter) -> Document:
    headline = (writer.headline(plan.headline, plan.summary) if plan.headline else None) or base.headline
    writer.told.headline = headline.text
    writer.to_come = _passages(writer.story, plan.sections)
    summary = writer.summary(plan.summary) if plan.summary else ()
    sections = []
    for at, planned in enumerate(plan.sections, 1):
        writer.to_come = _passages(writer.story, plan.sections[at:])
        if section := writer.section(planned):
            sections.append(section)
    if writer.conversation.lost and not writer.answered:
        raise writer.conversation.lost
    return replace(
        base,
        slug=assigned.slug or slug_of(headline.text, base.language),
        headline=headline,
        summary=summary or base.summary,
        sections=tuple(_opened(sections)),
    )


def _passages(story: Story, parts: Sequence[PlannedSection]) -> frozenset[int]:
    """The passages of the clusters that these parts of a plan tell."""
    return frozenset(n for part in parts for number in part.clusters for n in story.clusters[number].passages)


def _text_of(document: Document) -> tuple[Sentence, ...]:
    return tuple(one for place, one in visit(document) if place in TEXT and isinstance(one, Sentence))


def _opened(sections: Sequence[Section]) -> list[Section]:
    """Sections as they read: one without a heading goes on with the one before it."""
    made: list[Section] = []
    for section in sections:
        if made and section.heading is None:
            made[-1] = replace(made[-1], blocks=(*made[-1].blocks, *section.blocks))
        else:
            made.append(section)
    return made


def _must_be_enough(document: Document, writer: SectionWriter, passages: int) -> None:
    """There must be a clip left of what the model chose; one of which it wrote no part is not its own."""
    told = len(writer.told.facts)
    if not writer.answered or told < min(_FEWEST, passages):
        raise Refused("too_little_left", f"{told} sentences, {writer.answered} parts answered.")


def _count_bases(document: Document, figures: Figures) -> None:
    """What stands, by basis, and the kinds of edits that were made to it."""
    said = [one for place, one in visit(document) if place in _OF_MODEL and isinstance(one, Sentence)]
    figures.bases = dict(Counter[str](one.basis for one in said))
    figures.kinds = dict(Counter(kind for one in said for kind in sorted({_kind(edit) for edit in one.edits})))


def _kind(edit: str) -> str:
    return edit if edit == PROVED else edit.partition(":")[0]
