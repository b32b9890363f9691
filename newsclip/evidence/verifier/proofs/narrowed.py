"""What narrows a statement, which may not be left out: "in mice", "for now", "half of", "but one"."""

from collections.abc import Set
from functools import cache

from newsclip.language.pack import verifier_words
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_CLAUSES = frozenset({"relcl", "appos", "acl", "advcl", "conj", "ccomp", "parataxis", "nsubj", "nsubjpass", "dobj"})


class Narrowed:
    """One sentence of the passages."""

    def __init__(self, parse: Parse, words: ProofWords, language: str) -> None:
        self._parse, self._words = parse, words
        self._phrases, self._excepting = _phrases(language)

    def by(self, child: int) -> bool:
        """Whether the rest holds only within it: "for now", "in mice", "in the first quarter", "in principle"."""
        if self._parse.tokens[child].label in _CLAUSES:
            return False
        first, last = self._parse.bounds[child]
        text = f" {' '.join(map(self._low, range(first, last + 1)))} "
        return any(f" {phrase} " in text for phrase in self._phrases)

    def to_part(self, place: int, used: Set[int]) -> bool:
        """Whether something is told of a part of what stands under it: "half of the council", "one of the first"."""
        counts = self._low(place) in self._words.counts or self._parse.tokens[place].tag == "CD"
        under = (i for opens in self._parse.children(place, "prep") for i in self._parse.children(opens, "pobj"))
        return counts and any(i in used for i in under)

    def by_exception(self, noun: int) -> bool:
        """ "All ferries but the Petrel"."""
        joints = {self._low(i) for i in self._parse.children(noun, "cc")}
        counted = any(self._low(i) in self._words.counts for i in self._parse.children(noun, "det"))
        return counted and not joints.isdisjoint(self._excepting)

    def by_all_but(self, used: Set[int]) -> int | None:
        """ "But" of "all but resigned", where that is not told."""
        places = range(1, len(self._parse.tokens))
        found = (i for i in places if self._low(i) in self._excepting and self._low(i - 1) in self._words.counts)
        return next((i for i in found if i not in used and i - 1 not in used), None)

    def _low(self, place: int) -> str:
        return self._parse.tokens[place].word.lower()


@cache
def _phrases(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words and phrases that narrow what stands beside them, and words that take one out of all."""
    known = verifier_words(language)
    if known is None or known.qualifiers is None:
        return frozenset(), frozenset()
    qualifiers = known.qualifiers
    tried = (f"{opens} {whom}" for opens in qualifiers.tried_in for whom in qualifiers.trials)
    return qualifiers.periods.union(tried, *qualifiers.narrowing), qualifiers.excepting
