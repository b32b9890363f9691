"""What a disagreement is about, as far as the judge knows such matters."""

import re
from dataclasses import dataclass

from newsclip.evidence.verifier.tokens import tokens

# people in some state; the toll alone is that of the dead
STATES = {
    "died": """killed die died dies dead dying death deaths lives perished fatality fatalities bodies drowned killing
        kill kills toll""",
    "injured": "injured injuries hurt wounded hospitalised hospitalized injuring wounding hospital",
    "missing": "missing unaccounted",
    "rescued": "rescued evacuated saved rescuing evacuating saving safety",
    "arrested": "arrested arrests arrest detained detainees detaining arresting custody",
    "homeless": "homeless displaced homes displacing",
}
STATE_OF = {word: state for state, words in STATES.items() for word in words.split()}
# these alone name no state of people: "how many homes"
_OTHERWISE = frozenset({"homes", "lives", "safety", "custody", "hospital"})
_TOLD = "|".join(sorted(STATE_OF.keys() - _OTHERWISE))
_KINDS = (
    ("speaker", re.compile(r"^who said\b")),
    ("age", re.compile(r"^the age of\b")),
    ("vote", re.compile(r"^how the vote\b")),
    ("magnitude", re.compile(r"^the magnitude\b")),
    ("sum", re.compile(r"^how much\b|^the (?:cost|costs|price|damage|fine|sum)\b")),
    ("share", re.compile(r"^what share\b")),
    ("term", re.compile(r"^how long in prison\b")),
    ("day", re.compile(r"^on which day\b")),
    ("clock", re.compile(r"^at what time\b")),
    ("place", re.compile(r"^where\b")),
    ("toll", re.compile(rf"^(?:how many|the)\b.{{0,40}}\b(?:{_TOLD}|lost their homes|lost their lives|to safety)\b")),
    ("count", re.compile(r"^how many\b")),
)
_ASKS = frozenset(
    """how many much what which where who when said on at the a of in to long prison share day time are were is was have
    been lost their brought age vote ended number magnitude it people""".split()  # noqa: SIM905
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
    return Matter(kind, state, tuple(w for w in named if w not in _ASKS and not (state and w in STATE_OF)))
