"""Whom a number counts that stands beside "killed", "injured", "missing"; nobody where it counts something else."""

from itertools import takewhile

from newsclip.evidence.tokens import names_number
from newsclip.evidence.verifier.disagreements.topics import STATE_OF
from newsclip.evidence.verifier.disagreements.value_mentions import Line
from newsclip.language.pack import english
from newsclip.language.tokens import WORD, stem
from newsclip.language.verifier_tables.values import TollWords

_TOLLS = english(TollWords)
PLURALS = _TOLLS.people | _TOLLS.plurals
_PASSIVE = _TOLLS.places | _TOLLS.ends | _TOLLS.times
_FARTHEST, _LONGEST_NAME = 7, 3


def counted(line: Line, state: str) -> str | None:
    """The stem of whom the number counts in this state: "" for people as such; None where it counts no such people."""
    after = [word.lower() for word in line.after]
    found = _before_state(after, state)
    return found if found is not None else _behind_state([w.lower() for w in line.before], after, state)


def _before_state(after: list[str], state: str) -> str | None:
    """ "14 people were killed", "nine missing sailors", "500 people lost their homes"."""
    at = next((n for n, word in enumerate(after[:_FARTHEST]) if _tells_state(after, n)), -1)
    run = [word for word in after[: max(0, at)] if word != "who"]
    if at < 0 or STATE_OF[after[at]] != state or not all(map(_goes_on, run)):
        return None
    passive = bool(_TOLLS.auxiliaries & {*run})
    behind = after[at + 1] if at + 1 < len(after) else "."
    if after[at] in _TOLLS.adjectives and not run:
        run = [behind] if behind in PLURALS or behind.endswith("s") else []
    elif after[at] in _TOLLS.both_ways and not passive and WORD.fullmatch(behind) and behind not in _PASSIVE:
        return None  # "14 gunmen killed fishermen"
    return _head(run)


def _tells_state(after: list[str], at: int) -> bool:
    word, before = after[at], after[:at]
    if word in {"lives", "homes"}:
        return before[-1:] == ["their"]
    if word == "hospital":
        return bool(_TOLLS.taken & {*before})
    return word in STATE_OF and (not word.endswith("ing") or word == "missing")


def _goes_on(word: str) -> bool:
    return (
        bool(WORD.fullmatch(word))
        and word not in _TOLLS.ends - {"who"}
        and word not in STATE_OF
        and not names_number(word)
    )


def _behind_state(before: list[str], after: list[str], state: str) -> str | None:
    """ "killing nine miners", "the bodies of 11 passengers", "the toll stands at 14"."""
    linked = list(takewhile(lambda word: word in _TOLLS.links, reversed(before)))
    at = len(before) - len(linked) - 1
    if linked and not _is_count(before, at, state):
        return None
    if not linked and (at < 0 or STATE_OF.get(before[at]) != state or before[at] not in _TOLLS.takes | {"dead"}):
        return None
    if not linked and before[at - 1 : at] and before[at - 1] in _TOLLS.auxiliaries - _TOLLS.perfect:
        return None
    run = list(takewhile(lambda w: WORD.fullmatch(w) and w not in _TOLLS.ends | _TOLLS.places, after[:_LONGEST_NAME]))
    return None if any(word in STATE_OF and word not in _TOLLS.people for word in run) else _head(run)


def _is_count(before: list[str], at: int, state: str) -> bool:
    """Whether what leads to the number counts such people: "the toll of the storm stands at", "the missing are"."""
    if at >= 0 and STATE_OF.get(before[at]) == state and before[at] in _TOLLS.counts:
        return True
    numbered = at > 0 and STATE_OF.get(before[at]) == state and "number" in before[max(0, at - 3) : at]
    stands = bool(_TOLLS.stands & {*before[-3:]}) and state == "died" and "toll" in before[max(0, at - 6) : at]
    return numbered or stands


def _head(run: list[str]) -> str:
    """The first of the words that names several: "miners"; else the last of those that name something."""
    named = [
        word
        for word in takewhile(lambda w: w not in _TOLLS.places | _TOLLS.auxiliaries | {"lost", "taken"}, run)
        if len(word) > 1
    ]
    head = next((word for word in named if word in PLURALS or word.endswith("s")), named[-1] if named else "")
    return "" if head in _TOLLS.people else stem(head)
