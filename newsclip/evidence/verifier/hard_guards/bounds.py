"""How exact a figure is: "at least 9" is not "up to 9", and "nearly 9" is not 9."""

from newsclip.evidence.verifier.hard_guards import figure_contexts
from newsclip.evidence.verifier.hard_guards.figure_contexts import PLAIN
from newsclip.evidence.verifier.hard_guards.readings import Compared
from newsclip.kernel.reasons import Reason

# what the passages may say of a figure of which the sentence says this
_BORNE_BY = {
    "at_least": {"at_least"},
    "at_most": {"at_most", "below", "nearly"},
    "below": {"below", "nearly"},
    "nearly": {"nearly", "below"},
    "roughly": {"roughly", "nearly", "exactly", "below", PLAIN},
    "exactly": {"exactly", PLAIN},
    PLAIN: {"roughly", "exactly", PLAIN},
}


def fault(compared: Compared) -> Reason | None:
    """A figure that the passages have, more exact or bounded on another side than wherever they have it."""
    held: dict[float, set[str]] = {}
    for one in figure_contexts.of_passages(compared):
        held.setdefault(one.value, set()).update((one.bound, PLAIN) if one.exact else (one.bound,))
    for one in figure_contexts.of_sentence(compared):
        theirs = held.get(one.value)
        if theirs and theirs.isdisjoint(_BORNE_BY[one.bound]):
            return Reason("figure_not_said", {"said": one.word})
    return None
