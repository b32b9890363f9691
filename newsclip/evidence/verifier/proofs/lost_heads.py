"""Of what a told word is only a part: "school" of "the school kitchen", "five" of "$5", "years" of "years ago"."""

from collections.abc import Set

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.proofs.relations import NONFINITE_CLAUSES, UNIT_SIGNS, VERBS
from newsclip.evidence.verifier.proofs.titles_of_names import word_before_title
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_FARTHEST_UNIT = 4  # words from a figure to "an hour"
_HYPHENS = ("-", "‑")


class LostHeads:
    """Of one sentence of the passages. `used`: the places of its words that are told; `meant`: what means the same."""

    def __init__(self, parse: Parse, words: ProofWords, used: Set[int], meant: Set[int], language: str) -> None:
        self._parse, self._words, self._used, self._told = parse, words, used, used | meant
        self._may_stand_alone = words.titles | calendar_words(language)

    def lost(self, place: int) -> int | None:
        """The word without which this one tells something else, where that is not told; None where there is none."""
        token = self._parse.tokens[place]
        if token.tag == "CD" and (sign := self._sign(place)) is not None:
            return sign
        title = word_before_title(self._parse, place, self._used, self._words)
        for found in (self._hyphened(place), title, self._has_it_done(place)):
            if found is not None:
                return found
        part = token.label == "compound" and token.word.lower() not in self._may_stand_alone
        ago = token.label == "npadvmod" and self._parse.tokens[token.head].pos == "ADV"
        owner = token.label == "poss"  # "Quist" of "Quist's son"
        bound = part or ago or owner or self._is_acted_on(place)
        return token.head if bound and token.head not in self._told else None

    def _sign(self, figure: int) -> int | None:
        """The sign beside a figure that is not told with it: "%", "$", "an hour"."""
        beside = (i for i in (figure - 1, figure + 1) if 0 <= i < len(self._parse.tokens) and i not in self._told)
        sign = next((i for i in beside if self._parse.tokens[i].word in UNIT_SIGNS), None)
        return self._rate(figure) if sign is None else sign

    def _rate(self, figure: int) -> int | None:
        """ "A day" of "five boats a day", where that is not told."""
        tokens = self._parse.tokens
        for i in range(figure + 1, min(figure + _FARTHEST_UNIT, len(tokens) - 1)):
            if tokens[i].word.lower() in self._words.rates:
                return i if tokens[i + 1].pos == "NOUN" and i + 1 not in self._told else None
            if i not in self._told and tokens[i].word not in UNIT_SIGNS:
                return None
        return None

    def _hyphened(self, place: int) -> int | None:
        """What a hyphen joins to the word and is not told: "law" of "son-in-law", "co" of "co-captain"."""
        tokens = self._parse.tokens
        for joint, other in ((place - 1, place - 2), (place + 1, place + 2)):
            if other < 0 or other >= len(tokens) or tokens[joint].word not in _HYPHENS or other in self._used:
                continue
            first, last = min(place, other), max(place, other)
            if tokens[last].start - tokens[first].end == 1:
                return other
        return None

    def _has_it_done(self, verb: int) -> int | None:
        """ "Had" of "had a house built", where that is not told."""
        tokens = self._parse.tokens
        if tokens[verb].tag != "VBN" or tokens[verb].label not in NONFINITE_CLAUSES:
            return None
        above = tokens[verb].head
        above = tokens[above].head if tokens[above].label in ("dobj", "nsubj") else above
        return above if tokens[above].lemma.lower() in self._words.causative and above not in self._told else None

    def _is_acted_on(self, noun: int) -> bool:
        """Whether it is only told what shall become of it: "asked for the ban to be lifted" asks for no ban.

        Nor is it told what it is: "admitted the theft was wrong".
        """
        tokens = self._parse.tokens
        verb = tokens[noun].head
        subject = tokens[noun].label in ("nsubj", "nsubjpass") and tokens[verb].label in NONFINITE_CLAUSES
        told = any(i in self._told for i in self._parse.children(verb, "attr", "acomp"))
        return subject and tokens[verb].pos in VERBS and not told and not self._opens_with_that(noun, verb)

    def _opens_with_that(self, noun: int, verb: int) -> bool:
        return any(i < noun for i in self._parse.children(verb, "mark") if self._parse.tokens[i].word.lower() != "for")
