"""What the words above and beside one of a passage take from it: "no evidence of fraud", "avoided a war"."""

from collections.abc import Iterator, Set

from newsclip.evidence.verifier.proofs import tenses
from newsclip.evidence.verifier.proofs.relations import VERBS, Relations

_WITH_ITS_NOUN = ("pobj", "prep", "compound", "amod")


class Denials:
    """Of one sentence of the passages. `used`: the places of its words that are told."""

    def __init__(self, relations: Relations, used: Set[int]) -> None:
        self._parse, self._words, self._used = relations.parse, relations.words, used
        self._nothing = self._words.nothing | self._words.takes_back

    def denies(self, place: int) -> bool:
        """Whether a word that is not told says that there is no such thing, or may be none: "no", "alleged"."""
        beside = [i for i in self._parse.children(place) if i not in self._used]
        denied = any(self._low(i) in self._nothing or self._parse.tokens[i].label == "neg" for i in beside)
        return denied or self._is_of_nothing(place)

    def averts(self, place: int) -> bool:
        """Whether a word above that is not told denies it, doubts it or lets it not come to be: "nobody saw a fire"."""
        parse, nothing = self._parse, self._words.nothing
        above = [i for i in self._above(place) if i not in self._used and not self._does(place, i)]
        verbs = [i for i in above if parse.tokens[i].pos in VERBS]
        beside = (self._low(i) for at in verbs for i in parse.children(at))
        unlikely = any(self._low(i) in self._words.averts for at in verbs for i in parse.children(at, "acomp"))
        modal = tenses.told(parse, verbs[0]).modal if verbs else ""
        lets = unlikely or any(parse.tokens[i].lemma.lower() in self._words.averts for i in above)
        return lets or not nothing.isdisjoint(beside) or modal not in ("", self._words.shifts[0][0])

    def _does(self, place: int, verb: int) -> bool:
        """Whether it is who averts something."""
        token = self._parse.tokens[place]
        return token.label == "nsubj" and token.head == verb and not self._parse.has(verb, "acomp")

    def _is_of_nothing(self, place: int) -> bool:
        """Whether what it is told of is denied so: "no evidence of fraud"."""
        tokens = self._parse.tokens
        for _ in range(len(tokens)):
            head = tokens[place].head
            if head == place or head in self._used or tokens[place].label not in _WITH_ITS_NOUN:
                return False
            if any(self._low(i) in self._nothing for i in self._parse.children(head)):
                return True
            place = head
        return False

    def _above(self, place: int) -> Iterator[int]:
        tokens = self._parse.tokens
        while tokens[place].head != place:
            place = tokens[place].head
            yield place

    def _low(self, place: int) -> str:
        return self._parse.tokens[place].word.lower()
