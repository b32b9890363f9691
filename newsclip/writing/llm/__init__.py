"""The LLM writer: a language model chooses and shortens passages; what it says is published only where they bear it.

Nothing here trusts the model. It gets numbered passages as data and answers with sentences that name their passages,
and quotations as places of words, which are copied here. Category, hashtags, picture, dates and sources are never
its business. docs/why/llm.md tells why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclip.evidence.document import Block, Document, Paragraph, Refusal, Section, Sentence, WriterMark
from newsclip.evidence.serialization import seal, slug_of
from newsclip.kernel.reasons import Refused, message
from newsclip.writing.llm import prompt
from newsclip.writing.llm.answers import Draft, Said, read_draft, read_repair
from newsclip.writing.llm.assembling import Told, sections_of, summary_of
from newsclip.writing.llm.draft_verifier import DraftVerifier, Judged
from newsclip.writing.llm.passages import number
from newsclip.writing.ports import Assigned, Figures, Judge, LanguageModel
from newsclip.writing.prompt_injection import without_instructions

__all__ = ["CLOSE", "VERSION", "write"]

VERSION = "2"
CLOSE = "close"
_FEWEST = 3  # sentences of a clip


@dataclass(slots=True)
class _Slot:
    """One sentence that the model offered: where it belongs, how it was judged first, and what is published for it."""

    place: str
    judged: Judged
    settled: Sentence | None


def write(
    assigned: Assigned, base: Document, *, model: LanguageModel, mark: WriterMark, figures: Figures, judge: Judge
) -> Document:
    """The clip of this story in the model's choice of words, sealed; `base` is the extractive one.

    `mark.settings["passages"]`: characters of passages that the model is given; `["closeness"]`: CLOSE, or none for
    strict. `figures` is filled in as far as the work came. Raises Refused where the base is to be published instead:
    what the model raises, "bad_draft", "answer_cut", "too_thin", "too_little_left".
    """
    passages = number(without_instructions(assigned.articles), base.language, int(mark.settings["passages"]), judge)
    if not passages:
        raise Refused("too_thin", "There is no passage to write from.")
    close = mark.settings.get("closeness") == CLOSE
    verifier = DraftVerifier(passages, assigned.articles, judge, close=close)
    answer = model(prompt.ask_for_clip(passages, base.language, close=close))
    draft = read_draft(answer.text)
    if draft is None:
        raise Refused("answer_cut" if answer.cut else "bad_draft")
    slots = [_slot(place, verifier.judge(said, whole=place != "headline")) for place, said in _offered(draft)]
    figures.said, figures.refused = len(slots), sum(slot.settled is None for slot in slots)
    answers = [answer.digest, *_repair(slots, verifier, model, figures)]
    _replace(slots, verifier, figures)
    _must_be_enough(slots, figures, len(passages))
    document = _document(assigned, base, draft, slots, verifier)
    receipt = replace(document.receipt, answers=tuple(answers))
    return seal(replace(document, writer=mark, receipt=receipt))


def _slot(place: str, judged: Judged) -> _Slot:
    return _Slot(place, judged, judged.sentence)


def _offered(draft: Draft) -> list[tuple[str, Said]]:
    """Every sentence with its place: "headline", "summary", the number of a part, "facts"."""
    offered = [("headline", draft.headline)] if draft.headline else []
    offered += [("summary", said) for said in draft.summary]
    offered += [(str(k), said) for k, part in enumerate(draft.parts) for said in part.sentences]
    return [*offered, *(("facts", said) for said in draft.facts)]


def _repair(slots: Sequence[_Slot], verifier: DraftVerifier, model: LanguageModel, figures: Figures) -> list[str]:
    """Ask once more for what was refused, naming what was wrong; the digest of the answer, if there was one."""
    refused = {number: slot for number, slot in enumerate(slots, 1) if slot.settled is None}
    named = {number: verifier.named(slot.judged.said) for number, slot in refused.items()}
    rows = [(k, slot.judged.said.text, _why(slot), named[k]) for k, slot in refused.items() if named[k]]
    if not rows:
        return []
    try:
        answer = model(prompt.ask_to_repair(rows, close=verifier.close))
    except Refused:
        return []
    for k, said in read_repair(answer.text).items():
        slot = refused.get(k)
        if slot and slot.settled is None:
            slot.settled = verifier.judge(said, whole=slot.place != "headline").sentence
            figures.repaired += slot.settled is not None
    return [answer.digest]


def _why(slot: _Slot) -> str:
    return message(slot.judged.reason) if slot.judged.reason else ""


def _replace(slots: Sequence[_Slot], verifier: DraftVerifier, figures: Figures) -> None:
    """What is still refused gives way to its passage; a headline to the extractive one."""
    for slot in slots:
        if slot.settled is None and slot.place != "headline":
            slot.settled = verifier.passage_for(slot.judged.said)
            figures.replaced += slot.settled is not None


def _must_be_enough(slots: Sequence[_Slot], figures: Figures, passages: int) -> None:
    """Most of what the model said must have stood, and there must be a clip left; else it did not write this one."""
    stood = figures.said - figures.refused + figures.repaired
    told = {slot.settled.text for slot in slots if slot.settled and slot.place != "headline"}
    if stood * 2 < figures.said or len(told) < min(_FEWEST, passages):
        raise Refused("too_little_left", f"{stood} of {figures.said} sentences stood.")


def _document(
    assigned: Assigned, base: Document, draft: Draft, slots: Sequence[_Slot], verifier: DraftVerifier
) -> Document:
    def settled(place: str) -> list[Sentence]:
        return [slot.settled for slot in slots if slot.place == place and slot.settled]

    told = Told(base.language)
    summary, onward = summary_of(told.new(settled("summary")))
    parts: list[Section] = []
    for k, part in enumerate(draft.parts):
        sentences = [*onward, *told.new(settled(str(k)))]
        quotes = told.new(quote for excerpt in part.excerpts if (quote := verifier.quote(excerpt)))
        blocks: list[Block] = [Paragraph(tuple(sentences))] if sentences else []
        parts.append(Section(None, (*blocks, *quotes)))
        parts[-1] = replace(parts[-1], heading=verifier.heading(part.heading, parts[-1]) if part.heading else None)
        onward = []
    facts = [*onward, *told.new(settled("facts"))]
    headline = next(iter(settled("headline")), base.headline)
    refused = [_refusal(slot) for slot in slots if slot.judged.sentence is None]
    return replace(
        base,
        slug=assigned.slug or slug_of(headline.text),
        headline=replace(headline, text=headline.text.rstrip(".")),
        summary=tuple(summary) or base.summary,
        sections=sections_of(parts, facts),
        receipt=replace(base.receipt, refused=tuple(refused)),
    )


def _refusal(slot: _Slot) -> Refusal:
    """What was refused is not told: its words are nobody's but the model's, or of whoever misled it."""
    words = len(slot.judged.said.text.split())
    return Refusal(f"A sentence of {words} words by the language model.", slot.judged.public_reason)
