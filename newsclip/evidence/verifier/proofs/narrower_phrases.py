"""What is done "on behalf of" somebody is done "for" him, but not the other way round: a union's clerk works for it.

Behind some verbs it is not either way: who votes on behalf of somebody votes for another.
"""

from collections.abc import Mapping, Sequence

from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import Word
from newsclip.evidence.verifier.proofs.relations import PREP


def fault(match: Mapping[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> int | None:
    """The word behind a preposition that stands for a narrower phrase, or the other way round, where it may not."""
    ours = _narrower(said)
    for place, (g, _) in match.items():
        theirs = _narrower(held[g])
        opens = {preposition: head for preposition, head in _opened(said, place) if preposition in ours | theirs}
        for preposition, head in opens.items():
            if (preposition in ours) > (preposition in theirs) or _takes_sides(said, head, preposition, theirs - ours):
                return place
    return None


def _narrower(one: ParsedSentence) -> set[str]:
    """The prepositions that are put for a narrower phrase in a sentence."""
    words = one.relations.words
    return {first for first, phrase in one.phrases if phrase.lower() in words.narrower_phrases}


def _opened(said: ParsedSentence, place: int) -> list[tuple[str, int]]:
    """The preposition before a word, and the word that it hangs on."""
    told = (one for one in said.relations.of.get(place, ()) if one.dependent == place)
    return [(one.kind.removeprefix(PREP), one.head) for one in told if one.kind.startswith(PREP)]


def _takes_sides(said: ParsedSentence, head: int, preposition: str, only_theirs: set[str]) -> bool:
    lemma = said.relations.parse.tokens[head].lemma.lower()
    return preposition in only_theirs and lemma in said.relations.words.taking_sides
