"""What the sentence adds: a cause, an order in time, an "all" or "only"."""

from newsclip.evidence.verifier.hard_guards.readings import Compared
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.kernel.reasons import Reason


def fault(compared: Compared) -> Reason | None:
    """A word of a closed list where the passages have none that says the same."""
    return _cause(compared) or _order(compared) or _absolute(compared)


def _cause(compared: Compared) -> Reason | None:
    """Anything that says why, where the passages say nothing of the kind."""
    guarded, text = compared.guarded, " ".join(compared.said.low)
    if _has(guarded.causes, text) and not any(_has(guarded.causes, " ".join(one.low)) for one in compared.held):
        return Reason("not_said", {"said": _first(guarded.causes, text)})
    return None


def _order(compared: Compared) -> Reason | None:
    guarded, words = compared.guarded, compared.words
    held = {canonical(word, words) for word in compared.low}
    for word in compared.said.low:
        if word in guarded.orders and canonical(word, words) not in held:
            return Reason("not_said", {"said": word})
    return None


def _absolute(compared: Compared) -> Reason | None:
    """How many or how far without exception; "every" for "all", "entire" for "whole"."""
    guarded = compared.guarded
    said, held = f" {' '.join(compared.said.low)} ", " ".join(" ".join(one.low) for one in compared.held)
    for idiom in guarded.no_absolutes:
        said = said.replace(f" {idiom} ", " ")
    for row in map(frozenset, guarded.absolutes):
        if not _has(row, held) and (added := _first(row, said)):
            return Reason("not_said", {"said": added})
    return None


def _has(phrases: frozenset[str], text: str) -> bool:
    return bool(_first(phrases, text))


def _first(phrases: frozenset[str], text: str) -> str:
    padded = f" {text} "
    return next((phrase for phrase in sorted(phrases) if f" {phrase} " in padded), "")
