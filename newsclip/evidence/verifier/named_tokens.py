"""The tokens of a name in a parse, and how it stands in its sentence."""

from dataclasses import dataclass

from newsclip.language.syntax import FINITE_TAGS, Parse

_OF_NAMES = frozenset({"NNP", "HYPH", "POS", "NN", "JJ"})  # rare given names are taken for nouns
_VERBS = frozenset({"VERB", "AUX"})
_GOES_ON = FINITE_TAGS | {"RB"}
_CLOSES = frozenset(".!?")
_TWO = 2


@dataclass(frozen=True, slots=True)
class NamedTokens:
    """The tokens from `first` to `last`, on which the others hang."""

    first: int
    last: int


def named_tokens(parse: Parse, at: int, name: str) -> NamedTokens | None:
    """The tokens of the name that starts at `at`; None unless they are whole and hang on the last of them."""
    held = [i for i, token in enumerate(parse.tokens) if at <= token.start and token.end <= at + len(name)]
    if not held or parse.tokens[held[0]].start != at or parse.tokens[held[-1]].end != at + len(name):
        return None
    first, last = held[0], held[-1]
    return NamedTokens(first, last) if all(parse.hangs_on(i, last) for i in held) else None


def is_of_names(parse: Parse, named: NamedTokens) -> bool:
    """Whether it is a proper noun that has nothing before it of its own: no title, article or adjective."""
    tokens = parse.tokens[named.first : named.last + 1]
    proper = parse.tokens[named.last].tag == "NNP" and all(token.tag in _OF_NAMES for token in tokens)
    return proper and parse.bounds[named.last][0] == named.first


def is_of_a_verb(parse: Parse, place: int) -> bool:
    """Whether a verb has it, itself or by prepositions: in "the lawyer of Ada Holm" a noun does."""
    token = parse.tokens[place]
    if token.label in ("dobj", "dative"):
        return parse.tokens[token.head].pos in _VERBS
    if token.label != "pobj":
        return False
    place = token.head
    while parse.tokens[place].label in ("prep", "agent") and parse.tokens[place].pos == "ADP":
        place = parse.tokens[place].head
    return parse.tokens[place].pos in _VERBS


def ends_clause(parse: Parse, place: int, last: int) -> bool:
    """Whether nothing that a list could go on with follows `last`, up to which what is said of this noun reaches: the
    verb of the subject, or the end of the sentence.
    """
    token, behind = parse.tokens[place], parse.tokens[last + 1 : last + 3]
    if token.label in ("nsubj", "nsubjpass") and token.head > last:
        return len(behind) == _TWO and behind[0].word == "," and behind[1].tag in _GOES_ON
    of_verb = token.label in ("nsubj", "nsubjpass") or is_of_a_verb(parse, place)
    return of_verb and bool(behind) and behind[0].word in _CLOSES
