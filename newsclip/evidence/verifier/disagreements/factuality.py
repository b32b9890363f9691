"""Whether a sentence states its value as a fact of now: not denied, doubted, made up, or told of a part or a rate."""

from itertools import pairwise

from newsclip.evidence.verifier.disagreements.value_mentions import Line
from newsclip.evidence.verifier.tokens import negates

_DENIED = frozenset(
    """denied deny denies denying false falsely wrong wrongly untrue hoax incorrect incorrectly mistaken mistakenly
    retracted withdrawn rumour rumours rumor rumors rumoured rumored disputed dismissed refuted disproved debunked
    myth invented misreported exaggerated doubt doubts doubted unconfirmed unverified lie lied lies""".split()  # noqa: SIM905
)
_MADE_UP = frozenset(
    """drill exercise rehearsal simulation simulated scenario film movie novel series thriller fictional fiction
    play joke satire game imagine imagined hypothetical hypothetically""".split()  # noqa: SIM905
)
_DOUBTED = frozenset(
    """feared fear fears nearly almost allegedly alleged reportedly reported apparently possibly perhaps probably
    maybe initially originally initial suspected presumed believed
    thought claimed supposedly purportedly likely
    unlikely""".split()  # noqa: SIM905
)
_EXPECTED = frozenset(
    """will would could may might should shall can if unless expected expects expect plans plan planned planning
    forecast forecasts target targets aims aim due hopes hope hoped projected proposes proposed propose proposal
    requests requested demands demanded warned predicted predicts wants intends
    intended""".split()  # noqa: SIM905
)
# beside a plain statement these tell of a part, of more, of all, or of another time
_FRAMES = frozenset(
    """alone including excluding total altogether average record previous previously earlier formerly former ago since
    before until annual yearly monthly weekly daily per""".split()  # noqa: SIM905
)
_BESIDE = frozenset("another additional further more others remaining".split())  # noqa: SIM905
_DIRECTIONS = {
    word: line.split()[0]
    for line in """rise rises rose risen rising increase increased climbed grew grown jumped higher
    fall falls fell fallen falling drop dropped decline declined decrease decreased slipped shrank lower""".splitlines()
    for word in line.split()
}
_PHRASES = (
    "last year", "last month", "last week", "last season", "last summer", "last winter", "so far", "the other",
    "of the", "of them", "of those", "of whom", "in all", "whole country", "every year", "each year", "the day",
    "years after", "months after", "weeks after", "years later", "months later", "years earlier",
    "first said", "first reported", "at first", "early reports", "first reports",
)  # fmt: skip


def is_denied(line: Line) -> bool:
    """Whether something in the sentence takes the value back: a denial anywhere, a negation in its own clause."""
    every = [word.lower() for word in (*line.before, *line.after)]
    beside = [word.lower() for word in (*line.left(), *line.right())]
    return bool(_DENIED & {*every}) or any(negates(word) for word in beside)


def is_doubted(line: Line) -> bool:
    """Whether the value is told as made up, or as what may be so."""
    every = {word.lower() for word in (*line.before, *line.after)}
    beside = {word.lower() for word in (*line.left(), *line.right())}
    if "lives" in beside:  # "the storm claimed 14 lives"
        beside -= {"claimed"}
    return bool(_MADE_UP & every) or bool(_DOUBTED & beside)


def is_expected(line: Line) -> bool:
    """Whether it is told as what is to come, or would be."""
    words = [word.lower() for word in (*line.left(), *line.right())]
    ahead = any(a in {"is", "are", "was", "were"} and b == "to" for a, b in pairwise(words))
    return ahead or bool(_EXPECTED & {*words})


def frame_of(line: Line) -> frozenset[str]:
    """What narrows, widens or dates the statement: years, "last year", "alone", "killed or injured"."""
    words = [word.lower() for word in (*line.before, *line.after)]
    row = " ".join(line.before[-3:]).lower() + " | " + " ".join([*line.right()]).lower()
    joined = f" {' '.join(words)} "
    found = {word for word in words if word in _FRAMES or _is_year(word)}
    found |= {phrase for phrase in _PHRASES if phrase not in {"of the", "of them"} and f" {phrase} " in joined}
    found |= {"part" for start in ("of the", "of them", "of those", "of whom", "of its", "of their")
              if row.partition(" | ")[2].startswith(start)}  # fmt: skip
    found |= _BESIDE & {word.lower() for word in (*line.before[-2:], *line.after[:2])}
    found |= {_DIRECTIONS[word] for word in words if word in _DIRECTIONS}
    if {"or"} & {word.lower() for word in line.clause}:
        found.add("or")
    return frozenset(found)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}
