"""What changes by how much, to what and from what: "rose by 5 per cent" is not "rose to 5 per cent"."""

from newsclip.evidence.verifier.hard_guards import figure_contexts
from newsclip.evidence.verifier.hard_guards.figure_contexts import FigureContext
from newsclip.evidence.verifier.hard_guards.readings import Compared
from newsclip.kernel.reasons import Reason
from newsclip.language.verifier_tables.qualifiers import QualifierWords


def fault(compared: Compared) -> Reason | None:
    """A figure behind a preposition, where the passages have it behind others alone that exclude this one."""
    held: dict[float, set[str]] = {}
    for one in figure_contexts.of_passages(compared):
        held.setdefault(one.value, set()).add(_preposition(one, compared.qualifiers))
    for one in figure_contexts.of_sentence(compared):
        ours, theirs = _preposition(one, compared.qualifiers), held.get(one.value)
        if ours and theirs and "" not in theirs and ours not in theirs:
            return Reason("says_instead", {"said": f"{one.before} {one.word}", "held": f"{min(theirs)} {one.word}"})
    return None


def _preposition(one: FigureContext, known: QualifierWords) -> str:
    """The first of its row; that of "by" behind a verb that tells of a change; "" for none."""
    if one.before in known.changing:
        return known.beside_figures[0][0]
    return next((row[0] for row in known.beside_figures if one.before in row), "")
