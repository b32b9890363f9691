"""What a disagreement is about, as far as the judge knows such matters."""

import re
from dataclasses import dataclass

from newsclip.evidence.tokens import tokens
from newsclip.language.pack import english
from newsclip.language.verifier_tables.values import MatterWords

_MATTERS = english(MatterWords)

# people in some state; the toll alone is that of the dead
STATES = dict(zip(("died", "injured", "missing", "rescued", "arrested", "homeless"), _MATTERS.states, strict=True))
STATE_OF = {word: state for state, words in STATES.items() for word in words}
_TOLD = "|".join((*sorted(STATE_OF.keys() - _MATTERS.otherwise), *_MATTERS.lost))
_KINDS = (
    ("speaker", re.compile(r"^who said\b")),
    ("age", re.compile(r"^(?:the age of|what age is given for)\b")),
    ("vote", re.compile(r"^how (?:did )?the vote\b")),
    ("magnitude", re.compile(r"^(?:what was )?the magnitude\b")),
    ("sum", re.compile(rf"^how much\b|^the (?:{'|'.join(_MATTERS.sums)})\b")),
    ("share", re.compile(r"^what share\b")),
    ("term", re.compile(r"^how long in prison\b")),
    ("day", re.compile(r"^on which day\b")),
    ("clock", re.compile(r"^at what time\b")),
    ("place", re.compile(r"^where\b")),
    ("toll", re.compile(rf"^(?:how many|the)\b.{{0,40}}\b(?:{_TOLD})\b")),
    ("count", re.compile(r"^how many\b")),
)


@dataclass(frozen=True, slots=True)
class Matter:
    """`kind` "" where the judge does not know it; `state` of a toll; `words`: what else it names."""

    kind: str
    state: str
    words: tuple[str, ...]


def matter_of(about: str) -> Matter:
    """What these words of a writer ask."""
    said = about.lower()[:400]
    kind = next((kind for kind, asks in _KINDS if asks.search(said)), "")
    named = tokens(said)
    state = next((STATE_OF[word] for word in named if word in STATE_OF), "") if kind == "toll" else ""
    return Matter(kind, state, tuple(w for w in named if w not in _MATTERS.asks and not (state and w in STATE_OF)))
