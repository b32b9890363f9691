"""Names: the passages have each, or the article has it as a part of one that they have."""

import re
from collections.abc import Iterator

from newsclip.evidence.tokens import UPPER, calendar_words, names_number
from newsclip.evidence.verifier.hard_guards import nations
from newsclip.evidence.verifier.hard_guards.readings import Compared, abbreviations, spans_of
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.evidence.verifier.proofs.relations import AGENT, SUBJECTS, Relation
from newsclip.kernel.reasons import Reason
from newsclip.language.tokens import stem

_CAPITAL = rf"[{UPPER}][\w’'-]{{0,60}}"
_WITHIN = ("compound", "appos", "conj", "poss", "nmod", "amod")
_SHORT = re.compile(r"\b[A-Z](?:\.?[A-Z]){1,5}\b")


def fault(compared: Compared) -> Reason | None:
    """A name from elsewhere, or one that does what the passages say another does."""
    return _new_name(compared) or _of_another(compared)


def _new_name(compared: Compared) -> Reason | None:
    said = compared.said
    known = {*_spelt_out(compared), *compared.offices, *nations.words(compared)}
    for place, token in enumerate(said.tokens):
        if token.pos != "PROPN" or not token.word[:1].isupper() or _is_no_name(compared, place):
            continue
        if compared.holds(place) or said.low[place].rstrip(".") in known or _completes(compared, token.word):
            continue
        return Reason("not_named", {"name": token.word})
    return None


def _is_no_name(compared: Compared, place: int) -> bool:
    low = compared.said.low[place]
    return canonical(low, compared.words) in calendar_words(compared.language) or names_number(low)


def _spelt_out(compared: Compared) -> Iterator[str]:
    """The words of names whose initials the passages have: "United" and "States" for "US"."""
    short = {found.replace(".", "") for text in compared.texts for found in _SHORT.findall(text)}
    words = re.findall(_CAPITAL, compared.text)
    for initials in short & abbreviations(compared.text, compared.guarded.within_names):
        for at in range(len(words) - len(initials) + 1):
            run = words[at : at + len(initials)]
            if "".join(word[0] for word in run) == initials:
                yield from (word.lower() for word in run)


def _completes(compared: Compared, word: str) -> bool:
    """Whether the article has the word right beside a name that the passages have: "Ada" of "Ada Holm"."""
    before = re.finditer(rf"({_CAPITAL})\s+{re.escape(word)}\b", compared.articles)
    behind = re.finditer(rf"\b{re.escape(word)}\s+({_CAPITAL})", compared.articles)
    initials = re.finditer(rf"\b{re.escape(word)}\s+[{UPPER}]\.\s+({_CAPITAL})", compared.articles)
    beside = {one[1].lower() for found in (before, behind) for one in found}
    shared = _names_of_others(compared, word)
    beside |= {one[1].lower() for one in initials if one[1] not in shared}
    return any(stem(one) in compared.places and one.rstrip(".") not in compared.words.titles for one in beside)


def _names_of_others(compared: Compared, first: str) -> set[str]:
    """Names that the article has behind another first name: "Holm" of "Jan Holm" beside "Karl L. Holm"."""
    pairs = re.findall(rf"({_CAPITAL}) (?=({_CAPITAL}))", compared.articles)  # no title, which ends in a line
    return {last for other, last in pairs if other != first and other.lower() not in compared.words.titles}


def _of_another(compared: Compared) -> Reason | None:
    """A name that does what the passages have only others do."""
    said = compared.said
    for one in said.relations.all:
        head, name = one.head, _doer(compared, one)
        if one.kind != AGENT or said.tokens[name].pos != "PROPN" or said.forms[head] in compared.guarded.light:
            continue
        if said.stems[name] not in compared.places or said.forms[head] in compared.words.says:
            continue  # a name that is there in full, or by another part; of who speaks, see quotations
        others = list(compared.fillers(said.stems[head], one.kind))
        others = [] if any(_may_be_any(compared, name, g, j) for g, j in others) else others
        named = others and all(compared.held[g].tokens[j].pos == "PROPN" for g, j in others)
        if named and not any(said.stems[name] in spans_of(compared.held[g], j, _WITHIN) for g, j in others):
            g, j = others[0]
            return Reason("says_instead", {"said": said.tokens[name].word, "held": compared.held[g].tokens[j].word})
    return None


def _doer(compared: Compared, told: Relation) -> int:
    """Who does it: in "the port is closed, said Holm, but will reopen" the port will, though the parser says Holm."""
    said = compared.said
    token, above = said.tokens[told.head], said.tokens[told.head].head
    if token.label != "conj" or said.forms[above] not in compared.words.says or said.parse.has(told.head, *SUBJECTS):
        return told.dependent
    turned = told.dependent > above and told.dependent in said.parse.children(above, *SUBJECTS)
    content = next((i for i in said.parse.children(above, "ccomp") if i < above), None)
    subject = next(said.parse.children(content, *SUBJECTS), None) if turned and content is not None else None
    return told.dependent if subject is None else subject


def _may_be_any(compared: Compared, name: int, g: int, other: int) -> bool:
    """Whether the passage says who somebody is ("the 48-year-old Frenchman"), or the name is short for one there."""
    held, short = compared.held[g], compared.said.tokens[name].word
    below = held.parse.children(other, "det")
    described = held.parse.has(other, "amod") and any(held.low[i] in compared.words.definite for i in below)
    if described and _is_told_on(compared, name, g, other):
        return True
    first, last = held.parse.bounds[other]
    there = " ".join(token.word for token in held.tokens[first : last + 1])
    return short.isupper() and short in abbreviations(there, compared.guarded.within_names)


def _is_told_on(compared: Compared, name: int, g: int, other: int) -> bool:
    """Whether nobody but this name acts before, so that the words can mean nobody else; part of a name they do not."""
    held = compared.held[g]
    if held.parse.has(other, "compound") or held.tokens[other].label == "compound":
        return False
    before = [
        one.stems[told.dependent]
        for k, one in enumerate(compared.held[: g + 1])
        for told in one.relations.all
        if told.kind == AGENT and one.tokens[told.dependent].pos == "PROPN" and (k < g or told.dependent < other)
    ]
    return set(before) == {compared.said.stems[name]}
