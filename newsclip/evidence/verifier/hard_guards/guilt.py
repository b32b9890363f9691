"""Guilt: who is suspected, accused or charged is not told as guilty, and the law has gone no further than it has."""

from collections.abc import Iterator

from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.kernel.reasons import Reason
from newsclip.language.pack_tables import Words
from newsclip.language.tokens import stem

_MOST_CHAIN = 5
_BESIDE = ("amod", "advmod")


def fault(compared: Compared) -> Reason | None:
    return _culprit(compared) or _step(compared) or _crime(compared)


def _culprit(compared: Compared) -> Reason | None:
    """Somebody named by a crime, by whom no passage names anybody, or only with a doubt."""
    said, known = compared.said, compared.qualifiers
    for place, form in enumerate(said.forms):
        if form not in known.culprits or _open(said, place, known.suspecting):
            continue
        held = [(compared.held[g], i) for g, i in compared.places.get(said.stems[place], ())]
        if all(_open(one, i, known.suspecting) for one, i in held):
            return Reason("not_said", {"said": said.low[place]})
    return None


def _step(compared: Compared) -> Reason | None:
    """A step of the law that no passage has, where they have one before it."""
    held = {n: word for one in compared.held for n, word in _steps(one, compared)}
    for step, word in _steps(compared.said, compared):
        if held and max(held) < step:
            return Reason("says_instead", {"said": word, "held": held[max(held)]})
    return None


def _steps(one: Read, compared: Compared) -> Iterator[tuple[int, str]]:
    for place, form in enumerate(one.forms):
        for step, row in enumerate(compared.qualifiers.legal_steps):
            if form in row or one.low[place] in row:
                yield step, one.low[place]


def _crime(compared: Compared) -> Reason | None:
    """Somebody does, in plain words, what the passages have only as a charge."""
    said, known = compared.said, compared.qualifiers
    for place in _done(compared):
        row = next((row for row in known.crimes if said.forms[place] in row), ())
        stems = {stem(word) for word in row}
        held = [(one, i) for one in compared.held for i in range(len(one.tokens)) if one.stems[i] in stems]
        opened = held and all(_open(one, i, known.charging) for one, i in held)
        if opened and not _open(said, place, known.charging):
            return Reason("turning_left_out", {"word": said.low[place]})
    return None


def _done(compared: Compared) -> Iterator[int]:
    """Verbs that tell of a crime that somebody does, and the crimes that somebody commits."""
    said = compared.said
    for verb in said.verbs():
        if said.has_modal(verb) or not (said.parse.has(verb, "nsubj", "agent") or said.tokens[verb].label == "relcl"):
            continue
        yield verb
        yield from said.parse.children(verb, "dobj")
    yield from (place for place in range(len(said.tokens)) if said.parse.has(place, "poss"))


def _open(one: Read, place: int, doubting: Words) -> bool:
    """Whether a word beside it or above it leaves open whether it is so."""
    joined = False
    for _ in range(_MOST_CHAIN):
        beside = (place, *one.parse.children(place, *_BESIDE))
        if not joined and any(not doubting.isdisjoint((one.forms[i], one.low[i])) for i in beside):
            return True
        if one.tokens[place].head == place:
            return False
        joined, place = one.tokens[place].label == "conj", one.tokens[place].head
    return False
