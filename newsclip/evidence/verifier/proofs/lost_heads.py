"""Of what a told word is only a part: "school" of "the school kitchen", "five" of "$5", "years" of "years ago"."""

from collections.abc import Set

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.proofs.relations import UNIT_SIGNS
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords


class LostHeads:
    """Of one sentence of the passages. `told`: the places of its words that are told, or mean one that is."""

    def __init__(self, parse: Parse, words: ProofWords, told: Set[int], language: str) -> None:
        self._parse, self._told = parse, told
        self._may_stand_alone = words.titles | calendar_words(language)

    def lost(self, place: int) -> int | None:
        """The word without which this one tells something else, where that is not told; None where there is none."""
        token = self._parse.tokens[place]
        if token.tag == "CD" and (sign := self._sign(place)) is not None:
            return sign
        part = token.label == "compound" and token.word.lower() not in self._may_stand_alone
        ago = token.label == "npadvmod" and self._parse.tokens[token.head].pos == "ADV"
        return token.head if (part or ago) and token.head not in self._told else None

    def _sign(self, figure: int) -> int | None:
        """The sign beside a figure that is not told with it: "%", "$"."""
        beside = (i for i in (figure - 1, figure + 1) if 0 <= i < len(self._parse.tokens) and i not in self._told)
        return next((i for i in beside if self._parse.tokens[i].word in UNIT_SIGNS), None)
