"""When, where and how something happened: whether a verb may lose it, and what is told as having happened."""

from newsclip.evidence.verifier.proofs import tenses
from newsclip.evidence.verifier.proofs.canonical_forms import canonical, is_frame
from newsclip.evidence.verifier.proofs.relations import SUBJECTS, VERBS
from newsclip.evidence.verifier.proofs.titles_of_names import is_title
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_HAPPENED = frozenset({tenses.PAST, tenses.PERFECT, tenses.BEFORE_PAST, tenses.PARTICIPLE, tenses.GERUND})
_WHEN, _AS = "when", "as"
_COMPARATIVES = ("JJR", "RBR")
_COMMAS = frozenset({",", "–", "—", "-", "(", "--"})


class Circumstances:
    """Of one sentence of the passages."""

    def __init__(self, parse: Parse, words: ProofWords) -> None:
        self.parse, self.words = parse, words

    def may_go(self, verb: int, child: int) -> bool:
        """Whether what is told is as true without this part of it."""
        if self.is_denied(verb) or self._is_of_nobody(verb):
            return False
        if tenses.told(self.parse, verb).modal in {row[-1] for row in self.words.shifts}:
            return False  # "would", "could": perhaps only then
        if tenses.told(self.parse, verb).modal and self._low(child) in self.words.upon:
            return False  # "after that, it will need a factory"
        if self._compares(verb) and (self._low(child) in self.words.upon or not self.is_apart(child)):
            return False  # "after a year, they ate more of them", "won more votes in Velm"
        if self._is_general(verb) and not self.is_apart(child):
            return False
        return self._is_circumstance(verb, child)

    def _compares(self, verb: int) -> bool:
        """Whether it tells of more or less of something, which may be more than before."""
        nouns = self.parse.children(verb, "dobj", "attr", "npadvmod", "acomp", "advmod")
        spans = (range(self.parse.bounds[i][0], self.parse.bounds[i][1] + 1) for i in nouns)
        return any(self._tells_more(i) for span in spans for i in span)

    def _tells_more(self, place: int) -> bool:
        """ "More", "greater"; "as" of "twice as many"."""
        token = self.parse.tokens[place]
        return token.tag in _COMPARATIVES or (token.word.lower() == _AS and token.label == "advmod")

    def _low(self, place: int) -> str:
        return self.parse.tokens[place].word.lower()

    def is_denied(self, place: int) -> bool:
        """Whether a clause that holds it is denied or depends on a condition."""
        tokens = self.parse.tokens
        for _ in range(len(tokens)):
            opens = (self._low(i) for i in self.parse.children(place, "mark", "advmod", "det"))
            if self.parse.has(place, "neg") or not self.words.conditions.isdisjoint(opens):
                return True
            if tokens[place].head == place or tokens[place].label == "ccomp":
                return False
            place = tokens[place].head
        return True

    def _is_of_nobody(self, verb: int) -> bool:
        """Whether it is denied in who does it or to whom it is done: "nobody died", "made no profit"."""
        nouns = list(self.parse.children(verb, *SUBJECTS, "dobj", "attr"))
        beside = {self._low(i) for noun in nouns for i in (noun, *self.parse.children(noun, "det", "amod"))}
        return not beside.isdisjoint(self.words.nothing | self.words.counts - self.words.ranks)

    def _is_general(self, verb: int) -> bool:
        """Whether it tells what is so, or sets a rule: "is banned in bars", "banned smoking in bars"."""
        held = tenses.told(self.parse, verb)
        rules = self.parse.tokens[verb].lemma.lower() in self.words.rules
        return rules or (held.time == tenses.PRESENT and not held.modal and not held.goes_on)

    def happened(self, place: int) -> bool:
        while self.parse.tokens[place].pos not in VERBS and self.parse.tokens[place].head != place:
            place = self.parse.tokens[place].head
        told = tenses.told(self.parse, place)
        if self.parse.tokens[place].lemma.lower() in self.words.rules:
            return False  # "banned cars that run on diesel"
        return not told.denied and not told.modal and (told.time in _HAPPENED or told.goes_on)

    def says_which(self, noun: int, child: int) -> bool:
        """Whether it says which one does what is told: "the factory at Velm closed", "the price of fish fell".

        Who tells of "the council" or "the mayor" tells of the one at hand, but not who tells of "the works council".
        """
        named = any(self.parse.tokens[i].pos == "PROPN" for i in self.parse.children(child, "pobj"))
        alone = not self.parse.has(noun, "compound", "amod")
        known = self._low(noun) in self.words.called_so or is_title(self._low(noun), self.words)
        at_hand = self._low(child) in self.words.of and named and alone and known
        subject = self.parse.tokens[noun].label in (*SUBJECTS, "conj")
        return subject and self.parse.tokens[child].label == "prep" and not at_hand and not self.is_apart(child)

    def opens_moment(self, child: int) -> bool:
        """Whether it is the "when" of a clause that happened while something else did."""
        tokens = self.parse.tokens
        verb = tokens[child].head
        opens = tokens[child].tag == "WRB" and tokens[child].label == "advmod" and tokens[verb].label == "advcl"
        both = self._low(child) == _WHEN and opens and self.parse.has(verb, *SUBJECTS)
        return both and self.happened(verb) and self.happened(tokens[verb].head)

    def is_apart(self, child: int) -> bool:
        first = self.parse.bounds[child][0]
        return first > 0 and self.parse.tokens[first - 1].word in _COMMAS

    def _is_circumstance(self, verb: int, child: int) -> bool:
        """Whether it tells more of what happened: when, where, how, by whom, upon what."""
        label = self.parse.tokens[child].label
        if label == "prep" and next(self.parse.children(child), None) is None:
            return False  # "fired at"
        if label == "prep" and any(self._counts(i) for i in self.parse.children(child, "pobj")):
            return False  # "guilty on one of six counts"
        if label == "prep" and self._is_imagined(child):
            return False
        if label == "prep":
            is_so = self.parse.tokens[verb].pos == "ADJ" or self.parse.has(verb, "acomp")
            return self._is_adjunct(child) and not is_so  # "safe for adults", "is safe in low doses"
        if label == "advmod":
            return self.parse.tokens[verb].pos in VERBS and self._is_plain(verb, child)
        if label == "advcl":
            return self._clause_may_go(verb, child)
        return label in ("npadvmod", "agent")

    def _is_plain(self, verb: int, child: int) -> bool:
        """Whether an adverb changes nothing: "later", beside a verb of saying also "repeatedly"."""
        says = canonical(self.parse.tokens[verb].lemma.lower(), self.words) in self.words.says
        return self._low(child) in self.words.plain_adverbs | (self.words.beside_saying if says else frozenset())

    def _clause_may_go(self, verb: int, child: int) -> bool:
        if self._low(self.parse.bounds[child][0]) == _AS:
            return False  # "as Quist put it"
        if tenses.told(self.parse, verb).time == tenses.INFINITIVE:
            return False  # "asked to see it before it is signed"
        return self.words.conditions.isdisjoint(map(self._low, self.parse.children(child, "mark", "advmod")))

    def _is_imagined(self, child: int) -> bool:
        """Whether it is so only to somebody or in a story: "in the novel", "in Quist's view", "as far as is known"."""
        first, last = self.parse.bounds[child]
        return any(is_frame(self.parse.tokens[i], self.words) for i in range(first, last + 1))

    def _counts(self, place: int) -> bool:
        figure = self.parse.tokens[place].tag == "CD" or self._low(place) in self.words.counts
        return figure and self.parse.has(place, "prep")

    def _is_adjunct(self, child: int) -> bool:
        both = " ".join(self._low(i) for i in range(child, min(child + 2, len(self.parse.tokens))))
        opens = {self._low(child), both}
        verb, words = self.parse.tokens[child].head, self.words
        done = self.parse.has(verb, "auxpass") or self.parse.tokens[verb].label == "acl"
        adjuncts = words.adjuncts | words.adjuncts_of_passives if done else words.adjuncts
        return opens.isdisjoint(words.conditions | words.according) and not opens.isdisjoint(adjuncts)
