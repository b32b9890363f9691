"""Denial: what is denied stays denied, by "not" or by a word that denies what stands under it ("refused to sell")."""

from collections.abc import Iterator

from newsclip.evidence.tokens import negates
from newsclip.evidence.verifier.hard_guards.readings import Compared, Place, Read
from newsclip.kernel.reasons import Reason
from newsclip.language.guards import guards_of

_TOLD = ("dobj", "attr")
_OBJECTS = ("dobj", "nsubj", "nsubjpass", "attr")
_BESIDE = ("advmod", "preconj", "cc", "det")
_UNDER = ("xcomp", "ccomp", "pcomp", "acl", "prep", "dobj", "relcl")
_MOST_CHAIN = 4


def fault(compared: Compared) -> Reason | None:
    rules = (_denied_otherwise, _object_denied_otherwise, _added)
    return next((wrong for rule in rules if (wrong := rule(compared))), None)


def _denied_otherwise(compared: Compared) -> Reason | None:
    """A verb that is denied on one side, and plainly not on the other wherever the passages have it."""
    said = compared.said
    for verb in said.verbs():
        like = list(_like(compared, verb))
        ours = _denials(said, verb, compared)
        if ours is None or not like:
            continue
        theirs = [_denials(compared.held[g], i, compared) for g, i in like]
        if all(one is not None and one != ours for one in theirs):
            return Reason("claim_negated")
        if not ours and not any(one is False for one in theirs) and not _has_denial(said, compared):
            return Reason("claim_negated")  # "sold" for "refused to sell"
    return None


def _has_denial(one: Read, compared: Compared) -> bool:
    return any(
        negates(low) or low in compared.words.nothing or form in compared.guarded.denying
        for low, form in zip(one.low, one.forms, strict=True)
    )


def _object_denied_otherwise(compared: Compared) -> Reason | None:
    """A thing that something is told of, where the passages say of it that it is not so, whatever their verb."""
    said = compared.said
    for place, token in enumerate(said.tokens):
        if token.label not in _TOLD or token.pos != "NOUN":
            continue
        like = [(g, i) for g, i in compared.places.get(said.stems[place], ()) if _is_told(compared.held[g], i)]
        ours = _denials(said, token.head, compared)
        theirs = [_denials(compared.held[g], compared.held[g].tokens[i].head, compared) for g, i in like]
        denies = said.forms[token.head] in compared.guarded.denying
        if theirs and ours is not None and not denies and all(one is not None and one != ours for one in theirs):
            return Reason("claim_negated")
    return None


def _is_told(one: Read, place: int) -> bool:
    return one.tokens[place].label in _TOLD


def _like(compared: Compared, verb: int) -> Iterator[Place]:
    """Where the passages have this verb; a light one ("have", "be") with the same object."""
    said, light = compared.said, compared.said.forms[verb] in compared.guarded.light
    ours = _told_with(said, verb) if light else set[str]()
    for g, i in compared.places.get(said.stems[verb], ()):
        held = compared.held[g]
        if i in held.verb_places and (not light or ours & _told_with(held, i)):
            yield g, i


def _told_with(one: Read, verb: int) -> set[str]:
    return {one.stems[i] for i in one.parse.children(verb, "dobj", "attr", "acomp")}


def _denials(one: Read, verb: int, compared: Compared) -> bool | None:
    """Whether the verb is denied; None where something above it denies, or something leaves it open."""
    if is_denied(one, verb, compared):
        return True
    at = verb
    for _ in range(_MOST_CHAIN):
        token = one.tokens[at]
        own = one.parse.has(at, "nsubj", "nsubjpass", "aux")  # "will not sell and will repair"
        joined = token.label == "conj" and not own and is_denied(one, token.head, compared)
        if (token.label not in _UNDER and not joined) or token.head == at or _tells_which(one, at, compared):
            break
        at = token.head
        if _stands_apart(one, at, compared):
            break
        denies = one.forms[at] in compared.guarded.denying or one.low[at] in compared.words.nothing
        if denies or is_denied(one, at, compared):
            return None
    return False


def _stands_apart(one: Read, place: int, compared: Compared) -> bool:
    """Whether what the word opens is so though what stands above it is refused: "dismissed it as being false".

    Whoever denies something may deny all that is told of it: "denied hitting him after stealing the boat".
    """
    if one.low[place] not in compared.guarded.presenting | compared.guarded.orders:
        return False
    above = one.forms[one.tokens[place].head]
    return above in compared.guarded.denying and above not in compared.guarded.disowning


def _tells_which(one: Read, place: int, compared: Compared) -> bool:
    """Whether a participle describes a thing that there is, whatever is done with it: "stopped a car driven by Holm".

    Not so in "found no car driven by Holm", "denied taking money paid by Holm".
    """
    token = one.tokens[place]
    thing = token.head
    if token.label != "acl" or token.tag != "VBN" or one.tokens[thing].label != "dobj":
        return False
    if one.low[thing] in compared.words.nothing:
        return False
    none = any(one.low[i] in compared.guarded.unsure_whether for i in one.parse.children(thing, "det"))
    above = one.tokens[thing].head
    return not none and one.forms[above] not in compared.guarded.disowning and not is_denied(one, above, compared)


def is_denied(one: Read, verb: int, compared: Compared) -> bool:
    """Whether something beside the verb, or what it is told of, denies it."""
    guards = guards_of(compared.language)
    none = (guards.negation or frozenset()) if guards else frozenset()
    for child in one.parse.children(verb):
        token, low = one.tokens[child], one.low[child]
        if token.label == "neg" or (token.label in _BESIDE and negates(low)):
            return True
        if token.label in _OBJECTS and any(
            one.low[k] in none for k in (child, *one.parse.children(child, *_BESIDE, "neg"))
        ):
            return True
    return False


def _added(compared: Compared) -> Reason | None:
    """A "not" or "none" where the passages have no word that denies anything."""
    guards = guards_of(compared.language)
    none = (guards.negation or frozenset()) if guards else frozenset()
    if not any(word in compared.words.nothing or negates(word) for word in compared.said.low):
        return None
    denying = compared.guarded.denying
    denied = any(
        low in none or negates(low) or form in denying
        for one in compared.held
        for low, form in zip(one.low, one.forms, strict=True)
    )
    return None if denied else Reason("claim_negated")
