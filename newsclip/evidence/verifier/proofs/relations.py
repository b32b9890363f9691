"""What a sentence states, as relations between its words: who did what to whom, where, when, of what kind.

Active and passive, "the mayor of Orlo" and "Orlo's mayor", "who closed the bridge" and "he closed the bridge" give the
same relations, so that they can be compared. Labels: newsclip.language.syntax.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from newsclip.evidence.verifier.proofs.canonical_forms import canonical, is_light
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

AGENT, OBJECT, RECIPIENT, IS, OF, CONTENT = "agent", "object", "recipient", "is", "of", "content"
COUNT, OF_KIND, PREP, CLAUSE = "count", "kind", "prep:", "clause:"
# clauses that tell what shall become of their subject
NONFINITE_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "pcomp")
SUBJECTS = ("nsubj", "csubj", "nsubjpass", "csubjpass")
VERBS = ("VERB", "AUX")
UNIT_SIGNS = frozenset({*"$€£¥%", "percent"})
_RELATIVE = ("WDT", "WP", "WP$")
_BY_NOUN = {
    "dobj": OBJECT,
    "poss": OF,
    "nummod": COUNT,
    "compound": OF_KIND,
    "appos": OF_KIND,
    **dict.fromkeys(("amod", "advmod", "npadvmod", "quantmod", "predet", "prt", "nmod", "oprd", "intj"), OF_KIND),
}
_TOLD_WITH = ("relcl", "ccomp", "xcomp", "acl")
_TO_RELATIVE = ("conj", "ccomp", "xcomp", "prep", "pobj", "dobj", "nsubj")
_MOST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Relation:
    """`dependent` stands in a relation of this kind to `head`: places of tokens. `implied`: no word says so."""

    head: int
    kind: str
    dependent: int
    implied: bool = False


class Relations:
    """Those of one parse, by its words. What stands behind a form of "be" stands for it: `lifted`, by places."""

    def __init__(self, parse: Parse, words: ProofWords) -> None:
        self.parse, self.words = parse, words
        told = ((i, self._told_by_copula(i)) for i in range(len(parse.tokens)))
        self.lifted = {i: what for i, what in told if what is not None}
        up = self.lifted.get
        moved = (Relation(up(r.head, r.head), r.kind, up(r.dependent, r.dependent), r.implied) for r in self._read())
        self.all = tuple(dict.fromkeys(one for one in moved if one.head != one.dependent))

    @cached_property
    def of(self) -> dict[int, list[Relation]]:
        """By each of the two words."""
        found: dict[int, list[Relation]] = {}
        for relation in self.all:
            found.setdefault(relation.head, []).append(relation)
            found.setdefault(relation.dependent, []).append(relation)
        return found

    @cached_property
    def pairs(self) -> dict[tuple[int, int], frozenset[str]]:
        """The kinds of the relations between a head and a dependent."""
        found: dict[tuple[int, int], frozenset[str]] = {}
        for one in self.all:
            pair = (one.head, one.dependent)
            found[pair] = found.get(pair, frozenset()) | {one.kind}
        return found

    def cluster(self, place: int) -> int:
        """The verb with a subject of its own in whose clause the word stands; the top of the parse where none is."""
        tokens = self.parse.tokens
        while tokens[place].head != place:
            if tokens[place].pos in VERBS and self.parse.has(place, *SUBJECTS):
                return place
            place = tokens[place].head
        return place

    def has_figure_between(self, place: int, other: int) -> bool:
        first, last = sorted((place, other))
        return any(token.tag == "CD" for token in self.parse.tokens[first + 1 : last])

    def subject(self, verb: int) -> int | None:
        """Who or what the verb tells of, in its own clause or that which it is joined to."""
        for _ in range(_MOST_CHAIN):
            found = next(self.parse.children(verb, *SUBJECTS), None)
            if found is not None:
                return found
            token = self.parse.tokens[verb]
            if token.label not in ("conj", "xcomp", "advcl") or token.head == verb:
                return None
            if token.label == "xcomp" and (held := next(self.parse.children(token.head, "dobj"), None)) is not None:
                return held
            verb = token.head
        return None

    def _told_by_copula(self, verb: int) -> int | None:
        copula = self.parse.tokens[verb].lemma.lower() in self.words.copulas
        return next(self.parse.children(verb, "attr", "acomp"), None) if copula else None

    def _read(self) -> Iterator[Relation]:
        for place, token in enumerate(self.parse.tokens):
            if token.head != place:
                yield from self._by_label(place, token.head, token.label)
            if token.label == "dobj" and is_light(self.parse.tokens[token.head], token, self.words):
                yield from self._with_light_verb(place, token.head)

    def _with_light_verb(self, noun: int, verb: int) -> Iterator[Relation]:
        """What "gave its approval to the plan" tells, as "approved the plan" does."""
        if self._role(verb) == OBJECT:
            return
        if (subject := self.subject(verb)) is not None and not self._is_relative(subject):
            yield Relation(noun, AGENT, subject)
        for i in self.parse.children(verb, "dative"):
            yield from (Relation(noun, OBJECT, j) for j in self.parse.children(i, "pobj"))

    def _by_label(self, place: int, head: int, label: str) -> Iterator[Relation]:
        if label in _BY_NOUN:
            above = self.parse.tokens[head]
            yield from self._noun(above.head if above.pos in ("ADP", "SCONJ") else head, _BY_NOUN[label], place)
        elif label == "det" and self.parse.tokens[place].word.lower() in self.words.counts:
            yield Relation(head, OF_KIND, place)
        elif rule := self._rules.get(label):
            yield from rule(place, head, label)

    @cached_property
    def _rules(self) -> dict[str, Callable[[int, int, str], Iterator[Relation]]]:
        return {
            **dict.fromkeys(SUBJECTS, self._subject),
            **dict.fromkeys(("attr", "acomp"), self._predicate),
            **dict.fromkeys(("prep", "agent", "dative"), self._opened),
            "relcl": self._relative,
            "acl": self._participle,
            "ccomp": self._content,
            "xcomp": self._content,
            "advcl": self._clause,
            "conj": self._joined,
        }

    def _noun(self, head: int, kind: str, place: int) -> Iterator[Relation]:
        if not self._is_relative(place):
            yield Relation(head, kind, place)

    def _subject(self, place: int, head: int, label: str) -> Iterator[Relation]:
        if head not in self.lifted:
            yield from self._noun(head, OBJECT if label.endswith("pass") else AGENT, place)
        elif not self._is_relative(place):
            yield Relation(place, OF_KIND, head)

    def _predicate(self, place: int, head: int, _label: str) -> Iterator[Relation]:
        if head not in self.lifted:
            yield from self._noun(head, IS, place)

    def _opened(self, place: int, head: int, label: str) -> Iterator[Relation]:
        """What a preposition opens; "because of" and "according to" are read with their first word."""
        above = self.parse.tokens[head]
        if label == "dative" and self.parse.tokens[place].pos != "ADP":
            yield from self._noun(head, RECIPIENT, place)
        elif label != "prep" or above.label != "prep" or above.pos == "NOUN":
            yield from self._by_preposition(place, head, label, "")

    def _by_preposition(self, place: int, head: int, label: str, before: str) -> Iterator[Relation]:
        tokens = self.parse.tokens
        also = [i for i in self.parse.children(place, "pcomp") if tokens[i].pos == "ADP"]
        raw = " ".join([before, *(tokens[i].word.lower() for i in (place, *also))]).strip()
        for i in self.parse.children(place, "conj"):
            if label == "prep" and tokens[i].pos == "ADP":
                yield from self._by_preposition(i, head, "prep", "")
        for i in self.parse.children(place, "prep"):
            yield from self._by_preposition(i, head, "prep", raw)
        for i in self.parse.children(place, "pobj", "pcomp", "advmod", "amod"):
            if tokens[i].tag in ("WDT", "WP") or i in also:
                continue
            if raw in self.words.according:  # "according to the mayor": the mayor says so
                yield Relation(tokens[place].head, AGENT, i)
                yield Relation(tokens[place].head, CONTENT, head)
                continue
            yield Relation(head, self._kind_of(raw, label), i)
            if raw in self.words.upon or not self.parse.has(head, "dobj"):
                yield from self._subject_of_gerund(i, head)

    def _kind_of(self, preposition: str, label: str) -> str:
        word = canonical(preposition, self.words)
        if label == "prep":
            return OF if word in self.words.of else f"{PREP}{word}"
        return AGENT if label == "agent" else RECIPIENT

    def _subject_of_gerund(self, verb: int, head: int) -> Iterator[Relation]:
        """Who does what "after closing" tells: the subject of what stands before."""
        token = self.parse.tokens[verb]
        opened = token.label == "pcomp" and token.tag == "VBG" and not self.parse.has(verb, *SUBJECTS)
        if opened and self.parse.tokens[head].pos in VERBS:
            yield from self._with_subject(verb, self.subject(head))

    def _with_subject(self, verb: int, subject: int | None) -> Iterator[Relation]:
        if subject is not None and self.parse.tokens[subject].tag not in _RELATIVE:
            yield Relation(verb, self._role(verb), subject, implied=True)

    def _is_relative(self, place: int) -> bool:
        """Whether it is a "who" or "which" that stands for a noun before it."""
        token = self.parse.tokens[place]
        if token.tag not in _RELATIVE:
            return False
        for _ in range(_MOST_CHAIN):
            place, token = token.head, self.parse.tokens[token.head]
            if token.label == "relcl":
                return True
            if token.head == place or token.label not in _TO_RELATIVE:
                return False
        return False

    def _participle(self, verb: int, noun: int, _label: str) -> Iterator[Relation]:
        kinds = {"VBN": OBJECT, "VBG": AGENT}
        tag = self.parse.tokens[verb].tag
        yield Relation(verb, kinds[tag], noun) if tag in kinds else Relation(noun, CONTENT, verb)

    def _relative(self, verb: int, noun: int, _label: str) -> Iterator[Relation]:
        """What a relative clause tells of its noun: who did it, to whom it was done, by, in or with what."""
        found = [*self._by_relative(verb, noun), *self._by_relative_phrase(verb, noun)]
        yield from found or [Relation(verb, OBJECT, noun)]

    def _by_relative(self, verb: int, noun: int) -> Iterator[Relation]:
        for i in self.parse.children(verb):
            token = self.parse.tokens[i]
            if token.tag in ("WDT", "WP"):
                told = OBJECT if token.label in ("nsubjpass", "dobj") else AGENT
                yield Relation(noun, OF_KIND, verb) if verb in self.lifted else Relation(verb, told, noun)

    def _by_relative_phrase(self, verb: int, noun: int) -> Iterator[Relation]:
        tokens = self.parse.tokens
        for i in self.parse.children(verb, "prep"):
            if any(tokens[j].tag in ("WDT", "WP") for j in self.parse.children(i, "pobj")):
                yield Relation(verb, self._kind_of(tokens[i].word.lower(), "prep"), noun)
        for i in self.parse.children(verb, *SUBJECTS, "dobj"):
            if any(tokens[j].tag == "WP$" for j in self.parse.children(i, "poss")):
                yield Relation(i, OF, noun)

    def _content(self, verb: int, head: int, label: str) -> Iterator[Relation]:
        yield Relation(head, CONTENT, verb)
        if label == "xcomp" and self.parse.tokens[verb].pos in VERBS and not self.parse.has(verb, *SUBJECTS):
            yield from self._with_subject(verb, self.subject(verb))

    def _role(self, verb: int) -> str:
        """That of its subject: of a passive the object."""
        participle = self.parse.tokens[verb].tag == "VBN" and not self.parse.has(verb, "aux")
        return OBJECT if participle or self.parse.has(verb, "auxpass") else AGENT

    def _clause(self, verb: int, head: int, _label: str) -> Iterator[Relation]:
        tokens = self.parse.tokens
        opens = (i for i in self.parse.children(verb, "mark", "advmod") if i < verb)
        marks = [tokens[i].word.lower() for i in opens if tokens[i].label == "mark" or tokens[i].tag == "WRB"]
        alone = not self.parse.has(verb, *SUBJECTS)
        purpose = "to" if tokens[verb].tag == "VB" and alone else ""
        yield Relation(head, f"{CLAUSE}{canonical(' '.join(marks), self.words) or purpose}", verb)
        if alone:
            yield from self._with_subject(verb, self.subject(head))

    def _joined(self, place: int, head: int, _label: str) -> Iterator[Relation]:
        """What "and" joins stands in the relations of what it is joined to."""
        tokens, first = self.parse.tokens, head
        for _ in range(_MOST_CHAIN):
            first = tokens[first].head if tokens[first].label == "conj" else first
        if tokens[place].pos in VERBS:
            yield from self._joined_verb(place, first)
        elif tokens[place].pos != "ADP" and tokens[first].label != "conj" and tokens[first].head != first:
            yield from self._joined_noun(place, first)

    def _joined_verb(self, place: int, first: int) -> Iterator[Relation]:
        tokens, subject = self.parse.tokens, self.subject(place)
        own = self.parse.has(place, *SUBJECTS)
        if not own and subject is not None and tokens[subject].tag not in _RELATIVE:
            passive = self._role(place) == OBJECT and self._role(first) == OBJECT
            told = OBJECT if passive or self.parse.has(place, "auxpass") else AGENT
            yield Relation(subject, OF_KIND, place) if place in self.lifted else Relation(place, told, subject)
        if tokens[first].label in _TOLD_WITH:
            yield from self._by_label(place, tokens[first].head, tokens[first].label)

    def _joined_noun(self, place: int, first: int) -> Iterator[Relation]:
        above, label = self.parse.tokens[first].head, self.parse.tokens[first].label
        if label not in ("pobj", "pcomp"):
            yield from self._by_label(place, above, label)
            return
        opens = self.parse.tokens[above]
        for one in list(self._by_preposition(above, opens.head, opens.label, "")):
            if one.dependent == first:
                yield Relation(one.head, one.kind, place)
