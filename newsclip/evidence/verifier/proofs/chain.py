"""The edits that a proof consists of, as they are recorded: what the words of the passages became."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclip.evidence.proof_edits import MERGED, REORDERED, Proved
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import Word

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")


def of(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> list[str]:
    """What was done to the words of the passages, in the order of the sentence."""
    return [*_joined(match), *_changed(match, said, held), *_left_out(match, said, held)]


def _joined(match: dict[int, Word]) -> Iterator[str]:
    if len({g for g, _ in match.values()}) > 1:
        yield MERGED
    places = [match[place] for place in sorted(match)]
    if any(one[0] == other[0] and one[1] > other[1] for one, other in pairwise(places)):
        yield REORDERED


def _changed(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> Iterator[str]:
    for place, (g, i) in sorted(match.items()):
        ours, theirs = said.relations.parse.tokens[place].word, held[g].relations.parse.tokens[i].word
        if ours.lower() != theirs.lower():
            yield str(Proved(theirs, ours))


def _left_out(match: dict[int, Word], said: ParsedSentence, held: Sequence[ParsedSentence]) -> Iterator[str]:
    """Runs of words with nothing told of them, marks at their ends apart."""
    for g, one in enumerate(held):
        used = {i for other, i in match.values() if other == g}
        if not used:
            continue
        tokens, run = one.relations.parse.tokens, list[int]()
        for i in range(len(tokens) + 1):
            if i < len(tokens) and i not in used:
                run.append(i)
                continue
            while run and tokens[run[0]].pos == "PUNCT":
                run.pop(0)
            while run and tokens[run[-1]].pos == "PUNCT":
                run.pop()
            words = one.relations.parse.text[tokens[run[0]].start : tokens[run[-1]].end] if run else ""
            if words not in said.relations.parse.text and any(tokens[j].pos in _CONTENT for j in run):
                yield str(Proved(words))
            run = []
