"""Plans: what somebody means to do is not done, and what is only hoped, expected or proposed is not sure to come."""

from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.kernel.reasons import Reason
from newsclip.language.pack_tables import Words

_UNDER = ("xcomp", "ccomp", "acl", "pcomp", "prep", "attr", "pobj")
_BARE = ("VB", "VBG")
_MOST_CHAIN = 4


def fault(compared: Compared) -> Reason | None:
    """A verb told as done, or as sure to be, that the passages have as a plan only."""
    said, known = compared.said, compared.qualifiers
    for verb in said.verbs():
        if said.forms[verb] in compared.guarded.light or said.tokens[verb].tag == "VBG":
            continue
        certain, done = _is_certain(said, verb, compared), _is_done(said, verb)
        if not (certain or done):
            continue
        open_ = (known.unsettled, frozenset[str]()) if certain else (known.planning, compared.words.copulas)
        above = [_planned(one, i, *open_) for one, i in _like(compared, verb)]
        if above and all(above) and not _planned(said, verb, *open_):
            return Reason("turning_left_out", {"word": above[0]})
    return None


def _like(compared: Compared, verb: int) -> list[tuple[Read, int]]:
    places = compared.places.get(compared.said.stems[verb], ())
    return [(compared.held[g], i) for g, i in places if i in compared.held[g].verb_places]


def _is_certain(one: Read, verb: int, compared: Compared) -> bool:
    return one.modal(verb) in compared.qualifiers.certain


def _is_done(one: Read, verb: int) -> bool:
    """Whether the verb tells of what was: in the past, or with a form of "have" or "be"."""
    if one.has_modal(verb) or any(one.tokens[i].word.lower() == "to" for i in one.parse.children(verb, "aux")):
        return False
    return one.tokens[verb].tag == "VBD" or (one.tokens[verb].tag == "VBN" and one.parse.has(verb, "aux", "auxpass"))


def _planned(one: Read, place: int, planning: Words, copulas: Words) -> str:
    """The word above an infinitive or gerund that plans it; "" for none, and for another form."""
    token = first = one.tokens[place]
    passive = token.tag == "VBN" and any(one.low[i] in ("be", "being") for i in one.parse.children(place, "auxpass"))
    if (token.tag not in _BARE and not passive) or one.has_modal(place):
        return ""
    if token.label == "xcomp" and token.tag != "VBG" and one.forms[token.head] in copulas:
        return one.tokens[token.head].word  # "is to sell"
    for _ in range(_MOST_CHAIN):
        token = one.tokens[place]
        if token.head == place or token.label not in _UNDER:
            return ""
        place = token.head
        if first.tag == "VBG" and one.tokens[place].pos in ("ADP", "SCONJ"):
            continue  # "glad about selling"
        if not planning.isdisjoint((one.forms[place], one.low[place])):
            return one.tokens[place].word
    return ""
