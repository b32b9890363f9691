"""What "and" joins, of which a sentence tells all; of verbs it may tell the last, of clauses one."""

from collections.abc import Sequence, Set

from newsclip.evidence.verifier.proofs.relations import SUBJECTS, VERBS
from newsclip.language.guards import turning
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_CONJ = "conj"
_PREPOSITION = "ADP"
_NOUNS = ("NOUN", "PROPN")
_PRONOUNS = ("PRP", "PRP$")
_PHRASES = ("prep", "advmod", "npadvmod")
_CLOSES = (",", ")", "–", "—")


class Joined:
    """Of one sentence of the passages. `used`: the places of its words that are told; `quoted`: which are in marks."""

    def __init__(self, parse: Parse, words: ProofWords, used: Set[int], quoted: Sequence[bool]) -> None:
        self._parse, self._words, self._used, self._quoted = parse, words, used, quoted

    def clause_may_go(self, child: int, language: str) -> bool:
        """Whether it is a second clause of its own behind a comma, which takes nothing of the first back.

        Not one of a quotation, which would be cut short, and none of what somebody says.
        """
        parse, (first, last) = self._parse, self._parse.bounds[child]
        joint = next(parse.children(parse.tokens[child].head, "cc"), 0)
        behind_comma = joint > 0 and parse.tokens[joint - 1].word == ","
        limits = parse.tokens[joint].word.lower() in self._words.limits  # "works, but it kills half"
        subjects = [
            i for i in parse.children(child, *SUBJECTS) if parse.tokens[i].tag != "CD"
        ]  # "and 40 crowns a head"
        own = bool(subjects) and parse.is_finite(child) and parse.tokens[child].head in parse.roots
        cut = any(self._quoted[i] for i in range(first, last + 1)) if self._quoted else False
        takes_back = turning(parse.text[parse.tokens[first].start : parse.tokens[last].end], language)
        back = any(parse.tokens[i].tag in _PRONOUNS for i in range(first, last + 1))  # "and a court freed her"
        alone = own and behind_comma and not (limits or cut or takes_back or back)
        return alone and self.is_joined(parse.tokens[child].head, child)

    def is_member(self, child: int) -> bool:
        """Whether it is one of a list of which more is told, however it was parsed.

        "The cook" of "the captain, the cook and the mate", "and after the vote", "with Quist" behind "with Reyl".
        """
        tokens, (first, last) = self._parse.tokens, self._parse.bounds[child]
        token, joins = tokens[child], list(self._parse.children(child, _CONJ))
        closed = last + 1 < len(tokens) and tokens[last + 1].word in _CLOSES
        second = token.label in SUBJECTS and any(
            i < child and i in self._used for i in self._parse.children(token.head, *SUBJECTS)
        )
        if joins and token.pos in _NOUNS and (second or (token.label == "appos" and not closed)):
            return True
        behind = tokens[first - 1] if first else token
        if token.label in _PHRASES and behind.label == "cc":
            start, end = self._parse.bounds[behind.head]
            return not self._used.isdisjoint(range(start, end + 1))
        again = (i for i in self._parse.children(token.head, "prep") if i < child and tokens[i].word == token.word)
        return behind.word == "," and any(tokens[i].pos == _PREPOSITION for i in joins) and any(again)

    def is_joined(self, place: int, other: int) -> bool:
        """Whether only "and" and the like stand between the two."""
        joints = (i for at in (place, other) for i in self._parse.children(at, "cc", "preconj"))
        return all(self._parse.tokens[i].word.lower() in self._words.joins for i in joints)

    def is_skipped(self, place: int) -> bool:
        """Whether it is joined to a told verb, and another to it: "climbed up, turned the key and left"."""
        token = self._parse.tokens[place]
        joins = token.label == _CONJ and self._parse.has(place, _CONJ)
        return joins and token.pos in VERBS and token.head in self._used

    def is_second_phrase(self, place: int) -> bool:
        """ "In Velm" of "in Orlo and in Velm"."""
        token = self._parse.tokens[place]
        return token.label == _CONJ and self._parse.tokens[token.head].pos == _PREPOSITION
