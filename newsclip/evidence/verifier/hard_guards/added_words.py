"""What the sentence adds: a cause, an order in time, an "all" or "only"; another word where the passages have one."""

from newsclip.evidence.verifier.hard_guards.readings import Compared, names_a_thing
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.evidence.verifier.proofs.relations import AGENT, COUNT, OBJECT, OF, OF_KIND, PREP, RECIPIENT
from newsclip.kernel.reasons import Reason

_FILLED = frozenset({AGENT, OBJECT, RECIPIENT, OF, OF_KIND, COUNT})


def fault(compared: Compared) -> Reason | None:
    return _closed_fault(compared) or _filler_fault(compared)


def _closed_fault(compared: Compared) -> Reason | None:
    """A word of a closed list that no passage has."""
    guarded, words = compared.guarded, compared.words
    if not guarded.causes & compared.low:
        cause = next((word for word in compared.said.low if word in guarded.causes), "")
        if cause:
            return Reason("not_said", {"said": cause})
    ordered = {canonical(word, words) for word in compared.low}
    for word in compared.said.low:
        out_of_order = word in guarded.orders and canonical(word, words) not in ordered
        if out_of_order or (word in guarded.absolutes and word not in compared.low):
            return Reason("not_said", {"said": word})
    return None


def _filler_fault(compared: Compared) -> Reason | None:
    """A word that no passage has, in the very relation in which the passages have another: "trading" of a service."""
    said = compared.said
    for one in said.relations.all:
        if one.kind not in _FILLED and not one.kind.startswith(PREP):
            continue
        head, word = one.head, one.dependent
        if not names_a_thing(said, word, compared.words) or said.tokens[head].pos == "PRON" or compared.holds(word):
            continue
        if said.low[word] in compared.guarded.pointing or said.low[head] in compared.words.adds:
            continue
        if one.kind == AGENT and said.forms[head] in compared.words.says:
            continue  # who says so: "the agency" for its name
        for g, i in compared.places.get(said.stems[head], ()):
            other = next((told for told in compared.held[g].told_of(i) if told.kind == one.kind), None)
            if other:
                held = compared.held[g].tokens[other.dependent].word
                return Reason("says_instead", {"said": said.tokens[word].word, "held": held})
    return None
