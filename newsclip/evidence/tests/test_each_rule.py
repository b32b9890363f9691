"""Each rule of the verifier refuses something that no other rule would, and says why."""

from dataclasses import replace

import pytest

from newsclip.evidence.document import Sentence
from newsclip.evidence.edits import Edit
from newsclip.evidence.tests.test_gate import CLIP, COST, GIVEN, passage
from newsclip.evidence.tests.test_verifier import ENGLISH, HERE, TOLL, headed
from newsclip.evidence.verifier import Origin, headings, roles, verify_sentence
from newsclip.evidence.verifier.gate import supported_only
from newsclip.kernel.reasons import Reason, Refused


@pytest.mark.parametrize(
    ("text", "source", "edits", "code"),
    [
        ("—", TOLL, (), "no_words"),
        ("The bridge is safe.", "The bridge is safe. It will last,” said Brandt.", (), "quoting_differs"),
        ("The bridge is safe.", "Brandt was clear. ‘The bridge is safe.’", (), "opening_quote_differs"),
        ("It opened it rained.", "It opened. Nobody came. It rained.", (), "sentences_run_together"),
        ("Brandt said “it is fine”.", "Brandt said “it is done”.", (), "words_not_quoted"),
        ("Reyl came.", "Old Reyl came.", (), "opening_left_out"),
        ("Old Reyl came.", "Old Tomas Reyl came.", (), "left_out_within_clause"),
        ("Reyl came.", "He came.", (str(Edit("He", "Reyl")),), "name_not_held"),
        ("He came.", "He came. Reyl left.", (str(Edit("He", "Reyl")),), "name_not_put_in"),
        ("Reyl came.", "He came. Reyl left.", (str(Edit("She", "Reyl")),), "change_not_held"),
        ("Reyl came.", "Quist came. Reyl left.", (str(Edit("Quist", "Reyl")),), "not_a_pronoun"),
        ("the clerk came.", "He came. Later the clerk left.", (str(Edit("He", "the clerk")),), "not_a_pronoun"),
    ],
)
def test_each_rule_refuses_what_no_other_does(text: str, source: str, edits: tuple[str, ...], code: str) -> None:
    verdict = verify_sentence(Sentence(text, (HERE,), edits), [source], ENGLISH)
    assert not verdict.supported
    assert verdict.reason
    assert verdict.reason.code == code


def test_no_name_takes_a_pronouns_place_in_a_language_without_guards() -> None:
    said = Sentence("Reyl came.", (HERE,), (str(Edit("He", "Reyl")),))
    verdict = verify_sentence(said, ["He came. Reyl left."], Origin("pl"))
    assert verdict.reason == Reason("not_a_pronoun", {"old": "He", "new": "Reyl"})


def test_no_name_in_full_takes_a_surnames_place_in_a_language_without_guards() -> None:
    said = Sentence("Tomas Reyl came.", (HERE,), (str(Edit("Reyl", "Tomas Reyl")),))
    assert verify_sentence(said, ["Reyl came. Tomas Reyl left."], ENGLISH).supported
    verdict = verify_sentence(said, ["Reyl came. Tomas Reyl left."], Origin("pl"))
    assert verdict.reason == Reason("not_a_pronoun", {"old": "Reyl", "new": "Tomas Reyl"})


LONG = "The new harbour bridge of Orlo Bay in Norvale opened on Monday."


def test_only_a_short_phrase_of_the_passage_as_it_stands_needs_no_sentence() -> None:
    assert headed("New Harbour Bridge", said=LONG, source=LONG) == ""
    assert headed("New Harbour Bridge of Orlo Bay in Norvale", said=LONG, source=LONG)
    assert headed("New Harbour Bridge", str(Edit("old")), said=LONG, source=LONG)


def test_a_phrase_heads_nothing_where_no_tagger_knows_the_language() -> None:
    fault = headings.phrase_fault("Neue Brücke", ["Die neue Brücke ist offen."], "de")
    assert fault == Reason("heading_states", {"words": "Neue Brücke"})


AHEAD, BEFORE = "What Comes Next", "Background"


@pytest.mark.parametrize(
    ("heading", "fits", "does_not"),
    [
        (AHEAD, "The council is expected to vote.", "The council is expected to vote if it rains."),
        (AHEAD, "The ferry board said that it will open in June.",
         "The ferry board said in 2018 that it will open in June."),
        (BEFORE, "The bridge was built in 1961.", "The bridge was built in 1961 and closed on Monday."),
        (BEFORE, "The bridge was built in 1961.", "The bridge was built in 1961 and will stay."),
        (BEFORE, "The bridge was built in 1961.", "The bridge was built in 1961 and is due to close."),
    ],
)  # fmt: skip
def test_a_role_is_refused_by_each_thing_that_speaks_against_it(heading: str, fits: str, does_not: str) -> None:
    assert roles.fault(heading, [fits]) is None
    assert roles.fault(heading, [fits, does_not]) == Reason("role_not_fitting", {"heading": heading})


def test_a_role_that_nobody_knows_or_over_no_sentence_is_refused() -> None:
    assert roles.fault("The Council Failed", [TOLL]) == Reason("role_unknown")
    assert roles.fault(BEFORE, []) == Reason("role_not_fitting", {"heading": BEFORE})


LOST = Sentence(COST, (replace(passage(COST), digest="0" * 16),))


@pytest.mark.parametrize("fallen", [{"headline": LOST}, {"summary": (LOST,)}])
def test_no_clip_goes_without_headline_or_summary(fallen: dict[str, Sentence]) -> None:
    lying = replace(CLIP, slug="", **fallen)  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        supported_only(lying, GIVEN)
    assert refused.value.because == Reason("passage_lost")
