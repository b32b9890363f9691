"""Units: what a figure of the passages counts is counted by it still: kilometres are no miles, minutes no hours."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newsclip.evidence.tokens import NUMBER_WORDS
from newsclip.evidence.verifier.hard_guards.readings import HEADS, Compared, Place
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.evidence.verifier.proofs.relations import COUNT
from newsclip.evidence.verifier.source import figures
from newsclip.kernel.reasons import Reason
from newsclip.language.tokens import stem
from newsclip.language.verifier_tables.guarded import GuardedWords

_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]{1,40}|%")
_BEHIND = 3  # words behind a figure: "16 trillion dollars", "55 miles an hour"
_NEAR = 4  # words behind a number in which it may count something

type Units = dict[float, list[frozenset[str]]]


def fault(compared: Compared) -> Reason | None:
    """A unit behind a figure that the passages have with other units only, or another thing that it counts."""
    return _other_unit(compared) or _other_thing(compared)


def _other_thing(compared: Compared) -> Reason | None:
    """In running text, a thing of the passages counted by a figure by which they count other things alone."""
    said = compared.said
    if compared.place in HEADS:
        return None
    for one in said.relations.all:
        is_one = canonical(said.low[one.dependent], compared.words) == canonical("1", compared.words)
        counted = one.kind == COUNT and said.tokens[one.head].pos == "NOUN" and not is_one
        if not counted or said.stems[one.head] not in compared.places:
            continue
        number, thing = said.stems[one.dependent], said.stems[one.head]
        others = list(_counted(compared, number))
        if others and not any(_is_near(compared, number, thing, *place) for place in others):
            g, i = others[0]
            return Reason("says_instead", {"said": said.tokens[one.head].word, "held": compared.held[g].tokens[i].word})
    return None


def _counted(compared: Compared, number: str) -> Iterator[Place]:
    """What the number counts in the passages."""
    for g, i in compared.places.get(number, ()):
        held = compared.held[g]
        for told in held.relations.of.get(i, ()):
            if told.kind == COUNT and told.dependent == i and held.tokens[told.head].pos in ("NOUN", "PROPN"):
                yield g, told.head


def _is_near(compared: Compared, number: str, thing: str, g: int, place: int) -> bool:
    """Whether this is the thing, or the thing stands behind the number there: "16 of the states"."""
    stems = compared.held[g].stems
    if stems[place] == thing:
        return True
    return any(thing in stems[i : i + 1 + _NEAR] for i, word in enumerate(stems) if word == number)


def _other_unit(compared: Compared) -> Reason | None:
    ours, held = _units((compared.text,), compared), _units(compared.texts, compared)
    for value, counted in ours.items():
        theirs = [units for units in held.get(value, ()) if units]
        for units in counted:
            if units and theirs and not any(units <= other or other <= units for other in theirs):
                return Reason("says_instead", {"said": min(units), "held": min(theirs[0])})
    return None


def _units(texts: Iterable[str], compared: Compared) -> Units:
    """By value, the units behind it wherever it stands."""
    found: Units = {}
    for text in texts:
        spelt = _percent_in_one_word(compared.with_magnitudes(text), compared).replace("-", " ")
        words = _WORD.findall(spelt)
        for at, word in enumerate(words):
            if not word[:1].isdigit() and word.lower() not in NUMBER_WORDS:
                continue
            value = next(iter(figures(word)), None)
            if value is not None:
                found.setdefault(value, []).append(frozenset(_behind(words, at, compared)))
    return found


def _behind(words: list[str], at: int, compared: Compared) -> set[str]:
    """The units among the next words, small words passed over, up to the first other word."""
    found = set[str]()
    for word in words[at + 1 : at + 1 + _BEHIND]:
        low = canonical(word.lower(), compared.words)
        unit = _unit(low, compared)
        if unit:
            found.add(unit)
        elif low not in compared.guarded.rates:
            break
    return found


def _unit(low: str, compared: Compared) -> str:
    """The first word of the row in which the unit stands, as singular or plural; "" for no unit."""
    return _rows(compared.guarded).get(stem(low), "")


@cache
def _rows(guarded: GuardedWords) -> dict[str, str]:
    return {stem(unit): row[0] for row in guarded.units for unit in row}


def _percent_in_one_word(text: str, compared: Compared) -> str:
    for first, *others in compared.words.phrases:
        for other in others if "%" in others else ():
            text = text.replace(other, first) if " " in other else text
    return text
