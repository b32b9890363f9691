"""What the sentence adds: a cause, an order in time, an "all" or "only"."""

from newsclip.evidence.verifier.hard_guards.readings import Compared, Read
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.kernel.reasons import Reason


def fault(compared: Compared) -> Reason | None:
    """A word of a closed list where the passages have none that says the same."""
    return _cause(compared) or _order(compared) or _absolute(compared)


def _cause(compared: Compared) -> Reason | None:
    """Anything that says why, where the passages say nothing of the kind."""
    guarded, said = compared.guarded, compared.said
    text = " ".join(low for i, low in enumerate(said.low) if not _is_made(compared, i))
    if _has(guarded.causes, text) and not any(_has(guarded.causes, " ".join(one.low)) for one in compared.held):
        return Reason("not_said", {"said": _first(guarded.causes, text)})
    return None


def _is_made(compared: Compared, place: int) -> bool:
    """Whether a passage says of the same thing that it was made: "causing delays" for "creating delays"."""
    said, making = compared.said, compared.guarded.making
    if said.tokens[place].lemma.lower() not in making:
        return False
    ours = {said.stems[i] for i in said.parse.children(place, "dobj")}
    return any(
        one.tokens[i].lemma.lower() in making and any(one.stems[k] in ours for k in one.parse.children(i, "dobj"))
        for one in compared.held
        for i in one.verb_places
    )


def _order(compared: Compared) -> Reason | None:
    guarded, words = compared.guarded, compared.words
    held = {canonical(word, words) for word in compared.low}
    for place, word in enumerate(compared.said.low):
        new = word in guarded.orders and canonical(word, words) not in held
        if new and not _is_so_by_now(compared, place):
            return Reason("not_said", {"said": word})
    return None


def _is_so_by_now(compared: Compared, place: int) -> bool:
    """Whether a passage has a "now" where the sentence has this word: "since deleted" for "now deleted"."""
    said, guarded = compared.said, compared.guarded
    done = _done(said, place) if said.low[place] in guarded.ever_since else ""
    return bool(done) and any(
        word in guarded.by_now and _done(one, i) == done for one in compared.held for i, word in enumerate(one.low)
    )


def _done(one: Read, place: int) -> str:
    """The stem of the participle right behind the word, "been" passed over; "" for none. A parser knows few of them."""
    behind = (i for i in range(place + 1, len(one.tokens)) if one.tokens[i].label != "auxpass")
    first = next(behind, None)
    return "" if first is None or one.tokens[first].tag != "VBN" else one.stems[first]


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
