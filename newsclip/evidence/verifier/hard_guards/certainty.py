"""Denial and doubt: what is denied stays denied, what may be is not what will be."""

from newsclip.evidence.tokens import negates
from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.kernel.reasons import Reason
from newsclip.language.guards import guards_of

_DENIED_OBJECTS = ("dobj", "nsubj", "nsubjpass", "attr", "pobj")


def fault(compared: Compared) -> Reason | None:
    return _denial_fault(compared) or _modal_fault(compared) or _doubt_fault(compared)


def _denial_fault(compared: Compared) -> Reason | None:
    """A verb that is denied on one side only, or a denial where the passages have none."""
    said, guards = compared.said, guards_of(compared.language)
    denials = (guards.negation or frozenset()) if guards else frozenset()
    for verb in said.verbs():
        like = [(g, i) for g, i in compared.places.get(said.stems[verb], ()) if i in set(compared.held[g].verbs())]
        if said.forms[verb] in compared.guarded.light or not like:
            continue
        denied = _is_denied(said, verb, compared)
        if all(_is_denied(compared.held[g], i, compared) != denied for g, i in like):
            return Reason("claim_negated")
    added = any(word in denials for word in said.low) and not compared.low & denials
    return Reason("claim_negated") if added else None


def _is_denied(one: Read, verb: int, compared: Compared) -> bool:
    nothing = compared.words.nothing
    for child in one.parse.children(verb):
        token = one.tokens[child]
        if token.label == "neg" or one.low[child] in nothing or negates(one.low[child]):
            return True
        if token.label in _DENIED_OBJECTS and any(one.low[k] in nothing for k in one.parse.children(child)):
            return True
    return False


def _modal_fault(compared: Compared) -> Reason | None:
    """A modal that the passages do not have: beside this verb, or, where they have it not, anywhere."""
    said = compared.said
    for verb in said.verbs():
        own = _modals(said, verb)
        if not own:
            continue
        like = compared.places.get(said.stems[verb], ())
        held = {word for g, i in like for word in _modals(compared.held[g], i)} if like else compared.low
        if not any(compared_modals & held for compared_modals in (_alike(word, compared) for word in own)):
            return Reason("not_said", {"said": min(own)})
    return None


def _modals(one: Read, verb: int) -> set[str]:
    return {one.tokens[i].lemma.lower() for i in one.parse.children(verb, "aux") if one.tokens[i].tag == "MD"} | {
        one.low[i] for i in one.parse.children(verb, "aux") if one.tokens[i].tag == "MD"
    }


def _alike(word: str, compared: Compared) -> frozenset[str]:
    """The modal itself, and the one that it becomes, or came from, when it is reported."""
    rows = [row for row in compared.words.shifts if word in row]
    return frozenset({word}).union(*rows)


def _doubt_fault(compared: Compared) -> Reason | None:
    """A doubt beside a word that the sentence has, where it has no doubt at all."""
    said, guards = compared.said, guards_of(compared.language)
    hedges = (guards.hedge or frozenset()) if guards else frozenset()
    if any(word in hedges for word in said.low):
        return None
    modals = {word for row in compared.words.shifts for word in row}
    ours = set(said.stems)
    for one in compared.held:
        for i, word in enumerate(one.low):
            if word not in hedges or word in modals or word in compared.guarded.rounding or one.stems[i] in ours:
                continue
            governed = [k for k in one.parse.children(i) if one.tokens[k].pos in ("VERB", "NOUN")]
            if one.stems[one.tokens[i].head] in ours or any(one.stems[k] in ours for k in governed):
                return Reason("turning_left_out", {"word": one.tokens[i].word})
    return None
