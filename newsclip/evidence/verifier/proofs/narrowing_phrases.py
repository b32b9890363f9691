"""Phrases beside a verb without which it tells more: an age, a long time, for whom somebody stands in, what came of it.

"Won it at 25", "was closed during the war", "was jailed in place of Holm", "gave them the drug, killing half of them",
"was passed by a committee".
"""

from collections.abc import Set

from newsclip.evidence.verifier.proofs.relations import SUBJECTS
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_OLDEST = 120  # years; "at 1630" is a time
_AT, _AS, _AGENT = "at", "as", "agent"
_PARTICIPLES = ("VBG", "VBN")
_CLAUSES = ("advcl", "acl", "relcl")


def narrows(parse: Parse, child: int, words: ProofWords, days: Set[str]) -> bool:
    """Whether the words that hang on `child` tell when in a life or an era, in whose place, or what came of it.

    `days`: the words of a calendar.
    """
    opened = list(parse.children(child, "pobj"))
    if parse.tokens[child].label == _AGENT and any(_decides_for_part(parse, child, noun, words) for noun in opened):
        return True
    if parse.tokens[child].label == "prep" and any(
        parse.tokens[i].tag == "VBG" for i in parse.children(child, "pcomp")
    ):
        return True  # "won by bribing members"
    if any(_counts_part(parse, noun, words, days) for noun in opened):
        return True
    if parse.tokens[child].label in _CLAUSES and (
        _is_outcome(parse, child, words) or _tells_of_part(parse, child, words)
    ):
        return True
    if any(_is_age(parse, child, noun, words) or _stands_in(parse, child, noun, words) for noun in opened):
        return True
    if _low(parse, parse.bounds[child][0]) in words.aged:
        return True
    return any(_holds_within(parse, child, noun, words) or _is_bare(parse, child, noun, words) for noun in opened)


def _decides_for_part(parse: Parse, agent: int, noun: int, words: ProofWords) -> bool:
    """Whether a part of a body decided: what "was passed by a committee of the council" was not passed by that."""
    decides = _lemma(parse, parse.tokens[agent].head) in words.decides
    return decides and (_lemma(parse, noun) in words.parts_of_bodies or parse.has(noun, "nummod"))


def _holds_within(parse: Parse, opens: int, noun: int, words: ProofWords) -> bool:
    """ "During the war", "for an hour"."""
    low, lemma = _low(parse, opens), _lemma(parse, noun)
    return (low in words.within and lemma in words.spells) or (low in words.for_so_long and lemma in words.so_long)


def _is_bare(parse: Parse, opens: int, noun: int, words: ProofWords) -> bool:
    """Whether a noun of one thing without an article says how it was done: "on paper", "in effigy", "by default".

    Not of a day or a place.
    """
    token = parse.tokens[noun]
    alone = token.tag == "NN" and not parse.has(noun, "det", "poss", "nummod", "quantmod")
    how = parse.tokens[opens].label == "prep" and _low(parse, opens) not in words.adjuncts_of_passives
    return alone and how and _lemma(parse, noun) not in words.bare


def _counts_part(parse: Parse, noun: int, words: ProofWords, days: Set[str]) -> bool:
    """ "With 12 per cent of the vote", "on one charge"; but not "within two days", "on 16 March", "with 25 others"."""
    apart = _lemma(parse, noun) in words.so_long | words.counts or _low(parse, noun) in days
    return parse.has(noun, "nummod") and parse.tokens[noun].pos in ("NOUN", "PROPN") and not apart


def _is_age(parse: Parse, opens: int, noun: int, words: ProofWords) -> bool:
    """ "At 25", "at the age of 70", "as a child"; but not "at 25 degrees", "at 8 on Friday" with a word of time."""
    low = _low(parse, opens)
    if _lemma(parse, noun) in words.aged:
        return True
    if low == _AS:
        return _lemma(parse, noun) in words.of_life
    figure = parse.tokens[noun].word
    bare = low == _AT and parse.tokens[noun].tag == "CD" and next(parse.children(noun), None) is None
    return bare and not (figure.isdecimal() and int(figure[:4]) > _OLDEST)


def _stands_in(parse: Parse, opens: int, noun: int, words: ProofWords) -> bool:
    """ "In place of Holm", "in Holm's stead", "as a proxy for Holm"; of one to whom it is done also "for Holm"."""
    if _low(parse, opens) in words.adjuncts_of_passives and parse.tokens[noun].pos == "PROPN":
        return True
    of_another = _low(parse, opens) == _AS or parse.has(noun, "prep", "poss")
    return of_another and _lemma(parse, noun) in words.stand_ins


def _is_outcome(parse: Parse, verb: int, words: ProofWords) -> bool:
    """Whether a clause tells what came of it, or of what: "killing half of them", "which killed half"."""
    token = parse.tokens[verb]
    if token.tag in _PARTICIPLES and token.label == "advcl" and _lemma(parse, verb) in words.moved_by:
        return True  # "believing it dead", "beaten by guards"
    if token.head > verb or _lemma(parse, verb) not in words.outcomes:
        return False
    above = parse.tokens[token.head].label
    return token.tag == "VBG" if token.label != "relcl" else above not in SUBJECTS


def _tells_of_part(parse: Parse, clause: int, words: ProofWords) -> bool:
    """ "Half of which was suspended"."""
    first, last = parse.bounds[clause]
    relative = (i for i in range(first, last + 1) if parse.tokens[i].tag in ("WDT", "WP"))
    return any(parse.tokens[i].label == "pobj" and _low(parse, parse.tokens[i].head) in words.of for i in relative)


def _low(parse: Parse, place: int) -> str:
    return parse.tokens[place].word.lower()


def _lemma(parse: Parse, place: int) -> str:
    return parse.tokens[place].lemma.lower()
