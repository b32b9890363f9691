"""Phrases beside a verb without which it tells more: an age, a long time, for whom somebody stands in, what came of it.

"Won it at 25", "was closed during the war", "was jailed in place of Holm", "gave them the drug, killing half of them".
"""

from newsclip.evidence.verifier.proofs.relations import SUBJECTS
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_OLDEST = 120  # years; "at 1630" is a time
_AT, _AS = "at", "as"
_CLAUSES = ("advcl", "acl", "relcl")


def narrows(parse: Parse, child: int, words: ProofWords) -> bool:
    """Whether the words that hang on `child` tell when in a life or an era, in whose place, or what came of it."""
    opened = list(parse.children(child, "pobj"))
    if parse.tokens[child].label in _CLAUSES and _is_outcome(parse, child, words):
        return True
    if any(_is_age(parse, child, noun, words) or _stands_in(parse, child, noun, words) for noun in opened):
        return True
    if _low(parse, parse.bounds[child][0]) in words.aged:
        return True
    return _low(parse, child) in words.within and any(_lemma(parse, noun) in words.spells for noun in opened)


def _is_age(parse: Parse, opens: int, noun: int, words: ProofWords) -> bool:
    """ "At 25", "at the age of 70", "as a child"; but not "at 25 degrees", "at 8 on Friday" with a word of time."""
    low = _low(parse, opens)
    if _lemma(parse, noun) in words.aged:
        return True
    if low == _AS:
        return _lemma(parse, noun) in words.of_life
    bare = low == _AT and parse.tokens[noun].word.isdecimal() and next(parse.children(noun), None) is None
    return bare and int(parse.tokens[noun].word[:4]) <= _OLDEST


def _stands_in(parse: Parse, opens: int, noun: int, words: ProofWords) -> bool:
    """ "In place of Holm", "in Holm's stead", "as a proxy for Holm"; of one to whom it is done also "for Holm"."""
    if _low(parse, opens) in words.adjuncts_of_passives and parse.tokens[noun].pos == "PROPN":
        return True
    of_another = _low(parse, opens) == _AS or parse.has(noun, "prep", "poss")
    return of_another and _lemma(parse, noun) in words.stand_ins


def _is_outcome(parse: Parse, verb: int, words: ProofWords) -> bool:
    """Whether a clause behind what is told tells what came of it: "killing half of them", "which killed half"."""
    token = parse.tokens[verb]
    if token.head > verb or _lemma(parse, verb) not in words.outcomes:
        return False
    above = parse.tokens[token.head].label
    return token.tag == "VBG" if token.label != "relcl" else above not in SUBJECTS


def _low(parse: Parse, place: int) -> str:
    return parse.tokens[place].word.lower()


def _lemma(parse: Parse, place: int) -> str:
    return parse.tokens[place].lemma.lower()
