"""What "and" joins, of which a sentence tells all or, from the end of a list on, less only where that is as true."""

from collections.abc import Sequence, Set

from newsclip.evidence.verifier.proofs.relations import SUBJECTS, VERBS
from newsclip.language.guards import turning
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_CONJ = "conj"
_PREPOSITION = "ADP"


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
        own = parse.has(child, *SUBJECTS) and parse.is_finite(child) and parse.tokens[child].head in parse.roots
        cut = any(self._quoted[i] for i in range(first, last + 1)) if self._quoted else False
        takes_back = turning(parse.text[parse.tokens[first].start : parse.tokens[last].end], language)
        alone = own and behind_comma and not limits and not cut and not takes_back
        return alone and self.is_joined(parse.tokens[child].head, child)

    def list_may_lose(self, noun: int, child: int) -> bool:
        """Whether the rest of a list is as true: no "or", and no number told of all that it lists."""
        if not self.is_joined(noun, child):
            return False
        tokens, verb, subject = self._parse.tokens, noun, False
        while tokens[verb].pos not in VERBS and tokens[verb].head != verb:
            subject = subject or tokens[verb].label in SUBJECTS
            verb = tokens[verb].head
        first, last = self._parse.bounds[verb]
        counted = subject and any(tokens[i].tag == "CD" for i in range(first, last + 1))
        return verb not in self._used or not counted

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
