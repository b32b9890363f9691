"""Whether a verb tells of the same time, as certain, as another: denial, modal and tense."""

from dataclasses import dataclass

from newsclip.language.syntax import Parse
from newsclip.language.verifier_tables.proofs import ProofWords

PAST, PERFECT, BEFORE_PAST, PRESENT = "past", "perfect", "before past", "present"
PARTICIPLE, GERUND, INFINITIVE = "participle", "gerund", "infinitive"
_HAPPENED = frozenset({PAST, PERFECT, BEFORE_PAST})


@dataclass(frozen=True, slots=True)
class Told:
    """How a verb tells what it tells. `denied`: how often. `modal`: "" for none; `goes_on`: "is closing".

    `asks`: "if" where it tells what somebody asks.
    """

    denied: int
    modal: str
    time: str
    goes_on: bool
    asks: str = ""


def told(parse: Parse, verb: int) -> Told:
    tokens = parse.tokens
    verb = tokens[verb].head if tokens[verb].label in ("attr", "acomp") else verb  # of "is closed", "is"
    helps = list(parse.children(verb, "aux", "auxpass"))
    if not helps and tokens[verb].label == "conj" and tokens[verb].tag in ("VB", "VBN", "VBG"):
        first = tokens[verb].head
        if tokens[first].tag == tokens[verb].tag or (tokens[first].tag in ("VBD", "VBN") and tokens[verb].tag == "VBN"):
            helps = list(parse.children(first, "aux", "auxpass"))
    words = [tokens[i].lemma.lower() for i in helps]
    tags = [tokens[i].tag for i in helps]
    modal = next((tokens[i].lemma.lower() for i in helps if tokens[i].tag == "MD"), "")
    denied = sum(1 for at in (verb, *parse.children(verb, "advmod")) for _ in parse.children(at, "neg"))  # "no longer"
    finite = next((tag for tag in tags if tag in ("VBD", "VBZ", "VBP")), tokens[verb].tag)
    has = "have" in words
    goes_on = (tokens[verb].tag == "VBG" and "be" in words) or (tokens[verb].tag == "VBN" and "VBG" in tags)
    marks = " ".join(
        tokens[i].word.lower() for i in parse.children(verb, "mark") if tokens[verb].label in ("ccomp", "conj")
    )
    asks = "if" if marks in ("if", "whether") else ""
    return Told(denied, modal, _time(tokens[verb].tag, finite, tags, has=has), goes_on, asks)


def _time(own: str, finite: str, tags: list[str], *, has: bool) -> str:
    if "TO" in tags or own == "VB" == finite:
        return INFINITIVE
    if finite == "VBD":
        return BEFORE_PAST if has else PAST
    if finite in ("VBZ", "VBP"):
        return PERFECT if has else PRESENT
    return GERUND if own == "VBG" else PARTICIPLE if own == "VBN" else PRESENT


def agrees(said: Told, held: Told, words: ProofWords, *, reported: bool, headline: bool) -> bool:
    """Whether what is said is no other, no surer and of no other time than what is held.

    `reported`: somebody says so in the sentence; then its tense may go back. `headline`: told in the present.
    """
    if said.denied != held.denied or said.asks != held.asks:
        return False
    if said.modal != held.modal:
        shifted = (held.modal, said.modal) in words.shifts
        future = headline and not said.modal and said.time == INFINITIVE and held.modal == _future(words)
        return (shifted and reported) or future
    if said.modal:
        return True
    if (
        said.goes_on != held.goes_on
        and PARTICIPLE not in (said.time, held.time)
        and GERUND not in (said.time, held.time)
    ):
        return False
    return _time_agrees(said.time, held.time, reported=reported, headline=headline)


def _future(words: ProofWords) -> str:
    return words.shifts[0][0]


def _time_agrees(said: str, held: str, *, reported: bool, headline: bool) -> bool:
    if said == held:
        return True
    if INFINITIVE in (said, held):
        return {said, held} == {INFINITIVE, GERUND}  # "helped to return", "assisted in returning": both hang on a verb
    if (said, held) == (PERFECT, BEFORE_PAST):
        return False  # who had been jailed may be free
    if held in _HAPPENED:
        return said in _HAPPENED | {PARTICIPLE, GERUND} or (headline and said == PRESENT)
    if held == PRESENT:
        return said in (GERUND, PARTICIPLE) or (reported and said == PAST)
    if held == PARTICIPLE:
        return said in _HAPPENED | {PRESENT} if headline else said in _HAPPENED
    return said in {PARTICIPLE, PAST, PRESENT, PERFECT}  # held: gerund
