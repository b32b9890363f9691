"""Things that nobody told of: a noun from nowhere, another party in the place of the passages', an unknown speaker."""

from collections.abc import Iterator

from newsclip.evidence.verifier.hard_guards.readings import HEADS, Compared, Read, names_a_thing
from newsclip.evidence.verifier.proofs.relations import AGENT, OBJECT, OF, PREP, RECIPIENT
from newsclip.evidence.verifier.proofs.stems import family
from newsclip.kernel.reasons import Reason
from newsclip.language.tokens import stem
from newsclip.language.word_frequency import news_frequencies

# inverse document frequency of a noun that one article in 55 has. Of `rewrites-editor`, with 0 instead 8 more true
# sentences were refused (none of the half on which the guards were made) and 11 more wrong ones
_RARE = 4.0
_ROLES = frozenset({AGENT, OBJECT, RECIPIENT, OF})


def fault(compared: Compared) -> Reason | None:
    return _thing(compared) or _party(compared) or _speaker(compared) or _unrelated(compared)


def _unrelated(compared: Compared) -> Reason | None:
    """What tells of something else: less than a third of its words are the passages'.

    A heading names things more freely, but where it says that something is so, it has one of their words.
    """
    said = compared.said
    states = any(said.parse.has(k, "nsubj") and said.forms[k] in compared.words.copulas for k in said.verbs())
    if compared.place == "heading" and not states:
        return None
    telling = [place for place in range(len(said.tokens)) if names_a_thing(said, place, compared.words)]
    held = [place for place in telling if compared.holds(place) or _has_family(compared, place)]
    enough = 1 if compared.place == "heading" else len(telling) / 3
    return Reason("little_in_common") if len(held) < enough else None


def _thing(compared: Compared) -> Reason | None:
    """In running text, a noun that no cited article has, nor the clip before: it tells of a thing that none told of.

    A common one may be another word for theirs, but for who acts or speaks. "The" opens what was told of in other
    words. Headings and headlines name things more freely.
    """
    if compared.place in HEADS:
        return None
    for place in _nouns(compared):
        points = any(
            compared.said.low[i] in compared.words.definite for i in compared.said.parse.children(place, "det")
        )
        if not points and _tells(compared, place) and not _is_known(compared, place):
            return Reason("not_said", {"said": compared.said.tokens[place].word})
    return None


def _nouns(compared: Compared) -> Iterator[int]:
    said, guarded = compared.said, compared.guarded
    for place, token in enumerate(said.tokens):
        if token.pos != "NOUN" or not names_a_thing(said, place, compared.words) or compared.holds(place):
            continue
        if said.low[place] not in guarded.pointing and said.forms[place] not in guarded.general:
            yield place


def _tells(compared: Compared, place: int) -> bool:
    """Whether few articles have the word, or it is somebody who acts, or stands beside a quotation."""
    said, frequencies = compared.said, news_frequencies()
    if any(said.quoted) or said.forms[place] in compared.guarded.parties:
        return True
    return min(frequencies.idf(said.stems[place]), frequencies.idf(stem(said.low[place]))) >= _RARE


def _is_known(compared: Compared, place: int) -> bool:
    """Whether the articles or the clip have the word, or the passages one of its family."""
    said = compared.said
    ours = {said.stems[place], stem(said.low[place])}
    if not compared.told_stems.isdisjoint(ours) or not compared.low.isdisjoint(_alike(compared, place)):
        return True
    return _has_family(compared, place) or _is_kin(compared, place)


def _is_kin(compared: Compared, place: int) -> bool:
    """Whether it is "father" of "father and son", where a passage tells of him and "his son"."""
    said = compared.said
    joined = {
        said.forms[i] for i in (said.tokens[place].head, *said.parse.children(place)) if _is_joined(said, place, i)
    }
    for kin, owner, *others in compared.guarded.kin:
        both = joined.intersection(others) if said.forms[place] == kin else set[str]()
        if any(_owns(one, owner, both) for one in compared.held):
            return True
    return False


def _is_joined(one: Read, place: int, other: int) -> bool:
    labels = one.tokens[max(place, other)].label, one.tokens[max(place, other)].head
    return labels == ("conj", min(place, other))


def _owns(one: Read, owner: str, things: set[str]) -> bool:
    own = (one.tokens[i].head for i, low in enumerate(one.low) if low == owner and one.tokens[i].label == "poss")
    return any(one.forms[i] in things for i in own)


def _has_family(compared: Compared, place: int) -> bool:
    said = compared.said
    return not compared.families.isdisjoint(family(said.forms[place], compared.words.endings | compared.guarded.doers))


def _alike(compared: Compared, place: int) -> set[str]:
    """Other words for such persons: "soldiers" for "troops", but not for a "troop" of scouts."""
    return {word for row in compared.guarded.alike_parties if compared.said.low[place] in row for word in row}


def _party(compared: Compared) -> Reason | None:
    """A person or body that no passage names, in a place that the passages give to another noun: "the aide quit"."""
    said = compared.said
    for one in said.relations.all:
        place = one.dependent
        if one.kind not in _ROLES and not one.kind.startswith(PREP):
            continue
        if said.tokens[place].pos != "NOUN" or said.forms[place] not in compared.guarded.parties:
            continue
        if compared.holds(place) or (one.kind == AGENT and said.forms[one.head] in compared.words.says):
            continue
        others = list(compared.fillers(said.stems[one.head], one.kind))
        if _is_known(compared, place):  # "the driver" for "the man who drove"
            doers = compared.guarded.general & _doers(compared, place)
            others = [(g, i) for g, i in others if compared.held[g].forms[i] not in doers]
        others = [] if any(compared.held[g].low[i] in _alike(compared, place) for g, i in others) else others
        if others and all(compared.held[g].tokens[i].pos == "NOUN" for g, i in others):
            g, i = others[0]
            return Reason("says_instead", {"said": said.tokens[place].word, "held": compared.held[g].tokens[i].word})
    return None


def _doers(compared: Compared, place: int) -> set[str]:
    """Who does in the passages what the word is made of: "man" of "the man who drove" for "driver"."""
    endings = compared.words.endings
    ours = family(compared.said.forms[place], endings | compared.guarded.doers)
    return {
        held.forms[told.dependent]
        for held in compared.held
        for told in held.relations.all
        if told.kind == AGENT and not ours.isdisjoint(family(held.forms[told.head], endings))
    }


def _speaker(compared: Compared) -> Reason | None:
    """Beside a quotation, somebody who acts and whom no passage knows."""
    said = compared.said
    if not any(said.quoted):
        return None
    for one in said.relations.all:
        acts = one.kind == AGENT and said.tokens[one.dependent].pos == "NOUN" and not said.quoted[one.head]
        owned = said.parse.has(one.dependent, "poss") and said.forms[one.dependent] not in compared.guarded.parties
        acts = acts and not owned and said.forms[one.head] not in compared.words.copulas
        if acts and not compared.holds(one.dependent):
            return Reason("speaker_unnamed", {"said": said.tokens[one.dependent].word})
    return None
