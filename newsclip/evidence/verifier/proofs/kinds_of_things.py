"""Which words before or behind a noun say of what kind a thing is: without them another kind is told of.

"The team captain", "the war of words", "next door"; and any adjective that is not of a closed list: an own goal is no
goal of whoever scored it, an honorary citizen no citizen, a near accident none at all. A list of those that turn a noun
("fake", "alleged") never ends, so there is one of those that leave it what it is.
"""

from newsclip.evidence.verifier.proofs.canonical_forms import form
from newsclip.evidence.verifier.proofs.circumstances import Circumstances
from newsclip.evidence.verifier.proofs.definite_nouns import kinds
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_ADJECTIVES, _BESIDE = ("amod", "nmod"), ("compound", "advmod", "npadvmod")


def says_which(parse: Parse, child: int, words: ProofWords) -> bool:
    """Whether the noun above `child`, a common one, tells of another kind of thing without it."""
    token = parse.tokens[child]
    if token.label in _ADJECTIVES:
        return not _is_plain(parse, child, words)
    if token.label in _BESIDE:
        if _is_of_its_kinds(parse, child, words):
            return not Circumstances(parse, words).happened(token.head)  # "a cargo ship" is a ship
        broad = parse.tokens[token.head].lemma.lower() in words.broad
        return token.pos != "PROPN" and not broad and token.word.lower() not in words.anybody
    nouns = (i for i in parse.children(child, "pobj") if parse.tokens[i].pos == "NOUN")
    return token.label == "prep" and any(not parse.has(i, "det", "poss", "nummod") for i in nouns)


def _is_plain(parse: Parse, child: int, words: ProofWords) -> bool:
    """Whether it leaves the noun what it is: "a large house", "a French firm", "a 40-year-old man", "another man"."""
    token = parse.tokens[child]
    of_a_country = token.pos in ("PROPN", "ADJ") and token.word[:1].isupper()
    aged = any(parse.tokens[i].word[:1].isdigit() for i in range(parse.bounds[child][0], child + 1))
    known = token.word.lower() in words.plain_adjectives | words.anybody
    return of_a_country or aged or known or _is_of_its_kinds(parse, child, words)


def _is_of_its_kinds(parse: Parse, child: int, words: ProofWords) -> bool:
    head = form(parse.tokens[parse.tokens[child].head], words)
    return parse.tokens[child].word.lower() in kinds(words).get(head, ())
