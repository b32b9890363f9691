"""Doubt: what may be is not what will be, and what is only alleged or possible is not told as a fact."""

from collections.abc import Iterator

from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.evidence.verifier.proofs.relations import OF
from newsclip.kernel.reasons import Reason
from newsclip.language.guards import guards_of

_APART = ("advcl", "conj", "relcl", "acl")  # clauses that leave open what is in them, not what is above
_MODIFIES = ("amod", "advmod")
_NO_FINITE = ("VB", "VBG")
_TIES = ("ADP", "SCONJ", "PART")
_BEHIND_ONE = ("VB", "VBN")  # what may stand behind a modal that stands before another verb
_WITHIN = ("relcl", "acl", "ccomp", "dobj", "pobj", "prep")
_MOST_CHAIN, _MOST_WITHIN = 5, 12


def fault(compared: Compared) -> Reason | None:
    rules = (_modal_fault, _modal_dropped, _doubt_fault, _surer, _told_as_fact)
    return next((wrong for rule in rules if (wrong := rule(compared))), None)


def _modal_fault(compared: Compared) -> Reason | None:
    """A modal surer than those of the passages, or one beside a verb that they tell plainly or with another."""
    said = compared.said
    ours = _rows(said.low, compared)
    held = frozenset[int]().union(*(_rows(one.low, compared) for one in compared.held))
    if held and 0 in ours - held:
        return Reason("not_said", {"said": _first(said.low, 0, compared)})
    for verb in said.verbs():
        own = _modals(said, verb, compared)
        like = compared.places.get(said.stems[verb], ())
        compares = own and like and said.forms[verb] not in compared.guarded.light
        if compares and not any(_allows(compared.held[g], i, own, compared) for g, i in like):
            return Reason("not_said", {"said": _first(said.low, min(own), compared)})
    return None


def _rows(words: list[str], compared: Compared) -> frozenset[int]:
    """Which rows of modals the words are of: 0 what will be, then what may be, then what should be."""
    return frozenset(n for n, row in enumerate(compared.guarded.modals) if any(word in row for word in words))


def _first(words: list[str], row: int, compared: Compared) -> str:
    return next((word for word in words if word in compared.guarded.modals[row]), "")


def _modals(one: Read, verb: int, compared: Compared) -> frozenset[int]:
    return _rows([one.low[i] for i in one.parse.children(verb, "aux") if one.tokens[i].tag == "MD"], compared)


def _allows(held: Read, place: int, own: frozenset[int], compared: Compared) -> bool:
    """Whether the passage's word may stand behind such a modal: it has one itself, or is no finite verb."""
    theirs = _modals(held, place, compared) or _modals(held, _joined_to(held, place), compared)
    if theirs:
        return bool(theirs & own) or (own == {1} and 0 in theirs)
    token = held.tokens[place]
    return token.pos not in ("VERB", "AUX") or token.tag in _NO_FINITE


def _joined_to(one: Read, verb: int) -> int:
    """The first of the verbs that "and" joins behind one modal: "could be fined and jailed"."""
    while one.tokens[verb].tag in _BEHIND_ONE and _goes_on(one, verb):
        verb = one.tokens[verb].head
    return verb


def _goes_on(one: Read, verb: int) -> bool:
    own = any(one.tokens[i].tag != "VB" for i in one.parse.children(verb, "auxpass"))  # "will be sold and was scrapped"
    return one.tokens[verb].label == "conj" and not own and not one.parse.has(verb, "nsubj", "nsubjpass", "aux")


def _modal_dropped(compared: Compared) -> Reason | None:
    """A verb told as a fact that the passages have behind a modal only."""
    said = compared.said
    for verb in said.verbs():
        like = compared.places.get(said.stems[verb], ())
        if not like or said.forms[verb] in compared.guarded.light or not _is_fact(said, verb):
            continue
        conditions = (said.low[i] in compared.guarded.conditions for i in said.parse.children(verb, "mark"))
        modals = [compared.held[g].modal(_joined_to(compared.held[g], i)) for g, i in like]
        if not any(conditions) and all(modals):
            return Reason("turning_left_out", {"word": modals[0]})
    return None


def _is_fact(said: Read, verb: int) -> bool:
    token = said.tokens[verb]
    goes_on = token.tag == "VBG" and said.parse.is_finite(verb)
    if (token.tag in _NO_FINITE and not goes_on) or said.has_modal(verb):
        return False
    return token.tag != "VBN" or said.parse.has(verb, "aux", "auxpass")


def _doubt_fault(compared: Compared) -> Reason | None:
    """A word of doubt left out beside a word that stays; beside a verb, where nobody at all is named who says so."""
    said, guards = compared.said, guards_of(compared.language)
    hedges = (guards.hedge or frozenset()) if guards else frozenset()
    sources = (guards.attribution or frozenset()) if guards else frozenset()
    open_ = hedges | compared.qualifiers.charging | compared.qualifiers.suspecting
    if any(word in open_ for word in (*said.low, *said.forms)):
        return None
    told = any(word in sources for word in said.low) or any(form in compared.words.says for form in said.forms)
    for one in compared.held:
        for place in _doubts(one, hedges, compared):
            if _governs(one, place, compared, modifies=told):
                return Reason("turning_left_out", {"word": one.tokens[place].word})
    return None


def _doubts(one: Read, hedges: frozenset[str], compared: Compared) -> Iterator[int]:
    modals = {word for row in compared.guarded.modals for word in row}
    for place, word in enumerate(one.low):
        doubts = word in hedges and word not in modals and word not in compared.guarded.rounding
        if doubts and one.stems[place] not in compared.said.stems:
            yield place


def _governs(one: Read, place: int, compared: Compared, *, modifies: bool) -> bool:
    """Whether the doubt bears on a word that the sentence has. `modifies`: as its adjective or adverb alone."""
    ours, light = set(compared.said.stems), compared.guarded.light
    token = one.tokens[place]
    if token.label in _MODIFIES and one.stems[token.head] in ours and one.forms[token.head] not in light:
        return True
    if modifies:
        return False
    tells = one.tokens[token.head].pos not in _TIES  # "for" of "prepared for the possibility" tells nothing
    above = (token.head,) if tells and token.label not in _APART else ()
    below = (k for k in one.parse.children(place) if one.tokens[k].pos in ("VERB", "NOUN"))
    of = (told.dependent for told in one.told_of(place) if told.kind == OF)  # "the possibility of a strike"
    return any(one.stems[k] in ours and one.forms[k] not in light for k in (*above, *below, *of))


def _surer(compared: Compared) -> Reason | None:
    """A word that makes a fact of what was said, where no passage has it: "revealed", "certain"."""
    held = compared.low.union(*(one.forms for one in compared.held))
    for place, (form, low) in enumerate(zip(compared.said.forms, compared.said.low, strict=True)):
        new = not compared.guarded.factual.isdisjoint((form, low)) and held.isdisjoint((form, low))
        if new and not compared.said.parse.has(place, "neg"):
            return Reason("not_said", {"said": low})
    return None


def _told_as_fact(compared: Compared) -> Reason | None:
    """A verb that the passages have only under one that leaves it open ("claims", "hopes"), in a sentence with none."""
    said, doubting = compared.said, compared.guarded.doubting
    if compared.place == "heading" or not doubting.isdisjoint((*said.forms, *said.low)):
        return None
    for verb in said.verbs():
        open_ = said.has_modal(verb) or _is_to_be(said, verb, compared)
        open_or_told = open_ or said.quoted[verb] or _above(said, verb, compared.words.says)
        if said.forms[verb] in compared.guarded.light or open_or_told or _is_of_a_charge(said, verb, compared):
            continue
        like = [(g, i) for g, i in compared.places.get(said.stems[verb], ()) if i in compared.held[g].verb_places]
        above = [_above(compared.held[g], i, doubting) for g, i in like if not _says_beside(compared, g, i)]
        if above and all(above):
            return Reason("turning_left_out", {"word": above[0]})
    return None


def _is_to_be(said: Read, verb: int, compared: Compared) -> bool:
    """Whether it has not happened so far: "has yet to be confirmed", "is to vote"."""
    token = said.tokens[verb]
    return token.label == "xcomp" and said.forms[token.head] in compared.guarded.light


def _says_beside(compared: Compared, g: int, place: int) -> bool:
    """Whether it tells what somebody says as he tries something: "Holm tried to clarify it, saying".

    What he says as he only hopes or is alleged to act is left open, too.
    """
    held = compared.held[g]
    beside = held.tokens[place].tag == "VBG" and held.tokens[place].label == "advcl"
    says = beside and held.forms[place] in compared.words.says
    return says and not _above(held, place, compared.guarded.doubting - compared.guarded.trying)


def _is_of_a_charge(one: Read, place: int, compared: Compared) -> bool:
    """Whether it stands under what a charge says: "the charge concerns a boat that he took"."""
    for _ in range(_MOST_WITHIN):
        if any(one.forms[i] in compared.qualifiers.charging for i in one.parse.children(place, "nsubj")):
            return True
        if one.tokens[place].label not in _WITHIN or one.tokens[place].head == place:
            return False
        place = one.tokens[place].head
    return False


def _above(one: Read, place: int, doubting: frozenset[str]) -> str:
    """The first word above this one that leaves it open, "" for none."""
    for _ in range(_MOST_CHAIN):
        token = one.tokens[place]
        if token.head == place:
            return ""
        place = token.head
        if token.label == "conj":
            continue  # it stands beside that word, not under it
        if not doubting.isdisjoint((one.forms[place], one.low[place])):
            return one.tokens[place].word
    return ""
