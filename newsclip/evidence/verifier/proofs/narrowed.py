"""What narrows a statement, which may not be left out: "in mice", "for now", "half of", "but one"."""

import re
from collections.abc import Iterator, Set
from functools import cache

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.proofs.canonical_forms import may_come_in
from newsclip.evidence.verifier.proofs.judged_statements import judges
from newsclip.evidence.verifier.proofs.narrowing_phrases import narrows
from newsclip.evidence.verifier.proofs.relations import SUBJECTS, UNIT_SIGNS
from newsclip.language.pack import verifier_words
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_CLAUSES = frozenset({"relcl", "appos", "acl", "advcl", "conj", "ccomp", "parataxis", "nsubj", "nsubjpass", "dobj"})

_PARTS = {"appos", "conj"}  # of a date: "3 March, 1987"
_PHRASES = ("prep", "advmod", "npadvmod")
_ARTICLES = ("det", "poss", "nummod")
_MANY = ("NNS", "NNPS")
_BARE = ("mark", "punct", "aux", *SUBJECTS)
_THAN = "than"
_BETWEEN = ("advmod", "npadvmod")
_MODIFIERS = ("amod", "advmod", "quantmod", "nmod", "compound")
_YEAR = re.compile(r"(?<![\d.,])\d{4}s?(?![\d.,]*\d)|'?\d{2}s")  # "1987", "mid-1980s", "'90s"
_SHORT_YEAR = 2  # digits of "'27"
_APOSTROPHES = ("'", "’", "‘")
_LONGEST_OPENING = 3  # words of "in a way"
_NEAR = 3  # words behind a figure


class Narrowed:
    """One sentence of the passages."""

    def __init__(self, parse: Parse, words: ProofWords, language: str) -> None:
        self._parse, self._words = parse, words
        self._language = language
        self._phrases, self._excepting = _phrases(language)
        self._days = calendar_words(language)

    def by(self, child: int) -> bool:
        """Whether the rest holds only within it, or is judged by it: "for now", "in principle", "wrongly"."""
        if judges(self._parse, child, self._words, self._language) or self._limits(child):
            return True
        if narrows(self._parse, child, self._words, self._days):
            return True
        if self._parse.tokens[child].label in _CLAUSES:
            return False
        first, last = self._parse.bounds[child]
        if self._dates(child):
            return True  # "on 3 March 2027" is not "on 3 March"
        text = f" {' '.join(map(self._low, range(first, last + 1)))} "
        return any(f" {phrase} " in text for phrase in self._phrases)

    def _limits(self, child: int) -> bool:
        """Whether the rest says too much without it: "although it kills half", "albeit slowly", "along with Quist"."""
        first, last = self._parse.bounds[child]
        opens = [self._low(i) for i in (first, *self._parse.children(child, "mark"))]
        words = [self._low(i) for i in range(first, min(first + _LONGEST_OPENING, last + 1))]
        phrases = (" ".join(words[:end]) for end in range(2, len(words) + 1))
        return not self._words.limits.isdisjoint((*opens, *phrases))

    def _dates(self, child: int) -> bool:
        """Whether it tells the year, or how many years ago: "in the early 1980s", "a decade ago"."""
        phrase = list(self._phrase(child))
        words = set(map(self._low, phrase))
        ago = not (words.isdisjoint(self._words.years) or words.isdisjoint(self._words.long_before))
        return ago or not words.isdisjoint(self._words.eras) or any(map(self._is_year, phrase))

    def _phrase(self, child: int) -> Iterator[int]:
        """The words of a phrase, without those of clauses in it."""
        waiting = [child]
        for at in waiting:
            yield at
            waiting += (i for i in self._parse.children(at) if self._parse.tokens[i].label not in _CLAUSES - _PARTS)

    def _is_year(self, place: int) -> bool:
        tokens = self._parse.tokens
        if _YEAR.search(self._low(place)):
            return True
        before = tokens[place - 1] if place else None
        joined = before is not None and before.end == tokens[place].start and before.word in _APOSTROPHES
        return joined and len(self._low(place)) == _SHORT_YEAR and self._low(place).isdigit()

    def behind(self, child: int, used: Set[int]) -> bool:
        """Whether it says of which a told noun before it is told: "the house next door", "taxes, mainly on beer"."""
        tokens, opens = self._parse.tokens, self._low(self._parse.bounds[child][0])
        noun = self._before(child)
        if noun not in used or tokens[noun].pos != "NOUN" or tokens[child].label not in _PHRASES:
            return False
        if opens in self._words.beside:
            return True
        bare = not self._parse.has(noun, *_ARTICLES)
        all_such = tokens[noun].tag in _MANY and not self._parse.has(noun, "nummod")  # "the patients with a fever"
        which = tokens[noun].label == "dobj" and (bare or all_such)
        return which and tokens[child].label == "prep" and not self._is_moment(child)

    def _before(self, child: int) -> int:
        """The place before a phrase, and before commas and words of time that stand between."""
        place = self._parse.bounds[child][0] - 1
        beside = list(self._parse.children(self._parse.tokens[child].head))
        starts = {self._parse.bounds[i][1]: self._parse.bounds[i][0] for i in beside if self._may_be_between(i)}
        while place in starts:
            place = starts[place] - 1
        return place

    def _may_be_between(self, place: int) -> bool:
        token = self._parse.tokens[place]
        return token.word == "," or token.label in _BETWEEN or (token.label == "prep" and self._is_moment(place))

    def _is_moment(self, phrase: int) -> bool:
        """Whether a phrase of a preposition says when, or upon what: "on Friday", "in 2024", "after a storm"."""
        under = list(map(self._low, self._parse.children(phrase)))
        years = any(map(self._is_year, self._parse.children(phrase)))
        return self._low(phrase) in self._words.moments or years or not self._days.isdisjoint(under)

    def to_part(self, place: int, used: Set[int]) -> bool:
        """Whether something is told of a part of what stands under it: "half of the council", "one of the first"."""
        counts = self._low(place) in self._words.counts or self._parse.tokens[place].tag == "CD"
        under = (i for opens in self._parse.children(place, "prep") for i in self._parse.children(opens, "pobj"))
        return counts and any(i in used for i in under)

    def by_comparison(self, place: int) -> int | None:
        """What a clause behind "than" tells beside who, of a verb that is not told: "more than Lund did in 2019"."""
        if not any(self._low(i) == _THAN for i in self._parse.children(place, "mark")):
            return None
        return next((i for i in self._parse.children(place) if self._parse.tokens[i].label not in _BARE), None)

    def by_word(self, used: Set[int]) -> int | None:
        """A word that is not told, without which another number is: "all but", "a projected 400", "400 plus"."""
        but = self._by_all_but(used)
        return next((i for figure in sorted(used) for i in self._beside_figure(figure) if i not in used), but)

    def _beside_figure(self, figure: int) -> Iterator[int]:
        """What makes a figure unsure, or one of another kind."""
        tokens = self._parse.tokens
        if tokens[figure].tag != "CD":
            return
        before = figure - (2 if figure and tokens[figure - 1].word in UNIT_SIGNS else 1)
        if before >= 0 and tokens[before].label in _MODIFIERS and not may_come_in(tokens[before], self._words):
            yield before
        behind = range(figure + 1, min(figure + 1 + _NEAR, len(tokens)))
        yield from (i for i in behind if self._low(i) in self._words.blurs)

    def _by_all_but(self, used: Set[int]) -> int | None:
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
