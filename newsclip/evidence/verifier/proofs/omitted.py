"""Whether what a sentence leaves of its passages may be left out: nothing that makes the rest true."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsclip.evidence.verifier.proofs.canonical_forms import adds_nothing, canonical
from newsclip.evidence.verifier.proofs.circumstances import Circumstances
from newsclip.evidence.verifier.proofs.coordination import Joined
from newsclip.evidence.verifier.proofs.judged_statements import as_another
from newsclip.evidence.verifier.proofs.kinds_of_things import says_which
from newsclip.evidence.verifier.proofs.lost_heads import LostHeads
from newsclip.evidence.verifier.proofs.narrowed import Narrowed
from newsclip.evidence.verifier.proofs.relations import SUBJECTS, Relations
from newsclip.evidence.verifier.taken_back import takes_back
from newsclip.language.guards import guards_of
from newsclip.language.word_lists import GIVEN_NAMES

_GRAMMAR = frozenset({"punct", "cc", "mark", "aux", "auxpass", "expl", "case", "preconj", "intj"})
_NOUNS = ("NOUN", "PROPN", "NUM", "PRON")
_VERBS = ("VERB", "AUX")
_OF_NAMES = frozenset({"compound", "nmod", "amod", "prep", "relcl", "acl", "poss", "nummod", "npadvmod"})
_NO_SUBJECTS = frozenset({"dobj", "pobj", "attr", "conj", "compound", "nmod"})
_LED_TO = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "oprd", "dep", "parataxis"})
_TELL_WHAT = frozenset({"attr", "ROOT", "conj", "oprd", "ccomp", "xcomp"})
_TOLD_BESIDE = frozenset({"relcl", "appos", "acl", "conj", "parataxis"})
_BY_THE_WAY = ("meta", "parataxis", "appos")
_AS, _FROM, _THAN = "as", "from", "than"


class Omitted:
    """What one sentence of the passages says beyond `used`, the places of its words that are told.

    `meant`: those of words that mean the same as one that is told; `quoted`: which words stand in quotation marks.
    """

    def __init__(
        self,
        relations: Relations,
        used: frozenset[int],
        meant: frozenset[int],
        language: str,
        quoted: Sequence[bool] = (),
    ) -> None:
        self.parse, self.words, self.used, self.meant = relations.parse, relations.words, used, meant
        guards = guards_of(language)
        self._language = language
        self._doubts = frozenset[str]().union(
            *((guards.hedge or (), guards.negation or (), guards.condition or ()) if guards else ())
        )
        self._circumstances = Circumstances(self.parse, self.words)
        self._narrowed = Narrowed(self.parse, self.words, language)
        self._wholes = LostHeads(self.parse, self.words, used, meant, language)
        self._joined = Joined(self.parse, self.words, used, quoted)
        self._kept = self._with_all_above()

    def fault(self) -> int | None:
        """The first word that may not be left out; None where all may."""
        for place in sorted(self.used):
            if (whole := self._wholes.lost(place)) is not None:
                return whole
            for at in (place, *self._copula(place)):
                for child in self.parse.children(at):
                    if not self._kept[child] and not self._may_go(at, child):
                        return child
            if (above := self.above(place)) is not None:
                return above
        if (but := self._narrowed.by_word(self.used)) is not None:
            return but
        between = {i for place in self.used for i in self._above(place)} - self.used
        known = self.words.nothing | self.words.judging
        nothing = (i for i in sorted(between) if self._joined.is_skipped(i) or self._low(i) in known)
        parts = (i for i in sorted(between) if self._narrowed.to_part(i, self.used))
        compared = filter(None, map(self._narrowed.by_comparison, sorted(between)))
        doubts = (child for i in sorted(between) for child in self.parse.children(i) if self._doubts_it(child))
        found = next(chain(nothing, parts, compared, doubts), None)
        return as_another(self.parse, self.used, self.words, self._language) if found is None else found

    def _copula(self, place: int) -> tuple[int, ...]:
        """The form of "be" behind which the word stands."""
        return (self.parse.tokens[place].head,) if self.parse.tokens[place].label in ("attr", "acomp") else ()

    def _above(self, place: int) -> Iterator[int]:
        tokens = self.parse.tokens
        while tokens[place].head != place:
            place = tokens[place].head
            yield place

    def _doubts_it(self, child: int) -> bool:
        """Whether a word that is not told doubts, denies or counts what is told beside it: "probably on Monday"."""
        low = self._low(child)
        doubts = low in self._doubts | self.words.takes_back | self.words.conditions
        goes = doubts or self.parse.tokens[child].label == "neg" or self._joined.is_second_phrase(child)
        return not self._kept[child] and goes

    def _with_all_above(self) -> list[bool]:
        """For each word whether it, or one that hangs on it, is told."""
        meant = {i for i in self.meant if self._low(i) not in self.words.judging}  # "Holm, lying, said"
        # of pronouns not: another may mean the same
        firm = (at for at in self.used if self.parse.tokens[at].pos != "PRON")
        told = self.used | meant | {above for at in firm for above in self._above(at)}
        return [i in told for i in range(len(self.parse.tokens))]

    def _low(self, place: int) -> str:
        return self.parse.tokens[place].word.lower()

    def _may_go(self, head: int, child: int) -> bool:
        token, low = self.parse.tokens[child], self._low(child)
        if token.label in _GRAMMAR or adds_nothing(self.parse, child, self.words) or not any(map(str.isalnum, low)):
            return True
        if token.label == "neg":
            return self.parse.tokens[head].pos in _VERBS  # a verb is as often denied in both
        if low in self.words.counts or token.label == "prt" or self._is_condition(child):
            return self._circumstances.opens_moment(child)
        narrows = self._narrowed.by(child) or self._narrowed.behind(child, self.used)
        if narrows or self._joined.is_member(child) or (token.label in _TOLD_BESIDE and self._reverses(child)):
            return False
        if token.label == "det":
            return not any(self._low(i) in self.words.counts for i in self._all_of(child))  # "at least a day"
        if self.parse.tokens[head].pos in _NOUNS:
            return self._noun_may_lose(head, child)
        return self._verb_may_lose(head, child)

    def _reverses(self, child: int) -> bool:
        first, last = self.parse.bounds[child]
        return takes_back(self.parse, first, last + 1, self._language)

    def _is_condition(self, child: int) -> bool:
        first = self.parse.bounds[child][0]
        opens = {self._low(first), *map(self._low, self.parse.children(child, "mark"))}
        turned = self.parse.tokens[child].label == "advcl" and self.parse.tokens[first].tag in ("MD", "VBD")
        return turned or _THAN in opens or not opens.isdisjoint(self.words.conditions)  # "should it rain, "

    def _noun_may_lose(self, noun: int, child: int) -> bool:
        token, above = self.parse.tokens[child], self.parse.tokens[noun]
        apart = self._circumstances.is_apart(child)
        if token.label == "appos" and any(self._low(i) in self.words.takes_back for i in self._all_of(child)):
            return False  # "the plan, a report that proved false"
        if (token.label == "appos" and (apart or token.pos == "PROPN")) or (token.label == "relcl" and apart):
            return True
        if token.label == "conj" or any(self._low(i) in self.words.ranks for i in self._all_of(child)):
            return False  # a list is told whole; "the race for second place"
        given = above.pos == token.pos == "PROPN" and self._low(child) in GIVEN_NAMES  # "Clay Holm"
        if (self._takes_back(child) and not given) or self._becomes(child):
            return False
        if above.pos == "PROPN":
            # "the Food Bank", "the Bank of Orlo", "Holm of Velm", "Velm Savings Bank"
            of = self._low(child) in self.words.of
            body = self._low(noun) in self.words.called_so and any(i in self.used for i in self.parse.children(noun))
            part = of or (token.label in ("compound", "prep") and (self._is_definite(noun) or body))
            return token.label in _OF_NAMES and not part and self._low(child) not in self.words.of_places
        return (
            not self._is_counted(noun)
            and not says_which(self.parse, child, self.words)
            and self._kind_may_go(noun, child)
        )

    def _all_of(self, place: int) -> range:
        first, last = self.parse.bounds[place]
        return range(first, last + 1)

    def _kind_may_go(self, noun: int, child: int) -> bool:
        """Whether what is told of a common noun needs the rest of its phrase no more: of the thing, or of a thing."""
        token, above = self.parse.tokens[child], self.parse.tokens[noun]
        many, plain = above.tag in ("NNS", "NNPS"), token.label in ("amod", "compound")
        if self._circumstances.is_denied(noun):
            return plain and not many and self._is_definite(noun)  # "the red notice" is "the notice", denied or not
        if self._is_definite(noun):
            return plain or not (many or self._defines(noun, child) or self._circumstances.says_which(noun, child))
        if many and token.label == "prep" and above.label == "dobj":
            return False  # "cancelled flights from its northern hub"
        one = any(self._low(i) in self.words.indefinite for i in self.parse.children(noun, "det"))
        return (one and (plain or above.label not in SUBJECTS)) or (
            token.label != "nummod" and above.label in _NO_SUBJECTS and self._circumstances.happened(noun)
        )

    def _defines(self, noun: int, child: int) -> bool:
        """Whether a clause says of which one something is told by a form of "be": "the reason that she gave is"."""
        tokens = self.parse.tokens
        return tokens[child].label in ("relcl", "acl") and tokens[tokens[noun].head].lemma.lower() in self.words.copulas

    def _is_counted(self, noun: int) -> bool:
        """Whether it is told of all, some or the first: "most of the people who", "the best month for calls"."""
        tokens = self.parse.tokens
        for _ in range(len(tokens)):
            # "it was the best month for calls": a parser may hang "for calls" on the verb
            ranked = (*self.parse.children(noun), *self._of_all(self.parse.children(noun, "attr")))
            if any(map(self._ranks, ranked)) or self._low(noun) in self.words.counts | self.words.ranks:
                return True
            if tokens[noun].label != "pobj":
                return False
            noun = tokens[tokens[noun].head].head
        return True

    def _of_all(self, places: Iterable[int]) -> Iterator[int]:
        return (child for place in places for child in self.parse.children(place))

    def _ranks(self, place: int) -> bool:
        ranked = self._low(place) in self.words.counts | self.words.ranks
        return ranked or self.parse.tokens[place].tag in ("JJS", "RBS", "JJR")

    def _becomes(self, child: int) -> bool:
        """Whether it tells what is done to a thing, not of what kind it is: "the plan being dropped"."""
        helps = {self.parse.tokens[i].tag for i in self.parse.children(child, "auxpass")}
        return self.parse.tokens[child].label == "acl" and bool(helps & {"VB", "VBG"})

    def _takes_back(self, child: int) -> bool:
        """Whether without it something is told of what is none: "former", "alleged", "without"."""
        first, last = self.parse.bounds[child]
        if self.parse.tokens[child].label in ("amod", "compound", "advmod", "nmod"):
            return any(self._low(i) in self.words.takes_back for i in range(first, last + 1))
        return self._low(child) in self.words.conditions

    def _is_definite(self, noun: int) -> bool:
        return self.parse.has(noun, "poss") or any(
            self._low(i) in self.words.definite for i in self.parse.children(noun, "det")
        )

    def _verb_may_lose(self, verb: int, child: int) -> bool:
        token = self.parse.tokens[child]
        if token.label == "conj":
            return self._joined.clause_may_go(child, self._language)
        if token.tag in ("WDT", "WP"):
            return True
        if token.label in SUBJECTS:
            return any(self._kept[i] for i in self.parse.children(verb, *SUBJECTS))
        says = canonical(self.parse.tokens[verb].lemma.lower(), self.words) in self.words.says
        beside = (i for i in self.parse.children(verb, "advmod") if i in self.used)
        if token.label == "prep" and any(map(self._ranks, beside)):
            return False  # "came first among the women"
        if token.label in _BY_THE_WAY or (says and token.label in ("dobj", "dative")):
            # to whom it was said, but not "a claim rejected by experts"
            return self.words.takes_back.isdisjoint(map(self._low, self._all_of(child)))
        if says and token.label == "ccomp":
            return True  # what else somebody said
        return self._low(child) not in self._doubts | self.words.takes_back and self._circumstances.may_go(verb, child)

    def above(self, place: int) -> int | None:
        """A word above that is not told and may not be missing: who says so, on what condition, "plans to"."""
        tokens, at = self.parse.tokens, place
        if (called := self._calls(place)) is not None:
            return called
        if tokens[place].pos in _NOUNS and tokens[place].label not in _TELL_WHAT:
            return None  # told of a verb or a noun, which is looked at itself
        for _ in range(len(tokens)):
            if (said := self._according(at)) is not None:
                return said
            head = tokens[at].head
            if head == at:
                return None
            if head in self.used and tokens[at].label in ("ccomp", "xcomp"):
                return None
            if head not in self.used and self._binds(at, head):
                return head
            at = head
        return at

    def _calls(self, place: int) -> int | None:
        """A verb that is not told, by which somebody calls a thing what this word says: "described the plan as"."""
        tokens = self.parse.tokens
        opens = tokens[place].head
        if tokens[place].label not in ("pobj", "pcomp", "amod") or opens in self.used:
            return None
        if tokens[place].pos == "ADJ" and self._low(opens) == _FROM:
            return opens  # "far from safe"
        verb = tokens[opens].head
        as_what = self._low(opens) == _AS and tokens[verb].pos in _VERBS
        return verb if as_what and verb not in self.used else None

    def _binds(self, at: int, head: int) -> bool:
        """Whether what hangs so on this head is not told as a fact by itself."""
        tokens = self.parse.tokens
        token = tokens[at]
        if token.label == "acl" and self.parse.has(at, "mark"):
            return True  # "the claim that"
        if tokens[head].pos in ("ADP", "SCONJ") and token.label == "pcomp":
            return False
        if tokens[at].pos in ("ADP", "SCONJ") and self._opens_verb(at):
            return tokens[head].pos in _NOUNS or self._low(at) not in self.words.upon
        if token.label in _LED_TO or (self.parse.has(head, "neg") and token.label != "advcl"):
            return True
        if token.label in ("attr", "acomp"):
            return tokens[head].lemma.lower() not in self.words.copulas
        if token.label in ("advcl", "acl"):
            opens = map(self._low, self.parse.children(at, "mark", "advmod"))
            as_good = tokens[head].pos in ("ADJ", "ADV")  # "as good as released"
            return token.tag == "VB" or as_good or not self.words.conditions.isdisjoint(opens)
        listed = tokens[head].pos in _NOUNS and token.pos in _NOUNS
        return token.label == "conj" and (listed or not self._joined.is_joined(head, at))

    def _opens_verb(self, preposition: int) -> bool:
        """ "After leaving", "close to leaving"."""
        return any(self.parse.tokens[i].tag == "VBG" for i in self.parse.children(preposition, "pcomp", "pobj"))

    def _according(self, verb: int) -> int | None:
        """Who says so, where that is left out."""
        for i in self.parse.children(verb, "prep"):
            both = " ".join(self._low(j) for j in range(i, min(i + 2, len(self.parse.tokens))))
            if both in self.words.according and i not in self.used:
                return i
        return None
