"""Names: the passages have each, or the article has it as a part of one that they have."""

import re

from newsclip.evidence.tokens import UPPER, calendar_words, names_number
from newsclip.evidence.verifier.hard_guards.readings import Compared, spans_of
from newsclip.evidence.verifier.proofs.relations import AGENT, OBJECT, RECIPIENT
from newsclip.kernel.reasons import Reason
from newsclip.language.tokens import stem

_CAPITAL = rf"[{UPPER}][\w’'-]{{0,60}}"
_ROLES = (AGENT, OBJECT, RECIPIENT)
_WITHIN = ("compound", "appos", "conj", "poss", "nmod", "amod")


def fault(compared: Compared) -> Reason | None:
    """A name from elsewhere, or one that does what the passages say another does."""
    said = compared.said
    for place, token in enumerate(said.tokens):
        if token.pos != "PROPN" or not token.word[:1].isupper() or _is_no_name(compared, place):
            continue
        if not compared.holds(place) and not _completes(compared, token.word):
            return Reason("not_named", {"name": token.word})
    return _of_another(compared)


def _is_no_name(compared: Compared, place: int) -> bool:
    low = compared.said.low[place]
    return low in calendar_words(compared.language) or names_number(low)


def _completes(compared: Compared, word: str) -> bool:
    """Whether the article has the word right beside a name that the passages have: "Ada" of "Ada Holm"."""
    before = re.finditer(rf"({_CAPITAL})\s+{re.escape(word)}\b", compared.articles)
    behind = re.finditer(rf"\b{re.escape(word)}\s+({_CAPITAL})", compared.articles)
    return any(stem(one[1].lower()) in compared.places for found in (before, behind) for one in found)


def _of_another(compared: Compared) -> Reason | None:
    """A name beside a verb of the passages, where these have only other names."""
    said = compared.said
    for one in said.relations.all:
        head, name = one.head, one.dependent
        if one.kind not in _ROLES or said.tokens[name].pos != "PROPN" or said.forms[head] in compared.guarded.light:
            continue
        others = [
            (g, other.dependent)
            for g, i in compared.places.get(said.stems[head], ())
            for other in compared.held[g].told_of(i)
            if other.kind == one.kind
        ]
        if said.stems[name] not in compared.places:
            continue  # a name that is there in full, or by another part
        named = others and all(compared.held[g].tokens[j].pos == "PROPN" for g, j in others)
        if named and not any(said.stems[name] in spans_of(compared.held[g], j, _WITHIN) for g, j in others):
            g, j = others[0]
            return Reason("says_instead", {"said": said.tokens[name].word, "held": compared.held[g].tokens[j].word})
    return None
