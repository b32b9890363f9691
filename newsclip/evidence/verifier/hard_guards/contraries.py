"""Contraries: no word says the contrary of what the passages say: "opposed" for "supported", "low" for "high"."""

from collections.abc import Mapping, Sequence
from functools import cache

from newsclip.evidence.tokens import negates
from newsclip.evidence.verifier.hard_guards.readings import Compared, Read, names_a_thing
from newsclip.kernel.reasons import Reason
from newsclip.language.pack_tables import Opposed
from newsclip.language.tokens import stem

_COMPARATIVES = ("JJR", "RBR")
_THINGS = ("NOUN", "PROPN")

type Side = tuple[int, int]  # which pair, and which of its two rows
type Told = tuple[Read, int]  # a sentence, and the place of the word in it


def fault(compared: Compared) -> Reason | None:
    """A word whose contrary the passages have in its place. A "not" on one side may make up for it."""
    guarded = compared.guarded
    for opposed, of_one_thing in ((guarded.contraries, False), (guarded.tied_contraries, True)):
        ours, held = _sides(compared.said, opposed), _held(compared, opposed)
        for side in ours:
            if wrong := _turned(compared, side, ours, held, of_one_thing=of_one_thing):
                return wrong
    return None


def _turned(
    compared: Compared,
    side: Side,
    ours: Mapping[Side, Sequence[int]],
    held: Mapping[Side, Sequence[Told]],
    *,
    of_one_thing: bool,
) -> Reason | None:
    contrary = (side[0], 1 - side[1])
    same, other = held.get(side, ()), held.get(contrary, ())
    alone = not same and contrary not in ours and not of_one_thing
    for place in ours[side] if other else ():
        if _compares(compared.said, place, compared) or _denies(compared.said, place, compared):
            continue
        told = other if alone else [one for one in other if _of_one(compared, place, one, same)]
        if told and not any(_denies(*one, compared) for one in told):
            read, at = told[0]
            return Reason("says_instead", {"said": compared.said.tokens[place].word, "held": read.tokens[at].word})
    return None


def _held(compared: Compared, opposed: Opposed) -> dict[Side, list[Told]]:
    found: dict[Side, list[Told]] = {}
    for one in compared.held:
        for side, places in _sides(one, opposed).items():
            found.setdefault(side, []).extend((one, place) for place in places)
    return found


def _of_one(compared: Compared, place: int, other: Told, same: Sequence[Told]) -> bool:
    """Whether it is told of what the passages tell its contrary of, and of which they do not tell the same as well."""
    of = _told_of(compared.said, place, compared)
    shared = of & _told_of(*other, compared)
    if compared.said.tokens[place].tag in _COMPARATIVES and other[0].tokens[other[1]].tag not in _COMPARATIVES:
        return False  # "safer" of what was risky
    return bool(shared) and not any(shared & _told_of(*one, compared) for one in same)


def _told_of(one: Read, place: int, compared: Compared) -> set[str]:
    """The stems of the things to which the word is tied."""
    ends = {end for told in one.relations.of.get(place, ()) for end in (told.head, told.dependent)} - {place}
    lifted = one.relations.lifted.get(one.tokens[place].head)
    if lifted == place:
        ends |= set(one.parse.children(one.tokens[place].head, "nsubj"))
    kinds = (*_THINGS, "VERB") if one.tokens[place].pos == "ADV" else _THINGS
    return {one.stems[i] for i in ends if one.tokens[i].pos in kinds and names_a_thing(one, i, compared.words)}


def _sides(one: Read, opposed: Opposed) -> dict[Side, list[int]]:
    """The rows of which the sentence has words, with the places of these."""
    found: dict[Side, list[int]] = {}
    index = _index(opposed)
    for place in range(len(one.tokens)):
        for first in dict.fromkeys((one.stems[place], stem(one.low[place]))):
            for words, side in index.get(first, ()):
                if one.stems[place + 1 : place + 1 + len(words)] == list(words):
                    found.setdefault(side, []).append(place)
    return found


@cache
def _index(opposed: Opposed) -> dict[str, tuple[tuple[tuple[str, ...], Side], ...]]:
    """By the stem of the first word: the stems of the words behind it, and the row."""
    found: dict[str, tuple[tuple[tuple[str, ...], Side], ...]] = {}
    for n, pair in enumerate(opposed):
        for k, row in enumerate(pair):
            for entry in row:
                first, *rest = map(stem, entry.split())
                found[first] = (*found.get(first, ()), (tuple(rest), (n, k)))
    return found


def _denies(one: Read, place: int, compared: Compared) -> bool:
    """Whether another word of the sentence denies."""
    own = stem(one.low[place])
    return any((word in compared.words.nothing or negates(word)) and stem(word) != own for word in one.low)


def _compares(one: Read, place: int, compared: Compared) -> bool:
    """Whether it stands before "than", where a figure and not the word tells how many."""
    return any(word in compared.guarded.comparing for word in one.low[place + 1 : place + 2])
