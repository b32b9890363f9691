"""Quotation marks close, hold what the passages quote, and stand with whom these quote."""

from collections.abc import Sequence

from newsclip.evidence.verifier.hard_guards.readings import Compared, spans_of
from newsclip.evidence.verifier.proofs import match_guards
from newsclip.evidence.verifier.proofs.relations import AGENT
from newsclip.kernel.reasons import Reason
from newsclip.language import quotation_marks

_WITHIN = ("compound", "appos", "conj", "poss", "nmod", "amod")


def marks_fault(text: str, texts: Sequence[str]) -> Reason | None:
    if not quotation_marks.closed(text):
        return Reason("quotation_open")
    lost = match_guards.misquoted(text, texts)
    return Reason("words_not_quoted", {"words": lost}) if lost else None


def speaker_fault(compared: Compared) -> Reason | None:
    """Another speaker than the passages', in a sentence that quotes."""
    said, says = compared.said, compared.words.says
    if not any(said.quoted):
        return None
    for one in said.relations.all:
        if one.kind != AGENT or said.forms[one.head] not in says or said.tokens[one.dependent].pos == "PRON":
            continue
        speakers = [
            (g, told.dependent)
            for g, i in compared.places.get(said.stems[one.head], ())
            for told in compared.held[g].told_of(i)
            if told.kind == AGENT
        ]
        if speakers and not any(_may_be(compared, one.dependent, g, j) for g, j in speakers):
            return Reason("speaker_unnamed", {"said": said.tokens[one.dependent].word})
    return None


def _may_be(compared: Compared, place: int, g: int, other: int) -> bool:
    held = compared.held[g]
    return held.tokens[other].pos == "PRON" or compared.said.stems[place] in spans_of(held, other, _WITHIN)
