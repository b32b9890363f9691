"""What narrows a statement stays: "only", "for now", "except", "in mice", "in the first quarter"."""

import re
from collections.abc import Iterator

from newsclip.evidence.verifier.hard_guards import figure_contexts
from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.kernel.reasons import Reason
from newsclip.language.tokens import stem

_OPENS = ("ADP", "SCONJ", "ADV", "PART")
_BEST = ("JJS", "RBS")
_FIGURE = ("CD", "$")
_WINDOW = 6  # words before the best of a kind in which "one of the" stands
_MOST_CHAIN = 4

type Narrowed = tuple[Read, int, str]  # a sentence, the place of a word in it, and what narrows it


def fault(compared: Compared) -> Reason | None:
    rules = (_narrowing_lost, _exception_lost, _tried_on, _best, _period_lost)
    return next((wrong for rule in rules if (wrong := rule(compared))), None)


def _narrowing_lost(compared: Compared) -> Reason | None:
    said, light = compared.said, compared.guarded.light
    padded = f" {' '.join(said.low)} "
    for row in compared.qualifiers.narrowing:
        if any(f" {phrase} " in padded for phrase in row):
            continue
        narrowed = [one for held in compared.held for one in _narrowed(held, row, compared)]
        for one, place, phrase in narrowed:
            if (
                one.stems[place] in said.stems
                and one.forms[place] not in light
                and _is_alone(compared, one, place, narrowed)
            ):
                return Reason("turning_left_out", {"word": phrase})
    return None


def _is_alone(compared: Compared, one: Read, place: int, narrowed: list[Narrowed]) -> bool:
    """Whether the passages have the word nowhere without what narrows it."""
    places = {(id(held), i) for held, i, _ in narrowed}
    return all((id(compared.held[g]), i) in places for g, i in compared.places.get(one.stems[place], ()))


def _narrowed(one: Read, row: tuple[str, ...], compared: Compared) -> Iterator[Narrowed]:
    for phrase in row:
        words = phrase.split()
        for at in range(len(one.low) - len(words) + 1):
            behind = one.tokens[at + len(words) : at + len(words) + 1]
            rounds = phrase in compared.qualifiers.nearly and any(token.tag in _FIGURE for token in behind)
            if one.low[at : at + len(words)] != words or rounds or any(token.label == "mark" for token in behind):
                continue  # of a figure: bounds; "only for him to leave" narrows nothing
            place = _bears_on(one, at)
            if place is not None:
                yield one, place, phrase


def _exception_lost(compared: Compared) -> Reason | None:
    """ "All ferries" for "all ferries but one"."""
    excepting = compared.qualifiers.excepting
    if not excepting.isdisjoint(compared.said.low):
        return None
    whole = {word for row in compared.guarded.absolutes for word in row} | compared.words.nothing
    for one in compared.held:
        for place, word in enumerate(one.low):
            head = one.tokens[place].head
            named = (
                word in excepting
                and one.tokens[place].label in ("cc", "prep")
                and one.stems[head] in compared.said.stems
            )
            if named and any(one.low[i] in whole for i in (head, *one.parse.children(head, "det"))):
                return Reason("turning_left_out", {"word": word})
    return None


def _bears_on(one: Read, place: int) -> int | None:
    """The word above it, small words passed over."""
    for _ in range(_MOST_CHAIN):
        head = one.tokens[place].head
        if head == place:
            return None
        place = head
        if one.tokens[place].pos not in _OPENS:
            return place
    return None


def _tried_on(compared: Compared) -> Reason | None:
    """A verb or quality that the passages tell of a trial only, in a sentence that tells of none."""
    said, trials = compared.said, compared.qualifiers.trials
    before = {word for text in compared.before[-1:] for word in text.lower().split()}
    if not trials.isdisjoint(said.low) or not trials.isdisjoint(before):
        return None
    for one in compared.held:
        for place, word in enumerate(one.low):
            opens = one.tokens[place].head
            tried = (
                word in trials and one.tokens[place].label == "pobj" and one.low[opens] in compared.qualifiers.tried_in
            )
            verb = one.relations.cluster(place) if tried else place
            if verb != place and one.stems[verb] in said.stems and _all_tried(compared, one.stems[verb]):
                return Reason("turning_left_out", {"word": word})
    return None


def _all_tried(compared: Compared, verb: str) -> bool:
    trials = compared.qualifiers.trials
    return all(not trials.isdisjoint(compared.held[g].low) for g, _ in compared.places.get(verb, ()))


def _best(compared: Compared) -> Reason | None:
    """The best of a kind, that is one of several for the passages, or not the first."""
    said = compared.said
    for place in range(len(said.tokens)):
        if not _is_best(said, place, compared) or _is_among(said, place, compared):
            continue
        stems = (said.stems[place], stem(said.low[place]))
        like = [
            (one, i) for one in compared.held for i in range(len(one.tokens))
            if _is_best(one, i, compared) and (one.stems[i] in stems or stem(one.low[i]) in stems)
        ]  # fmt: skip
        if like and all(_is_among(one, i, compared) for one, i in like):
            return Reason("turning_left_out", {"word": said.low[place]})
    return None


def _is_best(one: Read, place: int, compared: Compared) -> bool:
    return one.tokens[place].tag in _BEST or one.low[place] in compared.qualifiers.ordinals[0]


def _is_among(one: Read, place: int, compared: Compared) -> bool:
    return not compared.qualifiers.among.isdisjoint(one.low[max(0, place - _WINDOW) : place])


def _period_lost(compared: Compared) -> Reason | None:
    """A figure that the passages have for a part of a year only, which neither the sentence nor that before tells."""
    periods = compared.qualifiers.periods
    told = " ".join([*compared.before[-1:], compared.text]).lower()
    if any(re.search(rf"\b{re.escape(period)}", told) for period in periods):
        return None
    held = [(_period(compared, text), _values(compared, text)) for text in compared.texts]
    for ours in figure_contexts.of_sentence(compared):
        lost = [period for period, values in held if ours.value in values]
        if lost and all(lost):
            return Reason("turning_left_out", {"word": lost[0]})
    return None


def _period(compared: Compared, text: str) -> str:
    low = text.lower()
    periods = sorted(compared.qualifiers.periods)
    return next((period for period in periods if re.search(rf"\b{re.escape(period)}", low)), "")


def _values(compared: Compared, text: str) -> frozenset[float]:
    return frozenset(one.value for one in figure_contexts.contexts(compared, (text,)))
