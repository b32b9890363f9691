"""What the words above and beside one of a passage take from it: "no evidence of fraud", "avoided a war"."""

from collections.abc import Iterator, Set

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
        """Whether a verb above that is not told denies it, or tells that it did not come to be: "nobody saw it"."""
        tokens, nothing, averts = self._parse.tokens, self._words.nothing, self._words.averts
        verbs = [i for i in self._above(place) if tokens[i].pos in VERBS and i not in self._used]
        beside = (self._low(i) for at in verbs for i in self._parse.children(at))
        return any(tokens[i].lemma.lower() in averts for i in verbs) or not nothing.isdisjoint(beside)

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
