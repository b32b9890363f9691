"""Nouns for what verbs tell: "the closure of the quay" and "the quay was closed", by a closed list of pairs.

A noun tells nobody that something happened: who demands an arrest saw none. So a verb may stand for a noun only where
its sentence tells of it as of something that did ("after the closure", "made a decision"), and nothing stands beside
the noun by which it may have been something else: "the averted arrest".
"""

from collections.abc import Mapping
from functools import cache

from newsclip.evidence.verifier.proofs import tenses
from newsclip.evidence.verifier.proofs.canonical_forms import canonical, is_frame, is_light
from newsclip.evidence.verifier.proofs.relations import CLAUSE, PREP, VERBS, Relations
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.proofs import ProofWords

_HAPPENED = frozenset({tenses.PAST, tenses.PERFECT, tenses.BEFORE_PAST})
_NONFINITE = frozenset({tenses.INFINITIVE, tenses.GERUND})
_NOUNS = ("NOUN", "PROPN")
_BESIDE_LIGHT = ("det", "poss", "acl")
_BESIDE_NOUN = ("det", "poss", "punct", "case")
_BY, _IN, _WHEN = "by", "in", "when"


@cache
def _rows(words: ProofWords) -> Mapping[str, frozenset[str]]:
    """By each verb or noun of the list the verbs of its rows."""
    found: dict[str, frozenset[str]] = {}
    for row in words.nominals:
        for word in row:
            found[word] = found.get(word, frozenset()) | {row[0]}
    return found


def names(token: Token, words: ProofWords) -> frozenset[str]:
    """The verbs that a word of the list is, or names."""
    return _rows(words).get(token.lemma.lower(), frozenset())


def are_alike(one: Token, other: Token, words: ProofWords) -> bool:
    """Whether one is a noun and the other its verb."""
    return {one.pos, other.pos} == {"NOUN", "VERB"} and not names(one, words).isdisjoint(names(other, words))


def is_of_doer(noun: Token, words: ProofWords) -> bool:
    """Whether "of" behind the noun tells who did it, whatever: "the death of Holm"."""
    return not names(noun, words).isdisjoint(words.done_by_subjects)


def may_be_doer(noun: Token, words: ProofWords) -> bool:
    """Whether "of" behind the noun may tell who did it; "the arrest of Holm" tells to whom it was done."""
    return not names(noun, words) or is_of_doer(noun, words)


def same_moment(said: str, held: str, words: ProofWords) -> bool:
    """Whether a phrase and a clause are opened alike: "after the closure", "after it was closed"."""
    kinds = {one[: len(PREP)] if one.startswith(PREP) else CLAUSE: one for one in (said, held)}
    opens = kinds.get(PREP, "").removeprefix(PREP)
    clause = kinds.get(CLAUSE, "").removeprefix(CLAUSE)
    return bool(opens) and ((opens == clause and opens in words.moments) or (opens, clause) == (_IN, _WHEN))


def agrees(said: tenses.Told, relations: Relations, noun: int, *, headline: bool) -> bool:
    """Whether a verb that tells so may stand for the noun of a passage: what it names happened."""
    if said.denied or said.modal or said.asks or not _is_plain(relations, noun):
        return False
    if said.time in _NONFINITE:
        return True  # of what hangs on another verb, that verb is compared
    if said.time == tenses.PRESENT and not headline:
        return False
    return _happened(relations, noun)


def _is_plain(relations: Relations, noun: int) -> bool:
    """Whether the noun tells of the deed itself: of an averted one, or of one in a film, it tells as of a real one."""
    parse, words = relations.parse, relations.words
    if parse.tokens[noun].pos not in _NOUNS:
        return True
    return all(_is_harmless(parse, child, words) for child in parse.children(noun))


def _is_harmless(parse: Parse, child: int, words: ProofWords) -> bool:
    token = parse.tokens[child]
    low = token.word.lower()
    if token.label == "amod":
        return low in words.harmless and not any(parse.children(child))
    if token.label == "prep":
        return low in words.of or low == _BY
    return token.label in _BESIDE_NOUN or (token.label == "acl" and parse.has(child, "aux"))  # "a decision to resign"


def _happened(relations: Relations, noun: int) -> bool:
    parse, words = relations.parse, relations.words
    token = parse.tokens[noun]
    verb = token.head
    if any(is_frame(one, words) for one in parse.tokens):
        return False  # "in the film"
    if token.label == "dobj" and is_light(parse.tokens[verb], token, words):
        bare = all(parse.tokens[i].label in _BESIDE_LIGHT for i in parse.children(noun))
        return bare and not parse.has(verb, "advcl") and _is_told(parse, verb, words)
    opens = parse.tokens[verb]
    if token.label != "pobj" or canonical(opens.word.lower(), words) not in words.upon_events:
        return False
    return parse.tokens[opens.head].pos in VERBS and _is_told(parse, opens.head, words)


def _is_told(parse: Parse, verb: int, words: ProofWords) -> bool:
    """Whether the verb tells by itself what happened: nobody says so, and nothing doubts or denies it."""
    told = tenses.told(parse, verb)
    if verb not in parse.roots or told.denied or told.modal or told.time not in _HAPPENED:
        return False
    beside = [parse.tokens[i].word.lower() for i in parse.children(verb)]
    less = words.takes_back | words.conditions | words.nothing | {one.split()[0] for one in words.according}
    return less.isdisjoint(beside) and not parse.has(verb, "ccomp", "parataxis")
