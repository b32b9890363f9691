"""Words cut out of a parse, and what is left of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsclip.language.pack import verifier_words
from newsclip.language.syntax import Parse, Token
from newsclip.language.verifier_tables.events import CircumstanceWords

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_LOOSE = frozenset({"prep", "advmod", "npadvmod", "compound", "amod"})
_INDEFINITE = frozenset({"a", "an"})
_LED_TO = ("prep", "dobj", "pobj", "agent")  # what hangs on a verb, or on a preposition behind it


@dataclass(frozen=True, slots=True)
class OmittedTokens:
    """A parse and the tokens that go: from `first` up to `end`, of which `top` hangs on what stays."""

    parse: Parse
    first: int
    end: int
    top: int

    @property
    def gone(self) -> Sequence[Token]:
        return self.parse.tokens[self.first : self.end]

    @property
    def head(self) -> Token:
        """What stays and has what goes hanging on it."""
        return self.parse.tokens[self.parse.tokens[self.top].head]

    def holds(self, place: int) -> bool:
        return self.first <= place < self.end

    def kept(self) -> list[int]:
        """The places of the words that stay."""
        return [i for i, token in enumerate(self.parse.tokens) if not self.holds(i) and token.pos != "PUNCT"]

    def kept_tokens(self) -> list[Token]:
        """What stays, with its marks."""
        return [token for i, token in enumerate(self.parse.tokens) if not self.holds(i)]


def omitted_tokens(parse: Parse, words: str) -> OmittedTokens | None:
    """The tokens of these words; None unless one word alone ties them to the others (and "and", before a half)."""
    at = parse.text.find(words)
    held = [i for i, token in enumerate(parse.tokens) if at <= token.start and token.end <= at + len(words)]
    if not held or parse.tokens[held[0]].start != at or parse.tokens[held[-1]].end != at + len(words):
        return None
    first, end = held[0], held[-1] + 1
    across = [
        i
        for i, token in enumerate(parse.tokens)
        if token.pos != "PUNCT" and token.label != "cc" and (first <= i < end) != (first <= token.head < end)
    ]
    return OmittedTokens(parse, first, end, across[0]) if len(across) == 1 else None


def same_syntax(cut: OmittedTokens, left: Parse) -> bool:
    """Whether what stays hangs together as it did, when it is parsed by itself; but for what may hang on either of two
    words and mean the same.
    """
    kept, words = cut.kept(), [i for i, token in enumerate(left.tokens) if token.pos != "PUNCT"]
    if len(kept) != len(words):
        return False
    place = dict(zip(kept, words, strict=True))
    for i, j in place.items():
        one, other = cut.parse.tokens[i], left.tokens[j]
        head = i if cut.holds(one.head) else one.head
        moved = place.get(head) != other.head and not (one.label == other.label and one.label in _LOOSE)
        if one.word.lower() != other.word.lower() or moved:
            return False
    return True


def is_clause(parse: Parse) -> bool:
    """Whether it is one clause with a finite verb that has its subject."""
    if len(parse.roots) != 1:
        return False
    root = parse.roots[0]
    return parse.is_finite(root) and parse.has(root, *SUBJECTS)


def is_one_of_many(parse: Parse, noun: int) -> bool:
    return any(parse.tokens[i].lemma in _INDEFINITE for i in parse.children(noun, "det"))


def verb_above(cut: OmittedTokens, language: str, ties: Sequence[str] = ()) -> int | None:
    """The verb that the cut hangs on, by nothing but prepositions and nouns that these lead to, or other `ties`.

    Who "behaved like a captain who fled" is none that behaved like a captain.
    """
    known = circumstance_words(language)
    tokens, place = cut.parse.tokens, cut.parse.tokens[cut.top].head
    while tokens[place].pos not in ("VERB", "AUX"):
        likened = known is not None and tokens[place].word.lower() in known.likening
        if likened or tokens[place].label not in (*_LED_TO, *ties):
            return None
        place = tokens[place].head
    return place


def circumstance_words(language: str) -> CircumstanceWords | None:
    known = verifier_words(language)
    return known.circumstances if known else None
