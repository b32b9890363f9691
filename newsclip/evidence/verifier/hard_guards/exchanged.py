"""What stands in the place of another: two words of the passages that have changed places."""

from collections import Counter
from collections.abc import Iterator

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.hard_guards.readings import TELLING, Compared, Read, names_a_thing
from newsclip.evidence.verifier.proofs.canonical_forms import canonical
from newsclip.evidence.verifier.proofs.relations import Relation
from newsclip.kernel.reasons import Reason


def fault(compared: Compared) -> Reason | None:
    return _crossed_ties(compared) or _crossed_figures(compared)


def _crossed_ties(compared: Compared) -> Reason | None:
    """Two words in relations of one kind, each with the word to which the passages tie the other."""
    told = list(_told(compared))
    for one in told:
        for other in told:
            if one.kind == other.kind and one.dependent < other.dependent and _crossed(compared, one, other):
                word = compared.said.tokens[one.dependent].word
                return Reason("says_instead", {"said": word, "held": compared.said.tokens[other.dependent].word})
    return None


def _told(compared: Compared) -> Iterator[Relation]:
    said = compared.said
    for one in said.relations.all:
        speaks = said.forms[one.head] in compared.words.says
        if not speaks and names_a_thing(said, one.dependent, compared.words):
            yield one


def _crossed(compared: Compared, one: Relation, other: Relation) -> bool:
    stems = compared.said.stems
    (head, word), (second, held) = (stems[one.head], stems[one.dependent]), (stems[other.head], stems[other.dependent])
    if head == second or word == held:
        return False
    ties = compared.ties
    return {(head, held), (second, word)} <= ties and ties.isdisjoint({(head, word), (second, held)})


def _crossed_figures(compared: Compared) -> Reason | None:
    """Two figures that have changed places around the same words, as a passage has them."""
    for held in compared.held:
        ours, theirs = _places(compared.said), _places(held)
        common = ours.keys() & theirs.keys()
        figures = [word for word in common if compared.said.tokens[ours[word]].pos == "NUM"]
        rest = [word for word in common if word not in figures]
        for one in figures:
            for other in figures:
                turned = ours[one] < ours[other] and theirs[one] > theirs[other]
                alike = _is_of_month(compared, ours[one]) == _is_of_month(compared, ours[other])
                if turned and alike and _around((one, other), rest, ours, theirs):
                    said, instead = (compared.said.tokens[ours[word]].word for word in (one, other))
                    return Reason("says_instead", {"said": said, "held": instead})
    return None


def _is_of_month(compared: Compared, place: int) -> bool:
    """Whether it is a year or a day of a month, which changes places with another such, and with no other figure."""
    token = compared.said.tokens[place]
    return canonical(compared.said.low[token.head], compared.words) in calendar_words(compared.language)


def _places(one: Read) -> dict[str, int]:
    """Where each telling word stands that stands there once."""
    counts = Counter(one.stems)
    return {
        word: place for place, word in enumerate(one.stems) if counts[word] == 1 and one.tokens[place].pos in TELLING
    }


def _around(pair: tuple[str, str], rest: list[str], ours: dict[str, int], theirs: dict[str, int]) -> bool:
    """Whether one word stands between the two on both sides, and another before or behind both."""
    first, second = pair
    between = any(ours[first] < ours[w] < ours[second] and theirs[second] < theirs[w] < theirs[first] for w in rest)
    before = any(ours[w] < ours[first] and theirs[w] < theirs[second] for w in rest)
    return between and (before or any(ours[w] > ours[second] and theirs[w] > theirs[first] for w in rest))
