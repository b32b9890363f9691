"""Whom a number counts that stands beside "killed", "injured", "missing"; nobody where it counts something else."""

from itertools import takewhile

from newsclip.evidence.verifier.disagreements.topics import STATE_OF
from newsclip.evidence.verifier.disagreements.value_mentions import Line
from newsclip.evidence.verifier.tokens import names_number
from newsclip.language.tokens import WORD, stem

PEOPLE = frozenset("people person persons victim victims resident residents lives bodies deaths fatalities".split())  # noqa: SIM905
PLURALS = PEOPLE | frozenset("men women children police staff crew".split())  # noqa: SIM905
_AUXILIARY = frozenset("was were is are be been being has have had got".split())  # noqa: SIM905
_ENDS = frozenset(
    "and or but not no never nobody none when as while who which that whose where after before if than per".split()  # noqa: SIM905
)
_PLACES = frozenset("in at on by of from near off aboard during for to with since under inside outside".split())  # noqa: SIM905
_BOTH_WAYS = frozenset("killed injured hurt wounded rescued evacuated saved arrested detained displaced".split())  # noqa: SIM905
_PASSIVE = _PLACES | _ENDS | frozenset("yesterday today early late over along there here".split())  # noqa: SIM905
# what may stand between the state and its number: "the toll has risen to", "the lives of", "injuring"
_LINKS = frozenset("of has have had risen rose climbed grown stood stands stand to at is was by now reached".split())  # noqa: SIM905
_AS_ADJECTIVES = frozenset({"missing", "dead", "injured"})
_COUNTS = frozenset("toll deaths bodies lives fatalities dead arrests injuries death".split())  # noqa: SIM905
_TAKES = frozenset(
    """killed killing kill kills injured injuring wounded wounding rescued rescuing evacuated evacuating saved saving
    arrested arresting detained detaining displaced displacing""".split()  # noqa: SIM905
)
_STANDS = frozenset("stands stood risen rose climbed grown reached".split())  # noqa: SIM905
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
    passive = bool(_AUXILIARY & {*run})
    behind = after[at + 1] if at + 1 < len(after) else "."
    if after[at] in _AS_ADJECTIVES and not run:
        run = [behind] if behind in PLURALS or behind.endswith("s") else []
    elif after[at] in _BOTH_WAYS and not passive and WORD.fullmatch(behind) and behind not in _PASSIVE:
        return None  # "14 gunmen killed fishermen"
    return _head(run)


def _tells_state(after: list[str], at: int) -> bool:
    word, before = after[at], after[:at]
    if word in {"lives", "homes"}:
        return before[-1:] == ["their"]
    if word == "hospital":
        return bool({"taken", "brought", "rushed"} & {*before})
    return word in STATE_OF and (not word.endswith("ing") or word == "missing")


def _goes_on(word: str) -> bool:
    return (
        bool(WORD.fullmatch(word)) and word not in _ENDS - {"who"} and word not in STATE_OF and not names_number(word)
    )


def _behind_state(before: list[str], after: list[str], state: str) -> str | None:
    """ "killing nine miners", "the bodies of 11 passengers", "the toll stands at 14"."""
    linked = list(takewhile(lambda word: word in _LINKS, reversed(before)))
    at = len(before) - len(linked) - 1
    if linked and not _is_count(before, at, state):
        return None
    if not linked and (at < 0 or STATE_OF.get(before[at]) != state or before[at] not in _TAKES | {"dead"}):
        return None
    if not linked and before[at - 1 : at] and before[at - 1] in _AUXILIARY - {"has", "have", "had"}:
        return None
    run = list(takewhile(lambda w: WORD.fullmatch(w) and w not in _ENDS | _PLACES, after[:_LONGEST_NAME]))
    return None if any(word in STATE_OF and word not in PEOPLE for word in run) else _head(run)


def _is_count(before: list[str], at: int, state: str) -> bool:
    """Whether what leads to the number counts such people: "the toll of the storm stands at", "the missing are"."""
    if at >= 0 and STATE_OF.get(before[at]) == state and before[at] in _COUNTS:
        return True
    numbered = at > 0 and STATE_OF.get(before[at]) == state and "number" in before[max(0, at - 3) : at]
    stands = bool(_STANDS & {*before[-3:]}) and state == "died" and "toll" in before[max(0, at - 6) : at]
    return numbered or stands


def _head(run: list[str]) -> str:
    """The first of the words that names several: "miners"; else the last of those that name something."""
    named = [
        word for word in takewhile(lambda w: w not in _PLACES | _AUXILIARY | {"lost", "taken"}, run) if len(word) > 1
    ]
    head = next((word for word in named if word in PLURALS or word.endswith("s")), named[-1] if named else "")
    return "" if head in PEOPLE else stem(head)
