"""Quotation marks close, hold what the passages quote, and stand with whom these quote."""

from collections.abc import Iterator, Sequence

from newsclip.evidence.verifier.hard_guards.readings import Compared, Read, spans_of
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
    return _other_quoted(compared) or _other_source(compared)


def _other_source(compared: Compared) -> Reason | None:
    """A name that says something, where the passages have only others who say anything, by their names."""
    said, says = compared.said, compared.words.says
    sources = [
        (g, told.dependent)
        for g, one in enumerate(compared.held)
        for told in one.relations.all
        if told.kind == AGENT and one.forms[told.head] in says
    ]
    goes_on = [(g, who) for g, one in enumerate(compared.held) for who in _who_goes_on(one, says)]
    # beside another sentence's speaker, who goes on says something else
    sources += [(g, who) for g, who in goes_on if all(g == other for other, _ in sources)]
    if not sources or not all(compared.held[g].tokens[i].pos == "PROPN" for g, i in sources):
        return None
    for one in said.relations.all:
        speaks = one.kind == AGENT and said.forms[one.head] in says and said.tokens[one.dependent].pos == "PROPN"
        if speaks and not any(_is_in(compared, one.dependent, g, i) for g, i in sources):
            return Reason("speaker_unnamed", {"said": said.tokens[one.dependent].word})
    return None


def _who_goes_on(one: Read, says: frozenset[str]) -> Iterator[int]:
    """Who says what stands under another verb of his: "Holm denied it, saying", "the paper quoted a crew as saying"."""
    for place in one.verb_places:
        if one.forms[place] in says and one.tokens[place].label in ("advcl", "xcomp", "pcomp"):
            above = one.tokens[place].head
            above = one.tokens[above].head if one.tokens[place].label == "pcomp" else above
            first = next(i for i, token in enumerate(one.tokens) if token.label == "ROOT")
            yield from (i for head in {above, first} for i in one.parse.children(head, "nsubj"))


def _is_in(compared: Compared, place: int, g: int, other: int) -> bool:
    """Whether any word of the name is one of the other's; a name in short or in full may be anybody's."""
    said, held = compared.said, compared.held[g]
    first, last = said.parse.bounds[place]
    ours = {said.stems[i] for i in range(first, last + 1) if said.tokens[i].pos == "PROPN"}
    words = held.tokens[other].word, said.tokens[place].word
    return any(word.isupper() for word in words) or not ours.isdisjoint(spans_of(held, other, _WITHIN))


def _other_quoted(compared: Compared) -> Reason | None:
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
        speakers += [(g, who) for g, one_held in enumerate(compared.held) for who in _who_goes_on(one_held, says)]
        if speakers and not any(_may_be(compared, one.dependent, g, j) for g, j in speakers):
            return Reason("speaker_unnamed", {"said": said.tokens[one.dependent].word})
    return None


def _may_be(compared: Compared, place: int, g: int, other: int) -> bool:
    """Whether the speaker may be theirs. A name behind an office counts only where they have this: "the CEO, Holm"."""
    held, said = compared.held[g], compared.said
    theirs = spans_of(held, other, _WITHIN)
    known = said.low[place] in compared.offices or said.stems[place] in theirs
    names = [i for i in said.parse.children(place, "appos") if said.tokens[i].pos == "PROPN" and known]
    return held.tokens[other].pos == "PRON" or any(said.stems[i] in theirs for i in (place, *names))
