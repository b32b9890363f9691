"""Whether the passages bind two words as a sentence does: who does what, to whom, whose it is, where, of what kind.

Most bindings are relations of the passages, perhaps of another kind that says the same. A parser misses many, and who
shortens a sentence passes over words between. So a binding is open, too, where a passage has both words, the second in
a place of this kind, and gives the place to nothing else.
"""

from collections.abc import Mapping, Sequence

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.proofs import frames, nominals
from newsclip.evidence.verifier.proofs.canonical_forms import canonical, form
from newsclip.evidence.verifier.proofs.references import References, Word
from newsclip.evidence.verifier.proofs.relations import (
    AGENT,
    CLAUSE,
    CONTENT,
    COUNT,
    IS,
    OBJECT,
    OF,
    OF_KIND,
    PREP,
    RECIPIENT,
    VERBS,
    Relation,
    Relations,
)
from newsclip.evidence.verifier.proofs.titles_of_names import is_title_before
from newsclip.language.syntax import Parse

NAMES = ("NOUN", "PROPN")
_LIKE = ({RECIPIENT, f"{PREP}to"}, {OF, OF_KIND}, {OF_KIND, IS}, {CONTENT, f"{CLAUSE}to"}, {OF_KIND, CONTENT})
_NOMINAL = frozenset({OF_KIND, OF, IS, COUNT})
_WHEN = frozenset({OF_KIND, f"{PREP}on", f"{PREP}in"})
_OWN_CLAUSES = frozenset({"conj", "relcl", "acl", "advcl", "ccomp"})
_OF_NOUN = frozenset({OF, OF_KIND, f"{PREP}in"})
_OWNERS, _BY = ("poss", "compound"), "by"
_OF_PARTIES = _OF_NOUN | {f"{PREP}by"}
_ON_A_DAY = frozenset({"", "on", "in", "at", "during", "of"})
_QUOTES = frozenset({"'", "`", "''", "``"})
_LOOSE = frozenset({f"{PREP}in", f"{PREP}from", f"{PREP}at", f"{PREP}with"})


class Bindings:
    """`found`: the words of the passages that each word of the sentence may be."""

    def __init__(
        self,
        said: Relations,
        held: Sequence[Relations],
        references: References,
        found: Mapping[int, Sequence[Word]],
        language: str,
    ) -> None:
        self.said, self.held, self.references, self.found = said, held, references, found
        self.words, self.language = said.words, language

    def hold(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether the passages tell it, or leave the place open for it."""
        if self.told(one, head, dependent):
            return True
        if not self._opens_alike(one.dependent, dependent):
            return False
        told = form(self.said.parse.tokens[one.dependent], self.words)
        if told in self.words.counts - self.words.ranks:
            return False  # "no plans to buy boats" are not "no boats"
        if told in self.words.ranks or self._says_what(one) or is_title_before(self.said, one.dependent):
            return False  # who is called a liar is none; "the week before last" is not last week
        return self._is_open(one, head, dependent) or (one.implied and self._has_no_subject(head))

    def _says_what(self, one: Relation) -> bool:
        """Whether it says what somebody or something is: "is a liar", "Holm, a liar,"."""
        what = self.said.parse.tokens[one.dependent]
        lifted = one.dependent in self.said.lifted.values() and what.pos in NAMES
        return one.kind == OF_KIND and (what.label == "appos" or lifted)

    def told(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether the passages have the relation, or another that says the same."""
        if not self._opens_alike(one.dependent, dependent):
            return False
        if head == dependent or self._stands_so(one, head, dependent) or self._is_framed(one, head, dependent):
            return True
        for h in self.references.same(head):
            for d in self.references.same(dependent):
                if h[0] == d[0] and self._is_related(one, self.held[h[0]], h[1], d[1]):
                    return True
        return False

    def _is_framed(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether the same speaker says it in another sentence, in the same way."""
        if one.kind != CONTENT or head[0] == dependent[0]:
            return False
        verb = frames.like(self.references, head, dependent[0])
        return verb is not None and self._is_related(one, self.held[dependent[0]], verb, dependent[1])

    def _opens_alike(self, place: int, word: Word) -> bool:
        """Whether a day is told with the same word: "in May" is neither "by May" nor "between May and June"."""
        if not self._is_when(self.said, place):
            return True
        ours, theirs = _opens(self.said.parse, place), _opens(self.held[word[0]].parse, word[1])
        return canonical(ours, self.words) == canonical(theirs, self.words) or {ours, theirs} <= _ON_A_DAY

    def _is_related(self, one: Relation, held: Relations, head: int, dependent: int) -> bool:
        kind, kinds = one.kind, held.pairs.get((head, dependent), frozenset())
        appos = self.said.parse.tokens[one.dependent].label == "appos", held.parse.tokens[dependent].label == "appos"
        if any(_is_like(kind, other) and not (OF in (kind, other) and any(appos)) for other in kinds):
            return True
        if kind in (AGENT, OBJECT) and kinds & _OF_PARTIES and self.said.parse.tokens[one.head].pos in VERBS:
            return self._is_party(one, held, head, dependent)
        back = held.pairs.get((dependent, head), frozenset())
        if {held.parse.tokens[dependent].pos, self.said.parse.tokens[one.dependent].pos} == {"NOUN", "VERB"} and any(
            nominals.same_moment(kind, other, self.words) for other in kinds
        ):
            return True
        if kind in (OF, OF_KIND) and AGENT in kinds and self._is_done_by(one, held, head):
            return True
        return bool(
            (kinds & _WHEN and self._is_when(held, dependent))
            or (kind in (OF, OF_KIND) and OBJECT in kinds)
            or (kind in (OF_KIND, IS) and back & {OF_KIND, IS})
        )

    def _is_party(self, one: Relation, held: Relations, noun: int, of: int) -> bool:
        """Whether a noun tells what the verb does of somebody: "sales fell", "a fall in sales".

        Of "Holm's murder of Quist" the first does it, and to the second it is done; "Norvale's attack" and "the police
        attack" do not tell to whom. "Holm's withdrawal of the plan" tells neither that Holm nor that the plan withdrew.
        """
        token, owner = held.parse.tokens[noun], held.parse.tokens[of].label in _OWNERS
        if token.pos not in NAMES or (one.kind == OBJECT and owner):
            return False
        by = any(held.parse.tokens[i].word.lower() == _BY for i in held.parse.children(noun, "prep", "agent"))
        both = (by or held.parse.has(noun, *_OWNERS)) and self._has_of(held, noun)
        if both and (nominals.is_of_doer(token, self.words) or not self._has_object(one.head)):
            return one.kind == OBJECT and not nominals.is_of_doer(token, self.words)
        if f"{PREP}by" in held.pairs[noun, of]:
            return one.kind == AGENT  # "the recovery of the wreck by divers"
        if one.kind == AGENT and not nominals.may_be_doer(token, self.words):
            return both and held.parse.tokens[of].label == "poss"
        return not both or owner == (one.kind == AGENT)

    def _has_object(self, verb: int) -> bool:
        return any(one.head == verb and one.kind == OBJECT for one in self.said.of.get(verb, ()))

    def _has_of(self, held: Relations, noun: int) -> bool:
        told = (one for one in held.of.get(noun, ()) if one.head == noun and one.kind == OF)
        return any(held.parse.tokens[one.dependent].label != "poss" for one in told)

    def _is_done_by(self, one: Relation, held: Relations, verb: int) -> bool:
        """Whether "the death of Holm" tells what "Holm died" does."""
        noun = self.said.parse.tokens[one.head]
        told = (other.kind for other in held.of.get(verb, ()) if other.head == verb)
        return noun.pos in NAMES and nominals.is_of_doer(noun, self.words) and OBJECT not in told

    def _is_open(self, one: Relation, head: Word, dependent: Word) -> bool:
        if head[0] != dependent[0]:
            return self._is_open_elsewhere(one, head, dependent)
        held = self.held[head[0]]
        if one.kind in (AGENT, OBJECT):
            return self._is_open_party(one, held, head[1], dependent[1])
        if one.kind == OF and held.parse.tokens[dependent[1]].pos in ("PROPN", "PRON"):
            return False  # whose it is must be told
        if one.kind == CONTENT:
            return _told_by(held, dependent[1]) in (head[1], None)
        return self._may_be_open(one) and self._has_such_place(one, held, head[1], dependent[1])

    def _is_open_party(self, one: Relation, held: Relations, head: int, dependent: int) -> bool:
        """Whether the passage leaves open who does it, or to whom it is done."""
        if held.parse.tokens[head].pos in NAMES:
            return False  # "the resignation of the mayor's aide"
        if held.has_figure_between(head, dependent):
            return False  # "16 children live there, 3 of them in need"
        if any(kind.startswith(PREP) for kind in held.pairs.get((head, dependent), ())):
            return False  # "shot at the king"
        told = [other for other in held.of.get(head, ()) if other.head == head]
        filled = [other for other in told if other.kind in (AGENT, OBJECT)]
        if any(held.parse.hangs_on(dependent, other.dependent) for other in filled):
            return False  # "the mayor's brother was arrested"
        return not any(other.kind == one.kind or other.dependent == dependent for other in filled)

    def _may_be_open(self, one: Relation) -> bool:
        counts = self.said.parse.tokens[one.dependent].tag == "CD"
        return not counts and one.kind not in (COUNT, RECIPIENT) and not one.kind.startswith(CLAUSE)

    def _is_open_elsewhere(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether the sentence of the dependent has the head's noun too."""
        if one.kind in (AGENT, OBJECT, CONTENT, COUNT) or self.said.parse.tokens[one.head].pos not in NAMES:
            return False
        same = self.references.same(head)
        others = (word for word in self.found.get(one.head, ()) if word[0] == dependent[0] and word in same)
        return any(
            self._is_related(one, self.held[g], i, dependent[1]) or self._is_open(one, (g, i), dependent)
            for g, i in others
        )

    def _has_such_place(self, one: Relation, held: Relations, head: int, dependent: int) -> bool:
        if OF in held.pairs.get((dependent, head), frozenset()):
            return False  # "the hall's fishermen", "the fishermen's hall"
        above = [other for other in held.of.get(dependent, ()) if other.dependent == dependent]
        above = above or [Relation(held.parse.tokens[dependent].head, OF_KIND, dependent)]
        return any(self._is_such(one, other, held, head) and self._is_beside(other, held, head) for other in above)

    def _is_such(self, one: Relation, other: Relation, held: Relations, head: int) -> bool:
        """Whether the dependent's place in the passage is one of this kind."""
        if one.kind == other.kind:
            return True
        if OF in (one.kind, other.kind) and not {one.kind, other.kind} <= {OF, OF_KIND, f"{PREP}in"}:
            return False  # "a report on the council" is not of the council
        if one.kind.startswith(PREP):  # who worked with the union did not work for it
            return {one.kind, other.kind} <= _OF_NOUN and self.said.parse.tokens[one.head].pos in NAMES
        nouns = self.said.parse.tokens[one.head].pos in NAMES and held.parse.tokens[head].pos in NAMES
        of = held.parse.tokens[other.head].pos not in VERBS and other.kind in (OF, OF_KIND)
        of = of or self._is_vague(other.kind) or self._is_when(held, other.dependent)
        return of if one.kind == OF else other.kind in _NOMINAL or nouns

    def _is_vague(self, kind: str) -> bool:
        return kind == OF or (kind.startswith(PREP) and kind.removeprefix(PREP) in self.words.vague)

    def _is_beside(self, other: Relation, held: Relations, head: int) -> bool:
        """Whether one of the two heads hangs on the other, or this one has no dependent of this kind."""
        verbs = held.parse.tokens[head].pos in VERBS and held.parse.tokens[other.head].pos in VERBS
        if verbs and head != other.head and other.kind.startswith(PREP):
            return False  # who promised to pay on Friday did not promise on Friday
        if _hangs_on(held.parse, other.head, head) or _hangs_on(held.parse, head, other.head):
            return True
        if other.kind.startswith((PREP, OF)) or held.parse.tokens[other.dependent].pos == "PROPN":
            return False  # "closed the quay of Velm" is not of the council
        told = (own.kind for own in held.of.get(head, ()) if own.head == head)
        if any(kind == other.kind or (kind.startswith((PREP, OF)) and self._is_vague(kind)) for kind in told):
            return False
        return not self._is_when(held, other.dependent) or held.cluster(other.head) == held.cluster(head)

    def _stands_so(self, one: Relation, head: Word, dependent: Word) -> bool:
        """Whether the passage has the same words between the two, in this order, however it was parsed."""
        if head[0] != dependent[0] or (one.head < one.dependent) != (head[1] < dependent[1]):
            return False
        if one.dependent < one.head and one.kind.startswith((PREP, CLAUSE)):
            return False  # what opens it does not stand between
        if one.kind in (AGENT, OBJECT) and (
            self._owns(head, dependent) or self._has_another(one.kind, head, dependent)
        ):
            return False  # "the rebels' withdrawal", "none of the men left", "a rival of the mayor left"
        ours = self._between(self.said.parse, one.head, one.dependent)
        return ours == self._between(self.held[head[0]].parse, head[1], dependent[1])

    def _owns(self, noun: Word, one: Word) -> bool:
        tokens = self.held[noun[0]].parse.tokens
        return tokens[noun[1]].pos in NAMES and tokens[one[1]].label in _OWNERS

    def _has_another(self, kind: str, head: Word, dependent: Word) -> bool:
        """Whether the passage says in words that another does it, or that it is done to another."""
        told = [one for one in self.held[head[0]].of.get(head[1], ()) if one.head == head[1] and one.kind == kind]
        return any(not one.implied for one in told) and all(one.dependent != dependent[1] for one in told)

    def _between(self, parse: Parse, place: int, other: int) -> list[str]:
        first, last = sorted((place, other))
        tokens = (token for token in parse.tokens[first + 1 : last] if token.pos != "DET" and token.word not in _QUOTES)
        return [form(token, self.words) for token in tokens]

    def _has_no_subject(self, verb: Word) -> bool:
        told = self.held[verb[0]].of.get(verb[1], ())
        return not any(one.head == verb[1] and one.kind in (AGENT, OBJECT) for one in told)

    def _is_when(self, held: Relations, place: int) -> bool:
        return held.parse.tokens[place].word.lower().rstrip(".") in calendar_words(self.language)


def _is_like(said: str, held: str) -> bool:
    pair = {said, held}
    return said == held or pair in _LIKE or bool(OF_KIND in pair and pair & _LOOSE)


def _told_by(held: Relations, place: int) -> int | None:
    """The nearest word above that says, thinks or the like what stands below it."""
    tokens = held.parse.tokens
    while tokens[place].head != place:
        for one in held.of.get(place, ()):
            if one.kind == CONTENT and one.dependent == place:
                return one.head
        place = tokens[place].head
    return None


def _opens(parse: Parse, place: int) -> str:
    """The preposition before a word; "" where there is none."""
    token = parse.tokens[place]
    while token.label == "conj" and token.head != place:
        place, token = token.head, parse.tokens[token.head]
    above = parse.tokens[token.head]
    return above.word.lower() if token.label == "pobj" and above.pos in ("ADP", "SCONJ") else ""


def _hangs_on(parse: Parse, place: int, head: int) -> bool:
    """Whether it is the head or hangs on it, not as another member of a list or in a clause of its own."""
    while place != head:
        if parse.tokens[place].head == place or parse.tokens[place].label in _OWN_CLAUSES:
            return False
        place = parse.tokens[place].head
    return True
