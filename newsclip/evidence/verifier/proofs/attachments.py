"""Whether a phrase belongs to the word that it is tied to: "fined for a spill in Orlo" is not "fined in Orlo".

Nobody is sure what such a phrase hangs on: a parser guesses, and a reader knows the world. So whatever stands between a
word and the phrase in the passage, and may have it instead, stands between them in the sentence too: then both may be
read in the same ways.
"""

from collections.abc import Iterator, Sequence

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.proofs.parsed_sentences import ParsedSentence
from newsclip.evidence.verifier.proofs.references import Word
from newsclip.evidence.verifier.proofs.relations import Relations
from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

_BY_PREPOSITION = frozenset({"pobj", "pcomp"})
_BY_ITSELF = frozenset({"npadvmod", "appos", "relcl", "acl", "advcl", "advmod"})
_OPENS = ("ADP", "SCONJ")
_MAY_HAVE = ("NOUN", "PROPN", "VERB")
_PARTIES = frozenset({"dobj", "nsubj", "nsubjpass"})
_STOPS = frozenset({",", ";", ":", "–", "—", "--"})
_BY = "by"
_MOST_CHAIN = 6


def fault(
    match: dict[int, Word],
    said: ParsedSentence,
    held: Sequence[ParsedSentence],
    language: str,
    *,
    heading: bool = False,
) -> int | None:
    """A word of the sentence that may belong to another in its passage; None where all may be read alike.

    `heading`: common nouns may be tied by any preposition in it (`headings`).
    """
    days, parse = calendar_words(language), said.relations.parse
    for one in said.relations.all:
        head, dependent = match.get(one.head), match.get(one.dependent)
        if heading and all(parse.tokens[i].pos == "NOUN" for i in (one.head, one.dependent)):
            continue
        if head is None or dependent is None or head[0] != dependent[0]:
            continue
        theirs = _others(held[head[0]].relations, head[1], dependent[1], days)
        ours = _others(said.relations, one.head, one.dependent, days)
        told = {match[place][1]: place for place in ours if place in match and match[place][0] == head[0]}
        if not theirs <= told.keys() or any(parse.tokens[told[i]].pos == "VERB" for i in told.keys() - theirs):
            return one.dependent
    return None


def _others(relations: Relations, head: int, dependent: int, days: frozenset[str]) -> set[int]:
    """The words beside these two that may have the phrase of the one that hangs on the other."""
    parse = relations.parse
    if parse.hangs_on(head, dependent):
        head, dependent = dependent, head
    start = _start(parse, dependent)
    if start is None or (start < head and parse.tokens[dependent].label == "advmod"):
        return set()  # "even accept"
    places = range(head + 1, start) if head < start else _before(parse, start)
    free = _never_have(parse, start, dependent, relations.words, days)
    return {i for i in places if i != head and _may_have(parse, i) and not parse.hangs_on(i, dependent)} - free


def _never_have(parse: Parse, start: int, dependent: int, words: ProofWords, days: frozenset[str]) -> set[int]:
    """The words that cannot have it: "the mayor" nothing on a day, "the wreck" nothing "by divers"."""
    when = parse.tokens[dependent].word.lower() in days
    opens = parse.tokens[start].word.lower()
    found = set[int]()
    for i, token in enumerate(parse.tokens):
        lasts = token.pos == "PROPN" or token.lemma.lower() in words.lasting
        party = token.label in _PARTIES or parse.tokens[token.head].label == "agent"
        day = token.label == "npadvmod" or token.word.lower() in days
        if day or (lasts and (when or opens == _BY or (party and opens in words.circumstances))):
            found.add(i)
    return found


def _start(parse: Parse, place: int) -> int | None:
    """Where the phrase begins in which the word stands; None where it is no phrase that others may have."""
    tokens = parse.tokens
    for _ in range(_MOST_CHAIN):
        if tokens[place].label != "conj":
            break
        place = tokens[place].head
    if tokens[place].label in _BY_ITSELF and tokens[place].tag != "WRB":
        return parse.bounds[place][0]
    if tokens[place].label not in _BY_PREPOSITION:
        return None
    for _ in range(_MOST_CHAIN):
        above = tokens[place].head
        if tokens[above].pos not in _OPENS or above == place:
            break
        place = above
    return place


def _before(parse: Parse, start: int) -> Iterator[int]:
    """The places before a phrase that stands before its word, from the nearest mark on."""
    for i in range(start - 1, -1, -1):
        if parse.tokens[i].word in _STOPS:
            return
        yield i


def _may_have(parse: Parse, place: int) -> bool:
    token = parse.tokens[place]
    return token.pos in _MAY_HAVE and token.label not in ("compound", "aux", "auxpass", "amod")
