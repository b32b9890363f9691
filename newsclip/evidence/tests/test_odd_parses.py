"""What may go by a parse that the parser itself hardly ever gives: written by hand, right but for one thing."""

import pytest

from newsclip.evidence.edits import APPOSITION, CIRCUMSTANCE, DEFINING, HALF, PREDICATE, RELATIVE_CLAUSE, Omission
from newsclip.evidence.origin import Origin
from newsclip.evidence.verifier.sentence_splits import split
from newsclip.evidence.verifier.syntactic_omissions import shortened
from newsclip.kernel.reasons import Reason
from newsclip.language.syntax import Parse, Token

ORLO = Origin("en", ("The Orlo Times",))
# Each line: a word or mark, its part of speech, its tag, its label, and the word it hangs on.
HOLM = """
    Ada     PROPN NNP compound Holm
    Holm    PROPN NNP nsubj    built
"""
BUILT = """
    built   VERB  VBD ROOT     built
    co      NOUN  NN  compound -ops
    -ops    NOUN  NNS dobj     built
"""
COMMA = """
    ,       PUNCT ,   punct    built
"""
CAPTAIN = """
    a       DET   DT  det      captain
    captain NOUN  NN  appos    Holm
"""
LEADS = """
    who     PRON  WP  nsubj    leads
    leads   VERB  VBZ relcl    Holm
    Orlo    PROPN NNP dobj     leads
"""
SAILED = """
    and     CCONJ CC  cc       built
    Reyl    PROPN NNP nsubj    sailed
    sailed  VERB  VBD conj     built
"""
YESTERDAY = """
    yesterday NOUN NN npadvmod built
"""
AS_REYL = """
    as      SCONJ IN  mark     sailed
    Reyl    PROPN NNP nsubj    sailed
    sailed  VERB  VBD advcl    built
"""
SHIP = """
    built   VERB  VBD ROOT     built
    a       DET   DT  det      ship
    ship    NOUN  NN  dobj     built
"""
THAT_SANK = """
    that    PRON  WDT nsubj    sank
    sank    VERB  VBD relcl    ship
"""
AND_SAILED = """
    and     CCONJ CC  cc       built
    sailed  VERB  VBD conj     built
"""
PARSED = {
    APPOSITION: ("Ada Holm, a captain, built co-ops", "a captain", HOLM + COMMA + CAPTAIN + COMMA + BUILT),
    RELATIVE_CLAUSE: ("Ada Holm, who leads Orlo, built co-ops", "who leads Orlo", HOLM + COMMA + LEADS + COMMA + BUILT),
    HALF: ("Ada Holm built co-ops, and Reyl sailed", "and Reyl sailed", HOLM + BUILT + COMMA + SAILED),
    PREDICATE: ("Ada Holm built co-ops and sailed", "and sailed", HOLM + BUILT + AND_SAILED),
    CIRCUMSTANCE: ("Ada Holm built co-ops yesterday", "yesterday", HOLM + BUILT + YESTERDAY),
}
REST = "Ada Holm built co-ops"
STOP = """
    .       PUNCT .   punct    built
"""
REYL = """
    Reyl    PROPN NNP nsubj    sailed
    sailed  VERB  VBD ROOT     sailed
    .       PUNCT .   punct    sailed
"""


class ByHand:
    """A Parser that knows what it is told."""

    mark = "by hand"

    def __init__(self, *parses: Parse) -> None:
        self._known = {parse.text: parse for parse in parses}

    def __call__(self, text: str, language: str) -> Parse | None:
        return self._known[text]


def parsed(text: str, table: str) -> Parse:
    rows = [row.split() for row in table.split("\n") if row.strip()]
    words, tokens, end = [row[0] for row in rows], list[Token](), 0
    for word, pos, tag, label, head in rows:
        start = text.index(word, end)
        end = start + len(word)
        tokens.append(Token(start, end, word, word.lower(), pos, tag, label, words.index(head)))
    return Parse(text, tuple(tokens))


def left(kind: str, words: str, whole: tuple[str, str], rest: tuple[str, str], language: str = "en") -> str | None:
    """The whole sentence without these words; None where they must stay. Each sentence comes with its table."""
    parser = ByHand(parsed(*whole), parsed(*rest))
    made = shortened(whole[0], [Omission(kind, words)], Origin(language, ORLO.publishers), parser)
    return None if isinstance(made, Reason) else made


def cut(kind: str, old: str = "", new: str = "", rest: str = HOLM + BUILT) -> str | None:
    """The sentence without its part of this kind, its table with `new` for `old`; None where the part must stay."""
    text, words, table = PARSED[kind]
    assert old in table
    return left(kind, words, (text, table.replace(old, new)), (REST, rest))


@pytest.mark.parametrize("kind", PARSED)
def test_a_part_with_the_right_parse_goes(kind: str) -> None:
    assert cut(kind) == REST


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [(APPOSITION, "appos", "npadvmod"), (RELATIVE_CLAUSE, "relcl", "advcl"), (HALF, "conj ", "advcl ")],
)
def test_a_part_with_another_label_stays(kind: str, old: str, new: str) -> None:
    assert cut(kind, old, new) is None


def test_what_is_left_must_have_as_many_words() -> None:
    assert cut(APPOSITION, rest=HOLM + BUILT.replace("co      NOUN", "co      PUNCT")) is None


def test_what_is_left_must_have_the_same_words() -> None:
    apart = BUILT.replace("co ", "co- ").replace("-ops", "ops")
    assert cut(APPOSITION, rest=HOLM + apart) is None


def test_the_last_of_three_deeds_stays() -> None:
    before = HOLM + BUILT + COMMA + "won VERB VBD conj built"
    rest = ("Ada Holm built co-ops, won", before)
    assert left(PREDICATE, "and sailed", (f"{rest[0]} and sailed", before + AND_SAILED), rest) is None


def test_a_deed_before_what_came_of_it_stays() -> None:
    drowning = COMMA + "drowning VERB VBG advcl built"
    whole = ("Ada Holm built co-ops and sailed, drowning", HOLM + BUILT + AND_SAILED + drowning)
    rest = ("Ada Holm built co-ops, drowning", HOLM + BUILT + drowning)
    assert left(PREDICATE, "and sailed", whole, rest) is None


def test_what_goes_holds_no_head_of_the_sentence() -> None:
    text, words, _ = PARSED[CIRCUMSTANCE]
    inverted = BUILT.replace("ROOT     built", "ccomp yesterday") + "yesterday VERB VBD ROOT yesterday"
    assert left(CIRCUMSTANCE, words, (text, HOLM + inverted), (REST, HOLM + BUILT)) is None


@pytest.mark.parametrize("words", ["gestern", "as Reyl sailed"])
def test_a_circumstance_stays_in_a_language_without_words_for_it(words: str) -> None:
    parts = {"gestern": YESTERDAY.replace("yesterday", "gestern"), "as Reyl sailed": AS_REYL}
    whole = (f"{REST} {words}", HOLM + BUILT + parts[words])
    assert left(CIRCUMSTANCE, words, whole, (REST, HOLM + BUILT), "de") is None


@pytest.mark.parametrize(("language", "goes"), [("en", True), ("de", False)])
def test_which_one_is_meant_stays_in_a_language_without_words_for_circumstances(language: str, *, goes: bool) -> None:
    whole, rest = ("Ada Holm built a ship that sank", HOLM + SHIP + THAT_SANK), ("Ada Holm built a ship", HOLM + SHIP)
    assert left(DEFINING, "that sank", whole, rest, language) == (rest[0] if goes else None)


def divided(first: str = HOLM + BUILT + STOP, second: str = REYL) -> str | None:
    """The sentence of two clauses as two sentences; None where it stays one. `first`, `second`: the table of each."""
    text, words, table = PARSED[HALF]
    parser = ByHand(parsed(text, table), parsed(f"{REST}.", first), parsed("Reyl sailed.", second))
    made = split(text, words, ORLO, parser)
    return None if isinstance(made, Reason) else made


def test_two_clauses_with_the_right_parses_are_two_sentences() -> None:
    assert divided() == f"{REST}. Reyl sailed."


def test_a_clause_without_a_finite_verb_is_no_sentence() -> None:
    assert divided(first=(HOLM + BUILT + STOP).replace("VBD", "VBN")) is None
    assert divided(second=REYL.replace("VBD", "VBN")) is None


def test_the_first_clause_hangs_together_by_itself_as_it_did() -> None:
    assert divided(first=HOLM + BUILT.replace("compound -ops", "dobj built") + STOP) is None
