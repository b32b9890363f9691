"""Whether words beside a verb judge what it tells: "said, wrongly, that", "claimed without evidence", "joked in jest".

Some words do so beside any verb. Beside a verb of saying, what stands beside it may go only if each of its words is
known to judge nothing: where and when it was said, in what form, and to whom.
"""

from collections.abc import Set
from functools import cache

from newsclip.evidence.tokens import calendar_words
from newsclip.evidence.verifier.proofs.canonical_forms import canonical, is_frame, may_come_in
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import circumstance_words
from newsclip.language.guards import guards_of
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.proofs import ProofWords

_CLAUSES = ("advcl", "acl")
_BESIDE = frozenset({"prep", "agent", "advmod", "npadvmod", "oprd", "acomp", "dep", "amod", "intj", *_CLAUSES})
_TOLD_MORE = ("relcl", "appos", "conj", "parataxis")  # "which was wrong", "a lie"
_IS = frozenset({"acomp", "attr", "oprd", "advmod"})
_OF_VERBS = ("VERB", "AUX")
_CONTENT, _RELATIVE, _WHAT = ("ccomp",), "relcl", ("dobj", "dative")
_IN, _AS = "in", "as"
_FEELING = ("acomp", "oprd")  # "appearing drunk"
_KNOWN = ("PROPN", "NUM", "PUNCT", "DET", "PART")


def judges(parse: Parse, child: int, words: ProofWords, language: str) -> bool:
    """Whether the words that hang on `child` may judge what the word above it tells."""
    token, head = parse.tokens[child], parse.tokens[child].head
    first, last = parse.bounds[child]
    if token.label in _TOLD_MORE or parse.tokens[first].tag == "WDT":
        return _judges_by_clause(parse, child, words)
    span = [one for one in parse.tokens[first : last + 1] if one.pos != "PUNCT"]
    says = parse.tokens[head].pos in _OF_VERBS and _says(parse, head, words, language)
    if token.label not in _BESIDE and not (says and token.label in _WHAT):
        return False
    opens = span[0].word.lower()
    if any(_is_of(one, words.judging) or (opens == _IN and is_frame(one, words)) for one in span):
        return True
    if token.label in _CLAUSES and _is_of(token, words.speaking) and _speaks_for_another(parse, child, words, language):
        return True
    if not says or token.label in _WHAT:
        return False
    if opens in words.to_whom or (token.label in _CLAUSES and not words.moments.isdisjoint(_marks(parse, child))):
        return False
    if token.label in _CLAUSES:
        return not _is_of(token, words.speaking)
    return not all(_is_plain(one, words, language) for one in span)


def as_another(parse: Parse, used: Set[int], words: ProofWords, language: str) -> int | None:
    """The word by which somebody speaks or acts as another, where that is not told.

    "Holm, quoting Quist, said", "said as the ghost that", "playing Hamlet, Holm killed Quist".
    """
    for verb in sorted(used):
        if parse.tokens[verb].pos not in _OF_VERBS:
            continue
        says = _says(parse, verb, words, language)
        first, last = parse.bounds[verb]
        apart = [parse.bounds[i] for i in range(first, last + 1) if parse.tokens[i].label in (*_CONTENT, _RELATIVE)]
        beside = (i for i in range(first, last + 1) if i not in used and not any(a <= i <= b for a, b in apart))
        for i in beside:
            low = parse.tokens[i].word.lower()
            part = says and low == _AS and parse.tokens[i].head == verb and _goes_on(parse, i, used)
            if part or low in words.as_another:
                return i
    return None


def _goes_on(parse: Parse, place: int, used: Set[int]) -> bool:
    """Whether something below the word is told."""
    first, last = parse.bounds[place]
    return any(i in used for i in range(first, last + 1))


def _speaks_for_another(parse: Parse, verb: int, words: ProofWords, language: str) -> bool:
    """ "Speaking as the villain", "writing under a pen name", "answering a hypothetical question"."""
    if parse.has(verb, *_FEELING):
        return True
    if any(parse.tokens[i].word.lower() not in words.speaking_where for i in parse.children(verb, "prep")):
        return True
    first, last = parse.bounds[verb]
    span = parse.tokens[first : last + 1]
    return any(_is_of(one, words.parts_played) or _colours(one, words, language) for one in span)


def _colours(token: Token, words: ProofWords, language: str) -> bool:
    """ "Hypothetical" of "a hypothetical question", "loosely" of "speaking loosely"."""
    return token.label in ("amod", "advmod") and not _is_plain(token, words, language)


def _judges_by_clause(parse: Parse, child: int, words: ProofWords) -> bool:
    first, last = parse.bounds[child]
    if parse.tokens[first].tag == "WDT" and parse.tokens[child].label == "advcl":
        return True  # "is old, which it is not"
    places = (i for i in range(first, last + 1) if i == child or parse.tokens[i].label in _IS)
    return any(_is_of(parse.tokens[i], words.judging) for i in places)


def _says(parse: Parse, verb: int, words: ProofWords, language: str) -> bool:
    guards, token = guards_of(language), parse.tokens[verb]
    attributes = (guards.attribution or frozenset()) if guards else frozenset()
    known = canonical(token.lemma.lower(), words) in words.says or token.word.lower() in attributes
    return known or parse.has(verb, *_CONTENT)


def _marks(parse: Parse, child: int) -> set[str]:
    return {parse.tokens[i].word.lower() for i in parse.children(child, "mark", "advmod")}


def _is_plain(token: Token, words: ProofWords, language: str) -> bool:
    return token.pos in _KNOWN or may_come_in(token, words) or _is_of(token, _plain(words, language))


def _is_of(token: Token, known: frozenset[str]) -> bool:
    return token.word.lower() in known or token.lemma.lower() in known


@cache
def _plain(words: ProofWords, language: str) -> frozenset[str]:
    """What tells only when, where and in what form something is said."""
    known = circumstance_words(language)
    forms = known.said_in | known.of_saying if known else frozenset[str]()
    return forms | words.beside_saying | words.of | calendar_words(language)
