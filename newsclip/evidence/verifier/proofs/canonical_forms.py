"""The form in which words are compared: one for "told" and "tells", "due to" and "because of", "three" and "3"."""

from functools import cache

from newsclip.evidence.tokens import names_number
from newsclip.language.pack import verifier_words
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.proofs import ProofWords

_ACTED_ON = ("dobj", "pobj", "dative")


@cache
def proof_words(language: str) -> ProofWords | None:
    """The closed lists by which proofs are found in a language; None where it has none."""
    known = verifier_words(language)
    return known.proofs if known else None


@cache
def _rows(words: ProofWords) -> dict[str, str]:
    return {word: row[0] for row in words.same for word in row}


def canonical(word: str, words: ProofWords) -> str:
    """The word that stands for all of its row."""
    return _rows(words).get(word, word)


def is_light(verb: Token, noun: Token, words: ProofWords) -> bool:
    """Whether the verb with the noun tells what the noun's own verb does: "made a decision"."""
    return any(row[0] == verb.lemma.lower() and noun.lemma.lower() in row[1:] for row in words.light_verbs)


def is_frame(token: Token, words: ProofWords) -> bool:
    """Whether what is told within it only seems so, or is made up: "a novel", but not "showing" for "show"."""
    return token.pos in ("NOUN", "PROPN") and token.lemma.lower() in words.frames


def may_come_in(token: Token, words: ProofWords) -> bool:
    """Whether a word says nothing more beside the others: "also", but not "herself" of "hurt herself"."""
    return token.word.lower() in words.adds and not (token.tag.startswith("PRP") and token.label in _ACTED_ON)


def adds_nothing(parse: Parse, place: int, words: ProofWords) -> bool:
    """Whether a word of a sentence may come in or go: "own" only of somebody's, as "an own goal" is no goal."""
    token = parse.tokens[place]
    owned = token.label != "amod" or parse.has(token.head, "poss")
    return owned and may_come_in(token, words)


def form(token: Token, words: ProofWords) -> str:
    """What is compared of a word of a parse: figures as they are written, without the marks of thousands."""
    low = token.word.lower().replace("’", "'")
    if names_number(low) and low[:1].isdigit():
        return canonical(low.replace(",", ""), words)
    if low in _rows(words):
        return _rows(words)[low]
    lemma = token.lemma.lower().replace("’", "'")
    return canonical(lemma, words)
