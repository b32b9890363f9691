"""How far it holds: a condition stays, an order in time is of the same event, a denial is no wider than theirs."""

from collections.abc import Iterator

from newsclip.evidence.verifier.hard_guards.denial import is_denied
from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.kernel.reasons import Reason

_OPENS = ("mark", "advmod")
_TOLD = ("dobj", "attr", "nsubj", "nsubjpass")

type Ordered = set[tuple[str, str]]  # a word such as "before", and the stem of what it opens


def fault(compared: Compared) -> Reason | None:
    return _condition_lost(compared) or _of_another_event(compared) or _denied_more_widely(compared)


def _condition_lost(compared: Compared) -> Reason | None:
    """A verb of the sentence that a passage tells under a condition, in a sentence without any."""
    said, conditions = compared.said, compared.guarded.conditions
    if not compared.words.conditions.isdisjoint(said.low):
        return None
    for one in compared.held:
        for place, token in enumerate(one.tokens):
            if one.low[place] not in conditions or token.label not in _OPENS:
                continue
            above = one.tokens[token.head].head
            opened = one.tokens[token.head].label == "advcl" and one.forms[above] not in compared.guarded.light
            if opened and one.stems[above] in said.stems:
                return Reason("turning_left_out", {"word": token.word})
    return None


def _of_another_event(compared: Compared) -> Reason | None:
    """ "After he spoke" for "before he spoke"; "before they sailed" where the passages have "before they promised"."""
    ours = _ordered(compared.said, compared)
    held = set[tuple[str, str]]().union(*(_ordered(one, compared) for one in compared.held))
    for word, event in ours - held:
        turned = next((other for other, what in held if what == event and other != word), "")
        behind = {what for other, what in held if other == word} - {what for _, what in ours}
        if turned or (event in compared.places and not behind.isdisjoint(compared.said.stems)):
            return Reason("says_instead", {"said": word, "held": turned or min(behind)})
    return None


def _ordered(one: Read, compared: Compared) -> Ordered:
    return set(_order_words(one, compared))


def _order_words(one: Read, compared: Compared) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(one.tokens):
        word = canonical(one.low[place], compared.words)
        if word not in compared.guarded.orders or _tells_namesake(one, place, compared):
            continue
        if token.label in _OPENS and token.head != place:
            yield word, one.stems[token.head]
        yield from ((word, one.stems[below]) for below in one.parse.children(place, "pobj", "pcomp"))


def _tells_namesake(one: Read, place: int, compared: Compared) -> bool:
    """Whether it tells for whom a thing is named: "named after Holm", but not "named captain after the race"."""
    token, guarded = one.tokens[place], compared.guarded
    if token.label != "prep" or one.low[place] not in guarded.named_after:
        return False
    return one.forms[token.head] in guarded.naming and not one.parse.has(token.head, "oprd", "attr")


def _denied_more_widely(compared: Compared) -> Reason | None:
    """Something denied without the adjective under which alone the passages deny it: "no plans" for "no new plans"."""
    said = compared.said
    for place, token in enumerate(said.tokens):
        like = compared.places.get(said.stems[place], ()) if token.pos == "NOUN" else ()
        if not like or not _noun_is_denied(said, place, compared):
            continue
        lost = [_lost_adjective(compared, g, i) for g, i in like]
        if all(lost):
            return Reason("turning_left_out", {"word": lost[0]})
    return None


def _lost_adjective(compared: Compared, g: int, place: int) -> str:
    """An adjective of the denied noun that the sentence has not; "" for none, or where the noun is not denied."""
    held = compared.held[g]
    if any(held.low[i] in compared.words.definite for i in held.parse.children(place, "det")):
        return ""  # "not the red notice" is of the notice that was told of
    lost = (i for i in held.parse.children(place, "amod") if held.stems[i] not in compared.said.stems)
    return next((held.tokens[i].word for i in lost if _noun_is_denied(held, place, compared)), "")


def _noun_is_denied(one: Read, place: int, compared: Compared) -> bool:
    if any(one.low[i] in compared.words.nothing for i in one.parse.children(place, "det", "neg")):
        return True
    token = one.tokens[place]
    return token.label in _TOLD and token.head != place and is_denied(one, token.head, compared)
