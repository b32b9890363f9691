"""What a heading may lose besides, by parses written by hand: each that it may not lose is right but for one thing.

A case is one line: each word with its label and the word that it hangs on; what is to go stands in brackets.
"""

import pytest

from newsclip.evidence.tests.test_odd_parses import parsed
from newsclip.evidence.verifier.syntactic_omissions.heading_details import is_detail, is_opening
from newsclip.evidence.verifier.syntactic_omissions.omitted_tokens import OmittedTokens, omitted_tokens

VERBS = {"asked": "VBD", "built": "VBD", "fined": "VBD", "left": "VBD", "said": "VBD", "sank": "VBD", "told": "VBD"}
TAGS = VERBS | {
    "sail": "VB", "Following": "VBG", "leaving": "VBG",
    "in": "IN", "for": "IN", "near": "IN", "On": "IN", "In": "IN", "After": "IN", "Because": "IN", "Though": "IN",
    "over": "RB", "then": "RB", "Then": "RB", "and": "CC", "to": "TO", ",": ",", "-": ":", "?": ".",
}  # fmt: skip
POS = {
    "VBD": "VERB",
    "VB": "VERB",
    "VBG": "VERB",
    "IN": "ADP",
    "RB": "ADV",
    "CC": "CCONJ",
    "TO": "PART",
    "NNP": "PROPN",
}

FINED = "Reyl/nsubj/fined fined/ROOT/fined Holm/dobj/fined"
IN_ORLO = "in/prep/fined Orlo/pobj/in"
ON_TUESDAY = "On/prep/fined Tuesday/pobj/On"
SAID_VELM = "said/dep/fined Velm/nsubj/said"
COMMA = ",/punct/fined"

DETAILS = {
    "where": f"{FINED} [{IN_ORLO}]",
    "where, before who says so": f"{FINED} [{IN_ORLO}] {COMMA} {SAID_VELM}",
    "what came of it": f"{FINED} {COMMA} [leaving/advcl/fined Orlo/dobj/leaving]",
}
NO_DETAILS = {
    "of what is asked": f"{FINED} [{IN_ORLO}] ?/punct/fined {SAID_VELM}",
    "before its verb": "[In/prep/told Orlo/pobj/In] ,/punct/told Reyl/nsubj/told told/ROOT/told Holm/dobj/told",
    "before more": f"{FINED} [{IN_ORLO}] near/prep/fined Velm/pobj/near",
    "for whom": "Reyl/nsubj/built built/ROOT/built Holm/dobj/built [for/dative/built Orlo/pobj/for]",
    "opened by another word": f"{FINED} [over/advmod/in {IN_ORLO}]",
    "of one of two": f"{FINED} and/cc/Holm Ada/conj/Holm [in/prep/Ada Orlo/pobj/in]",
    "behind nothing but a comma": ",/ROOT/, [leaving/advcl/, Orlo/dobj/leaving]",
    "behind nothing, before a comma": f"[Though/mark/fined Reyl/nsubj/fined fined/ROOT/fined] {COMMA} "
    "said/advcl/fined Velm/nsubj/said ,/punct/said",
    "what a verb leads to": f"{FINED} {COMMA} [leaving/xcomp/fined Orlo/dobj/leaving]",
    "of what another is to do": "Reyl/nsubj/asked asked/ROOT/asked Holm/dobj/asked to/aux/sail sail/xcomp/asked "
    ",/punct/sail [leaving/advcl/sail Orlo/dobj/leaving]",
}
OPENINGS = {
    "when": f"[{ON_TUESDAY}] {COMMA} {FINED}",
    "why": f"[Because/mark/sank Ada/nsubj/sank sank/advcl/fined] {COMMA} {FINED}",
    "upon what": f"[After/prep/fined Ada/pobj/After] {COMMA} {FINED}",
}
NO_OPENINGS = {
    "behind a word": f"Then/advmod/fined [{ON_TUESDAY}] {COMMA} {FINED}",
    "before a dash": f"[{ON_TUESDAY}] -/punct/fined {FINED}",
    "before more than the subject": f"[{ON_TUESDAY}] {COMMA} then/advmod/fined {FINED}",
    "of what is said": "[Because/mark/sank Ada/nsubj/sank sank/advcl/left] ,/punct/said "
    "Reyl/nsubj/said said/ROOT/said Holm/nsubj/left left/ccomp/said",
    "of what is asked": f"[{ON_TUESDAY}] {COMMA} {FINED} ?/punct/fined",
    "another deed": f"[Following/advcl/fined Ada/dobj/Following] {COMMA} {FINED}",
    "where, behind when": f"[After/advmod/in Ada/pobj/After {IN_ORLO}] {COMMA} {FINED}",
}


def cut(case: str) -> OmittedTokens:
    """What stands in brackets, in the parse of the whole line."""
    before, rest = case.split("[")
    gone, _ = rest.split("]")
    rows = [word.rsplit("/", 2) for word in f"{before}{rest.replace(']', '')}".split()]
    tags = {word: TAGS.get(word, "NNP") for word, *_ in rows}
    table = "\n".join(f"{word} {POS.get(tags[word], 'PUNCT')} {tags[word]} {tie} {head}" for word, tie, head in rows)
    parse = parsed(" ".join(word for word, *_ in rows), table)
    found = omitted_tokens(parse, " ".join(word.rsplit("/", 2)[0] for word in gone.split()))
    assert found is not None
    return found


@pytest.mark.parametrize("which", DETAILS)
def test_a_detail_with_the_right_parse_goes(which: str) -> None:
    assert is_detail(cut(DETAILS[which]), "en")


@pytest.mark.parametrize("which", NO_DETAILS)
def test_what_is_no_detail_by_its_parse_stays(which: str) -> None:
    assert not is_detail(cut(NO_DETAILS[which]), "en")


@pytest.mark.parametrize("which", OPENINGS)
def test_an_opening_with_the_right_parse_goes(which: str) -> None:
    assert is_opening(cut(OPENINGS[which]), "en")


@pytest.mark.parametrize("which", NO_OPENINGS)
def test_what_is_no_opening_by_its_parse_stays(which: str) -> None:
    assert not is_opening(cut(NO_OPENINGS[which]), "en")


@pytest.mark.parametrize("which", DETAILS)
def test_a_detail_stays_in_a_language_without_words_for_circumstances(which: str) -> None:
    assert not is_detail(cut(DETAILS[which]), "de")


@pytest.mark.parametrize("which", OPENINGS)
def test_an_opening_stays_in_a_language_without_words_for_circumstances(which: str) -> None:
    assert not is_opening(cut(OPENINGS[which]), "de")
